import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { pointEnd, pointStart, position } from 'unist-util-position';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { StepBudget } from '../../../server/src/convert/budget/StepBudget.js';
import { createProcessor } from '../../../server/src/convert/unified/createProcessor.js';
import { HANDBOOK } from '../support/handbook.js';
import { fuzzFile } from './fuzzFile.js';

const processor = createProcessor();

/** Line and column by counting, as editors do. */
function countedPoint(text: string, offset: number): { line: number; column: number; offset: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}

suite('createProcessor', () => {
  test('writes a file that no plug-in changed byte for byte', () => {
    for (let seed = 0; seed < 1500; seed += 1) {
      const text = fuzzFile(seed);
      assert.equal(processor.processSync(text).value, text, `seed ${seed}`);
    }
    assert.equal(processor.processSync(HANDBOOK).value, HANDBOOK);
  });

  test('does so for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        assert.equal(processor.processSync(text).value, text);
      }),
    );
  });

  test('does so when a plug-in copies the tree, and when it takes the positions away', () => {
    const copying = createProcessor({ plugins: [() => (tree: Root) => structuredClone(tree)] });
    const json = createProcessor({
      plugins: [() => (tree: Root) => JSON.parse(JSON.stringify(tree)) as Root],
    });
    const placeless = createProcessor({
      plugins: [
        () => (tree: Root) => {
          visit(tree, (node) => {
            delete node.position;
          });
        },
      ],
    });
    for (let seed = 0; seed < 400; seed += 1) {
      const text = fuzzFile(seed);
      assert.equal(copying.processSync(text).value, text, `seed ${seed}`);
      assert.equal(json.processSync(text).value, text, `seed ${seed}`);
      assert.equal(placeless.processSync(text).value, text, `seed ${seed}`);
    }
  });

  test('gives every node its place in the file as given', () => {
    for (let seed = 0; seed < 600; seed += 1) {
      const text = fuzzFile(seed);
      visit(processor.parse(text), (node) => {
        const start = pointStart(node);
        const end = pointEnd(node);
        assert.ok(start?.offset !== undefined && end?.offset !== undefined, `seed ${seed}: ${node.type}`);
        assert.deepEqual(start, countedPoint(text, start.offset), `seed ${seed}: ${node.type}`);
        assert.deepEqual(end, countedPoint(text, end.offset), `seed ${seed}: ${node.type}`);
      });
    }
  });

  test('gives plain objects, so that copies and JSON hold all', () => {
    const tree = processor.parse(HANDBOOK);
    assert.deepEqual(structuredClone(tree), tree);
    assert.deepEqual(JSON.parse(JSON.stringify(tree)), tree);
    assert.deepEqual(Object.keys(position(tree.children[0]) ?? {}), ['start', 'end']);
  });

  test('gives the places that remark-parse gives', () => {
    const text = '# A *b*\r\n\r\n> c\r\n> d\r\n\r\n- e\r\n  `f`\r\n\r\n<br>\r\n\r\n    g\r\n';
    const places = (tree: Root): readonly string[] => {
      const found: string[] = [];
      visit(tree, ({ type, position: place }) => {
        found.push(`${type} ${JSON.stringify(place)}`);
      });
      return found;
    };
    assert.deepEqual(places(processor.parse(text)), places(unified().use(remarkParse).parse(text)));
  });

  test('gives front matter as a node, as remark-frontmatter does', () => {
    const [yaml] = processor.parse('---\r\na: 1\r\nb: 2\r\n--- \r\ntext').children;
    assert.deepEqual(yaml, {
      type: 'yaml',
      value: 'a: 1\nb: 2',
      position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 4, column: 5, offset: 21 } },
    });
    const [toml] = processor.parse('\ufeff+++\n+++').children;
    assert.deepEqual(toml, {
      type: 'toml',
      value: '',
      position: { start: { line: 1, column: 2, offset: 1 }, end: { line: 2, column: 4, offset: 8 } },
    });
  });

  test('keeps a byte order mark that decoding takes away', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a]);
    const file = new VFile({ value: bytes });
    const tree = processor.parse(file);
    assert.equal(tree.children[0]?.position?.start.offset, 0);
    assert.equal(processor.stringify(tree, file), '\ufeffa\r\n');
    assert.equal(processor.stringify(processor.parse(new VFile({ value: bytes.slice(3) }))), 'a\r\n');
  });

  test('knows by any of its blocks, or by the file, where a tree comes from', () => {
    const text = 'a\n\n\n*  b';
    const tree = processor.parse(text);
    assert.equal(processor.stringify({ type: 'root', children: tree.children }), text);
    const file = new VFile(text);
    const copy = structuredClone(processor.parse(file));
    assert.equal(processor.stringify(copy, file), text);
    assert.equal(processor.stringify(copy), 'a\n\n- b\n', 'of a tree from nowhere nothing is known');
  });

  test('runs asynchronously, and keeps what plug-ins say', async () => {
    const slow = createProcessor({
      plugins: [
        () => async (tree, file) => {
          await Promise.resolve();
          visit(tree as Root, 'text', (node) => {
            file.message('Say more', { place: position(node), ruleId: 'short', source: 'test' });
          });
        },
      ],
    });
    const file = await slow.process('---\na: 1\n---\r\n\r\n- x');
    assert.deepEqual(
      file.messages.map((message) => [String(message), message.ruleId, message.place]),
      [
        [
          '5:3-5:4: Say more',
          'short',
          { start: { line: 5, column: 3, offset: 18 }, end: { line: 5, column: 4, offset: 19 } },
        ],
      ],
    );
  });

  test('reads the flavour asked for', () => {
    const text = '{% hint %}\na\n{% endhint %}\n';
    const [first] = createProcessor({ flavour: 'gitbook' }).parse(text).children;
    assert.equal(first?.type, 'verbatim');
    assert.equal(processor.parse(text).children[0]?.type, 'paragraph');
    assert.equal(createProcessor({ flavour: 'gitbook' }).processSync(text).value, text);
  });

  test('spends the budget given', () => {
    const sizes: number[] = [];
    const counting = createProcessor({
      budget: (text) => {
        sizes.push(text.length);
        return new StepBudget(() => text.length);
      },
    });
    counting.processSync('abc');
    assert.deepEqual(sizes, [3]);
    const poor = createProcessor({
      budget: () => ({
        spend: () => {
          throw new RangeError('spent');
        },
      }),
    });
    assert.throws(() => poor.processSync('abc'), /spent/u);
  });

  test('is frozen, and copies of it take more plug-ins', () => {
    assert.throws(() => processor.use(() => undefined), /frozen/u);
    const shouting = processor().use(() => (tree) => {
      visit(tree, 'text', (node: { value: string }) => {
        node.value = node.value.toUpperCase();
      });
    });
    assert.equal(shouting.processSync('* a\n').value, '* A\n');
    assert.equal(processor.processSync('* a\n').value, '* a\n');
  });
});
