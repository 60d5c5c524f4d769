import { outlineTests } from '../../support/outlineTests.js';

// The syntax is remark-directive's, for names of ours alone.
suite('parser: directives alone on a line', () => {
  outlineTests([
    [
      'have a label, attributes or both',
      '::youtube{src="a"}\n::audio[b]\n::video[c]{d}',
      [
        'leafDirective(name="youtube" attributes={"src":"a"})[]',
        'leafDirective(name="audio" attributes={})["b"]',
        'leafDirective(name="video" attributes={"d":""})["c"]',
      ].join(' '),
    ],
    [
      'read marks in their label',
      '::youtube[a *b*]{}  ',
      'leafDirective(name="youtube" attributes={})["a " emphasis["b"]]',
    ],
    ['may have an empty label', '::youtube[]', 'leafDirective(name="youtube" attributes={})[]'],
    ['are text with neither', '::youtube', 'paragraph["::youtube"]'],
    ['are text with a name that is not ours', '::nope{a}', 'paragraph["::nope{a}"]'],
    ['are text without a name', '::[a]', 'paragraph["::[a]"]'],
    ['are text with anything behind them', '::youtube[a]{}b', 'paragraph["::youtube[a]{}b"]'],
    ['are text while their attributes do not close', '::youtube[a]{b', 'paragraph["::youtube[a]{b"]'],
  ]);
});
