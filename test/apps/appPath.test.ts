import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appFilePath, splitAppPath } from '../../server/src/apps/appPath.js';

suite('appPath', () => {
  test('is named after the version, or after the app', () => {
    assert.equal(appFilePath('Customer Support', 'v3'), 'Customer Support/v3.json');
    assert.equal(appFilePath('Customer Support', 'v3', '{app}'), 'Customer Support/Customer Support.json');
  });

  test('changes only names that no file system takes', () => {
    assert.equal(appFilePath('a/b: "c"?', '1.0.'), 'a_b_ _c__/1.0_.json');
    assert.equal(appFilePath('CON', 'aux.1'), 'CON_/aux.1_.json');
    assert.equal(appFilePath('', '..'), '_/__.json');
    assert.equal(appFilePath('.git', 'v1'), '.git_/v1.json');
    assert.equal(appFilePath('Größe 数 C#', 'v1'), 'Größe 数 C#/v1.json');
  });

  test('always is one folder and one file, and can be split again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (app, version) => {
        const path = appFilePath(app, version);
        const parts = splitAppPath(path);
        assert.equal(parts && `${parts.folder}/${parts.name}.json`, path);
        assert.ok(!path.split('/').some((part) => part === '.' || part === '..'));
      }),
    );
  });

  test('the meta folder holds no app', () => {
    assert.equal(splitAppPath('.meta/meta.json'), undefined);
    assert.equal(splitAppPath('a/b/c.json'), undefined);
    assert.equal(splitAppPath('a/v1.md'), undefined);
  });
});
