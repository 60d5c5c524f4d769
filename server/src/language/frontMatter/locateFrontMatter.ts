import { readFrontMatter } from '../../convert/frontMatter/readFrontMatter.js';
import { splitFrontMatter } from '../../convert/frontMatter/splitFrontMatter.js';
import type { FindingCode } from '../findingCodes.js';
import type { FrontMatterModel, Span } from './FrontMatterModel.js';
import { YamlPlaces } from './YamlPlaces.js';

/** One reason why a front matter cannot be read. */
export interface FrontMatterProblem {
  readonly code: FindingCode;
  readonly message: string;
  readonly span: Span;
}

/** What stands at the top of a document. `span` of the first two is the opening fence. */
export type LocatedFrontMatter =
  | { readonly kind: 'none' }
  | { readonly kind: 'misplaced'; readonly span: Span }
  | { readonly kind: 'unterminated'; readonly span: Span }
  | { readonly kind: 'invalid'; readonly problems: readonly FrontMatterProblem[] }
  | { readonly kind: 'read'; readonly model: FrontMatterModel };

/** How far a misplaced or unclosed front matter is looked for, in UTF-16 units. */
const LOOK_AHEAD = 4096;
const FENCE = /^---[ \t]*(?:\r\n|\r|\n)/;
/** A key with its value, a comment, a list entry, or the inside of one. */
const YAML_LINE = /^(?:[\w-]+|"[^"]*"|'[^']*'):(?:[ \t]|$)|^[ \t]*#|^[ \t]+\S|^- /;

/** Finds and reads the front matter. Never throws. */
export function locateFrontMatter(text: string): LocatedFrontMatter {
  const { frontMatter } = splitFrontMatter(text);
  return frontMatter === undefined ? locateStray(text) : read(frontMatter);
}

function read(frontMatter: string): LocatedFrontMatter {
  const opening = FENCE.exec(frontMatter)?.[0] ?? '';
  const fence: Span = { start: 0, end: 3 };
  const whole: Span = { start: 0, end: frontMatter.length };
  const { data, errors } = readFrontMatter(frontMatter);
  if (errors.length > 0) {
    const problems = errors.map(({ message, start, end }) => ({
      code: 'front-matter-yaml' as const,
      message,
      span: { start, end },
    }));
    return { kind: 'invalid', problems };
  }
  if (!isMap(data)) {
    const message = 'Front matter is a list of "key: value" lines.';
    return { kind: 'invalid', problems: [{ code: 'front-matter-not-a-map', message, span: fence }] };
  }
  const closing = /(?:^|[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n)?$/.exec(frontMatter);
  const yaml = frontMatter.slice(
    opening.length,
    Math.max(opening.length, closing?.index ?? frontMatter.length),
  );
  const places = new YamlPlaces(yaml, opening.length);
  const model: FrontMatterModel = {
    data,
    span: whole,
    fence,
    key: (path) => places.key(path),
    value: (path) => places.value(path),
  };
  return { kind: 'read', model };
}

function isMap(data: unknown): boolean {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** Front matter that does not count: after blank lines, or without an end. */
function locateStray(text: string): LocatedFrontMatter {
  const head = text.slice(0, LOOK_AHEAD);
  const start = /^\s*/.exec(head)?.[0].length ?? 0;
  const rest = head.slice(start);
  const opening = FENCE.exec(rest)?.[0];
  if (opening === undefined || /[^\r\n]$/.test(head.slice(0, start))) return { kind: 'none' };
  const lines = rest.slice(opening.length).split(/\r\n|\r|\n/);
  const [first = ''] = lines;
  if (!/^[\w-]+:(?:[ \t]|$)/.test(first)) return { kind: 'none' };
  const end = lines.findIndex((line) => !YAML_LINE.test(line));
  const closed = end !== -1 && /^(?:---|\.\.\.)[ \t]*$/.test(lines[end] ?? '');
  const span: Span = { start, end: start + 3 };
  if (closed) return start === 0 ? { kind: 'none' } : { kind: 'misplaced', span };
  return start === 0 ? { kind: 'unterminated', span } : { kind: 'none' };
}
