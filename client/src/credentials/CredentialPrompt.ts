import * as vscode from 'vscode';
import type { GitCredential, PlatformCredential } from '../../../server/src/protocol.js';
import { back, type Back, type Dialogs, type StepInfo } from '../ui/Dialogs.js';
import { platformKind } from '../connect/platformKinds.js';

const { t } = vscode.l10n;

/** Asks a person for a credential; names the origin that it will be sent to. */
export class CredentialPrompt {
  readonly #dialogs: Dialogs;

  constructor(dialogs: Dialogs) {
    this.#dialogs = dialogs;
  }

  async platform(
    origin: string,
    about: { readonly refused: boolean; readonly platform?: string },
  ): Promise<PlatformCredential | undefined> {
    const title = t('Sign in to {0}', origin);
    const answer = await this.platformStep(origin, { title }, about);
    return answer === back ? undefined : answer;
  }

  async git(origin: string, about: { readonly refused: boolean }): Promise<GitCredential | undefined> {
    const answer = await this.gitStep(origin, { title: t('Sign in to {0}', origin) }, about);
    return answer === back ? undefined : answer;
  }

  /** As a step of a series: the way to sign in where there are two, then the secret. */
  async platformStep(
    origin: string,
    step: StepInfo,
    about: { readonly refused: boolean; readonly platform?: string },
  ): Promise<PlatformCredential | Back | undefined> {
    const ways = platformKind(about.platform)?.signIn ?? ['token'];
    const way = ways.length === 1 ? ways[0] : await this.#way(step);
    if (way === undefined || way === back) return way;
    if (way === 'token') return this.#token(origin, step, about.refused);
    const user = await this.#dialogs.input({
      ...step,
      prompt: t('E-mail address at {0}', origin),
      validate: (value) => (value.trim() === '' ? t('Type the e-mail address of your account.') : undefined),
    });
    if (user === undefined || user === back) return user;
    const password = await this.#secret(
      step,
      t('Password for {0} at {1}; it is kept in the secret storage', user.trim(), origin),
    );
    if (password === undefined || password === back) return password;
    return { user: user.trim(), password };
  }

  async gitStep(
    origin: string,
    step: StepInfo,
    about: { readonly refused: boolean },
  ): Promise<GitCredential | Back | undefined> {
    return this.#token(origin, step, about.refused);
  }

  async #token(
    origin: string,
    step: StepInfo,
    refused: boolean,
  ): Promise<{ readonly token: string } | Back | undefined> {
    const prompt = refused
      ? t(
          '{0} refused the token. Paste another one; it goes to {0} only and is kept in the secret storage',
          origin,
        )
      : t('Access token for {0}; it goes there only and is kept in the secret storage', origin);
    const token = await this.#secret(step, prompt);
    return token === undefined || token === back ? token : { token };
  }

  async #secret(step: StepInfo, prompt: string): Promise<string | Back | undefined> {
    const answer = await this.#dialogs.input({
      ...step,
      prompt,
      password: true,
      validate: (value) =>
        value.trim() === '' ? t('Type or paste it, or press Escape to leave.') : undefined,
    });
    return typeof answer === 'string' ? answer.trim() : answer;
  }

  #way(step: StepInfo): Promise<'token' | 'password' | Back | undefined> {
    return this.#dialogs.pick({
      ...step,
      placeholder: t('How do you sign in?'),
      items: [
        { label: t('Access token'), value: 'token' as const },
        { label: t('E-mail address and password'), value: 'password' as const },
      ],
    });
  }
}
