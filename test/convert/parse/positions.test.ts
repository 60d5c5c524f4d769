import assert from 'node:assert/strict';
import { tests as examples } from 'commonmark-spec';
import { parse } from '../../../server/src/convert/parse/parse.js';
import { CORE_SEEDS, GFM_SEEDS } from '../support/oracle/fuzzSeeds.js';
import { fuzzText, gfmFuzzText } from '../support/oracle/fuzzText.js';
import { positionProblems } from '../support/oracle/positionProblems.js';

function assertPositions(source: string): void {
  assert.deepEqual(positionProblems(parse(source), source), [], JSON.stringify(source));
}

suite('parser: offsets', () => {
  test("stand right in CommonMark's examples", () => {
    for (const { markdown } of examples) assertPositions(markdown.replaceAll('→', '\t'));
  });

  test('stand right in generated texts', function () {
    this.timeout(120_000);
    for (let seed = 0; seed < CORE_SEEDS; seed += 1) assertPositions(fuzzText(seed));
  });

  test('stand right in generated texts of GFM', function () {
    this.timeout(120_000);
    for (let seed = 0; seed < GFM_SEEDS; seed += 1) assertPositions(gfmFuzzText(seed));
  });

  const odd: readonly (readonly [name: string, source: string])[] = [
    ['an empty text', ''],
    ['blank lines alone', ' \n\t\n\n'],
    ['no final line feed', '# a\n\nb'],
    ['null characters', 'a\0b\n\n# \0\n\n`\0`\n\n\0\n'],
    ['halves of surrogate pairs', 'a\ud800b *\udc00* `\ud83d`\n\n- \udfff\n'],
    ['wide characters', '😀 *😀* 你\n\n> 😀\n> [😀](😀)\n'],
    ['tabs', '-\ta\n\n\t\tb\n\n>\t- c\n>\n>\t\td\n'],
    ['a byte order mark inside', 'a\n\n\ufeff# b\n'],
  ];
  for (const [name, source] of odd) {
    test(`stand right with ${name}`, () => {
      assertPositions(source);
    });
  }

  const exact: readonly (readonly [source: string, type: string, slices: readonly string[]])[] = [
    ['   a  \n   b   \n\nc', 'paragraph', ['a  \n   b   ', 'c']],
    ['    a\n     b\n\n\n    c\n\n', 'code', ['    a\n     b\n\n\n    c']],
    ['- a\n\n  b\n\n\n- c\n\n', 'listItem', ['- a\n\n  b', '- c']],
    ['- a\n\n  b\n\n\n- c\n\n', 'list', ['- a\n\n  b\n\n\n- c']],
    ['> a\nb\n>\n\nc', 'blockquote', ['> a\nb\n>']],
    ['# a #  \n\n   ## b\n\na\n===  \n', 'heading', ['# a #  ', '## b', 'a\n===  ']],
    ['```js m\na\n```  \n', 'code', ['```js m\na\n```  ']],
    ['> ```\n> a\n\nb', 'code', ['```\n> a']],
    ['  <div>  \n  x  \n\n', 'html', ['  <div>  \n  x  ']],
    ['[a]: b "t"  \n\n[a]\n', 'definition', ['[a]: b "t"  ']],
    ['[a]: b\nc\n===\n', 'heading', ['c\n===']],
    ['-\n  a\n-\n', 'listItem', ['-\n  a', '-']],
    ['a  \nb \\\n c  \n', 'text', ['a', 'b ', 'c']],
    ['a  \nb \\\n c  \n', 'break', ['  \n', '\\\n']],
    ['*a **b***c\n', 'strong', ['**b**']],
    ['*a **b***c\n', 'emphasis', ['*a **b***']],
    ['[a *b*](c "d") ![x](y) <uv:w> www.a.b\n', 'link', ['[a *b*](c "d")', '<uv:w>', 'www.a.b']],
    ['| a | b |\n|---|---|\n| `c` | d |\n', 'tableRow', ['| a | b |', '| `c` | d |']],
    ['- [ ] a\n- [x] *b*\n', 'paragraph', ['a', '*b*']],
    ['a[^1]\n\n[^1]: b\n\n    c\n\nd', 'footnoteDefinition', ['[^1]: b\n\n    c']],
  ];
  for (const [source, type, slices] of exact) {
    test(`of each ${type} in ${JSON.stringify(source)}`, () => {
      assert.deepEqual(slicesOf(source, type), slices);
    });
  }
});

/** Sources of the nodes of a type, in the order in which they begin. */
function slicesOf(source: string, type: string): readonly string[] {
  const found: { readonly start: number; readonly slice: string }[] = [];
  const visit = (node: ReturnType<typeof parse> | ReturnType<typeof parse>['children'][number]): void => {
    const [start, end] = [node.position?.start.offset ?? NaN, node.position?.end.offset ?? NaN];
    if (node.type === type) found.push({ start, slice: source.slice(start, end) });
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parse(source));
  return found.sort((a, b) => a.start - b.start).map(({ slice }) => slice);
}
