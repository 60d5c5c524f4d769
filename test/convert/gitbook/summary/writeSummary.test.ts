import assert from 'node:assert/strict';
import { readSummary } from '../../../../server/src/convert/gitbook/summary/readSummary.js';
import {
  MAX_SUMMARY_LENGTH,
  type SummaryNode,
  type SummaryTree,
} from '../../../../server/src/convert/gitbook/summary/SummaryTree.js';
import { writeSummary } from '../../../../server/src/convert/gitbook/summary/writeSummary.js';

const page = (title: string, path: string, nodes: readonly SummaryNode[] = []): SummaryNode => ({
  kind: 'page',
  title,
  path,
  nodes,
});
const top = (...nodes: readonly SummaryNode[]): SummaryTree => ({ nodes, groups: [] });

/** Writes a tree into a text and expects that it could be written. */
function write(text: string | undefined, tree: SummaryTree, path?: string): string {
  const written = writeSummary(text, tree, path === undefined ? {} : { path });
  assert.deepEqual(written.problems, []);
  return written.text;
}

/** Writes the tree of a text into it, changed as plain data. */
function edit(
  text: string,
  change: (nodes: SummaryNode[], groups: SummaryTree['groups']) => readonly SummaryNode[] | undefined,
): string {
  const { tree } = readSummary(text);
  const nodes = tree.nodes.flatMap((node) => (node.kind === 'title' ? [] : [node]));
  const titles = tree.nodes.filter(({ kind }) => kind === 'title');
  return write(text, { nodes: [...titles, ...(change(nodes, tree.groups) ?? nodes)], groups: tree.groups });
}

suite('writeSummary', () => {
  test('writes a new file in the form that GitBook writes', () => {
    const tree: SummaryTree = {
      nodes: [
        { kind: 'title', title: 'Table of contents' },
        page('Start', 'README.md', [
          { ...page('Step [1]', 'a b/step.md'), linkTitle: 'One "1"' } as SummaryNode,
        ]),
        { kind: 'link', title: 'Site', url: 'https://example.org/a b', nodes: [] },
      ],
      groups: [
        {
          kind: 'group',
          title: 'Part #',
          anchor: 'part',
          nodes: [{ kind: 'text', title: '1. Later', nodes: [page('Up', 'up.md')] }],
        },
        {
          kind: 'separator',
          nodes: [{ kind: 'source', item: true, source: '* ```\n  a\n\n  ```', nodes: [] }],
        },
        { kind: 'group', title: '', nodes: [] },
      ],
    };
    const text =
      '# Table of contents\n\n* [Start](README.md)\n  * [Step \\[1\\]](<a b/step.md> "One \\"1\\"")\n' +
      '* [Site](<https://example.org/a b>)\n\n## Part \\# <a href="#part" id="part"></a>\n\n* 1\\. Later\n  * [Up](up.md)\n\n' +
      '***\n\n* ```\n  a\n\n  ```\n\n##\n';
    assert.equal(write(undefined, tree), text);
    assert.equal(write('', tree), text);
    assert.equal(write('\ufeff', tree), `\ufeff${text}`);
    assert.equal(write('---\na: b\n---', tree), `---\na: b\n---\n${text}`);
    assert.equal(write('\n\n', { nodes: [], groups: [] }), '\n\n');
    assert.equal(write('* [A](a.md)\n', { nodes: [], groups: [] }), '');
  });

  test('writes paths relative to the folder of the file', () => {
    const tree = top(
      page('A', 'docs/a.md'),
      page('B', 'b.md'),
      page('C', 'docs/x/c:d.md'),
      page('D', 'docs/d:e.md'),
    );
    const text = '* [A](a.md)\n* [B](../b.md)\n* [C](x/c:d.md)\n* [D](./d:e.md)\n';
    assert.equal(write(undefined, tree, 'docs/SUMMARY.md'), text);
  });

  test('follows the bullets, indentation, line ends and destinations of the file', () => {
    const add = (text: string): string =>
      edit(text, (nodes) =>
        nodes.map((node, at) =>
          at === 0 ? { ...node, nodes: [...node.nodes, page('N ü', 'n ü.md')] } : node,
        ),
      );
    assert.equal(
      add('- [A](./a%20b.md)\r\n- [B](./b.md)\r\n'),
      '- [A](./a%20b.md)\r\n  - [N ü](./n%20ü.md)\r\n- [B](./b.md)\r\n',
    );
    assert.equal(
      add('*   [A](%C3%BC.md)\n\n*   [B](../SUMMARY.md)'),
      '*   [A](%C3%BC.md)\n\n    *   [N ü](<n %C3%BC.md>)\n\n*   [B](../SUMMARY.md)',
    );
    assert.equal(
      add('* [A](a.md)\n* [B](b.md)\n\t* [C](c.md)\n'),
      '* [A](a.md)\n\t* [N ü](<n ü.md>)\n* [B](b.md)\n\t* [C](c.md)\n',
    );
    assert.equal(
      add('9. [A](a.md)\n10. [B](b.md)\n'),
      '9. [A](a.md)\n   1. [N ü](<n ü.md>)\n10. [B](b.md)\n',
    );
    assert.equal(
      add('* [A](a.md)\n    1) [B](b.md)\n'),
      '* [A](a.md)\n    1) [B](b.md)\n    2) [N ü](<n ü.md>)\n',
    );
  });

  test('changes title, destination and short title alone', () => {
    const change = (text: string, fields: object): string =>
      edit(text, (nodes) => nodes.map((node) => ({ ...node, ...fields })));
    const old = "* see [A *b*]( <a.md#x>  'T' ) or not\n";
    assert.equal(change(old, { title: 'B' }), "* see [B]( <a.md#x>  'T' ) or not\n");
    assert.equal(change(old, { path: 'c d.md' }), "* see [A *b*]( <c d.md#x>  'T' ) or not\n");
    assert.equal(change(old, { suffix: undefined }), "* see [A *b*]( a.md  'T' ) or not\n");
    assert.equal(change(old, { linkTitle: 'U' }), '* see [A *b*]( <a.md#x> "U" ) or not\n');
    assert.equal(change(old, { linkTitle: undefined }), '* see [A *b*]( <a.md#x> ) or not\n');
    assert.equal(change('* [A](a%20b.md)\n', { path: 'c d.md' }), '* [A](c%20d.md)\n');
    assert.equal(
      edit('* [A](a%20b.md)\n* [B](<b>)\n* [C](c.md)\n', (nodes) =>
        nodes.map((node) => (node.kind === 'page' ? { ...node, path: `x ${node.path}` } : node)),
      ),
      '* [A](x%20a%20b.md)\n* [B](<x b>)\n* [C](x%20c.md)\n',
    );
    assert.equal(change('* [A]()\n', { title: 'B' }), '* [B]()\n');
    assert.equal(change('* [A]()\n', { linkTitle: 'U' }), '* [A](<> "U")\n');
    assert.equal(change('* <https://a.org>\n', { title: 'B' }), '* [B](https://a.org)\n');
    assert.equal(change('* [A](https://a.org) x\n', { url: 'https://b.org' }), '* [A](https://b.org) x\n');
    assert.equal(change('* A\n  b\n', { title: 'C' }), '* C\n');
    assert.equal(change('* A\n', { kind: 'page', path: 'a.md' }), '* [A](a.md)\n');
    assert.equal(change('* x [A](a.md)\n', { kind: 'text' }), '* A\n');
    assert.equal(change('*\n', { title: 'A' }), '* A\n');
    assert.equal(change('* ```\n  a\n  ```\n', { source: '* ```\n  b\n  ```' }), '* ```\n  b\n  ```\n');
  });

  test('changes headings in place', () => {
    const change = (text: string, fields: object, title = 'T'): string => {
      const { tree } = readSummary(text);
      const nodes = tree.nodes.map((node) => (node.kind === 'title' ? { ...node, title } : node));
      return write(text, {
        nodes,
        groups: tree.groups.map((group) => ({ ...group, ...fields })),
      });
    };
    const old = '#  T  ##\n\n### Part *one* <a id="x"></a> #\n* [A](a.md)\n';
    assert.equal(change(old, {}, 'New'), old.replace('T', 'New'));
    assert.equal(change(old, { title: '2. Two' }), old.replace('Part *one*', '2. Two'));
    assert.equal(
      change(old, { anchor: 'y' }),
      old.replace('*one* <a id="x"></a>', 'one <a href="#y" id="y"></a>'),
    );
    assert.equal(change(old, { anchor: undefined }), old.replace('*one* <a id="x"></a>', 'one'));
    assert.equal(change(old, { kind: 'separator' }), '#  T  ##\n\n***\n\n* [A](a.md)\n');
    assert.equal(change('Part\none\n---\n', { title: '- a' }), '\\- a\n---\n');
    assert.equal(change('* * *\n\n* [A](a.md)\n', { kind: 'group', title: 'G' }), '## G\n\n* [A](a.md)\n');
  });

  test('renames a group whose entries stay, and follows a group that moves', () => {
    const old = '## A <a id="a"></a>\n\n* [X](x.md)\n\n---\n\n* [Y](y.md)\n\n## C\n\n* [Z](z.md)\n';
    const { groups } = readSummary(old).tree;
    const renamed = groups.map((group) =>
      group.kind === 'group' && group.title === 'A'
        ? { ...group, title: 'B', place: { start: 1, end: 1 } }
        : group,
    );
    assert.equal(write(old, { nodes: [], groups: renamed }), old.replace('A <', 'B <'));
    assert.equal(
      write(old, { nodes: [], groups: [...groups].reverse() }),
      '## C\n\n* [Z](z.md)\n\n---\n\n* [Y](y.md)\n\n## A <a id="a"></a>\n\n* [X](x.md)\n',
    );
  });

  test('indents what moves to another depth, with all its lines', () => {
    const old = '* [A](a.md)\n* [B](b.md)\n  * ```\n    x\n\n      y\n    ```\n\n  note\n* [C](c.md)\n';
    assert.equal(
      edit(old, ([a, b, c]) => [{ ...a!, nodes: [b!] }, c!]),
      '* [A](a.md)\n  * [B](b.md)\n    * ```\n      x\n\n        y\n      ```\n\n    note\n* [C](c.md)\n',
    );
    const tabs = '*\t[A](a.md)\n*\t[B](b.md)\n\t*\t[C](c.md)\n\t\t*\t[D](d.md)\n';
    assert.equal(
      edit(tabs, ([a, b]) => [
        { ...a!, nodes: b!.nodes },
        { ...b!, nodes: [] },
      ]),
      '*\t[A](a.md)\n\t*\t[C](c.md)\n\t\t*\t[D](d.md)\n*\t[B](b.md)\n',
    );
    assert.equal(
      edit(tabs, ([a, b]) => [a!, { ...b!, nodes: [] }, ...b!.nodes]),
      '*\t[A](a.md)\n*\t[B](b.md)\n*   [C](c.md)\n\t*   [D](d.md)\n',
    );
  });

  test('keeps lines that go on with a paragraph in it, wherever it moves', () => {
    const old = '* [A](a.md)\n  * [B](b.md)\n        2. x\n        y\n';
    assert.equal(
      edit(old, ([a]) => [{ ...a!, nodes: [] }, ...a!.nodes]),
      '* [A](a.md)\n* [B](b.md)\n      2. x\n      y\n',
    );
    const lazy = '* [A](a.md)\n  * [B](b.md)\n     - x\ny\n';
    assert.equal(
      edit(lazy, ([a]) => [{ ...a!, nodes: [] }, ...a!.nodes]),
      '* [A](a.md)\n* [B](b.md)\n   - x\ny\n',
    );
  });

  test('numbers an entry 1 that has to follow a line of text', () => {
    const old = '* [A](a.md)\n  1. [B](b.md)\n  2. [C](c.md)\n  10.  [D](d.md)\n     * [E](e.md)\n';
    const below = (keep: (nodes: readonly SummaryNode[]) => readonly SummaryNode[]): string =>
      edit(old, ([a]) => [{ ...a!, nodes: keep(a!.nodes) }]);
    assert.equal(
      below((nodes) => nodes.slice(1)),
      '* [A](a.md)\n  1. [C](c.md)\n  10.  [D](d.md)\n     * [E](e.md)\n',
    );
    assert.equal(
      below((nodes) => nodes.slice(2)),
      '* [A](a.md)\n  1.   [D](d.md)\n     * [E](e.md)\n'.replace('     *', '     *'),
    );
  });

  test('takes entries that share a line apart only where it must', () => {
    const old = '* * [A](a.md)\n  * [B](b.md)\n* [C](c.md)\n';
    assert.equal(
      edit(old, ([x, c]) => [c!, x!]),
      '* [C](c.md)\n* * [A](a.md)\n  * [B](b.md)\n',
    );
    const renamed = edit(old, ([x, c]) => [
      { ...x!, nodes: x!.nodes.map((node) => ({ ...node, title: 'N' }) as SummaryNode) },
      c!,
    ]);
    assert.equal(renamed, '* * [N](a.md)\n  * [N](b.md)\n* [C](c.md)\n');
    const turned = edit(old, ([x, c]) => [{ ...x!, nodes: [...x!.nodes].reverse() }, c!]);
    assert.deepEqual(readSummary(turned).tree.nodes.length, 2);
    assert.match(turned, /\n {2}\* \[B\]\(b\.md\)\n {2}\* \[A\]\(a\.md\)\n\* \[C\]/);
    assert.match(
      edit(old, ([x, c]) => [...x!.nodes, c!]),
      /^\* \[A\]\(a\.md\)\n\* \[B\]\(b\.md\)\n\* \[C\]\(c\.md\)\n$/,
    );
    assert.match(
      edit(old, ([x, c]) => [{ ...c!, nodes: [x!] }]),
      /^\* \[C\]\(c\.md\)\n {2}\* /,
    );
  });

  test('keeps what it does not know apart from what is put beside it', () => {
    const note = 'Note\n\n* [A](a.md)\n\nMore\n\n<!-- end -->\n';
    const add = (at: number): string =>
      edit(note, (nodes) => [...nodes.slice(0, at), page('N', 'n.md'), ...nodes.slice(at)]);
    assert.equal(add(0), '* [N](n.md)\n\nNote\n\n* [A](a.md)\n\nMore\n\n<!-- end -->\n');
    assert.equal(add(1), 'Note\n\n* [N](n.md)\n* [A](a.md)\n\nMore\n\n<!-- end -->\n');
    assert.equal(add(2), 'Note\n\n* [A](a.md)\n* [N](n.md)\n\nMore\n\n<!-- end -->\n');
    assert.equal(add(4), 'Note\n\n* [A](a.md)\n\nMore\n\n<!-- end -->\n\n* [N](n.md)\n');
    const tight = '# T\nPara\n* [A](a.md)\n';
    assert.equal(
      edit(tight, (nodes) => [nodes[1]!, nodes[0]!]),
      '# T\n* [A](a.md)\n\nPara\n',
    );
  });

  test('writes all anew where lines of the old file cannot stand beside new ones', () => {
    const old = '* [A](a.md)\n* [B](b.md)\n\nOne\ntwo\n---\n* [C](c.md)\n';
    const tight = old.replace('[B](b.md)\n\n', '').replace('* \n', '');
    assert.equal(tight, '* [A](a.md)\n* One\ntwo\n---\n* [C](c.md)\n');
    const { groups } = readSummary(old).tree;
    assert.equal(
      write(old, { nodes: [page('B', 'b.md')], groups }),
      '* [B](b.md)\n\nOne\ntwo\n---\n* [C](c.md)\n',
    );
    assert.equal(
      write('# T\nPart\n---\n', {
        nodes: [page('A', 'a.md')],
        groups: readSummary('# T\nPart\n---\n').tree.groups,
      }),
      '* [A](a.md)\n\n## Part\n',
    );
  });

  test('leaves the text where the tree cannot be written, and says so', () => {
    const refused = (text: string | undefined, tree: SummaryTree): void => {
      const { text: after, problems } = writeSummary(text, tree);
      assert.equal(after, text ?? '');
      assert.deepEqual(
        problems.map(({ code, start, end }) => [code, start, end]),
        [['summary-not-writable', 0, after.length]],
      );
    };
    for (const path of ['', '/a.md', '../a.md', 'a\\b.md', 'a/', 'a//b.md', './a.md'])
      refused('* [X](x.md)\n', top(page('A', path)));
    const { nodes } = readSummary('<!-- open\n').tree;
    refused('<!-- open\n', { nodes, groups: [{ kind: 'separator', nodes: [] }] });
    refused('a'.repeat(MAX_SUMMARY_LENGTH + 1), top(page('A', 'a.md')));
    let deep = page('A', 'a.md');
    for (let depth = 0; depth < 5000; depth += 1) deep = { kind: 'text', title: 'x', nodes: [deep] };
    refused(undefined, top(deep));
    for (const group of [{ nodes: [deep] }, { anchor: 'a"b', nodes: [] }])
      refused(undefined, { nodes: [], groups: [{ kind: 'group', title: 'x', ...group }] });
  });
});
