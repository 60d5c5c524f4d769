import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dialectTraits } from '../../../server/src/convert/dialects.js';
import { readBody } from '../../../server/src/convert/read/readBody.js';
import {
  isLocalChange,
  lostBlocks,
  type WrittenBlock,
} from '../../../server/src/convert/verify/verifyWindow.js';

const TRAITS = dialectTraits();

/** Pieces of Markdown that run into each other wherever they can. */
const PIECES = [
  ...[
    'a',
    'a\nb',
    '  a',
    '\ta',
    'a\\',
    'a  ',
    '&nbsp;',
    'a | b',
    '# h',
    '##',
    'h\n===',
    'h\n---',
    '===',
    '---',
    '***',
  ],
  ...[
    '- a',
    '- a\n- b',
    '- a\n\n- b',
    '-',
    '- a\n  - b',
    '- a\nlazy',
    '* a',
    '+ a',
    '- [ ] t',
    '-\ta',
    '- # h',
    '- ```\n  x',
  ],
  ...[
    '1. a',
    '2. b',
    '1) a',
    '1.',
    '3. a\n\n   b',
    '1. - a',
    '> a',
    '> a\nlazy',
    '> - a',
    '> ```\n> x',
    '>',
    '> # h\n> a',
  ],
  ...[
    '    x',
    '    x\n\n    y',
    '```\nx\n```',
    '```\nx',
    '```',
    '~~~\nx\n~~~',
    '````\n```\n````',
    '$$\nm\n$$',
    '$$',
    '$$\nm',
  ],
  ...['| a | b |\n|---|---|\n| c | d |', '|---|', '| c | d |', '|-', 'a\n| b |\n|---|', '- | a |\n  |---|'],
  ...[
    '<div>',
    '</div>',
    '<div>\na\n</div>',
    '<b>',
    '<!-- a -->',
    '<!--',
    '-->',
    '<?',
    '<x-y>\n\na',
    '- <div>',
    '> <div>',
  ],
  ...[
    '<details>\n<summary>s</summary>',
    '</details>',
    '<table>\n<tr>\n<td>',
    '</td>\n</tr>\n</table>',
    '<table>\n<tr>\n<td>x</td>\n</tr>',
  ],
  ...[
    '[a]: /u',
    '[a]',
    '[b] [c][a]',
    '![a]',
    '[a]:',
    '/u',
    '"t"',
    '> [a]: /v',
    '- [b]: /u',
    '[^1]: note',
    '[^1]: n\n\n    m',
    'x[^1]',
  ],
  ...['{% hint %}', '{% endhint %}', ':::note', ':::', '::youtube{src=x}', '> [!NOTE]\n> a'],
  ...[
    '<!-- docbridge:{"textAlign":"center"} -->',
    '<!-- docbridge:{"empty":true} -->',
    '<!-- docbridge:{"as":"callout"} -->',
  ],
] as const;
const GAPS = ['\n', '\n', '\n\n', '\n\n', '\n\n\n', '\n \n', '\n\t\n', '\n    \n'] as const;

const piece = fc.constantFrom(...PIECES);
const gap = fc.constantFrom(...GAPS);
const pieces = (least: number, most: number): fc.Arbitrary<readonly (readonly [string, string])[]> =>
  fc.array(fc.tuple(gap, piece), { minLength: least, maxLength: most });

/** The blocks of a text, each with the gap above it. */
function blocksOf(text: string): readonly WrittenBlock[] {
  const { blocks } = readBody(text, TRAITS);
  return blocks.map(({ node, start, end }, index) => ({
    node,
    gap: text.slice(blocks[index - 1]?.end ?? start, start),
    text: text.slice(start, end),
  }));
}

suite('the verification of a window', () => {
  test('accepts what that of the whole document accepts, and nothing else', () => {
    const seen = { accepted: 0, refused: 0, unsure: 0 };
    fc.assert(
      fc.property(pieces(2, 8), pieces(0, 2), fc.nat(7), fc.nat(2), gap, (base, put, place, out, below) => {
        const text = base
          .map(([between, part]) => between + part)
          .join('')
          .trimStart();
        const { labels } = readBody(text, TRAITS);
        const before = blocksOf(text);
        const from = Math.min(place, before.length);
        const to = Math.min(from + out, before.length);
        const fresh = put.flatMap(([between, part]): readonly WrittenBlock[] => {
          const [only, ...more] = readBody(part, TRAITS, { known: labels }).blocks;
          if (only === undefined || more.length > 0) return [];
          return [{ node: only.node, gap: between, text: part }];
        });
        const next = before[to];
        const rest = next === undefined ? [] : [{ ...next, gap: below }, ...before.slice(to + 1)];
        const [first, ...others] = [...before.slice(0, from), ...fresh, ...rest];
        if (first === undefined || (fresh.length === 0 && from === to)) return;
        const after = [{ ...first, gap: '' }, ...others];
        const whole = lostBlocks(after, TRAITS).length === 0;
        const rawAbove = before.slice(0, from).some(({ node }) => node.type === 'rawBlock');
        if (!isLocalChange(before.slice(from, to), fresh, rawAbove)) {
          seen.unsure += 1;
          return;
        }
        const [top, ...window] = after.slice(Math.max(0, from - 1), from + fresh.length + 1);
        if (top === undefined) return;
        const shown = [{ ...top, gap: '' }, ...window];
        const lost = lostBlocks(shown, TRAITS, labels);
        // A neighbour that seems lost may be so for want of what stands beyond it: then all is read.
        if (lost.some((at) => !fresh.some(({ node }) => node === shown[at]?.node))) {
          seen.unsure += 1;
          return;
        }
        const part = lost.length === 0;
        assert.equal(part, whole, after.map((block) => `${block.gap}[${block.text}]`).join(''));
        seen[part ? 'accepted' : 'refused'] += 1;
      }),
      { numRuns: 6000 },
    );
    assert.ok(seen.accepted > 500 && seen.refused > 20 && seen.unsure > 500, JSON.stringify(seen));
  });
});
