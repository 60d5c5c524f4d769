import { outlineTests } from '../../support/outlineTests.js';

// As pandoc reads them (extension tex_math_dollars).
suite('parser: formulas in a line', () => {
  outlineTests([
    ['stand between one dollar or two', '$a$ $$b$$', 'paragraph[inlineMath "a" " " inlineMath "b"]'],
    ['have no blank inside their dollars', '$ a$ $b $', 'paragraph["$ a$ $b $"]'],
    ['stand beside no letter and no digit', 'x$5 $a$5', 'paragraph["x$5 $a$5"]'],
    ['close with as many dollars as they open with', '$a$$ b', 'paragraph["$a$$ b"]'],
    ['end in the line that they begin in', '$a\nb$', 'paragraph["$a\\nb$"]'],
  ]);
});
