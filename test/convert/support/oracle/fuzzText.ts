import { tests as examples } from 'commonmark-spec';
import { INLINES, LINES, PREFIXES, mayHoldExtension } from './fuzzFragments.js';
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

/** A short and nasty text of plain CommonMark; the same seed gives the same text. */
export function fuzzText(seed: number): string {
  const random = new SeededRandom(seed);
  for (;;) {
    const text = makeText(random);
    if (!mayHoldExtension(text)) return text;
  }
}

function makeText(random: SeededRandom): string {
  const kind = random.next();
  if (kind < 0.35) return lines(random);
  if (kind < 0.55) return nested(random, 0).join('\n');
  if (kind < 0.8) return inlines(random, 9);
  return mutated(random);
}

function lines(random: SeededRandom): string {
  const count = 1 + random.below(6);
  return Array.from({ length: count }, () => line(random)).join('\n') + (random.chance(0.7) ? '\n' : '');
}

function line(random: SeededRandom): string {
  const body = random.chance(0.85) ? random.pick(LINES) : inlines(random, 4);
  return random.chance(0.4) ? random.pick(PREFIXES) + body : body;
}

function inlines(random: SeededRandom, most: number): string {
  const count = 1 + random.below(most);
  let text = '';
  for (let at = 0; at < count; at += 1) text += random.pick(INLINES);
  return text;
}

/** Blocks in containers, with a lazy line or a wrong indentation now and then. */
function nested(random: SeededRandom, depth: number): readonly string[] {
  const found: string[] = [];
  const count = 1 + random.below(3);
  for (let at = 0; at < count; at += 1) {
    if (at > 0 && random.chance(0.4)) found.push('');
    if (depth < 3 && random.chance(0.5)) found.push(...contained(random, nested(random, depth + 1)));
    else found.push(...(random.chance(0.7) ? random.pick(LINES) : inlines(random, 5)).split('\n'));
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
function mutated(random: SeededRandom): string {
  let text = random.pick(EXAMPLES);
  if (random.chance(0.3)) text += (random.chance(0.5) ? '\n' : '') + random.pick(EXAMPLES);
  if (random.chance(0.3)) text = contained(random, text.split('\n')).join('\n');
  const changes = 1 + random.below(3);
  for (let at = 0; at < changes; at += 1) {
    const from = random.below(text.length + 1);
    const to = random.chance(0.5) ? from : Math.min(text.length, from + random.below(4));
    const piece = random.chance(0.3) ? '' : random.pick(random.chance(0.6) ? INLINES : PREFIXES);
    text = text.slice(0, from) + piece + text.slice(to);
  }
  return text;
}
