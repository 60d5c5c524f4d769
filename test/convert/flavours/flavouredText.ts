import type { Flavour } from '../../../server/src/convert/conversion.js';
import { gfmFuzzText } from '../support/oracle/fuzzText.js';
import { SeededRandom } from '../support/oracle/SeededRandom.js';

/** Lines and parts of lines that mean something in a flavour, and some that only look so. */
const PIECES: Readonly<Record<Flavour, readonly string[]>> = {
  md: ['{% a %}', '<A/>', '{a}'],
  gitbook: [
    '{% hint style="info" %}',
    '{% endhint %}',
    '{% tabs %}{% tab title="a b" %}',
    '{% endtab %}',
    '{% code title="%}" overflow=\'wrap\' %}',
    '{% step\n  a="b"\n%}',
    '{% open',
    '%}',
    '{%%}',
    '$$x$$',
    '\\{% a %}',
    '`{% a %}`',
    '   {% embed url="https://e.com/a_b*c" %}',
    '<table><tr><td>',
  ],
  mdx: [
    '<A>',
    '</A>',
    '<A b="c" {...d} e={{ f: "}" }} />',
    '<A\n  b={`\n${c}\n`}\n>',
    '<>',
    '</>',
    '{a}',
    '{/* c } */}',
    '{',
    '}',
    '<',
    '<a.b:c/>',
    'import a from "b"',
    'export const a = {\n\n}',
    '\\{',
    '\\<',
    '`{`',
    '<u>',
    '</u>',
    '<br />',
    '{/* docbridge:{"empty":true} */}',
    '<details>\n<summary>a</summary>',
    '</details>',
    '<https://e.com>',
    '<!-- a -->',
  ],
};

/** A short and nasty text with what a flavour adds; the same seed gives the same text. */
export function flavouredText(seed: number, flavour: Flavour): string {
  const random = new SeededRandom(seed);
  let text = gfmFuzzText(seed);
  const pieces = PIECES[flavour];
  const count = 1 + random.below(4);
  for (let at = 0; at < count; at += 1) {
    const piece = random.pick(pieces);
    const where = random.next();
    if (where < 0.3) text = `${piece}\n${text}`;
    else if (where < 0.6) text = `${text}${text.endsWith('\n') ? '' : '\n'}${piece}\n`;
    else {
      const from = random.below(text.length + 1);
      const line = random.chance(0.5) ? `\n${piece}\n` : piece;
      text = text.slice(0, from) + line + text.slice(from);
    }
  }
  return text;
}
