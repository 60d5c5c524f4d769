import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import { GitFailureError } from '../../server/src/errors/gitErrors.js';
import { AtomicFs } from '../../server/src/git/AtomicFs.js';
import type { GitObject, ObjectType } from '../../server/src/git/core/gitObject.js';
import { objectId } from '../../server/src/git/core/gitObject.js';
import { packObjects } from '../../server/src/git/core/packFile.js';
import { safePathProblem } from '../../server/src/git/core/safePath.js';
import { ObjectCache } from '../../server/src/git/ObjectCache.js';
import { sha1 } from '../../server/src/git/sha1.js';
import type { GitServer } from '../support/gitServer.js';
import { startGitServer } from '../support/gitServer.js';
import { git, gitBytes } from '../support/gitServerCommand.js';
import type { TestRemotes } from '../support/gitServerRemote.js';
import { commitRequest, createTestRemotes, writeText } from '../support/gitServerRemote.js';

interface RawEntry {
  readonly mode: string;
  readonly name: string | Buffer;
  readonly oid: string;
}

suite('trees that no editor wrote', () => {
  let server: GitServer;
  let remotes: TestRemotes;
  let blob: string;

  setup(async () => {
    server = await startGitServer({ checkObjects: false });
    await server.createRepository('docs');
    remotes = await createTestRemotes();
    blob = await git(server.path('docs'), ['hash-object', '-w', '--stdin'], { input: 'evil' });
  });
  teardown(async () => {
    await remotes.dispose();
    await server.stop();
  });

  function treeBytes(entries: readonly RawEntry[]): Buffer {
    return Buffer.concat(
      entries.flatMap(({ mode, name, oid }) => [
        Buffer.from(`${mode} `),
        Buffer.from(name),
        Buffer.from([0]),
        Buffer.from(oid, 'hex'),
      ]),
    );
  }

  function addTree(entries: readonly RawEntry[]): Promise<string> {
    const args = ['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'];
    return git(server.path('docs'), args, { input: treeBytes(entries) });
  }

  async function commitTree(entries: readonly RawEntry[]): Promise<string> {
    const commit = await git(server.path('docs'), ['commit-tree', await addTree(entries), '-m', 'Odd']);
    await git(server.path('docs'), ['update-ref', 'refs/heads/main', commit]);
    return commit;
  }

  const names: readonly (string | Buffer)[] = [
    ...[
      '..',
      '.',
      '../x',
      '/etc/passwd',
      'a/b',
      '.git',
      '.GIT',
      'git~1',
      'git~10',
      '.git.',
      '.git ',
      '.git::$INDEX_ALLOCATION',
    ],
    ...[
      '..\\x',
      '.g\u200Cit',
      'CON',
      'aux.md',
      'COM1.txt',
      'foo:bar',
      'C:foo',
      'a.',
      'a ',
      'a<b>|?*.md',
      'a\nb',
      '\u202Etxt.md',
    ],
    ...['A.md', 'a.md', 'e\u0301.md', '\u00E9.md', 'n'.repeat(300), Buffer.from([0x66, 0xff, 0xfe])],
  ];

  for (const name of names) {
    test(`a name ${JSON.stringify(String(name)).slice(0, 40)} is carried along untouched and never written to disk`, async () => {
      const odd = { mode: '100644', name, oid: blob };
      const page = { mode: '100644', name: 'page.md', oid: blob };
      const head = await commitTree([odd, page]);
      const remote = remotes.open({ url: server.url('docs') });
      const { entries } = await remote.snapshot(head);
      assert.ok(entries.has('page.md'));
      const others = [...entries.keys()].filter((path) => path !== 'page.md');
      const harmless = ['A.md', 'a.md', '\u00E9.md'];
      for (const path of others)
        assert.ok(safePathProblem(path) !== undefined || harmless.includes(path), path);
      const result = await remote.commit(
        commitRequest(head, [writeText('page.md', 'new'), { op: 'delete', path: 'none' }]),
      );
      assert.ok(result.kind === 'committed');
      const after = await gitBytes(server.path('docs'), ['cat-file', 'tree', `${result.commit}^{tree}`]);
      assert.ok(after.includes(treeBytes([odd])), 'the odd entry keeps its bytes');
      const files = await readdir(remotes.folder, { recursive: true });
      assert.ok(files.every((file) => /^cache\d+(\/(objects|history)\.git(\/[\w./-]*)?)?$/.test(file)));
    });
  }

  test('modes, symlinks and submodules stay as they are', async () => {
    const missing = '1234567890123456789012345678901234567890';
    const inner = await addTree([{ mode: '100644', name: 'x', oid: blob }]);
    const odd = [
      {
        mode: '120000',
        name: 'absolute',
        oid: await git(server.path('docs'), ['hash-object', '-w', '--stdin'], { input: '/etc/passwd' }),
      },
      { mode: '160000', name: 'module', oid: missing },
      { mode: '100664', name: 'old-group', oid: blob },
      { mode: '100666', name: 'old-world', oid: blob },
      { mode: '100755', name: 'tool', oid: blob },
      { mode: '040000', name: 'padded', oid: inner },
      { mode: '0', name: 'zero', oid: blob },
    ];
    const head = await commitTree([...odd, { mode: '100644', name: 'page.md', oid: blob }]);
    const remote = remotes.open({ url: server.url('docs') });
    const { entries } = await remote.snapshot(head);
    const modes = Object.fromEntries([...entries].map(([path, { mode }]) => [path, mode]));
    assert.deepEqual(modes, {
      absolute: '120000',
      module: '160000',
      'old-group': '100644',
      'old-world': '100644',
      tool: '100755',
      'padded/x': '100644',
      'page.md': '100644',
    });
    const result = await remote.commit(
      commitRequest(head, [writeText('page.md', 'new'), writeText('other/y.md', 'y')]),
    );
    assert.ok(result.kind === 'committed');
    const after = await gitBytes(server.path('docs'), ['cat-file', 'tree', `${result.commit}^{tree}`]);
    for (const entry of odd) assert.ok(after.includes(treeBytes([entry])), entry.name);
    const changed = await remote.commit(commitRequest(result.commit, [writeText('padded/x', 'X')]));
    assert.ok(changed.kind === 'committed');
    assert.equal(await git(server.path('docs'), ['show', `${changed.commit}:padded/x`]), 'X');
  });

  test('a tree that unfolds without end, or is too deep, is refused', async () => {
    let oid = blob;
    let mode = '100644';
    for (let level = 0; level < 12; level++) {
      oid = await addTree(Array.from({ length: 10 }, (_, index) => ({ mode, name: `n${index}`, oid })));
      mode = '40000';
    }
    const bomb = await commitTree([{ mode, name: 'bomb', oid }]);
    const remote = remotes.open({ url: server.url('docs'), limits: { entries: 50_000 } });
    await assert.rejects(remote.snapshot(bomb), (error: Error) => {
      assert.ok(error instanceof GitFailureError);
      assert.match(error.message, /more than 50000 entries/);
      return true;
    });
    const narrow = remotes.open({ url: server.url('docs'), limits: { depth: 8 } });
    await assert.rejects(narrow.snapshot(bomb), /deeper than 8 levels/);
  });

  test('a pack beyond the limit is refused while it comes in', async () => {
    const head = await server.commit(
      'docs',
      Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}`, `${Math.sin(index)}`])),
    );
    const remote = remotes.open({ url: server.url('docs'), limits: { packBytes: 2_000 } });
    await assert.rejects(remote.snapshot(head), /more than 2000 bytes/);
  });

  test('a tree object that is not a tree', async () => {
    const broken = await git(
      server.path('docs'),
      ['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'],
      {
        input: '100644 a\0short',
      },
    );
    const commit = await git(
      server.path('docs'),
      ['hash-object', '-t', 'commit', '--literally', '-w', '--stdin'],
      {
        input: `tree ${broken}\nauthor T <t@e> 1 +0000\ncommitter T <t@e> 1 +0000\n\nm\n`,
      },
    );
    await git(server.path('docs'), ['update-ref', 'refs/heads/main', commit]);
    await assert.rejects(remotes.open({ url: server.url('docs') }).snapshot(commit), GitFailureError);
  });

  test('a commit or tree object of a server that sends anything is refused by name', async () => {
    const cacheDirectory = join(remotes.folder, 'cache0');
    const cache = new ObjectCache(join(cacheDirectory, 'objects.git'), new AtomicFs());
    const keep = async (type: ObjectType, text: string): Promise<string> => {
      const object: GitObject = { type, content: Buffer.from(text) };
      const oid = objectId(object, sha1);
      await cache.addPushed(packObjects(new Map([[oid, object]]), deflateSync, sha1), oid);
      return oid;
    };
    const tree = await keep('tree', '100644 a\0short');
    const people = 'author T <t@e> 1 +0000\ncommitter T <t@e> 1 +0000\n\nm\n';
    const oddTree = await keep('commit', `tree ${tree}\n${people}`);
    const noTree = await keep('commit', people);
    const remote = remotes.open({ url: server.url('docs'), cacheDirectory });
    for (const head of [oddTree, noTree]) {
      const change = commitRequest(head, [writeText('a.md', 'A')]);
      for (const work of [(): Promise<unknown> => remote.snapshot(head), () => remote.commit(change)]) {
        await assert.rejects(work(), (error: Error) => {
          assert.ok(error instanceof GitFailureError, String(error));
          assert.match(error.message, new RegExp(`commit ${head} cannot be read`));
          return true;
        });
      }
    }
    await assert.rejects(remote.contains(noTree, tree), GitFailureError);
  });
});
