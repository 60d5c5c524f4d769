import assert from 'node:assert/strict';
import type { Heading, Literal, Root } from 'mdast';
import type { Options } from 'mdast-util-to-markdown';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkNormalizeHeadings from 'remark-normalize-headings';
import remarkParse from 'remark-parse';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import remarkToc from 'remark-toc';
import { unified, type PluggableList, type Processor } from 'unified';
import { VFile } from 'vfile';
import { createProcessor } from '../../../server/src/convert/unified/createProcessor.js';
import { HANDBOOK } from '../support/handbook.js';

const UNTIDY = `---
title: x
---

# A

# A

* a
-  b
+   c

[x]: <http://a.b>
[X]: y "t"

![y]
text  \t
Hard\u00a0break [here] and **__both__** ~~gone~~ https://example.com

| a | b |
|---|:-:|
| [x] | \`c\` |

1. one
3. two

- [ ] todo
- [X] done[^n]

[^n]: Note

~~~
tilde
~~~

\`\`\`
no language
\`\`\`
`;

type Linter = Processor<Root, undefined, undefined, Root, string> | Processor<Root>;

async function lint(processor: Linter, text: string): Promise<readonly object[]> {
  const file = new VFile(text);
  await processor.run(processor.parse(file), file);
  return file.messages.map(({ reason, ruleId, line, column, place }) => ({
    reason,
    ruleId,
    line,
    column,
    place,
  }));
}

const stock = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkPresetLintRecommended)
  .freeze();
const ours = createProcessor({ plugins: [remarkPresetLintRecommended] });

function process(text: string, plugins: PluggableList): string {
  return String(createProcessor({ plugins }).processSync(text));
}

suite('remark plug-ins', () => {
  for (const [name, text, expected] of [
    ['an untidy page', UNTIDY, 7],
    ['a tidy page', HANDBOOK, 0],
    ['a page with carriage returns', UNTIDY.replaceAll('\n', '\r\n'), 7],
  ] as const) {
    test(`remark-lint says of ${name} what it says with remark-parse`, async () => {
      const messages = await lint(ours, text);
      assert.deepEqual(messages, await lint(stock, text));
      assert.equal(messages.length, expected);
    });
  }

  test('remark-lint finds what remark-parse does not see', async () => {
    // micromark reads the list in the quote as text.
    const text = '1. a\n\nb\n> 5) c\n';
    assert.deepEqual(await lint(stock, text), []);
    const [message] = await lint(ours, text);
    assert.deepEqual(message, {
      reason: 'Unexpected ordered list marker `)`, expected `.`',
      ruleId: 'ordered-list-marker-style',
      line: 4,
      column: 4,
      place: { line: 4, column: 4, offset: 11 },
    });
  });

  test('remark-toc changes its section alone', () => {
    const text = '# A\n\n## Contents\n\n* old\n\nB_b\n---\n\n*  c\n\n## D ##\n';
    assert.equal(
      process(text, [remarkToc]),
      '# A\n\n## Contents\n\n* [B_b](#b_b)\n* [D](#d)\n\nB_b\n---\n\n*  c\n\n## D ##\n',
    );
  });

  test('remark-toc inserts where nothing was, in the style of the document', () => {
    const text = '# A\r\n\r\n## Contents\r\n\r\nB\r\n---\r\n\r\n+   c\r\n';
    assert.equal(
      process(text, [remarkToc]),
      '# A\r\n\r\n## Contents\r\n\r\n+   [B](#b)\r\n\r\nB\r\n---\r\n\r\n+   c\r\n',
    );
  });

  test('remark-normalize-headings changes the headings that are wrong', () => {
    const text = 'A_b\n===\n\n*  c\n\n# D_d\n\n\ntext  \n\n# E #\n';
    const after = process(text, [remarkNormalizeHeadings]);
    assert.equal(after, 'A_b\n===\n\n*  c\n\n## D_d\n\n\ntext  \n\n## E ##\n');
  });

  test('plug-ins for syntax that is read anyway do no harm', () => {
    const plugins = [remarkGfm, [remarkFrontmatter, ['yaml', 'toml']]] as PluggableList;
    assert.equal(process(UNTIDY, plugins), UNTIDY);
    assert.equal(process(HANDBOOK, plugins), HANDBOOK);
    const toc = '---\na: 1\n---\n\n## Toc\n\n| a|b |\n|-|-|\n\n## ~~B~~\n';
    assert.equal(process(toc, [...plugins, remarkToc]), process(toc, [remarkToc]));
  });

  test('a parser that a plug-in brings is not used', () => {
    assert.equal(process('---\na: 1\n---\n* b\n', [remarkParse]), '---\na: 1\n---\n* b\n');
  });

  test('settings of a preset hold for what is written anew', () => {
    const heading: Heading = { type: 'heading', depth: 2, children: [{ type: 'text', value: 'b' }] };
    const plugins = [
      { settings: { setext: true } as object },
      () => (tree: Root) => void tree.children.push(heading),
    ];
    assert.equal(process('# a\n', plugins), '# a\n\nb\n-\n');
  });

  test('nodes of plug-ins are written as those say', () => {
    interface Wiki extends Literal {
      type: 'wikiLink';
    }
    const wiki: PluggableList = [
      function (this: Processor) {
        const handlers = { wikiLink: ({ value }: Wiki) => `[[${value}]]` } as Options['handlers'];
        Object.assign(this.data(), { toMarkdownExtensions: [{ handlers }] });
        return (tree: Root) => {
          const [first] = tree.children;
          if (first?.type === 'paragraph')
            Object.assign(first, { children: [{ type: 'wikiLink', value: 'A' }] });
        };
      },
    ];
    const file = createProcessor({ plugins: wiki }).processSync('a\n\nb_c\n');
    assert.equal(String(file), '[[A]]\n\nb_c\n');
    assert.deepEqual(
      file.messages.map(({ ruleId, source, line }) => ({ ruleId, source, line })),
      [{ ruleId: 'unwritable', source: 'docbridge', line: 1 }],
      'we do not read what the plug-in writes',
    );
    assert.throws(
      () => process('a', [() => (tree: Root) => Object.assign(tree, { children: [{ type: 'strange' }] })]),
      /unknown node `strange`/u,
    );
  });
});
