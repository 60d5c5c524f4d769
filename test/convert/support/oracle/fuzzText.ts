import { tests as examples } from 'commonmark-spec';
import {
  GFM_INLINES,
  GFM_LINES,
  INLINES,
  LINES,
  PREFIXES,
  mayHoldExtension,
  mayHoldOwnSyntax,
} from './fuzzFragments.js';
import { SeededRandom } from './SeededRandom.js';

/** CommonMark's examples without what GFM would link. */
const EXAMPLES: readonly string[] = examples
  .map(({ markdown }) =>
    markdown
      .replaceAll('→', '\t')
      .replaceAll('http', 'hxxp')
      .replace(/(@[\w-]+)\./g, '$1'),
  )
  .filter((text) => !mayHoldExtension(text));

/** What a text is made of. */
interface Pieces {
  readonly inlines: readonly string[];
  readonly lines: readonly string[];
}

const CORE: Pieces = { inlines: INLINES, lines: LINES };
const GFM: Pieces = { inlines: [...INLINES, ...GFM_INLINES], lines: [...LINES, ...GFM_LINES] };
const GFM_ONLY: Pieces = { inlines: GFM_INLINES, lines: GFM_LINES };

/** A short and nasty text of plain CommonMark; the same seed gives the same text. */
export function fuzzText(seed: number): string {
  return firstWithout(mayHoldExtension, new SeededRandom(seed), () => CORE);
}

/** The same with tables, strikethrough, task items, addresses and footnotes. */
export function gfmFuzzText(seed: number): string {
  return firstWithout(mayHoldOwnSyntax, new SeededRandom(seed), (random) =>
    random.chance(0.5) ? GFM : GFM_ONLY,
  );
}

function firstWithout(
  unwanted: (text: string) => boolean,
  random: SeededRandom,
  piecesOf: (random: SeededRandom) => Pieces,
): string {
  for (;;) {
    const text = makeText(random, piecesOf(random));
    if (!unwanted(text)) return text;
  }
}

function makeText(random: SeededRandom, pieces: Pieces): string {
  const kind = random.next();
  if (kind < 0.35) return lines(random, pieces);
  if (kind < 0.55) return nested(random, pieces, 0).join('\n');
  if (kind < 0.8) return inlines(random, pieces, 9);
  return mutated(random, pieces);
}

function lines(random: SeededRandom, pieces: Pieces): string {
  const count = 1 + random.below(6);
  return (
    Array.from({ length: count }, () => line(random, pieces)).join('\n') + (random.chance(0.7) ? '\n' : '')
  );
}

function line(random: SeededRandom, pieces: Pieces): string {
  const body = random.chance(0.85) ? random.pick(pieces.lines) : inlines(random, pieces, 4);
  return random.chance(0.4) ? random.pick(PREFIXES) + body : body;
}

function inlines(random: SeededRandom, pieces: Pieces, most: number): string {
  const count = 1 + random.below(most);
  let text = '';
  for (let at = 0; at < count; at += 1) text += random.pick(pieces.inlines);
  return text;
}

/** Blocks in containers, with a lazy line or a wrong indentation now and then. */
function nested(random: SeededRandom, pieces: Pieces, depth: number): readonly string[] {
  const found: string[] = [];
  const count = 1 + random.below(3);
  for (let at = 0; at < count; at += 1) {
    if (at > 0 && random.chance(0.4)) found.push('');
    if (depth < 3 && random.chance(0.5)) found.push(...contained(random, nested(random, pieces, depth + 1)));
    else
      found.push(
        ...(random.chance(0.7) ? random.pick(pieces.lines) : inlines(random, pieces, 5)).split('\n'),
      );
  }
  return found;
}

function contained(random: SeededRandom, inner: readonly string[]): readonly string[] {
  const [first, rest] = random.pick([
    ['> ', '> '],
    ['>', '>'],
    ['- ', '  '],
    ['* ', '  '],
    ['1. ', '   '],
    ['3) ', '   '],
    ['-   ', '    '],
    ['-\t', '\t'],
    ['10. ', '    '],
    ['>\t', '>\t'],
  ] as const);
  return inner.map((text, index) => {
    if (index === 0) return first + text;
    if (random.chance(0.12)) return text;
    if (random.chance(0.08)) return random.pick(PREFIXES) + text;
    return text === '' && random.chance(0.6) ? '' : rest + text;
  });
}

/** One or two of CommonMark's examples with something moved, doubled, left out or put in. */
function mutated(random: SeededRandom, pieces: Pieces): string {
  let text = random.pick(EXAMPLES);
  if (random.chance(0.3)) text += (random.chance(0.5) ? '\n' : '') + random.pick(EXAMPLES);
  if (random.chance(0.3)) text = contained(random, text.split('\n')).join('\n');
  const changes = 1 + random.below(3);
  for (let at = 0; at < changes; at += 1) {
    const from = random.below(text.length + 1);
    const to = random.chance(0.5) ? from : Math.min(text.length, from + random.below(4));
    const piece = random.chance(0.3) ? '' : random.pick(random.chance(0.6) ? pieces.inlines : PREFIXES);
    text = text.slice(0, from) + piece + text.slice(to);
  }
  return text;
}
