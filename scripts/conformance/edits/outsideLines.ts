import type { TiptapNode } from '../../../server/src/convert/tiptap.js';
import { diffLines } from './diffLines.js';
import type { Edit, Edited } from './Edit.js';

/** Words that Markdown and the HTML in it bring along; they are of no block. */
const SYNTAX: ReadonlySet<string> = new Set(
  (
    'a alt br colspan del details docbridge em height href img li mark ol open p rel rowspan span src strong style sub ' +
    'summary sup table tbody td th thead title tr u ul width x X NOTE TIP IMPORTANT WARNING CAUTION empty true false ' +
    'null color background font family size align center left right link target class as attrs columns node type ' +
    'text marks content rawBlock kind source html markup form angle delimiter break raw data'
  ).split(' '),
);

/**
 * Changed lines that are not the edited block's: those with a word that the block has not, and blank ones where the
 * block holds none. Needs no parser, so no parser's positions have to be trusted.
 */
export function outsideLines(
  before: string,
  after: string,
  edit: Edit,
  edited: Edited,
): { readonly outside: readonly string[]; readonly changed: number } {
  const { removed, added } = diffLines(before, after);
  const blanks = edit.structural || [edited.before, edited.after].some((node) => holdsBlankLines(node));
  const strange = (line: string, node: TiptapNode | undefined): boolean => {
    if (/^[\s>]*$/.test(line)) return !blanks;
    const own = wordsOfNode(node);
    return wordsOf(line).some(
      (word) => !SYNTAX.has(word) && !own.words.has(word) && !own.text.includes(word),
    );
  };
  // When a block comes or goes, its neighbours' lines stay.
  const outside = [
    ...removed.filter((line) => strange(line, edited.before)).map((line) => `-${line}`),
    ...added.filter((line) => strange(line, edited.after)).map((line) => `+${line}`),
  ];
  return { outside, changed: removed.length + added.length };
}

function holdsBlankLines(node: TiptapNode | undefined): boolean {
  if (node === undefined) return false;
  return !['paragraph', 'heading', 'detailsSummary'].includes(node.type);
}

function wordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#([0-9]+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&[A-Za-z][A-Za-z0-9]*;/g, ' ')
    // What a reference is called, where linked code leads and what follows a language is not in a plain document.
    .replace(/\]\[[^\]]*\]/g, '] ')
    .replace(/`\]\([^)]*\)/g, '] ')
    .replace(/^([\s>]*(?:`{3,}|~{3,})\s*\S+).*/, '$1')
    // Line ends and tabs in JSON.
    .replace(/\\[nt]/g, ' ');
  // Numbers of list items are of no block.
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^[0-9]{1,9}$/.test(word));
}

interface Words {
  readonly words: ReadonlySet<string>;
  /** All text without what stands between its parts. */
  readonly text: string;
}

function wordsOfNode(node: TiptapNode | undefined): Words {
  const strings: string[] = [];
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') strings.push(value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        strings.push(key);
        if (key === 'text' && typeof child === 'string') texts.push(child);
        collect(child);
      }
    }
  };
  collect(node);
  return { words: new Set(strings.flatMap(wordsOf)), text: texts.join('') };
}
