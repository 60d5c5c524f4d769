import { readFrontMatter, type FrontMatterError } from '../../convert/frontMatter/readFrontMatter.js';
import { splitFrontMatter } from '../../convert/frontMatter/splitFrontMatter.js';
import { cutFences } from '../../convert/frontMatter/yamlDocument.js';
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
  const { data, errors } = readFrontMatter(frontMatter);
  const fenced = cutFences(frontMatter);
  if (errors.length > 0 || fenced === undefined) {
    return { kind: 'invalid', problems: errors.map((error) => problem(frontMatter, error)) };
  }
  const places = new YamlPlaces(fenced.text, fenced.opening.length);
  const start = frontMatter.startsWith('---') ? 0 : 1;
  const model: FrontMatterModel = {
    data,
    fence: { start, end: start + 3 },
    key: (path) => places.key(path),
    value: (path) => places.value(path),
  };
  return { kind: 'read', model };
}

/** What the reader's errors are as findings; whatever else it says is about YAML. */
const codes: Readonly<Record<string, FindingCode>> = {
  'front-matter-duplicate-key': 'front-matter-duplicate-key',
  'front-matter-forbidden-key': 'front-matter-forbidden-key',
  'front-matter-not-a-map': 'front-matter-not-a-map',
  'front-matter-not-yaml': 'front-matter-not-yaml',
  'front-matter-too-large': 'front-matter-limits',
  'front-matter-too-deep': 'front-matter-limits',
  'front-matter-too-complex': 'front-matter-limits',
};

function problem(frontMatter: string, { code, message, start, end }: FrontMatterError): FrontMatterProblem {
  const known = codes[code] ?? 'front-matter-yaml';
  if (known === 'front-matter-duplicate-key') {
    // The parser marks one character; the key is what a person looks for.
    const key = /^(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s:]+)/.exec(frontMatter.slice(start))?.[0] ?? '';
    return {
      code: known,
      message: 'This key occurs twice.',
      span: { start, end: start + Math.max(key.length, 1) },
    };
  }
  // A problem of the whole front matter is shown in one line, not as a painted block.
  const line = /[\r\n]/.exec(frontMatter.slice(start))?.index ?? frontMatter.length;
  return { code: known, message, span: { start, end: Math.max(start, Math.min(end, start + line)) } };
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
  const closed = end !== -1 && /^---[ \t]*$/.test(lines[end] ?? '');
  const span: Span = { start, end: start + 3 };
  if (closed) return start === 0 ? { kind: 'none' } : { kind: 'misplaced', span };
  return start === 0 ? { kind: 'unterminated', span } : { kind: 'none' };
}
