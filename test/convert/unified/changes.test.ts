import assert from 'node:assert/strict';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { createProcessor } from '../../../server/src/convert/unified/createProcessor.js';
import { HANDBOOK } from '../support/handbook.js';
import { fuzzFile } from './fuzzFile.js';

interface Changed {
  readonly from: string;
  readonly to: string;
  /** The bytes of the top-level block that was changed. */
  readonly start: number;
  readonly end: number;
  readonly messages: number;
}

/** Changes one text of a file, counted round when there are fewer; undefined when it has none. */
function changeText(from: string, which: number): Changed | undefined {
  let place: { readonly start: number; readonly end: number } | undefined;
  const processor = createProcessor({
    plugins: [
      () => (tree: Root) => {
        const texts = tree.children.flatMap((block) => {
          const found: { readonly block: typeof block; readonly node: { value: string } }[] = [];
          visit(block, 'text', (node) => void found.push({ block, node }));
          return found;
        });
        const text = texts[which % Math.max(texts.length, 1)];
        if (text === undefined) return;
        text.node.value += ' and more';
        const { start, end } = text.block.position ?? {};
        place = { start: start?.offset ?? NaN, end: end?.offset ?? NaN };
      },
    ],
  });
  const file = processor.processSync(from);
  return place === undefined
    ? undefined
    : { from, to: String(file), messages: file.messages.length, ...place };
}

/** Whether nothing but the block is changed, which is. */
function isLocal({ from, to, start, end }: Changed): boolean {
  const rest = from.length - end;
  return (
    to !== from &&
    to.length >= start + rest &&
    to.startsWith(from.slice(0, start)) &&
    to.endsWith(from.slice(end))
  );
}

suite('a plug-in that changes one text', () => {
  for (const [name, text] of [
    ['a page', HANDBOOK],
    ['a page with carriage returns', HANDBOOK.replaceAll('\n', '\r\n')],
  ] as const) {
    test(`changes only the block it stands in: ${name}`, () => {
      let count = 0;
      visit(createProcessor().parse(text), 'text', () => void (count += 1));
      assert.ok(count > 20, `${count}`);
      for (let which = 0; which < count; which += 1) {
        const changed = changeText(text, which);
        assert.ok(changed !== undefined, `there is text ${which}`);
        assert.ok(isLocal(changed), `text ${which}: ${JSON.stringify(changed)}`);
        assert.equal(changed.messages, 0, `text ${which}: ${changed.to}`);
      }
    });
  }

  test('does so in nasty files, too, or says that it cannot', () => {
    let local = 0;
    let reported = 0;
    let count = 0;
    for (let seed = 0; seed < 500; seed += 1) {
      const changed = changeText(fuzzFile(seed), seed);
      if (changed === undefined) continue;
      count += 1;
      if (changed.messages > 0) reported += 1;
      else if (isLocal(changed)) local += 1;
    }
    // Some of them read as something else whatever is changed in them without new blank lines around.
    assert.ok(local > count * 0.97, `${local} of ${count}`);
    assert.ok(reported < count * 0.015, `${reported} of ${count}`);
  });
});
