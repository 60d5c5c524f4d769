import * as vscode from 'vscode';
import type { CredentialKind } from '../credentials/SecretVault.js';
import { back, type PickItem } from '../ui/Dialogs.js';
import type { Command, CommandContext } from './Command.js';

const { t } = vscode.l10n;

/** A place that wants a credential. */
export interface SignInPlace {
  readonly kind: CredentialKind;
  readonly origin: string;
  readonly platform?: string;
}

/** Asks for a credential and stores it: for the place handed over, else for one of the configured ones. */
export const signIn: Command = {
  id: 'docbridge.signIn',
  async run(context, target) {
    await context.bindings.load();
    const place = isPlace(target) ? target : await pickPlace(context);
    if (place === undefined) return;
    const { kind, origin } = place;
    const about = { refused: false, ...(place.platform === undefined ? {} : { platform: place.platform }) };
    const credential =
      kind === 'git'
        ? await context.credentials.askForGit(origin, about)
        : await context.credentials.askForPlatform(origin, about);
    if (credential === undefined) return;
    context.server.notify('forgetCredential', { origin });
    await context.statuses.refresh();
    await vscode.commands.executeCommand('docbridge.refresh');
  },
};

/** Places of the configured bindings, the ones that failed first. */
export function placesOf({
  bindings,
  statuses,
}: Pick<CommandContext, 'bindings' | 'statuses'>): readonly SignInPlace[] {
  const failed = statuses.all.flatMap(({ error }) => [error?.data.origin, error?.data.url]);
  const places = bindings.all.flatMap(({ platform, repository }): SignInPlace[] => [
    { kind: 'platform', origin: new URL(platform.url).origin, platform: platform.kind },
    ...(/^https?:/.test(repository.url)
      ? [{ kind: 'git' as const, origin: new URL(repository.url).origin }]
      : []),
  ]);
  const unique = new Map(places.map((place) => [`${place.kind} ${place.origin}`, place]));
  const hasFailed = ({ origin }: SignInPlace): boolean =>
    failed.some((each) => typeof each === 'string' && each.startsWith(origin));
  return [...unique.values()].sort((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)));
}

async function pickPlace(context: CommandContext): Promise<SignInPlace | undefined> {
  const places = placesOf(context);
  if (places.length === 0) await vscode.commands.executeCommand('docbridge.connect');
  if (places.length <= 1) return places[0];
  const items = places.map((place): PickItem<SignInPlace> => ({
    label: place.origin,
    description: place.kind === 'git' ? 'Git' : (place.platform ?? ''),
    value: place,
  }));
  const picked = await context.dialogs.pick({ title: t('Sign In'), placeholder: t('Where?'), items });
  return picked === back ? undefined : picked;
}

function isPlace(target: unknown): target is SignInPlace {
  return (
    typeof target === 'object' &&
    target !== null &&
    'origin' in target &&
    typeof target.origin === 'string' &&
    'kind' in target &&
    (target.kind === 'git' || target.kind === 'platform')
  );
}
