import type { Back, Dialogs, InputQuestion, PickQuestion } from './Dialogs.js';

/** Dialogs that can be replaced as a whole, for tests. */
export class ReplaceableDialogs implements Dialogs {
  #current: Dialogs;

  constructor(dialogs: Dialogs) {
    this.#current = dialogs;
  }

  /** Takes other dialogs from now on; gives back the ones before. */
  replace(dialogs: Dialogs): Dialogs {
    const before = this.#current;
    this.#current = dialogs;
    return before;
  }

  pick<T>(question: PickQuestion<T>): Promise<T | Back | undefined> {
    return this.#current.pick(question);
  }

  input(question: InputQuestion): Promise<string | Back | undefined> {
    return this.#current.input(question);
  }

  confirm(question: Parameters<Dialogs['confirm']>[0]): Promise<boolean> {
    return this.#current.confirm(question);
  }

  message(...args: Parameters<Dialogs['message']>): Promise<string | undefined> {
    return this.#current.message(...args);
  }
}
