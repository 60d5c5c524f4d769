import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import { tests as examples } from 'commonmark-spec';
import { parse } from '../../../server/src/convert/parse/parse.js';
import { CONTESTED, CONTESTED_GFM } from '../support/oracle/contestedSeeds.js';
import { coreDifference } from '../support/oracle/differences.js';
import { CORE_SEEDS, GFM_SEEDS } from '../support/oracle/fuzzSeeds.js';
import { fuzzText, gfmFuzzText } from '../support/oracle/fuzzText.js';
import { micromarkTree } from '../support/oracle/micromarkTree.js';
import { treeDifference } from '../support/oracle/treeDifference.js';

function assertTree(source: string, name: string): void {
  const difference = treeDifference(parse(source), micromarkTree(source), source);
  assert.equal(difference, undefined, `${name}: ${JSON.stringify(source)}: ${difference ?? ''}`);
}

suite('parser: trees as mdast-util-from-markdown gives them', () => {
  test("of CommonMark's examples", () => {
    for (const { markdown, number } of examples) {
      assertTree(markdown.replaceAll('→', '\t'), `example ${number}`);
    }
  });

  test('of generated texts that micromark reads right', function () {
    this.timeout(120_000);
    for (let seed = 0; seed < CORE_SEEDS; seed += 1) {
      const source = fuzzText(seed);
      if (CONTESTED.has(seed) || coreDifference(source, micromarkTree) !== undefined) continue;
      assertTree(source, `seed ${seed}`);
    }
  });

  test('of generated texts of GFM', function () {
    this.timeout(120_000);
    for (let seed = 0; seed < GFM_SEEDS; seed += 1) {
      const source = gfmFuzzText(seed);
      // No judge prints a footnote that is not called or not the first, so none has said who reads it right.
      if (CONTESTED_GFM.has(seed) || hidesFootnote(micromarkTree(source))) continue;
      assertTree(source, `seed ${seed}`);
    }
  });
});

function hidesFootnote(root: Nodes): boolean {
  const defined: string[] = [];
  const called = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') defined.push(node.identifier);
    if (node.type === 'footnoteReference') called.add(node.identifier);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  return defined.some((identifier, index) => !called.has(identifier) || defined.indexOf(identifier) < index);
}
