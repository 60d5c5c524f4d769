import assert from 'node:assert/strict';
import type { Root } from 'mdast';
import { canonicalHtml } from '../support/oracle/canonicalHtml.js';
import { coreDifference } from '../support/oracle/differences.js';
import { judge } from '../support/oracle/disagreement.js';
import { micromarkTree } from '../support/oracle/micromarkTree.js';
import { positionProblems } from '../support/oracle/positionProblems.js';
import { shrink } from '../support/oracle/shrink.js';
import { smallestDisagreement } from '../support/oracle/smallestDisagreement.js';
import { treeDifference } from '../support/oracle/treeDifference.js';

suite('judges of the parser', () => {
  test('leave out where footnotes lead back to', () => {
    const html =
      '<p>a<sup class="footnote-ref"><a href="#fn-x" id="fnref-x" data-footnote-ref>1</a></sup></p>' +
      '<li id="fn-x">\n<p>b <a href="#fnref-x" class="footnote-backref" data-footnote-backref>↩</a></p></li>';
    assert.equal(canonicalHtml(html), '<p>a<sup class="footnote-ref">1</sup></p><li><p>b</p></li>');
  });

  test('see what micromark misreads', () => {
    assert.equal(judge('    code\n\n2. b\n', micromarkTree, undefined).standing, 'core');
    assert.equal(judge('a\n\n2. b\n', micromarkTree, undefined).standing, 'same');
    assert.notEqual(coreDifference('a\n> -\n', micromarkTree), undefined);
  });

  test('cut a page down to what is misread', () => {
    const page = `# A\n\n${'text\n\n'.repeat(40)}> b\n\n    code\n\n7. c\n\n${'- d\n'.repeat(20)}`;
    assert.equal(
      smallestDisagreement(page, micromarkTree, undefined)?.source.replace(/[a-z]/, 'x'),
      '    x\n7.',
    );
    assert.equal(smallestDisagreement('a\n', micromarkTree, undefined), undefined);
  });

  test('shrink lines first, then characters', () => {
    assert.equal(
      shrink('one\ntwo\nthree x\nfour\n', (text) => text.includes('x')),
      'x',
    );
    assert.equal(
      shrink('a\nb\nc\nd', (text) => /^b/m.test(text) && /^d/m.test(text)),
      'b\nd',
    );
  });

  test('see offsets that are wrong', () => {
    const source = '> *a* b\n';
    const moved = (change: (root: Root) => void): readonly string[] => {
      const root = micromarkTree(source);
      change(root);
      return positionProblems(root, source);
    };
    assert.deepEqual(
      moved(() => undefined),
      [],
    );
    const point = { line: 1, column: 2, offset: 1 };
    for (const problems of [
      moved((root) => (root.position = undefined)),
      moved((root) => (root.children[0]!.position!.start = point)),
      moved((root) => (root.children[0]!.position!.start.column = 7)),
      moved((root) => (root.children[0]!.position!.end = point)),
    ]) {
      assert.notDeepEqual(problems, []);
    }
  });

  test('see trees that differ', () => {
    const [a, b, c] = [
      micromarkTree('- a\n- b\n'),
      micromarkTree('- a\n\n- b\n'),
      micromarkTree('- a\n- c\n'),
    ];
    assert.equal(treeDifference(a, a, '- a\n- b\n'), undefined);
    assert.match(treeDifference(b.children[0]!, a.children[0]!, '') ?? '', /spread true instead of false/);
    assert.match(treeDifference(c, a, '- a\n- c\n') ?? '', /value c instead of b/);
  });
});
