import assert from 'node:assert/strict';
import { splitFrontMatter } from '../../../server/src/convert/frontMatter/splitFrontMatter.js';

suite('splitFrontMatter', () => {
  for (const [name, source, frontMatter] of [
    ['YAML', '---\na: 1\n---\nb', '---\na: 1\n---\n'],
    ['CR LF', '---\r\na: 1\r\n---\r\nb', '---\r\na: 1\r\n---\r\n'],
    ['CR', '---\ra: 1\r---\rb', '---\ra: 1\r---\r'],
    ['a byte order mark', '\ufeff---\na: 1\n---\nb', '\ufeff---\na: 1\n---\n'],
    ['TOML', '+++\na = 1\n+++\nb', '+++\na = 1\n+++\n'],
    ['spaces after the fences', '---  \na: 1\n---\t\nb', '---  \na: 1\n---\t\n'],
    ['an end without a line end', '---\na: 1\n---', '---\na: 1\n---'],
    ['nothing between the fences', '---\n---\nb', '---\n---\n'],
  ] as const) {
    test(`cuts off ${name}`, () => {
      const split = splitFrontMatter(source);
      assert.equal(split.frontMatter, frontMatter);
      assert.equal(split.body, source.slice(frontMatter.length));
      assert.equal(split.bodyOffset, frontMatter.length);
    });
  }

  for (const [name, source] of [
    ['a rule', '---\n\n> a\n'],
    ['a language after the fence', '---js\nmodule.exports = {}\n---\n'],
    ['a fence further down', 'a\n---\nb: 1\n---\n'],
    ['the other fence at the end', '---\na: 1\n+++\n'],
    ['an indented fence', ' ---\na: 1\n ---\n'],
  ] as const) {
    test(`takes ${name} for text`, () => {
      assert.deepEqual(splitFrontMatter(source), { body: source, bodyOffset: 0 });
    });
  }
});
