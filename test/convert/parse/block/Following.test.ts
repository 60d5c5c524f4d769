import assert from 'node:assert/strict';
import { outline } from '../../support/outline.js';

const gitbook = { syntax: { gitbook: true, mdx: false } };

const tag = (name: string): string => `verbatim(kind="gitbook") "{% ${name} %}"`;

suite('parser: source that is kept as it is, inside of other blocks', () => {
  test('is found behind a lazy continuation', () => {
    assert.equal(
      outline('> {% a %}\n> b\nc\n> {% d %}', gitbook),
      `blockquote[${tag('a')} paragraph["b\\nc"] ${tag('d')}]`,
    );
  });

  test('is found on each line of them, the last one too', () => {
    assert.equal(
      outline('> {% a %}\n>\n> b\n>\n> {% c %}\n\n> {% d %}', gitbook),
      `blockquote[${tag('a')} paragraph["b"] ${tag('c')}] blockquote[${tag('d')}]`,
    );
  });
});
