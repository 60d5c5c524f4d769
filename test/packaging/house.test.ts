import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { filesIn, text } from './projectFiles.js';

const code = /\.(ts|mts|mjs|js)$/u;
const folders = ['client', 'server', 'test', 'scripts', 'syntaxes'];
const sources = folders.flatMap((folder) => filesIn(folder, code));

/** Folders that know no Node, static and dynamic imports alike. */
const withoutNode = ['convert', 'apps', 'sync', 'git/core', 'language'].map((name) => `server/src/${name}`);

const builtins = new Set(builtinModules);

/** Every module that a source names, in whatever form of import. */
function imports(source: string): readonly string[] {
  return [...source.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"]([^'"]+)['"]/gu)].map(
    ([, name = '']) => name,
  );
}

suite('the house', () => {
  test('is read at all', () => assert.ok(sources.length > 300));

  test('has no file over 400 lines', () => {
    const long = sources.filter((path) => text(path).split('\n').length > 401);
    assert.deepEqual(long, []);
  });

  test('has no drawer for odds and ends', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.[a-z.]+$)/iu;
    assert.deepEqual(
      sources.filter((path) => drawer.test(path)),
      [],
    );
  });

  for (const folder of withoutNode) {
    test(`keeps Node out of ${folder}`, () => {
      const files = filesIn(folder, code);
      assert.ok(files.length > 0);
      const found = files.flatMap((path) =>
        imports(text(path))
          .filter((name) => name.startsWith('node:') || builtins.has(name))
          .map((name) => `${path}: ${name}`),
      );
      assert.deepEqual(found, []);
    });
  }

  test('leaves no test out', () => {
    const left = sources
      .filter((path) => path.endsWith('.test.ts'))
      .filter((path) => /\b(?:suite|test|describe|it)\.(?:skip|only)\b|\bthis\.skip\(/u.test(text(path)));
    assert.deepEqual(left, []);
  });

  test('leaves nothing for later', () => {
    const marks = new RegExp(['TO', 'DO|FIX', 'ME|@ts-', 'ignore|@ts-no', 'check'].join(''), 'u');
    assert.deepEqual(
      sources.filter((path) => marks.test(text(path))),
      [],
    );
  });
});

suite('imports', () => {
  test('are seen in every form', () => {
    const source = `
      import a from 'node:fs';
      import 'node:path';
      import type { b } from "os";
      export * from './b.js';
      const c = await import('node:crypto');
      const d = require('fs/promises');`;
    assert.deepEqual(imports(source), ['node:fs', 'node:path', 'os', './b.js', 'node:crypto', 'fs/promises']);
  });
});

suite('the protocol', () => {
  const protocol = filesIn('server/src/protocol', code)
    .map((path) => text(path))
    .join('\n');
  const namespaces = [...protocol.matchAll(/^export namespace (\w+) \{$/gmu)];

  test('says of every message who sends it, to whom and why', () => {
    const silent = namespaces.filter(({ index }) => {
      const comment = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*$/u.exec(protocol.slice(0, index))?.[1] ?? '';
      const words = comment.replaceAll(/^\s*\*/gmu, ' ').trim();
      return !/^(?:Client -> server|Server -> client)[^:]*: .{15,}/su.test(words.replaceAll(/\s+/gu, ' '));
    });
    assert.ok(namespaces.length > 15);
    assert.deepEqual(
      silent.map(([, name]) => name),
      [],
    );
  });

  test('gives every message a name of its own', () => {
    const methods = [...protocol.matchAll(/^ {2}export const method = '([^']+)';$/gmu)].map(
      ([, name]) => name,
    );
    assert.equal(methods.length, namespaces.length);
    assert.equal(new Set(methods).size, methods.length);
    assert.deepEqual(
      methods.filter((name) => !/^docbridge\/[a-z][A-Za-z]+$/u.test(name ?? '')),
      [],
    );
  });
});
