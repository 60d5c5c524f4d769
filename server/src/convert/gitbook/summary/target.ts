import { writeDestination } from '../../marks/destination.js';
import { relativePath, resolvePath, type PathFault } from '../projectPath.js';
import type { SummaryProblemCode } from './SummaryTree.js';

/** What a destination leads to, and what is odd about it. */
export interface Target {
  readonly to: { readonly path: string; readonly suffix: string } | { readonly url: string };
  readonly problem: SummaryProblemCode | undefined;
}

/** How destinations are written. */
export interface DestinationStyle {
  /** Spaces as `%20` instead of a destination in angle brackets. */
  readonly encodesSpaces: boolean;
  /** Characters beyond ASCII percent-encoded. */
  readonly encodesLetters: boolean;
  /** Paths below the file's folder begin with `./`. */
  readonly dotted: boolean;
}

const FAULTS: Readonly<Record<PathFault, SummaryProblemCode>> = {
  absolute: 'summary-absolute',
  outside: 'summary-outside',
  unsafe: 'summary-unsafe-path',
  'no-file': 'summary-folder',
};

/** Reads a link's destination, escapes resolved, in a SUMMARY.md that stands in a folder. */
export function readTarget(url: string, folder: string): Target {
  const elsewhere = { url };
  if (url === '' || url.startsWith('#') || url.startsWith('?')) {
    return { to: elsewhere, problem: 'summary-empty-link' };
  }
  if (/^[A-Za-z][A-Za-z\d+.-]+:/.test(url) || url.startsWith('//'))
    return { to: elsewhere, problem: undefined };
  const cut = url.search(/[?#]/);
  const written = cut < 0 ? url : url.slice(0, cut);
  const decoded = decode(written);
  const path = resolvePath(decoded ?? written, folder);
  if (typeof path !== 'string') return { to: elsewhere, problem: FAULTS[path.fault] };
  const suffix = cut < 0 ? '' : url.slice(cut);
  return { to: { path, suffix }, problem: decoded === undefined ? 'summary-bad-encoding' : undefined };
}

/** Writes the destination of a page so that readTarget gives its path and suffix. */
export function writeTarget(path: string, suffix: string, folder: string, style: DestinationStyle): string {
  const relative = relativePath(path, folder);
  const needsDot = /^[^/]*:/.test(relative) || (style.dotted && !relative.startsWith('../'));
  let encoded = '';
  for (const char of relative) encoded += encode(char, style);
  return writeDestination(`${needsDot ? './' : ''}${encoded}${suffix}`);
}

/** How a destination is written, given its source as it stands in the file. */
export function destinationStyle(source: string): DestinationStyle {
  return {
    encodesSpaces: source.includes('%20'),
    encodesLetters: /%[89A-Fa-f][\dA-Fa-f]/.test(source),
    dotted: /^<?\.\//.test(source),
  };
}

function encode(char: string, { encodesSpaces, encodesLetters }: DestinationStyle): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) {
    return /[%?#\\\u0000-\u001f\u007f]/.test(char) || (char === ' ' && encodesSpaces) ? percent(code) : char;
  }
  return encodesLetters && char.isWellFormed() ? encodeURIComponent(char) : char;
}

function percent(code: number): string {
  return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
