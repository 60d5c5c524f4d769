import type { Disposable } from 'vscode';

/** Something that owns disposables and disposes them, last first, with itself. */
export class Lifetime implements Disposable {
  readonly #owned: Disposable[] = [];
  #ended = false;

  dispose(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const each of this.#owned.splice(0).reverse()) each.dispose();
  }

  /** Owns `disposable`; after the end it is disposed at once. */
  protected own<T extends Disposable>(disposable: T): T {
    if (this.#ended) disposable.dispose();
    else this.#owned.push(disposable);
    return disposable;
  }
}
