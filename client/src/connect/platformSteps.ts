import * as vscode from 'vscode';
import type { PlatformCredential } from '../../../server/src/protocol.js';
import { toFailure } from '../connection/ServerFailure.js';
import { back } from '../ui/Dialogs.js';
import type { Step, StepOutcome } from '../ui/steps.js';
import { platformUrlProblem } from './addresses.js';
import type { ConnectSeries } from './ConnectSeries.js';
import { platformKind, platformKinds } from './platformKinds.js';

const { t } = vscode.l10n;

/** Kind, address, sign-in and subject of the platform. */
export function platformSteps(series: ConnectSeries): readonly Step[] {
  const { dialogs, draft } = series;
  return [
    async (place) =>
      series.take(
        await dialogs.pick({
          ...series.info(place),
          placeholder: t('Where are the documents or apps?'),
          items: platformKinds.map(({ kind, label, detail }) => ({ label, detail, value: kind })),
          active: draft.kind,
        }),
        (kind) => (draft.kind = kind),
      ),
    async (place) =>
      series.take(
        await dialogs.input({
          ...series.info(place),
          prompt: t('Address of the platform'),
          placeholder: platformKind(draft.kind)?.placeholder ?? '',
          value: draft.platformUrl,
          validate: (value) => platformUrlProblem(value, t),
        }),
        (url) => (draft.platformUrl = url.trim().replace(/\/+$/, '')),
      ),
    (place) => signIn(series, place),
    async (place) =>
      series.take(
        await dialogs.pick({
          ...series.info(place),
          placeholder: t('Which project, space or workspace?'),
          items: draft.subjects.map((subject) => ({
            label: subject.name,
            description: subject.id,
            value: subject,
          })),
          fromText: (text) => ({
            label: text,
            description: t('use this id'),
            value: { id: text, name: text },
          }),
        }),
        ({ id, name }) => {
          draft.subject = id;
          draft.subjectName = name;
        },
      ),
  ];
}

/** Tries what is stored, else asks; a refused credential is asked for again. */
async function signIn(series: ConnectSeries, place: Parameters<Step>[0]): Promise<StepOutcome> {
  const { draft, vault, prompt, report } = series;
  const origin = new URL(draft.platformUrl).origin;
  let credential: PlatformCredential | undefined = await vault.get('platform', origin);
  let outcome: StepOutcome = 'skip';
  for (let refused = false; ; refused = true) {
    if (credential === undefined) {
      const answer = await prompt.platformStep(origin, series.info(place), { refused, platform: draft.kind });
      if (answer === back) return 'back';
      if (answer === undefined) return 'cancel';
      credential = answer;
      outcome = 'next';
    }
    try {
      const { subjects } = await series.probe('probePlatform', {
        kind: draft.kind,
        url: draft.platformUrl,
        credential,
      });
      draft.subjects = subjects;
      await vault.set('platform', origin, credential);
      return outcome;
    } catch (error) {
      credential = undefined;
      if (toFailure(error).code === 'platform-auth') continue;
      report.report(error);
      return place.canGoBack ? 'back' : 'cancel';
    }
  }
}
