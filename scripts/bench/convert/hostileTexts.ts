/** Texts that make one parser or another quadratic, or overflow its stack; each is short for what it costs. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  '5,000 nested quotes': `${'>'.repeat(5000)} a\n`,
  '5,000 times *a**b': '*a**b'.repeat(5000),
  'list nested 300 deep': Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''),
  '3,000 definitions of one label': '[a]: /b\n'.repeat(3000) + '\n[a]\n',
  '10,000 open brackets': `${'['.repeat(10_000)}a${']('.repeat(10_000)}\n`,
  'code spans of 400 lengths, none closed': Array.from(
    { length: 400 },
    (_, n) => `e${'`'.repeat(n + 1)}`,
  ).join(''),
  'a table of 1,500 columns and rows': `|${'a|'.repeat(1500)}\n|${'-|'.repeat(1500)}\n${'|a\n'.repeat(1500)}`,
};
