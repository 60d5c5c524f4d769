import * as vscode from 'vscode';
import type { CredentialKind } from '../credentials/SecretVault.js';
import { back, type PickItem } from '../ui/Dialogs.js';
import type { Command, CommandContext } from './Command.js';
import { bindingOf } from './targets.js';

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
    const place = isPlace(target) ? target : await pickPlace(context, bindingOf(target));
    if (place === undefined) return;
    const { kind, origin } = place;
    const about = { refused: false, ...(place.platform === undefined ? {} : { platform: place.platform }) };
    const credential =
      kind === 'git'
        ? await context.credentials.askForGit(origin, about)
        : await context.credentials.askForPlatform(origin, about);
    if (credential === undefined) return;
    context.server.notify('forgetCredential', { origin });
    await vscode.commands.executeCommand('docbridge.refresh');
  },
};

/** Places of the configured bindings (or of one); where one of them just failed, that one alone. */
function placesOf({ bindings, statuses }: CommandContext, name: string | undefined): readonly SignInPlace[] {
  const wanted = bindings.all.filter((binding) => name === undefined || binding.name === name);
  const places = wanted.flatMap(({ platform, repository }): SignInPlace[] => [
    { kind: 'platform', origin: new URL(platform.url).origin, platform: platform.kind },
    ...(/^https?:/.test(repository.url)
      ? [{ kind: 'git' as const, origin: new URL(repository.url).origin }]
      : []),
  ]);
  const unique = [...new Map(places.map((place) => [`${place.kind} ${place.origin}`, place])).values()];
  const failed = wanted.flatMap((binding) => {
    const data = statuses.of(binding.name)?.error?.data;
    return [data?.origin, data?.url].filter((address) => typeof address === 'string');
  });
  const failing = unique.filter(({ origin }) => failed.some((address) => address.startsWith(origin)));
  return failing.length > 0 ? failing : unique;
}

async function pickPlace(
  context: CommandContext,
  binding: string | undefined,
): Promise<SignInPlace | undefined> {
  const places = placesOf(context, binding);
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
