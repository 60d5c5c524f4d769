import type { Uri } from 'vscode';

/** Times of files, in milliseconds since 1970, as the editor needs them to notice a new revision. */
export class FileTimes {
  readonly #times = new Map<string, { readonly revision: string; readonly modified: number }>();
  readonly #told = new Map<string, number>();

  /** Time of a revision: a new revision always has a later one, whatever the platform's clock says. */
  of(uri: Uri, revision: string, modified: number): number {
    const key = uri.toString();
    const held = this.#times.get(key);
    if (held?.revision === revision) return held.modified;
    const time = held === undefined ? modified : Math.max(modified, held.modified + 1);
    this.#times.set(key, { revision, modified: time });
    return time;
  }

  /** The same revision counts as newer, so that the editor loads its text again. */
  touch(uri: Uri, revision: string): void {
    const modified = (this.#times.get(uri.toString())?.modified ?? 0) + 1;
    this.#times.set(uri.toString(), { revision, modified });
  }

  /** Notes what the editor was told; a text that it reads next counts as of that time. */
  tell(uri: Uri, modified: number): number {
    this.#told.set(uri.toString(), modified);
    return modified;
  }

  told(uri: Uri): number | undefined {
    return this.#told.get(uri.toString());
  }
}
