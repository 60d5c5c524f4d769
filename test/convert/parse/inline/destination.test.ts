import { outlineTests } from '../../support/outlineTests.js';

const open = '('.repeat(33);
const close = ')'.repeat(33);

// CommonMark 0.31.2, section 6.3.
suite('parser: destinations and titles', () => {
  outlineTests([
    [
      'nest parentheses 32 deep, as cmark has it',
      `[a](${'('.repeat(31)}b${')'.repeat(31)})`,
      `paragraph[link(url="${'('.repeat(31)}b${')'.repeat(31)}")["a"]]`,
    ],
    ['are text with deeper ones', `[a](${open}b${close})`, `paragraph["[a](${open}b${close})"]`],
    ['have no parenthesis in a title in parentheses', '[a](b (c(d))', 'paragraph["[a](b (c(d))"]'],
  ]);
});
