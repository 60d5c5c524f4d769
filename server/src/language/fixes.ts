import type { Profile } from '../config/Configuration.js';
import { keyPath } from '../convert/frontMatter/profiles.js';
import type { Finding } from './Finding.js';
import type { FindingCode } from './findingCodes.js';
import { suggestedKey } from './frontMatter/keyFindings.js';
import { locateFrontMatter } from './frontMatter/locateFrontMatter.js';
import { LineMap, type Range } from './text/LineMap.js';

/** One way to put a finding right. */
export interface Fix {
  /** Sentence style, for a menu. */
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

interface Place {
  readonly text: string;
  readonly profile: Profile;
  readonly lines: LineMap;
  readonly range: Range;
  /** The text in `range`. */
  readonly source: string;
}

const fixers: Readonly<Partial<Record<FindingCode, (place: Place) => readonly Fix[]>>> = {
  'front-matter-unknown-key': (place) => {
    const meant = suggestedKey(place.source.replace(/^(["'])(.*)\1$/s, '$2'), place.profile);
    return meant === undefined ? [] : replace(place, `Change to "${meant}"`, meant);
  },
  'front-matter-type': (place) => replace(place, 'Put in quotes', JSON.stringify(place.source)),
  'description-unquoted': (place) => replace(place, 'Put in quotes', JSON.stringify(place.source)),
  'tags-not-a-list': (place) => replace(place, 'Make it a list', flowList(place.source)),
  'front-matter-not-first': ({ lines, range }) => [
    {
      title: 'Move to the first line',
      edits: [{ range: lines.range(0, lines.offset(range.start)), newText: '' }],
    },
  ],
  'docbridge-id-duplicate': removeIdentity,
};

/** The edits for a finding of this very text. */
export function findFixes(
  { text }: { readonly text: string },
  profile: Profile,
  { code, range, fixable }: Finding,
): readonly Fix[] {
  if (!fixable) return [];
  const lines = new LineMap(text);
  const source = text.slice(lines.offset(range.start), lines.offset(range.end));
  return fixers[code]?.({ text, profile, lines, range, source }) ?? [];
}

function replace({ range }: Place, title: string, newText: string): readonly Fix[] {
  return [{ title, edits: [{ range, newText }] }];
}

/** A YAML scalar as a list in brackets: a plain one with commas is many entries, a block is one a line. */
function flowList(source: string): string {
  if (/^[|>]/.test(source)) {
    const entries = source.split(/\r\n|\r|\n/).slice(1);
    const written = entries.filter((line) => line.trim() !== '').map((line) => JSON.stringify(line.trim()));
    // Its line end belongs to a block.
    return `[${written.join(', ')}]${/(?:\r\n|\r|\n)$/.exec(source)?.[0] ?? ''}`;
  }
  // Brackets mean something else inside a list, and a number would stay one.
  const needsQuotes = /^[^"']/.test(source) && /[[\]{}]|^[-+.\d]+$/.test(source);
  return `[${needsQuotes ? JSON.stringify(source.replace(/\s*[\r\n]\s*/g, ' ')) : source}]`;
}

/** Takes the whole lines of our key out: the file becomes a new document. */
function removeIdentity({ text, profile, lines }: Place): readonly Fix[] {
  const located = locateFrontMatter(text);
  if (located.kind !== 'read') return [];
  const path = keyPath('docbridge', profile);
  const key = located.model.key(path);
  const value = located.model.value(path);
  if (key === undefined || value === undefined) return [];
  const first = lines.position(key.start);
  const last = lines.position(value.end);
  // In a flow map (`{ docbridge: …, title: … }`) whole lines would take other keys along.
  if (first.character !== 0) return [];
  const end = last.character === 0 ? last.line : last.line + 1;
  const range = { start: first, end: { line: end, character: 0 } };
  return [{ title: 'Make this a new document', edits: [{ range, newText: '' }] }];
}
