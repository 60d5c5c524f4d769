const MANY = 20_000;

function times(piece: string, count: number): string {
  return piece.repeat(count);
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

/** Markdown that overflows, blows up or takes quadratic time where a parser is careless, by name. */
export const HOSTILE_MARKDOWN: ReadonlyMap<string, () => string> = new Map([
  ['25 kB of emphasis that may close or open', () => times('*a**b', 5000)],
  ['5,000 quotes on a line', () => `${times('>', 5000)}a`],
  ['5,000 quotes with spaces, lazily continued', () => `${times('> ', 5000)}a\n${times('b\n', 100)}`],
  ['3,000 definitions of one label', () => `${times('[a]: b\n', 3000)}\n[a]\n`],
  [
    '3,000 definitions and calls',
    () => `${lines(3000, (at) => `[a${at}]: b`)}\n\n${lines(3000, (at) => `[a${at}]`)}`,
  ],
  ['a list 300 deep', () => lines(300, (at) => `${times('  ', at)}- a`)],
  [
    'a list 90 deep with text behind',
    () => `${lines(90, (at) => `${times('  ', at)}- a`)}\n${times(`${times(' ', 180)}b\n`, 200)}`,
  ],
  ['5,000 items on a line', () => `${times('- ', 5000)}a`],
  ['5,000 numbered items on a line', () => `${times('1. ', 5000)}a`],
  ['quotes and items in turn', () => `${times('> - ', 5000)}a`],
  ['30,000 items', () => times('- a\n', 30_000)],
  ['30,000 empty items', () => times('-\n', 30_000)],
  ['20,000 headings', () => times('# a\n', 20_000)],
  ['20,000 rules', () => times('***\n', 20_000)],
  ['100,000 lines of a quote', () => times('> a\n', 100_000)],
  ['500,000 lines of a paragraph', () => times('a\n', 500_000)],
  ['50,000 opening brackets', () => times('[', 50_000)],
  ['50,000 opening brackets of images', () => times('![', 50_000)],
  ['images in images in images', () => times('![[[[', 10_000)],
  ['20,000 brackets, all closed', () => times('[', MANY) + times(']', MANY)],
  ['20,000 closing brackets', () => times('a]', MANY)],
  ['links in links', () => times('[a](b', MANY)],
  ['images in images, all closed', () => times('![a', 5000) + times('](b)', 5000)],
  ['open link targets', () => times('[a](<b', MANY)],
  ['open link titles', () => times('[a](b "c', MANY)],
  ['parentheses in a link target', () => `[a](${times('(', MANY)}`],
  ['calls without definitions', () => times('[a][b]', MANY)],
  ['escaped brackets', () => times('\\[', 50_000)],
  ['50,000 opening angles', () => times('<', 50_000)],
  ['open tags', () => times('<a ', MANY)],
  ['open attributes', () => times('<a b="', MANY)],
  ['open comments', () => times('a<!--', MANY)],
  ['open instructions', () => times('a<?', MANY)],
  ['open declarations', () => times('a<!A', MANY)],
  ['open CDATA', () => times('a<![CDATA[', MANY)],
  ['addresses in angles that do not end', () => times('<ab:', MANY)],
  [
    'code spans of every length, none closed',
    () => lines(600, (at) => `${times('`', at)}a`).replaceAll('\n', ''),
  ],
  ['50,000 backticks apart', () => times('` ``', 25_000)],
  ['1 MB of backticks', () => times('`', 1_000_000)],
  ['1 MB of stars', () => times('*', 1_000_000)],
  ['1 MB of underscores in words', () => times('a_', 500_000)],
  ['1 MB of underscores', () => times('_', 1_000_000)],
  ['emphasis that nests', () => times('*a **a ', 5000)],
  ['emphasis that nests and closes', () => times('**a *a ', 3000) + times('a* a**', 3000)],
  ['delimiters of two kinds', () => times('*_', 12_500)],
  [
    'delimiters of many lengths',
    () => lines(300, (at) => `${times('*', at)}a${times('_', at)}`).replaceAll('\n', ' '),
  ],
  ['entities that are none', () => times('&a', 50_000)],
  ['numbers of entities', () => times('&#1', 50_000)],
  ['a table of 5,000 columns', () => `${times('|a', 5000)}|\n${times('|-', 5000)}|\n${times('|b', 5000)}|\n`],
  ['20,000 rows', () => `|a|\n|-|\n${times('|b|\n', MANY)}`],
  ['rows that could each begin a table', () => times('a | b\n- | -\n', 5000)],
  ['50,000 bars', () => `${times('|', 50_000)}\n${times('|', 50_000)}\n`],
  ['1 MB on a line', () => times('word ', 200_000)],
  ['1 MB of one word', () => times('a', 1_000_000)],
  ['1 MB of spaces', () => `a${times(' ', 1_000_000)}b`],
  ['1 MB of tabs', () => times('\t', 1_000_000)],
  ['1 MB of line feeds', () => times('\n', 1_000_000)],
  ['1 MB of carriage returns', () => times('\r', 1_000_000)],
  ['line ends of three kinds', () => times('a\r\nb\rc\n', 50_000)],
  ['hard breaks', () => times('a\\\n', 50_000)],
  ['breaks of many spaces', () => times(`a${times(' ', 500)}\n`, 500)],
  ['null characters', () => times('\0', 100_000)],
  ['halves of surrogate pairs', () => times('\ud800a\udc00 ', 50_000)],
  ['byte order marks', () => times('\ufeff', 100_000)],
  ['odd line separators', () => times('a\u2028b\u2029c\u0085', 30_000)],
  ['a definition over 50,000 lines', () => `[a]: b "${times('c\n', 50_000)}`],
  ['definitions that do not end', () => times('[a]:\n', MANY)],
  ['a label without end', () => `[${times('a\n', 50_000)}`],
  ['footnotes in footnotes', () => `${times('[^a]: ', 5000)}b`],
  [
    '3,000 footnotes and calls',
    () => `${lines(3000, (at) => `[^${at}]: b`)}\n\n${lines(3000, (at) => `[^${at}]`)}`,
  ],
  ['setext lines without end', () => times('a\n=\n', 20_000)],
  ['addresses in a row', () => times('http://a.b/(', 10_000)],
  ['an address with parentheses', () => `http://a.b/${times('(', MANY)}${times(')', MANY)}`],
  ['an address with entities behind', () => `http://a.b/${times('&amp;', MANY)}`],
  ['an address with stops behind', () => `http://a.b/${times('.', 50_000)}`],
  ['hosts without end', () => times('www.', MANY)],
  ['mail addresses without end', () => times('a@b.', MANY)],
  ['mail names without end', () => times('a.', 50_000)],
  ['shortcodes', () => times(':a', 50_000)],
  ['open attributes of directives', () => times(':mention[a]{b="', 10_000)],
  ['leaf directives', () => times('::youtube{src="a"\n\n', 10_000)],
  ['dollars', () => times('$a', 50_000)],
  ['open math', () => times('$$\n', 25_000)],
  ['open template tags', () => times('{% a ', MANY)],
  ['template blocks in template blocks', () => times('{% hint style="info" %}\n', 5000)],
  ['details in details', () => times('<details>\n<summary>a</summary>\n\n', 2000)],
  ['details in details, all closed', () => times('<details>\n\n', 1000) + times('</details>\n\n', 1000)],
  ['underlines in underlines', () => times('<u>', 4000)],
  ['underlines in underlines, all closed', () => `a${times('<u>', 5000)}a${times('</u>', 5000)}`],
  ['HTML tables in HTML tables', () => times('<table><tr><td>', 5000)],
  ['fences in a row', () => times('```\n', 50_000)],
  ['fences of every length', () => lines(1000, (at) => times('`', 3 + at))],
  ['code that is indented', () => times('    a\n', 100_000)],
  [
    'a node without end in a carrier',
    () => `\`\`\`docbridge-node\n{"type":"a","content":${times('[', 1_000_000)}\n\`\`\`\n`,
  ],
  [
    'a node that nests in a carrier',
    () =>
      `\`\`\`docbridge-node\n${times('{"type":"a","content":[', 100_000)}${times(']}', 100_000)}\n\`\`\`\n`,
  ],
  [
    'prototypes in a comment',
    () => 'a <!-- docbridge:{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}} -->\n',
  ],
  [
    'prototypes in a carrier',
    () =>
      '```docbridge-node\n{"type":"a","__proto__":{"polluted":1},"attrs":{"__proto__":{"polluted":1}}}\n```\n',
  ],
  [
    'labels that objects have',
    () => '[__proto__]: a\n[constructor]: b\n\n[__proto__] [constructor] [toString] [^__proto__]\n',
  ],
  [
    'front matter with aliases without end',
    () =>
      `---\na: &a [x,x]\n${lines(30, (at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`},*${at === 0 ? 'a' : `b${at - 1}`}]`)}\n---\nb\n`,
  ],
  ['front matter that nests', () => `---\na: ${times('[', 2000)}\n---\nb\n`],
  ['front matter with 20,000 keys', () => `---\n${lines(MANY, (at) => `k${at}: v`)}\n---\nb\n`],
  ['front matter with prototypes', () => '---\n__proto__:\n  polluted: 1\nconstructor: a\n---\nb\n'],
  ['front matter without end', () => `---\n${times('a: b\n', MANY)}`],
]);

/** What is not mended yet: tried by findHostile.ts, not by the tests. */
export const OPEN_HOSTILE_MARKDOWN: ReadonlyMap<string, () => string> = new Map([
  ['1 MB of tildes', () => times('a~~', 333_333)],
  [
    '5,000 columns and 2,000 short rows',
    () => `${times('|a', 5000)}|\n${times('|-', 5000)}|\n${times('|b|\n', 2000)}`,
  ],
  ['open mentions', () => times(':mention[', MANY)],
  [
    'a comment that nests',
    () => `a <!-- docbridge:{"textAlign":${times('[', 100_000)}${times(']', 100_000)}} -->\n`,
  ],
]);
