import assert from 'node:assert/strict';
import { lockedPackages, manifest, nameOf } from './Lockfile.js';
import { satisfiesNode } from './nodeRange.js';
import { isBelowFloor, versionFloors } from './versionFloors.js';

/** May run a script when they are installed: they choose the binary of this machine. */
const installScripts = ['esbuild', '@vscode/vsce-sign', 'fsevents', 'unrs-resolver'];

/** Optional package of @vscode/vsce (publishing tokens); npm leaves it out where its script fails. */
const optionalInstallScripts = ['keytar'];

/** Run code from front matter; keep credentials on a redirect; weak cryptography. */
const banned = ['gray-matter', 'fernet', 'crypto-js'];

/** Versions that other parts of the project were measured with. */
const pinned: Readonly<Record<string, string>> = {
  'isomorphic-git': '1.44.11',
  yaml: '2.9.1',
  typescript: '5.9.3',
  '@vscode/vsce': '3.9.2',
  '@vscode/test-electron': '2.5.2',
  '@types/vscode': '1.100.0',
  '@tiptap/core': '3.31.3',
  '@tiptap/pm': '3.31.3',
};

suite('package-lock.json', () => {
  const packages = lockedPackages();
  const entries = [...packages];
  const { dependencies, devDependencies, overrides, engines } = manifest();

  test('is read at all', () => assert.ok(packages.size > 200));

  test('has no package that refuses the oldest Node we support', () => {
    assert.equal(engines['node'], '>=20.19.0');
    const refusing = entries.filter(
      ([, { engines: own }]) => own?.node !== undefined && !satisfiesNode('20.19.0', own.node),
    );
    assert.deepEqual(
      refusing.map(([path, { engines: own }]) => `${path}: ${own?.node ?? ''}`),
      [],
    );
  });

  test('has an integrity of every package', () => {
    const without = entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/u.test(integrity ?? ''));
    assert.deepEqual(
      without.map(([path]) => path),
      [],
    );
  });

  test('names no host that packages come from', () => {
    const located = entries.filter(
      ([, { resolved, link, inBundle, version, dependencies: needs }]) =>
        resolved !== undefined ||
        link === true ||
        inBundle === true ||
        !/^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/u.test(version ?? '') ||
        Object.values(needs ?? {}).some((range) => /^(git|https?|file|github|link)[+:]/u.test(range)),
    );
    assert.deepEqual(
      located.map(([path]) => path),
      [],
    );
  });

  test('lets no package but the listed ones run a script', () => {
    const running = entries.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const unlisted = running.filter(([path, { dev, optional }]) => {
      const name = nameOf(path);
      if (optionalInstallScripts.includes(name)) return dev !== true || optional !== true;
      return !installScripts.includes(name);
    });
    assert.ok(running.length > 0, 'scripts are marked in the lockfile');
    assert.deepEqual(
      unlisted.map(([path]) => path),
      [],
    );
  });

  test('has no banned package', () => {
    assert.deepEqual(
      entries.map(([path]) => path).filter((path) => banned.includes(nameOf(path))),
      [],
    );
  });

  test("has simple-get for isomorphic-git's own HTTP client alone, which we never import", () => {
    const users = entries
      .filter(
        ([, { dependencies: needs, optionalDependencies: more }]) => 'simple-get' in { ...needs, ...more },
      )
      .filter(([, { dev }]) => dev !== true)
      .map(([path]) => nameOf(path));
    assert.deepEqual(users, ['isomorphic-git']);
    assert.equal('simple-get' in { ...dependencies, ...devDependencies }, false);
  });

  test('has no version with a known hole', () => {
    const low = entries.filter(([path, { version = '' }]) => {
      const floors = versionFloors[nameOf(path)];
      return floors !== undefined && isBelowFloor(version, floors);
    });
    assert.deepEqual(
      low.map(([path, { version = '' }]) => `${path} ${version}`),
      [],
    );
  });

  test('agrees with package.json, which states exact versions alone', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/u, name);
      assert.equal(packages.get(`node_modules/${name}`)?.version, version, name);
    }
    for (const [name, version] of Object.entries(overrides)) assert.match(version, /^\d+\.\d+\.\d+$/u, name);
  });

  for (const [name, version] of Object.entries(pinned)) {
    test(`keeps ${name} at ${version}`, () => {
      assert.equal({ ...dependencies, ...devDependencies }[name], version);
    });
  }
});

suite('isBelowFloor', () => {
  for (const [version, floors, below] of [
    ['1.44.10', ['1.44.11'], true],
    ['1.44.11', ['1.44.11'], false],
    ['2.0.0', ['1.44.11'], false],
    ['4.3.0', ['3.15.1', '4.3.1', '5.5.0'], true],
    ['4.3.1', ['3.15.1', '4.3.1', '5.5.0'], false],
    ['3.15.2', ['3.15.1', '4.3.1', '5.5.0'], false],
    ['2.9.0', ['3.15.1', '4.3.1', '5.5.0'], true],
    ['10.0.0', ['9.2.2', '11.4.1'], true],
    ['12.0.0', ['9.2.2', '11.4.1'], false],
  ] as const) {
    test(`says ${String(below)} of ${version} where the floors are ${floors.join(', ')}`, () => {
      assert.equal(isBelowFloor(version, floors), below);
    });
  }
});
