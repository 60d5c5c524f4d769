import { baseNameOf, fileNameOf } from './core/names.js';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/**
 * File names under which people work on documents whose title says another: whoever saves a new heading goes
 * on in the file that is open, and the next save must find the document there. A name holds as long as the
 * title stays; the repository's file gets the name of the title.
 */
export class KeptNames {
  readonly #kept = new Map<string, { readonly name: string; readonly title: string }>();

  /** Notes the name of a document that was saved at `path`. */
  keep({ id, title }: Titled, path: string): void {
    const name = baseNameOf(path);
    if (name === `${fileNameOf(title)}.md`) this.#kept.delete(id);
    else this.#kept.set(id, { name, title });
  }

  nameOf({ id, title }: Titled): string | undefined {
    const kept = this.#kept.get(id);
    return kept?.title === title ? kept.name : undefined;
  }
}
