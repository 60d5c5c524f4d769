/** A page to be edited. Every word of its text occurs once, so a word tells which line it stands on. */
export interface Page {
  readonly name: string;
  readonly markdown: string;
}

const WORDS = /(?<![A-Za-z\d])[a-z]{5,}(?![A-Za-z\d])/g;
const SYLLABLES = ['ba', 'do', 'ki', 'lu', 'me', 'no', 'ra', 'si', 'tu', 've'] as const;

/** Pages by name; each `@` becomes a word of its own. */
const DRAFTS: Readonly<Record<string, string>> = {
  'plain paragraphs': '@ @ @ @\n\n@ @ @\n\n@ @\n',
  'hard-wrapped paragraphs': '@ @ @ @ @\n@ @ @ @ @\n@ @ @\n\n@ @ @ @\n   @ @ @\n@\n\n\n\n@ @\n@ @\n',
  'marks of both spellings':
    '@ *@* _@ @_ **@** __@ @__ ~~@~~ ~@~ `@` @\n\n***@ @*** @ **@ _@_ @** *@*@\n\n<u>@ @</u> <mark>@</mark> @<sub>@</sub> <kbd>@</kbd>\n',
  'escapes and entities':
    '@ \\* @ \\_ @ &amp; @ &copy; @ \\[@\\] @ \\\\ @\n\n\\# @ @ 2\\. @ a\\|b @ &nbsp;@ \\@ \\! @\n\n1\\. @ @\n\n\\- @ @\n',
  'links and images':
    '[@ @](a.md) @ [@](<b c.md> "@") @ <https://e.com/x> @ https://e.org/y @\n\n![@](i.png) @ [![@](j.png "t")](k.md) @ www.e.net @\n',
  'references and definitions':
    '[@ @][one] @ [two] @ [Two][] @ ![@][one] @\n\n[one]: https://e.com/1 "First"\n[two]:\n   <https://e.com/2>\n\n@ [^n] @ [@][one]\n\n[^n]: @ @\n    @ @\n\n    @ @\n\n@ @\n',
  headings:
    '@ @\n=====\n\n@ @\n---\n@ @\n\n# @ @ #\n## @ *@* ##\n@ @\n### @\n\n@ @\n@ @\n----------\n\n#    @ @\n   ## @ @\n',
  'loose and tight lists':
    '- @ @\n- @ @\n- @ @\n\n@\n\n* @ @\n\n* @ @\n\n* @\n\n@ @\n\n+ @\n+ @ @\n\n  @ @\n+ @ @\n',
  'numbered lists':
    '1. @ @\n2. @ @\n3. @ @\n4. @\n\n@\n\n1. @\n1. @ @\n1. @\n\n@\n\n3) @\n7) @ @\n08) @\n\n@\n\n9. @\n10. @\n    @ @\n11. @\n',
  'irregular indentation and bullets':
    ' *  @ @\n *   @ @\n  * @\n    continued @ @\n\n    @ @\n\n@\n\n-   @ @\n\n    @ @\n-  @\n   @\n- @\n\n@\n\n  1.  @ @\n  2.   @ @\n  3. @\n',
  'nested lists':
    '- @ @\n  - @ @\n    - @ @\n    - @ @\n  - @ @\n- @ @\n    1. @ @\n    2. @ @\n        * @\n        * @ @\n    3. @\n- @\n',
  'nested lists, odd':
    '* @ @\n   * @ @\n      * @\n   * @\n* @ @\n\n   @ @\n   - @ @\n   - @\n\n     @ @\n* @\n',
  'lazy continuations':
    '> @ @\n@ @ @\n> @ @\n\n- @ @\n@ @ @\n  - @ @\n@ @\n- @ @\n\n> - @ @\n@ @\n> - @\n> @ @\n\n1. > @ @\n@ @\n2. @\n',
  'lists in quotes in lists':
    '- @ @\n\n  > @ @\n  > @ @\n  >\n  > 1. @ @\n  > 2. @ @\n  >    - @ @\n  >    - @\n  >\n  > @ @\n- @ @\n\n> @\n> > @ @\n> > - @ @\n> >   @ @\n> > - @\n>\n> @ @\n',
  quotes: '> @ @\n> @ @\n\n>@ @\n>\n>> @ @\n>> @\n>\n>  @ @\n\n> # @ @\n> @ @\n> ***\n> @\n',
  tasks:
    '- [ ] @ @\n- [x] @ @\n  - [X] @ @\n  - [ ] @\n- [ ] @\n\n@\n\n*   [x] @ @\n*   [ ] @\n\n    @ @\n\n1. [x] @\n2. @ @\n',
  tables:
    '| @ @ | @    |   @ |\n|:----|:----:|----:|\n| @   | @ @  |   @ |\n| @ \\| @ | **@** | `@` |\n|@|@|@|\n\n@ | @\n--|--\n@ | @ @\n@ @ | @\n@ |\n\n@\n\n|  | @ |\n| - | - |\n| @ |  |\n| [@](x.md) | @<br>@ |\n',
  'tables inside':
    '- @ @\n\n  | @ | @  |\n  |---|:---|\n  | @ @ | @ |\n  | @ | @ |\n- @\n\n> | @ | @ |\n> |--|--|\n> | @ | @ |\n> @ @\n',
  'HTML tables':
    '@ @\n\n<table>\n<tr>\n<th colspan="2">@ @</th>\n</tr>\n<tr>\n<td>@</td>\n<td>\n\n@ @\n\n- @ @\n- @\n\n</td>\n</tr>\n</table>\n\n@\n',
  'code of every kind':
    '@ @\n\n```js title="x"\n@ @\n  @ @\n\n@\n```\n\n~~~~\n@\n```\n@ @\n~~~~\n\n    @ @\n      @\n\n    @ @\n\n@\n\n   ```\n   @ @\n     @\n   ```\n',
  'code in lists':
    '1. @ @\n\n   ```sh\n   @ @\n\n   @ @\n   ```\n2. @\n   ```\n   @ @\n   ```\n\n       @ @\n       @ @\n3. @ @\n\n> ```\n> @ @\n> @ @\n> ```\n\n-\t@ @\n\n\t@ @\n\n\t```\n\t@ @\n\t@\n\t```\n-\t@\n',
  'HTML blocks':
    '@ @\n\n<div align="center">\n  <b>@</b>\n</div>\n\n@ @\n\n<!-- @ @ -->\n\n@\n<!-- @ -->\n\n@ @\n',
  details:
    '@ @\n\n<details>\n<summary>@ @</summary>\n\n@ @\n\n- @ @\n- @\n\n</details>\n\n@ @\n\n<details open>\n<summary>@</summary>\n\n@ @\n@ @\n\n</details>\n',
  callouts:
    '> [!NOTE]\n> @ @\n> @ @\n\n> [!WARNING]\n> @ @\n>\n> - @ @\n> - @\n<!-- docbridge:{"as":"callout","attrs":{"type":"warning"}} -->\n\n@ @\n',
  'hard breaks': '@ @  \n@ @\\\n@ @<br>@ @\n@ @\n\n- @ @  \n  @ @\n- @\\\n  @ @\n\n> @ @  \n> @\n',
  'rules between': '@ @\n\n***\n\n@ @\n- - -\n@ @\n\n___\n# @\n---\n@\n',
  math: '@ $x^2$ @ @\n\n$$\na_1 + b\n$$\n\n@ $a$ @\n\n- @ $y$ @\n',
  'front matter': '---\ntitle: x # note\ntags: [a]\n---\n\n# @ @\n\n@ @ @\n\n- @\n- @ @\n',
  'no final newline': '# @ @\n\n@ @ @\n\n- @ @\n- @ @',
  'no final newline after code': '@ @\n\n```\n@ @\n@\n```',
  'blank lines everywhere': '\n\n\n@ @\n\n\n\n@ @\n \n\t\n@ @\n# @\n\n\n- @\n\n\n- @ @\n\n\n\n@\n\n\n',
  'attributes in comments':
    '@ @ <!-- docbridge:{"textAlign":"center"} -->\n\n## @ @ <!-- docbridge:{"textAlign":"right"} -->\n\n@ @\n\n<!-- docbridge:{"empty":true} -->\n\n@ @\n',
  'other scripts': '@ 你好 @ **世界** @\n\n@ é @ naïve @ 😀 @\n\n- @ Größe @\n- @ “@” @\n',
};

function word(index: number): string {
  const digits = String(index).padStart(3, '0');
  return digits.replace(/\d/g, (digit) => SYLLABLES[Number(digit)] ?? '');
}

function write(draft: string): string {
  let next = 0;
  return draft.replace(/\\@|@/g, (found) => (found === '@' ? word((next += 7) % 1000) : found));
}

/** All pages, some of them with CR LF too. */
export const PAGES: readonly Page[] = Object.entries(DRAFTS).flatMap(([name, draft]) => {
  const markdown = write(draft);
  const page = { name, markdown };
  const windows = /wrapped|nested lists$|tables$|code in|quotes in|front/.test(name);
  return windows ? [page, { name: `${name}, CR LF`, markdown: markdown.replace(/\n/g, '\r\n') }] : [page];
});

/** Finds the words that occur once in a file. */
export function wordFinder(markdown: string): (text: string) => readonly string[] {
  const counts = new Map<string, number>();
  for (const found of markdown.match(WORDS) ?? []) counts.set(found, (counts.get(found) ?? 0) + 1);
  return (text) => (text.match(WORDS) ?? []).filter((found) => counts.get(found) === 1);
}

/** Where a word of its own stands in a text. */
export function placeOf(word: string, text: string): number {
  return new RegExp(`(?<![A-Za-z\\d])${word}(?![A-Za-z\\d])`).exec(text)?.index ?? 0;
}
