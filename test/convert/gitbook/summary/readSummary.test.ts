import assert from 'node:assert/strict';
import { readSummary } from '../../../../server/src/convert/gitbook/summary/readSummary.js';
import {
  MAX_SUMMARY_LENGTH,
  type SummaryNode,
  type SummaryTree,
} from '../../../../server/src/convert/gitbook/summary/SummaryTree.js';

/** A tree as lines: indentation, kind, title or source, where it leads. */
function sketch(tree: SummaryTree): readonly string[] {
  const lines: string[] = [];
  const add = (node: SummaryTree['nodes'][number] | SummaryNode, depth: number): void => {
    const words = node.kind === 'source' ? JSON.stringify(node.source) : node.title;
    const target =
      node.kind === 'page' ? `${node.path}${node.suffix ?? ''}` : node.kind === 'link' ? node.url : '';
    const short = 'linkTitle' in node ? `"${node.linkTitle}"` : '';
    lines.push(
      ['  '.repeat(depth) + node.kind, words, target, short].filter((part) => part !== '').join(' '),
    );
    if (node.kind !== 'title') for (const child of node.nodes) add(child, depth + 1);
  };
  for (const node of tree.nodes) add(node, 0);
  for (const group of tree.groups) {
    lines.push(
      group.kind === 'group'
        ? `group ${group.title}${group.anchor === undefined ? '' : ` #${group.anchor}`}`
        : 'separator',
    );
    for (const node of group.nodes) add(node, 1);
  }
  return lines;
}

const read = (text: string, path?: string): readonly string[] =>
  sketch(readSummary(text, path === undefined ? {} : { path }).tree);
const codes = (text: string, path?: string): readonly string[] =>
  readSummary(text, path === undefined ? {} : { path }).problems.map(
    ({ code, start, end }) => `${code} ${JSON.stringify(text.slice(start, end))}`,
  );

suite('readSummary', () => {
  test('reads no link to a destination that nests parentheses deeper than cmark does', () => {
    const nested = (depth: number): string => `${'('.repeat(depth)}a${')'.repeat(depth)}.md`;
    assert.deepEqual(read(`* [One](${nested(32)})\n* [Two](${nested(33)})\n`), [
      `page One ${nested(32)}`,
      `text [Two](${nested(33)})`,
    ]);
  });

  test('reads title, groups, separators, pages, links and entries without a link', () => {
    const text =
      '# Table of contents\n\n* [Start](README.md)\n\n## First part <a href="#one" id="one"></a>\n\n' +
      '* [Guide](guide/README.md "Short")\n  * [Step](guide/step.md#first)\n  * Later\n    * [Site](https://example.org)\n\n' +
      '***\n\n* [Last](last.md)\n';
    assert.deepEqual(read(text), [
      'title Table of contents',
      'page Start README.md',
      'group First part #one',
      '  page Guide guide/README.md "Short"',
      '    page Step guide/step.md#first',
      '    text Later',
      '      link Site https://example.org',
      'separator',
      '  page Last last.md',
    ]);
    assert.deepEqual(codes(text), []);
  });

  test('reads every bullet, numbers, tabs and wide indentation', () => {
    const text =
      '- [A](a.md)\n    - [B](b.md)\n+ [C](c.md)\n1. [D](d.md)\n\t1) [E](e.md)\n10. [F](f.md)\n\n        2. [G](g.md)\n';
    assert.deepEqual(read(text), [
      'page A a.md',
      '  page B b.md',
      'page C c.md',
      'page D d.md',
      '  page E e.md',
      'page F f.md',
      '  source "    2. [G](g.md)"',
    ]);
    assert.deepEqual(read('*\t[A](a.md)\n\t- [B](b.md)\n\t\t+ [C](c.md)\n'), [
      'page A a.md',
      '  page B b.md',
      '    page C c.md',
    ]);
  });

  test('gives exact places whatever the line ends, behind a byte order mark and front matter', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      for (const head of ['', '\ufeff', `---${eol}a: b${eol}---${eol}`]) {
        const text = `${head}## My part <a id="p"></a>${eol}* [One](<a b.md> 'x')${eol}  * - Two${eol}${eol}<!-- c${eol}${eol}d -->${eol}`;
        const { tree } = readSummary(text);
        const [group] = tree.groups;
        const [entry, comment] = group?.nodes ?? [];
        const cut = (span: { start: number; end: number } | undefined): string | undefined =>
          span && text.slice(span.start, span.end);
        assert.equal(cut(group?.place), '## My part <a id="p"></a>');
        assert.equal(cut(group?.place?.title), 'My part');
        assert.equal(cut(entry?.place), "* [One](<a b.md> 'x')");
        assert.equal(cut(entry?.place?.title), 'One');
        assert.equal(cut(entry?.place?.destination), '<a b.md>');
        assert.equal(cut(entry?.place?.linkTitle), "'x'");
        const outer = entry?.kind === 'page' ? entry.nodes[0] : undefined;
        assert.equal(cut(outer?.place), '* ');
        const inner = outer?.kind === 'text' ? outer.nodes[0] : undefined;
        assert.equal(cut(inner?.place), '- Two');
        assert.equal(cut(inner?.place?.title), 'Two');
        assert.equal(cut(comment?.place), `<!-- c${eol}${eol}d -->`);
      }
    }
  });

  test('reads titles as what they say', () => {
    assert.deepEqual(
      read(
        '* [Guide \\[2026\\] & *more*  `x` &amp; ![pic](p.png) _a_b <b>y</b>](a.md)\n* ` a ` ` ` ` b` &#xD800;&#0;&#x110000;&#x41;&nope;&toString; <a b=> <!--->z\n* **Bold** text\\\n  on **\n* <https://example.org/?a>\n* <me@example.org>\n* [see <https://a.org> *x*](b.md)\n* ![x](y.png)\n',
      ),
      [
        'page Guide [2026] & more x & pic _a_b y a.md',
        'text a b \ufffd\ufffd\ufffdA&nope;&toString; <a b=> z',
        'text Bold text on **',
        'link https://example.org/?a https://example.org/?a',
        'link me@example.org mailto:me@example.org',
        'page see https://a.org x b.md',
        'text x',
      ],
    );
  });

  test('tells HTML from text that looks like it', () => {
    const html = [
      '<a b=c d = "e" f=\'g\' h/>',
      '</a >',
      '<!--->',
      '<!-->',
      '<!-- - -->',
      '<?a?>',
      '<!A b>',
      '<![CDATA[ > ]]>',
    ];
    for (const tag of html) assert.deepEqual(read(`* x${tag}y`), ['text xy']);
    const text = ['<a b=`c`>', '<a b=>', '<a b=c"d>', '<1>', '</1>', '<a/ >', '<!1>', '<a b="c>'];
    for (const tag of text) assert.deepEqual(read(`* x${tag}y`), [`text x${tag.replaceAll('`', '')}y`]);
  });

  test('keeps what is no entry as source, without its indentation', () => {
    const text =
      'Intro\n\n* [API](api.md)\n  * ```yaml\n    a: 1\n\n    ```\n\n  more\n\n      code\n\n  > quote\n\n  <div>\n  </div>\n\n  # no\n\n##### deep\n';
    assert.deepEqual(read(text), [
      'source "Intro"',
      'page API api.md',
      '  source "* ```yaml\\n  a: 1\\n\\n  ```"',
      '  source "more"',
      '  source "    code"',
      '  source "> quote"',
      '  source "<div>\\n</div>"',
      '  source "# no"',
      'source "##### deep"',
    ]);
    assert.equal(codes(text).length, 8);
  });

  test('reads headings of both kinds; the first of level 1 is the title if no entry stands above it', () => {
    const text = 'Contents\n===\n\nPart\none\n---\n* a\n\n# Second\n\n### Third #\n\n#### [Four](x.md) x\n';
    assert.deepEqual(read(text), [
      'title Contents',
      'group Part one',
      '  text a',
      '  source "# Second"',
      'group Third',
      'group Four x',
    ]);
    assert.deepEqual(codes(text), [
      'summary-second-title "# Second"',
      'summary-unknown "# Second"',
      'summary-ignored-text "#### [Four](x.md) x"',
    ]);
    assert.deepEqual(read('##\n\n## <a id="x"></a>\n\n## C\\#\n'), ['group ', 'group  #x', 'group C#']);
  });

  test('resolves paths against the folder of the file, decoded', () => {
    const text = '* [A](../a%20b.md)\n* [B](./x//y/../%C3%BC.md)\n* [C](100%.md)\n* [D](c%3Fd%23.md?q#h)\n';
    assert.deepEqual(read(text, 'docs/SUMMARY.md'), [
      'page A a b.md',
      'page B docs/x/ü.md',
      'page C docs/100%.md',
      'page D docs/c?d#.md?q#h',
    ]);
    assert.deepEqual(codes(text, 'docs/SUMMARY.md'), ['summary-bad-encoding "* [C](100%.md)"']);
  });

  test('says what is odd, and where', () => {
    const odd = [
      ['* [A](/a.md)', 'summary-absolute'],
      ['* [A](C:/a.md)', 'summary-absolute'],
      ['* [A](../a.md)', 'summary-outside'],
      ['* [A](%2e%2e/a.md)', 'summary-outside'],
      ['* [A](a/)', 'summary-folder'],
      ['* [A](a/..)', 'summary-folder'],
      ['* [A](.)', 'summary-folder'],
      ['* [A](a\\b.md)', 'summary-unsafe-path'],
      ['* [A](a%00.md)', 'summary-unsafe-path'],
      ['* [A]()', 'summary-empty-link'],
      ['* [A](#b)', 'summary-empty-link'],
      ['* [A](?b)', 'summary-empty-link'],
      ['* [A](a.md) more', 'summary-ignored-text'],
      ['* [A](a.md)[B](b.md)', 'summary-ignored-text'],
      ['text', 'summary-unknown'],
      ['* # A', 'summary-unknown'],
    ] as const;
    for (const [text, code] of odd) assert.deepEqual(codes(text), [`${code} ${JSON.stringify(text)}`]);
    assert.deepEqual(codes('* [A](a.md)\n* [B](a.md#b)\n* [C](a.md)'), ['summary-duplicate "* [C](a.md)"']);
    assert.deepEqual(codes('<!-- c -->\n* ![x](a.md) [A](//example.org)'), [
      'summary-ignored-text "* ![x](a.md) [A](//example.org)"',
    ]);
    for (const { message } of readSummary('* [A](/a.md)').problems) assert.match(message, /absolute/);
  });

  test('ends with problems on what is too large or too deep', () => {
    const large = readSummary('*'.repeat(MAX_SUMMARY_LENGTH + 1));
    assert.deepEqual(
      large.problems.map(({ code }) => code),
      ['summary-too-large'],
    );
    assert.deepEqual(large.tree, { nodes: [], groups: [] });
    const deep = `${'* '.repeat(5000)}a`;
    assert.deepEqual(
      readSummary(deep).problems.map(({ code }) => code),
      ['summary-too-deep'],
    );
    const quotes = `${'>'.repeat(5000)}a`;
    assert.deepEqual(
      readSummary(quotes).problems.map(({ code }) => code),
      ['summary-unknown', 'summary-too-deep'],
    );
  });

  test('takes hostile texts in linear time', () => {
    const pieces = [
      '[',
      '![',
      '](',
      '[a](',
      '[a](b',
      '[a](<b',
      '[a](b "',
      "[a](b '",
      '[a](b (c',
      '*a**b',
      '_a__',
      '`',
      '`a``',
      '<',
      '<a ',
      '<a b="',
      "<a b='",
      '<!--',
      '<?',
      '<![CDATA[',
      '<!A',
      '<a@b',
      '<a:',
      '&',
      '&#',
      '\\',
      '!',
      '* ',
      '- a\n',
      '>',
      '> ',
      '\t',
      ' ',
      '\n',
      '\r',
      '#',
      '# ',
      '```\n',
      '~~~',
      '<div>\n',
      '---\n',
      '1. ',
      '[a]: b\n',
      '[a](b)',
      '![a](b',
      '[![a](b)',
      '<a>',
      'id="',
      '  * [A](a.md)\n',
      '\ufeff',
      '\0',
      '\ud800',
    ];
    for (const piece of pieces) {
      for (const head of ['* ', '## ', '']) {
        const text = `${head}${piece.repeat(Math.ceil(100_000 / piece.length))}`;
        assert.ok(readSummary(text).tree.nodes.length >= 0);
      }
    }
  });
});
