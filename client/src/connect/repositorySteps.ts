import * as vscode from 'vscode';
import type { GitCredential, SyncDirection } from '../../../server/src/protocol.js';
import { toFailure } from '../connection/ServerFailure.js';
import { githubOrigin } from '../credentials/GitHubSession.js';
import { back, type PickItem } from '../ui/Dialogs.js';
import type { Step, StepOutcome } from '../ui/steps.js';
import { cleanDirectory, directoryProblem, repositoryUrlProblem } from './addresses.js';
import type { ConnectSeries } from './ConnectSeries.js';

const { t } = vscode.l10n;

/** Failures that a (better) token may cure: hosts hide private repositories behind "not found". */
const signInCodes = ['git-auth', 'credential-missing', 'repository-not-found'];

/** Address, sign-in, branch, directory and direction of the repository. */
export function repositorySteps(series: ConnectSeries): readonly Step[] {
  const { dialogs, draft } = series;
  return [
    async (place) =>
      series.take(
        await dialogs.input({
          ...series.info(place),
          prompt: t('Address of the Git repository'),
          placeholder: 'https://github.com/acme/handbook.git',
          value: draft.repositoryUrl,
          validate: (value) => repositoryUrlProblem(value, t),
        }),
        (url) => (draft.repositoryUrl = url.trim()),
      ),
    (place) => signIn(series, place),
    async (place) =>
      series.take(
        draft.branches.length === 0
          ? await dialogs.input({
              ...series.info(place),
              prompt: t('The repository is empty. Name of its first branch'),
              value: draft.branch,
              validate: (value) =>
                /^[\w][\w./-]*$/.test(value) ? undefined : t('Type the name of a branch, such as main.'),
            })
          : await dialogs.pick({
              ...series.info(place),
              placeholder: t('Which branch?'),
              items: draft.branches.map((branch) => ({ label: branch, value: branch })),
              active: draft.branch,
            }),
        (branch) => (draft.branch = branch),
      ),
    async (place) =>
      series.take(
        await dialogs.input({
          ...series.info(place),
          prompt: t('Folder of the repository for the files; leave it empty for the root'),
          value: draft.directory,
          validate: (value) => directoryProblem(value, t),
        }),
        (directory) => (draft.directory = cleanDirectory(directory)),
      ),
    async (place) =>
      series.take(
        await dialogs.pick({
          ...series.info(place),
          placeholder: t('In which direction?'),
          items: directions(),
          active: draft.direction,
        }),
        (direction) => (draft.direction = direction),
      ),
  ];
}

function directions(): readonly PickItem<SyncDirection>[] {
  return [
    { label: t('Both'), detail: t('Changes of either side reach the other'), value: 'both' },
    { label: t('Export'), detail: t('From the platform to Git only'), value: 'export' },
    { label: t('Import'), detail: t('From Git to the platform only'), value: 'import' },
  ];
}

/** Tries what is stored, then without, then asks. */
async function signIn(series: ConnectSeries, place: Parameters<Step>[0]): Promise<StepOutcome> {
  const { draft, vault, report } = series;
  const url = draft.repositoryUrl;
  const origin = /^https?:/.test(url) ? new URL(url).origin : undefined;
  let credential = origin === undefined ? undefined : await held(series, origin);
  let outcome: StepOutcome = 'skip';
  for (let refused = credential !== undefined; ; refused = true) {
    try {
      const found = await series.probe('probeRepository', { url, credential: credential ?? null });
      draft.branches = found.branches;
      draft.branch = found.defaultBranch ?? found.branches[0] ?? 'main';
      if (credential !== undefined && origin !== undefined && origin !== githubOrigin) {
        await vault.set('git', origin, credential);
      }
      return outcome;
    } catch (error) {
      if (origin === undefined || !signInCodes.includes(toFailure(error).code)) {
        report.report(error);
        return 'back';
      }
      const answer = await ask(series, origin, place, refused, toFailure(error).code);
      if (answer === back) return 'back';
      if (answer === undefined) return 'cancel';
      credential = answer;
      outcome = 'next';
    }
  }
}

async function held({ vault, github }: ConnectSeries, origin: string): Promise<GitCredential | undefined> {
  return (await vault.get('git', origin)) ?? (origin === githubOrigin ? github(false) : undefined);
}

async function ask(
  { prompt, github, info }: ConnectSeries,
  origin: string,
  place: Parameters<Step>[0],
  refused: boolean,
  code: string,
): Promise<GitCredential | typeof back | undefined> {
  const session = origin === githubOrigin && !refused ? await github(true) : undefined;
  if (session !== undefined) return session;
  return prompt.gitStep(origin, info(place), { refused: refused && code === 'git-auth' });
}
