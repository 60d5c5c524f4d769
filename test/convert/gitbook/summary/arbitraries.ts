import fc from 'fast-check';
import type {
  SummaryGroup,
  SummaryNode,
  SummaryTitle,
  SummaryTree,
} from '../../../../server/src/convert/gitbook/summary/SummaryTree.js';

const INDENTS = ['', '', ' ', '  ', '   ', '    ', '     ', '      ', '\t', ' \t', '  \t', '\t\t'];
const MARKERS = [
  '* ',
  '- ',
  '+ ',
  '*',
  '1. ',
  '2. ',
  '1) ',
  '10. ',
  '*   ',
  '*     ',
  '*\t',
  '* * ',
  '- 1. ',
  '> ',
  '>\t',
  '',
];
const INLINE = (
  'a|b c|x_y|[A](a.md)|[|]|(|)|](|](b.md)|![|*|**|_|__|`|``|<|>|<b>|</b>|<a href="x">|<a|/>|<!-- c -->|<!--|-->|<?|?>|' +
  '<!A|<![CDATA[|]]>|<https://x.org>|<m@x.org>|&amp;|&copy|&#65;|&#x0;|\\|\\*|\\[|"t"| \'t\'| "|(t)| |  |!|=|\''
).split('|');
const LINES =
  '|# t|## g ##|#|####### x|***|- - -|_ _ _|===|---|-|1.|```|~~~|```yaml|<div>|</div>|<pre>|</pre>|<b>|<!-- x|-->|<?x|?>'.split(
    '|',
  );

/** Text full of the beginnings and ends of everything. */
export const soup: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc
        .tuple(
          fc.constantFrom(...INDENTS),
          fc.array(fc.constantFrom(...MARKERS), { maxLength: 2 }).map((markers) => markers.join('')),
          fc.oneof(
            {
              weight: 5,
              arbitrary: fc
                .array(fc.constantFrom(...INLINE), { maxLength: 8 })
                .map((parts) => parts.join('')),
            },
            { weight: 2, arbitrary: fc.constantFrom(...LINES) },
          ),
        )
        .map((parts) => parts.join('')),
      { maxLength: 12 },
    ),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([lines, eol]) => lines.join(eol));

const HARD = [
  'a',
  'b ',
  '*',
  '_',
  '[',
  ']',
  '`',
  '\\',
  '<b>',
  '&amp;',
  '&',
  '#',
  ' #',
  '1. ',
  '- ',
  '> ',
  '!',
  '~',
  '"',
  '((',
  '---',
  '===',
  ':',
];

/** Titles of every kind of character, also such as Markdown gives a meaning to. */
export const title: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.array(fc.constantFrom(...HARD), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.constantFrom('Intro', 'C#', '#', 'Guide'),
);

const segment = fc
  .oneof(
    fc.constantFrom('a', 'guides', 'x y', 'ü', 'a(b', '100%', 'q?', '#h', '<t>', '&amp;', 'dd:e'),
    fc.string({ minLength: 1, maxLength: 6 }),
  )
  .filter(
    (text) => !/[/\\\0-\x1f\x7f]/.test(text) && text !== '.' && text !== '..' && !/^[A-Za-z]:/.test(text),
  );

/** Paths of files inside of the content root. */
export const path: fc.Arbitrary<string> = fc
  .array(segment, { minLength: 1, maxLength: 3 })
  .map((segments) => `${segments.join('/')}.md`);

const linkTitle = fc.option(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    title.filter((text) => text !== ''),
  ),
  { nil: undefined },
);

const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('#x', 'mailto:a@b.c', 'https://a.b/c d', '//x', '', '/abs', 'C:/x'),
);

const SOURCES: readonly SummaryNode[] = [
  { kind: 'source', item: true, source: '* ```\n  a\n    b\n  ```', nodes: [] },
  { kind: 'source', item: false, source: '<!-- c -->', nodes: [] },
  { kind: 'source', item: false, source: 'para', nodes: [] },
];

function node(depth: number): fc.Arbitrary<SummaryNode> {
  const nodes: fc.Arbitrary<SummaryNode[]> =
    depth === 0 ? fc.constant([]) : fc.array(node(depth - 1), { maxLength: 2 });
  const suffix = fc.constantFrom(undefined, undefined, '#a', '?b=c#d e');
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({ title, path, nodes, suffix, linkTitle })
        .map(({ suffix: end, linkTitle: short, ...page }) => ({
          kind: 'page' as const,
          ...page,
          ...(end === undefined ? {} : { suffix: end }),
          ...(short === undefined ? {} : { linkTitle: short.replace(/[\r\0]/g, '') }),
        })),
    },
    fc.record({ title, url, nodes }).map((link) => ({ kind: 'link' as const, ...link })),
    fc.record({ title, nodes }).map((text) => ({ kind: 'text' as const, ...text })),
    fc.constantFrom(...SOURCES),
  );
}

const nodes = fc.array(node(3), { maxLength: 4 });

const group: fc.Arbitrary<SummaryGroup> = fc.oneof(
  fc.record({ title, nodes }).map((words) => ({ kind: 'group' as const, ...words })),
  fc.record({ title, nodes }).map((words) => ({ kind: 'group' as const, anchor: 'x-y', ...words })),
  nodes.map((below) => ({ kind: 'separator' as const, nodes: below })),
);

/** Any tree that a SUMMARY.md can hold. */
export const tree: fc.Arbitrary<SummaryTree> = fc
  .record({ heading: fc.option(title, { nil: undefined }), nodes, groups: fc.array(group, { maxLength: 3 }) })
  .map(({ heading, nodes: below, groups }) => {
    const first: readonly SummaryTitle[] = heading === undefined ? [] : [{ kind: 'title', title: heading }];
    return { nodes: [...first, ...below], groups };
  });

/** A file in a layout of its own, with as many pages as lines of a kind: `page0.md` … in order. */
export interface LaidOut {
  readonly text: string;
  readonly pages: number;
  readonly eol: string;
}

/** Files as people write them: bullets, numbers, indentation, loose and tight lists, line ends, byte order marks. */
export const laidOut: fc.Arbitrary<LaidOut> = fc
  .record({
    marker: fc.constantFrom('*', '-', '+', '1.'),
    blanks: fc.constantFrom(1, 1, 2, 3),
    tabs: fc.boolean(),
    wide: fc.boolean(),
    loose: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    mark: fc.constantFrom('', '', '\ufeff', '---\na: b\n---\n'),
    end: fc.boolean(),
    rows: fc.array(fc.constantFrom('same', 'deeper', 'up', 'group', 'rule', 'comment', 'link'), {
      minLength: 1,
      maxLength: 14,
    }),
  })
  .map(({ marker, blanks, tabs, wide, loose, eol, mark, end, rows }) => {
    const width = marker.length + blanks;
    const step = tabs ? '\t' : ' '.repeat(wide ? Math.min(4, width + 3) : width);
    const lines = ['# Table of contents', ''];
    let depth = 0;
    let pages = 0;
    let isFirst = true;
    for (const row of rows) {
      if (row === 'group' || row === 'rule' || row === 'comment') {
        const text = row === 'group' ? `## Part ${lines.length}` : row === 'rule' ? '***' : '<!-- note -->';
        lines.push(...(lines.at(-1) === '' ? [] : ['']), text, '');
        isFirst = true;
        depth = 0;
        continue;
      }
      if (row === 'deeper' && !isFirst) depth = Math.min(3, depth + 1);
      if (row === 'up') depth = Math.max(0, depth - 1);
      const target = row === 'link' ? 'https://example.org' : `page${pages}.md`;
      lines.push(`${step.repeat(depth)}${marker}${' '.repeat(blanks)}[Title ${lines.length}](${target})`);
      if (row !== 'link') pages += 1;
      if (loose) lines.push('');
      isFirst = false;
    }
    while (lines.at(-1) === '') lines.pop();
    const text = `${mark}${lines.join('\n')}${end ? '\n' : ''}`.replaceAll('\n', eol);
    return { text, pages, eol };
  });
