import assert from 'node:assert/strict';
import { readExamples } from '../../../scripts/conformance/examples/readExamples.js';

const fence = '`'.repeat(32);

suite('readExamples', () => {
  test('takes what stands between the fences, with labels and section', () => {
    const text = [
      '# Title',
      '## Tabs',
      `${fence} example`,
      '→a',
      '.',
      '<p>→a</p>',
      fence,
      '### Tables (extension) ',
      `${fence} example table disabled`,
      '',
      '```',
      '# no section',
      '.',
      '.',
      fence,
      '',
    ].join('\r\n');
    assert.deepEqual(readExamples(text), [
      { markdown: '\ta\n', html: '<p>\ta</p>\n', labels: [], section: 'Tabs', number: 1 },
      {
        markdown: '\n```\n# no section\n',
        html: '.\n',
        labels: ['table', 'disabled'],
        section: 'Tables (extension) ',
        number: 2,
      },
    ]);
  });

  test('ends where the tests end', () => {
    assert.deepEqual(readExamples(`<!-- END TESTS -->\n${fence} example\na\n.\nb\n${fence}\n`), []);
  });
});
