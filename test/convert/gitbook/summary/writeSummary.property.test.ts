import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSummary } from '../../../../server/src/convert/gitbook/summary/readSummary.js';
import { sameTree } from '../../../../server/src/convert/gitbook/summary/sameTree.js';
import { writeSummary } from '../../../../server/src/convert/gitbook/summary/writeSummary.js';
import { laidOut, soup, tree } from './arbitraries.js';
import { change, pagesOf } from './changes.js';

suite('the writer of SUMMARY.md', () => {
  test('writes any tree so that it reads back, and does not change it when it is written again', () => {
    fc.assert(
      fc.property(tree, (wanted) => {
        const { text, problems } = writeSummary(undefined, wanted);
        assert.deepEqual(problems, []);
        assert.ok(sameTree(readSummary(text).tree, wanted));
        assert.equal(writeSummary(text, wanted).text, text);
      }),
      { numRuns: 600 },
    );
  });

  test('turns any tree into any other', () => {
    fc.assert(
      fc.property(tree, tree, fc.constantFrom('\n', '\r\n'), (from, to, eol) => {
        const old = writeSummary(undefined, from).text.replaceAll('\n', eol);
        const { text, problems } = writeSummary(old, to);
        assert.deepEqual(problems, []);
        assert.ok(sameTree(readSummary(text).tree, to));
        if (old.includes('\r\n')) assert.doesNotMatch(text, /[^\r]\n/);
      }),
      { numRuns: 600 },
    );
  });

  test('changes no byte of any text whose tree stays', () => {
    fc.assert(
      fc.property(soup, (text) => {
        assert.equal(writeSummary(text, readSummary(text).tree).text, text);
      }),
      { numRuns: 500 },
    );
  });

  test('writes what is wanted into any text, or leaves it as it is and says so', () => {
    fc.assert(
      fc.property(soup, tree, (old, wanted) => {
        const { nodes, groups } = readSummary(old).tree;
        const more = { nodes, groups: [...groups, ...wanted.groups] };
        const { text, problems } = writeSummary(old, more);
        if (problems.length > 0) assert.equal(text, old);
        else assert.ok(sameTree(readSummary(text).tree, more));
      }),
      { numRuns: 500 },
    );
  });

  const pick = (count: number, seed: number): number => seed % count;
  const edited = (
    edit: (text: string, at: number) => string,
    check: (old: readonly string[], now: readonly string[], eol: string) => void,
  ): void => {
    fc.assert(
      fc.property(laidOut, fc.nat(), ({ text, eol }, seed) => {
        const count = pagesOf(readSummary(text).tree).length;
        fc.pre(count > 0);
        const now = edit(text, pick(count, seed));
        check(text.split(eol), now.split(eol), eol);
      }),
      { numRuns: 400 },
    );
  };
  const written = (text: string, at: number, edit: Parameters<typeof change>[2]): string => {
    const result = writeSummary(text, change(readSummary(text).tree, at, edit));
    assert.deepEqual(result.problems, []);
    return result.text;
  };

  test('renames in one line', () => {
    edited(
      (text, at) => written(text, at, (page) => [{ ...page, title: 'Renamed [x]' }]),
      (old, now) => {
        assert.equal(now.length, old.length);
        assert.equal(now.filter((line, index) => line !== old[index]).length, 1);
        assert.equal(now.filter((line) => line.includes('[Renamed \\[x\\]](page')).length, 1);
      },
    );
  });

  test('moves a file in one line', () => {
    edited(
      (text, at) => written(text, at, (page) => [{ ...page, path: 'to here/x.md' }]),
      (old, now) => {
        assert.equal(now.length, old.length);
        assert.equal(now.filter((line, index) => line !== old[index]).length, 1);
        assert.equal(now.filter((line) => line.endsWith('](<to here/x.md>)')).length, 1);
      },
    );
  });

  test('inserts one line, and a blank one where the list is loose', () => {
    edited(
      (text, at) =>
        written(text, at, (page) => [page, { kind: 'page', title: 'New', path: 'new.md', nodes: [] }]),
      (old, now) => {
        const at = now.findIndex((line) => line.endsWith('[New](new.md)'));
        const rest = now.filter((line, index) => index !== at && line !== '');
        assert.deepEqual(
          rest,
          old.filter((line) => line !== ''),
        );
        assert.ok(now.length - old.length <= 2);
      },
    );
  });

  test('removes the lines of a page and of those below it', () => {
    edited(
      (text, at) => written(text, at, () => []),
      (old, now) => {
        const kept = now.filter((line) => line !== '');
        let from = 0;
        for (const line of kept) {
          const found = old.indexOf(line, from);
          assert.ok(found >= 0, line);
          from = found + 1;
        }
        assert.ok(now.length < old.length || now.length === 1);
      },
    );
  });

  test('moves an entry by its own lines', () => {
    fc.assert(
      fc.property(laidOut, fc.nat(), ({ text, eol }, seed) => {
        const { tree: old } = readSummary(text);
        const pages = pagesOf(old);
        fc.pre(pages.length > 1);
        const moved = pages[pick(pages.length, seed)]!;
        const taken = change(old, pick(pages.length, seed), () => []);
        const result = writeSummary(text, { ...taken, nodes: [...taken.nodes, moved] });
        assert.deepEqual(result.problems, []);
        const lines = (source: string): readonly string[] =>
          source.split(eol).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
        assert.deepEqual([...lines(result.text)].sort(), [...lines(text)].sort());
      }),
      { numRuns: 400 },
    );
  });
});
