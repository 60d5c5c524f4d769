import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestRun } from '../../../../server/src/convert/gitbook/summary/longestRun.js';
import {
  NEW_SUMMARY,
  placePages,
  type PlacedPage,
} from '../../../../server/src/convert/gitbook/summary/placePages.js';
import { readSummary } from '../../../../server/src/convert/gitbook/summary/readSummary.js';
import { sameTree } from '../../../../server/src/convert/gitbook/summary/sameTree.js';
import { summaryPages } from '../../../../server/src/convert/gitbook/summary/summaryPages.js';
import { writeSummary } from '../../../../server/src/convert/gitbook/summary/writeSummary.js';
import { path, title, tree } from './arbitraries.js';
import { pagesOf } from './changes.js';

const TEXT = `# Table of contents

* [Start](README.md)
* [Guide](guide/README.md "Short")
  * [One](guide/one.md)
  * [Site](https://example.org)
  * [Two](guide/two.md)
  * [Part of one](guide/one.md#part)

## API

* [Reference](api.md)
  * \`\`\`yaml
    a: 1
    \`\`\`
* Later
  * [Three](three.md)

<!-- end -->
`;

/** The text with pages placed anew, as the lines that go and come. */
function changed(pages: readonly PlacedPage[], text = TEXT): readonly string[] {
  const written = writeSummary(text, placePages(readSummary(text).tree, pages));
  assert.deepEqual(written.problems, []);
  const [old, now] = [text.split('\n'), written.text.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

const pages = (text = TEXT): readonly PlacedPage[] =>
  summaryPages(readSummary(text).tree).map(({ path: at, title: name, parent }) => ({
    path: at,
    title: name,
    ...(parent === undefined ? {} : { parent }),
  }));
const replaced = (at: string, edit: (page: PlacedPage) => readonly PlacedPage[]): readonly PlacedPage[] =>
  pages().flatMap((page) => (page.path === at ? edit(page) : [page]));

suite('summaryPages', () => {
  test('lists each file once, with its parent and group', () => {
    assert.deepEqual(
      summaryPages(readSummary(`${TEXT}* [Again](api.md)\n\n***\n\n* [Last](last.md)\n`).tree),
      [
        { path: 'README.md', title: 'Start' },
        { path: 'guide/README.md', title: 'Guide', linkTitle: 'Short' },
        { path: 'guide/one.md', title: 'One', parent: 'guide/README.md' },
        { path: 'guide/two.md', title: 'Two', parent: 'guide/README.md' },
        { path: 'api.md', title: 'Reference', group: 'API' },
        { path: 'three.md', title: 'Three', group: 'API' },
        { path: 'last.md', title: 'Last' },
      ],
    );
  });
});

suite('placePages', () => {
  test('changes nothing when all pages are where they were', () => {
    assert.deepEqual(changed(pages()), []);
    fc.assert(
      fc.property(tree, (old) => {
        assert.ok(sameTree(placePages(old, summaryPages(old)), old));
      }),
      { numRuns: 300 },
    );
  });

  test('renames and moves a file with the anchors into it', () => {
    const renamed = replaced('guide/one.md', (page) => [
      { ...page, path: 'guide/uno.md', from: page.path, title: 'Uno' },
    ]);
    assert.deepEqual(changed(renamed), [
      '-  * [One](guide/one.md)',
      '-  * [Part of one](guide/one.md#part)',
      '+  * [Uno](guide/uno.md)',
      '+  * [Part of one](guide/uno.md#part)',
    ]);
    const swapped = pages().map((page) =>
      page.path === 'README.md'
        ? { ...page, path: 'api.md', from: 'README.md' }
        : page.path === 'api.md'
          ? { ...page, path: 'README.md', from: 'api.md' }
          : page,
    );
    assert.deepEqual(changed(swapped), [
      '-* [Start](README.md)',
      '-* [Reference](api.md)',
      '+* [Start](api.md)',
      '+* [Reference](README.md)',
    ]);
    const reused = [
      { path: 'README.md', title: 'New start' },
      ...replaced('README.md', (page) => [{ ...page, path: 'old.md', from: 'README.md' }]),
    ];
    assert.deepEqual(changed(reused), [
      '-* [Start](README.md)',
      '+* [New start](README.md)',
      '+* [Start](old.md)',
    ]);
  });

  test('keeps, sets and removes short titles', () => {
    assert.deepEqual(changed(replaced('guide/README.md', (page) => [{ ...page, linkTitle: 'S' }])), [
      '-* [Guide](guide/README.md "Short")',
      '+* [Guide](guide/README.md "S")',
    ]);
    assert.deepEqual(changed(replaced('guide/README.md', (page) => [{ ...page, linkTitle: '' }])), [
      '-* [Guide](guide/README.md "Short")',
      '+* [Guide](guide/README.md)',
    ]);
  });

  test('puts new pages behind their sibling, before the first, or into what has none', () => {
    const news: PlacedPage = { path: 'n.md', title: 'N' };
    const lines = (list: readonly PlacedPage[]): readonly string[] =>
      writeSummary(TEXT, placePages(readSummary(TEXT).tree, list)).text.split('\n');
    const [a, b, ...rest] = pages();
    assert.equal(lines([news, a!, b!, ...rest])[2], '* [N](n.md)');
    assert.equal(lines([a!, news, b!, ...rest])[3], '* [N](n.md)');
    const after = lines([...pages(), news]);
    assert.equal(after.indexOf('  * [N](n.md)'), after.indexOf('  * [Three](three.md)') + 1);
    const below = lines([
      ...pages(),
      { ...news, parent: 'api.md' },
      { path: 'm.md', title: 'M', parent: 'api.md' },
    ]);
    assert.equal(below.indexOf('  * [N](n.md)'), below.indexOf('    ```') + 1);
    assert.equal(below.indexOf('  * [M](m.md)'), below.indexOf('    ```') + 2);
    assert.deepEqual(lines([{ ...news, parent: 'n.md' }]).slice(2, 6), [
      '* [Site](https://example.org)',
      '* [N](n.md)',
      '',
      '## API',
    ]);
  });

  test('moves up what stood below a page that is gone, anchors into it aside', () => {
    assert.deepEqual(
      changed(
        replaced('guide/README.md', () => []).map(({ path: at, title: name }) => ({ path: at, title: name })),
      ),
      [
        '-* [Guide](guide/README.md "Short")',
        '-  * [One](guide/one.md)',
        '-  * [Site](https://example.org)',
        '-  * [Two](guide/two.md)',
        '-  * [Part of one](guide/one.md#part)',
        '+* [One](guide/one.md)',
        '+* [Two](guide/two.md)',
        '+* [Site](https://example.org)',
        '+* [Part of one](guide/one.md#part)',
      ],
    );
    assert.deepEqual(changed(replaced('guide/one.md', () => [])), [
      '-  * [One](guide/one.md)',
      '-  * [Part of one](guide/one.md#part)',
    ]);
  });

  test('leaves anchors into files that were never listed', () => {
    const text = '* [A](a.md)\n* [B](b.md#x)\n  * [C](c.md)\n';
    assert.deepEqual(changed(pages(text), text), []);
  });

  test('moves a page with what stands below it, and as few others as possible', () => {
    const moved = [
      ...replaced('guide/README.md', () => []),
      { path: 'guide/README.md', title: 'Guide', parent: 'api.md' },
    ];
    const now = writeSummary(TEXT, placePages(readSummary(TEXT).tree, moved)).text;
    assert.match(
      now,
      /```\n {2}\* \[Guide\]\(guide\/README\.md "Short"\)\n {4}\* \[One\]\(guide\/one\.md\)\n {4}\* \[Site\]/,
    );
    assert.match(now, /\* \[Start\]\(README\.md\)\n\n## API/);
  });

  test('makes a new table of contents, with the first of two pages at one path', () => {
    const list = [
      { path: 'README.md', title: 'Start' },
      { path: 'x.md', title: 'X', parent: 'gone.md' },
      { path: 'y.md', title: 'Y', parent: 'x.md' },
      { path: 'x.md', title: 'Other' },
      { path: 'p.md', title: 'P', parent: 'q.md' },
      { path: 'q.md', title: 'Q', parent: 'p.md' },
    ];
    assert.equal(
      writeSummary(undefined, placePages(NEW_SUMMARY, list)).text,
      '# Table of contents\n\n* [Start](README.md)\n* [X](x.md)\n  * [Y](y.md)\n* [P](p.md)\n  * [Q](q.md)\n',
    );
  });

  test('lists exactly the pages that it was given, under the pages that it was given', () => {
    const page = fc.record({ path, title, above: fc.nat(9), from: fc.nat(20) });
    fc.assert(
      fc.property(
        tree,
        fc.uniqueArray(page, { maxLength: 9, selector: (each) => each.path }),
        (old, list) => {
          const before = summaryPages(old);
          fc.pre(
            pagesOf(old).every((each, at, all) => all.findIndex((other) => other.path === each.path) === at),
          );
          const wanted = list.map((each, at): PlacedPage => {
            const parent = list[each.above]?.path;
            const from = before[each.from]?.path;
            return {
              path: each.path,
              title: each.title,
              ...(parent === undefined || each.above >= at ? {} : { parent }),
              ...(from === undefined ? {} : { from }),
            };
          });
          const now = summaryPages(placePages(old, wanted));
          assert.deepEqual(
            now.map(({ path: at, parent }) => [at, parent]).sort(),
            wanted.map(({ path: at, parent }) => [at, parent]).sort(),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('stands pages beside their parent that would nest too deep', () => {
    const chain = Array.from({ length: 3000 }, (_, at) => ({
      path: `${at}.md`,
      title: 'x',
      ...(at === 0 ? {} : { parent: `${at - 1}.md` }),
    }));
    const { text, problems } = writeSummary(undefined, placePages(NEW_SUMMARY, chain));
    assert.deepEqual(problems, []);
    assert.equal(summaryPages(readSummary(text).tree).length, 3000);
  });
});

suite('longestRun', () => {
  test('is increasing, and no shorter than any other', () => {
    const longest = (numbers: readonly number[]): number =>
      numbers
        .reduce<number[]>(
          (ends, _, at) => [
            ...ends,
            1 + Math.max(0, ...ends.filter((_, other) => numbers[other]! < numbers[at]!)),
          ],
          [],
        )
        .reduce((a, b) => Math.max(a, b), 0);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 12 }), (numbers) => {
        const run = numbers.filter((number) => longestRun(numbers).has(number));
        assert.deepEqual(
          run,
          [...run].sort((a, b) => a - b),
        );
        assert.equal(run.length, longest(numbers));
      }),
    );
  });
});
