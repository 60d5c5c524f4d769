import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TiptapDocument } from '../../../server/src/convert/tiptap.js';
import type { Text } from '../rows/markdownRows.js';

/** Real input that is no part of the project. */
export interface Corpus {
  /** Every `.md` below `markdown/`, in the order of their paths, which are their ids. */
  readonly pages: readonly Text[];
  readonly cases: readonly { readonly name: string; readonly doc: TiptapDocument }[];
}

/** Reads the folder that DOCBRIDGE_CORPUS names; empty when it names none. */
export function readCorpus(folder: string | undefined): Corpus {
  if (folder === undefined || !existsSync(folder)) return { pages: [], cases: [] };
  const markdown = join(folder, 'markdown');
  const paths = existsSync(markdown)
    ? readdirSync(markdown, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];
  const cases = join(folder, 'tiptap-cases.json');
  return {
    pages: paths.map((path) => ({
      id: path.slice(markdown.length + 1),
      markdown: readFileSync(path, 'utf8'),
    })),
    cases: existsSync(cases) ? (JSON.parse(readFileSync(cases, 'utf8')) as Corpus['cases']) : [],
  };
}
