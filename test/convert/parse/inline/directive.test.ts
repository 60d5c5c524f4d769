import { outlineTests } from '../../support/outlineTests.js';

// The syntax is remark-directive's, for names of ours alone.
suite('parser: directives in a line', () => {
  const mention = (attributes: string, label = ''): string =>
    `textDirective(name="mention" attributes=${attributes})[${label}]`;
  outlineTests([
    [
      'have a label with marks and attributes',
      'a :mention[b *c*]{id=1} d',
      `paragraph["a " ${mention('{"id":"1"}', '"b " emphasis["c"]')} " d"]`,
    ],
    [
      'write attributes with double quotes, single quotes, none or no value',
      `:mention{a="1" b='2' c=3 d}`,
      `paragraph[${mention('{"a":"1","b":"2","c":"3","d":""}')}]`,
    ],
    [
      'write ids and classes short; classes add up',
      ':mention{#a .b .c class="d"}',
      `paragraph[${mention('{"id":"a","class":"b c d"}')}]`,
    ],
    [
      'resolve references in attributes, and leave alone what only looks like one',
      ':mention{a="&lt;&nope;"}',
      `paragraph[${mention('{"a":"<&nope;"}')}]`,
    ],
    [
      'may hold brackets in their label, in pairs or escaped',
      ':mention[a[b]\\]c]',
      `paragraph[${mention('{}', '"a[b]]c"')}]`,
    ],
    [
      'leave braces that do not close to the text behind them',
      ':mention[a]{b="',
      `paragraph[${mention('{}', '"a"')} "{b=\\""]`,
    ],
    ['are text without label and attributes', ':mention a', 'paragraph[":mention a"]'],
    [
      'are text when nothing but their braces is there and does not close',
      ':mention{a',
      'paragraph[":mention{a"]',
    ],
    ['are text when their label does not close', ':mention[a', 'paragraph[":mention[a"]'],
    ['are text when their label spans lines', ':mention[a\nb]', 'paragraph[":mention[a\\nb]"]'],
    ['are text behind a colon', '::mention[a] b', 'paragraph["::mention[a] b"]'],
    ['are text with a name that is not ours', ':nope[a]', 'paragraph[":nope[a]"]'],
    [
      'are text when their label is longer than that of a link may be',
      `:mention[${'a'.repeat(1000)}]`,
      `paragraph[":mention[${'a'.repeat(1000)}]"]`,
    ],
  ]);
});
