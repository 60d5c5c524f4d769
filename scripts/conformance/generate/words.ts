import fc from 'fast-check';
import type { DocumentClass } from './DocumentClass.js';

const PLAIN = [
  'alpha',
  'beta',
  'Gamma',
  'delta7',
  'é',
  '你好',
  'snake_case',
  'x',
  'one.',
  'two,',
  '(three)',
] as const;

const SYNTAX = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '```',
    '~~~',
    '\\',
    '\\\\',
    '|',
    '||',
    '"',
    "'",
    '!',
    '^',
  ],
  ...[
    '[',
    ']',
    '](',
    '![',
    '[]',
    '[x]',
    '[ ]',
    '[a](b)',
    '[a]: /u',
    '[^1]',
    '[^1]:',
    '(',
    ')',
    '<',
    '>',
    '>>',
  ],
  ...[
    '<b>',
    '</b>',
    '<u>',
    '</u>',
    '<br>',
    '<div>',
    '<!--',
    '-->',
    '<?',
    '<![CDATA[',
    '<a@b.co>',
    '</details>',
  ],
  ...[
    '&',
    '&amp;',
    '&#35;',
    '&nbsp;',
    '&copy',
    '#',
    '##',
    '#######',
    '1.',
    '2)',
    '10.',
    '-',
    '+',
    '--',
    '---',
  ],
  ...[
    '===',
    '=',
    '***',
    '* * *',
    '$',
    '$$',
    '{%',
    '%}',
    '{{',
    '{x}',
    ':::',
    '::youtube{',
    ':mention[',
    ':tada:',
  ],
  ...[
    '::',
    '@',
    '@a',
    '==',
    '++',
    'http://a.b/c',
    'https://x.org/a_b_',
    'www.x.org',
    'ftp://a.b',
    'a@b.co',
    'mailto:a@b.co',
  ],
  ...[
    '\u00a0',
    '\u200b',
    '\u3000',
    '😀',
    '。',
    '\t',
    '\n',
    '    ',
    '+++',
    'docbridge-node',
    '<!-- docbridge:{} -->',
  ],
] as const;

/** A text of one to six words. */
export function text(of: DocumentClass): fc.Arbitrary<string> {
  if (!of.hostile) return fc.array(fc.constantFrom(...PLAIN), { minLength: 1, maxLength: 6 }).map(spaced);
  const word = fc.oneof(
    { weight: 65, arbitrary: fc.constantFrom(...PLAIN) },
    { weight: 35, arbitrary: fc.constantFrom(...SYNTAX) },
  );
  const glue = fc.constantFrom(' ', ' ', ' ', '', '', '  ');
  const parts = fc.array(fc.tuple(word, glue), { minLength: 1, maxLength: 6 });
  return fc
    .tuple(fc.constantFrom('', '', ' '), parts)
    .map(([start, all]) => start + all.map(([each, gap]) => each + gap).join(''));
}

/** Text as code holds it: lines, blank ones and fences among them when hostile. */
export function codeText(of: DocumentClass): fc.Arbitrary<string> {
  const odd = of.hostile ? ['', '', '```', '~~~', '    x', '\ty', '````js', '$$', '---', ' '] : [];
  const line = fc.oneof(
    { weight: 3, arbitrary: text({ ...of, hostile: false }) },
    { weight: of.hostile ? 2 : 0, arbitrary: fc.constantFrom('x', ...odd) },
  );
  return fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
}

function spaced(words: readonly string[]): string {
  return words.join(' ');
}
