/** The person wants the previous step again. Registered, so that it is the same one in every bundle. */
export const back: unique symbol = Symbol.for('docbridge.back');
export type Back = typeof back;

/** Place of a question in a series of steps. */
export interface StepInfo {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack?: boolean;
}

export interface PickItem<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}

export interface PickQuestion<T> extends StepInfo {
  readonly placeholder: string;
  readonly items: readonly PickItem<T>[];
  /** What is active at first. */
  readonly active?: T;
  /** Offers the typed text as a value of its own. */
  readonly fromText?: (text: string) => PickItem<T> | undefined;
}

export interface InputQuestion extends StepInfo {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly password?: boolean;
  /** A sentence saying what is wrong, or `undefined`. */
  readonly validate?: (value: string) => string | undefined;
}

/** Everything that asks a person something; host tests answer in their place. `undefined`: dismissed. */
export interface Dialogs {
  pick<T>(question: PickQuestion<T>): Promise<T | Back | undefined>;
  input(question: InputQuestion): Promise<string | Back | undefined>;
  /** Modal, with one button beside Cancel. */
  confirm(question: {
    readonly message: string;
    readonly detail: string;
    readonly action: string;
  }): Promise<boolean>;
  /** A message with buttons; the one pressed. */
  message(
    kind: 'error' | 'warning' | 'information',
    text: string,
    actions: readonly string[],
  ): Promise<string | undefined>;
}
