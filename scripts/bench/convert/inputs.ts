import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateDocuments } from '../documents/generateDocuments.js';

export interface Inputs {
  /** What the documents are, in words. */
  readonly origin: string;
  /** Markdown with line feeds, without front matter, which the peers do not know. */
  readonly documents: readonly string[];
  /** One document of at least `LARGE` bytes, made of whole pages. */
  readonly large: string;
}

const TOTAL = 310_000;
const LARGE = 100_000;

/** Documents of about 0.3 MB: an even choice of the .md files below `corpus`, or generated ones where that is undefined. */
export function readInputs(corpus: string | undefined): Inputs {
  const all = corpus === undefined ? generateDocuments(TOTAL) : readPages(corpus);
  const documents = spread(all, TOTAL);
  const origin = corpus === undefined ? 'generated' : 'of the corpus';
  const large: string[] = [];
  for (const page of [...all].sort((a, b) => b.length - a.length)) {
    if (size(large) >= LARGE) break;
    if (size(large) + page.length <= LARGE * 1.1) large.push(page);
  }
  return { origin: `${documents.length} documents ${origin}`, documents, large: large.join('\n') };
}

/** Every n-th page, and more of those between while they fit, until there are `total` characters. */
export function spread(pages: readonly string[], total: number): readonly string[] {
  const step = Math.max(1, Math.floor(size(pages) / total));
  const order = pages.map((page, index) => ({ page, turn: index % step })).sort((a, b) => a.turn - b.turn);
  let chosen = 0;
  const fitting = order.filter(({ page }) => {
    if (chosen + page.length > total) return false;
    chosen += page.length;
    return true;
  });
  return fitting.map(({ page }) => page);
}

/** The text without the front matter that it may begin with. */
export function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n(?:[^]*?\n)?---\n+/, '');
}

function readPages(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => withoutFrontMatter(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')))
    .filter((text) => text.trim() !== '');
}

function size(pages: readonly string[]): number {
  return pages.reduce((sum, { length }) => sum + length, 0);
}
