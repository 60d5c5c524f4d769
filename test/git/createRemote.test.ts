import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Head, Remote } from '../../server/src/git/Remote.js';
import { CancelledError, NetworkError } from '../../server/src/errors/networkErrors.js';
import { GitFailureError } from '../../server/src/errors/gitErrors.js';
import type { GitServer } from '../support/gitServer.js';
import { startGitServer } from '../support/gitServer.js';
import { git } from '../support/gitServerCommand.js';
import type { TestRemotes } from '../support/gitServerRemote.js';
import { commitRequest, createTestRemotes, readTexts, writeText } from '../support/gitServerRemote.js';

const empty: Head = { commit: undefined, branches: [] };

for (const protocol2 of [true, false]) {
  suite(`createRemote over protocol ${protocol2 ? 2 : 0}`, () => {
    let server: GitServer;
    let remotes: TestRemotes;
    let remote: Remote;

    setup(async () => {
      server = await startGitServer({ token: 'right', protocol2 });
      await server.createRepository('docs');
      remotes = await createTestRemotes();
      remote = remotes.open({ url: server.url('docs'), token: 'right' });
    });
    teardown(async () => {
      await remotes.dispose();
      await server.stop();
    });

    const fsck = (): Promise<string> =>
      git(server.path('docs'), ['fsck', '--full', '--strict', '--no-dangling']);

    test('an empty repository has no head, and the first commit creates the branch', async () => {
      assert.deepEqual(await remote.head(), empty);
      const result = await remote.commit(
        commitRequest(undefined, [writeText('a/b.md', '# B\n'), writeText('c.md', 'C')]),
      );
      assert.ok(result.kind === 'committed');
      assert.equal(await git(server.path('docs'), ['rev-parse', 'main']), result.commit);
      assert.equal(await git(server.path('docs'), ['show', 'main:a/b.md']), '# B');
      assert.equal(
        await git(server.path('docs'), ['log', '-1', '--format=%an %ae %at %s']),
        'Ada ada@example.com 1700000000 docs: sync',
      );
      assert.equal(await fsck(), '');
      assert.deepEqual(await remote.head(), {
        commit: result.commit,
        branches: ['main'],
        defaultBranch: { name: 'main', commit: result.commit },
      });
    });

    test('reads what the real git wrote, whatever it is', async () => {
      const files = { 'a.md': 'A', 'b/ü.md': '# Ü\n', 'b/c/d.md': '', 'big.md': 'x'.repeat(300_000) };
      const head = await server.commit('docs', files);
      assert.equal((await remote.head()).commit, head);
      assert.deepEqual(await readTexts(remote, head), files);
      assert.deepEqual(await remote.commitInfo(head), {
        oid: head,
        message: 'Edit',
        author: { name: 'Test', email: 'test@example.com', timestamp: 1_700_000_000 },
      });
    });

    test('follows the branch from commit to commit and sends only what changed', async () => {
      await server.commit(
        'docs',
        Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`d/${index}.md`, `${index}`])),
      );
      const first = (await remote.head()).commit ?? '';
      await remote.snapshot(first);
      const second = await server.commit('docs', { 'd/7.md': 'seven' });
      const result = await remote.commit(
        commitRequest(second, [writeText('d/8.md', 'eight'), { op: 'delete', path: 'd/9.md' }]),
      );
      assert.ok(result.kind === 'committed');
      const third = await server.commit('docs', { 'd/10.md': 'ten' });
      const texts = await readTexts(remote, third);
      assert.deepEqual(
        [texts['d/7.md'], texts['d/8.md'], texts['d/9.md'], texts['d/10.md']],
        ['seven', 'eight', undefined, 'ten'],
      );
      assert.equal(Object.keys(texts).length, 299);
      assert.equal(
        await git(server.path('docs'), ['diff', second, result.commit, '--numstat']),
        '1\t1\td/8.md\n0\t1\td/9.md',
      );
      assert.equal(await fsck(), '');
    });

    test('a pushed commit is read back without asking the server', async () => {
      const result = await remote.commit(commitRequest(undefined, [writeText('a.md', 'A')]));
      assert.ok(result.kind === 'committed');
      const before = server.requests.length;
      assert.deepEqual(await readTexts(remote, result.commit), { 'a.md': 'A' });
      assert.equal(server.requests.length, before);
    });

    test('places, modes, moves and removed folders', async () => {
      await server.commit('docs', { 'old/deep/page.md': 'moved', 'keep.md': 'kept' });
      const head = (await remote.head()).commit ?? '';
      const { entries } = await remote.snapshot(head);
      const moved = entries.get('old/deep/page.md');
      assert.ok(moved);
      const result = await remote.commit(
        commitRequest(head, [
          { op: 'delete', path: 'old/deep/page.md' },
          { op: 'place', path: 'new/page.md', mode: '100644', oid: moved.oid },
          { op: 'write', path: 'run.sh', mode: '100755', bytes: new TextEncoder().encode('#!/bin/sh\n') },
          { op: 'write', path: 'link', mode: '120000', bytes: new TextEncoder().encode('keep.md') },
          { op: 'delete', path: 'never/was.md' },
        ]),
      );
      assert.ok(result.kind === 'committed');
      assert.equal(
        await git(server.path('docs'), ['ls-tree', '-r', '--format=%(objectmode) %(path)', 'main']),
        '100644 keep.md\n120000 link\n100644 new/page.md\n100755 run.sh',
      );
      assert.equal(await fsck(), '');
    });

    test('the same request gives the same commit, and one that changes nothing gives none', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      const request = commitRequest(head, [writeText('a.md', 'AA')]);
      const [first, again] = [
        await remote.commit(request),
        await remotes.open({ url: server.url('docs'), token: 'right' }).commit(request),
      ];
      assert.deepEqual(first, again);
      assert.ok(first.kind === 'committed');
      const posts = server.requests.filter(
        ({ method, url }) => method === 'POST' && url.includes('receive'),
      ).length;
      assert.deepEqual(await remote.commit(commitRequest(first.commit, [writeText('a.md', 'AA')])), first);
      assert.equal(
        server.requests.filter(({ method, url }) => method === 'POST' && url.includes('receive')).length,
        posts,
      );
      assert.equal(await git(server.path('docs'), ['rev-list', '--count', 'main']), '2');
    });

    test('another branch: absent, created beside the default one, then read', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      const other = remotes.open({ url: server.url('docs'), token: 'right', branch: 'team/docs' });
      assert.deepEqual(await other.head(), {
        commit: undefined,
        branches: ['main'],
        defaultBranch: { name: 'main', commit: head },
      });
      const result = await other.commit(commitRequest(undefined, [writeText('b.md', 'B')]));
      assert.ok(result.kind === 'committed');
      assert.deepEqual((await other.head()).branches, ['main', 'team/docs']);
      assert.deepEqual(await readTexts(other, result.commit), { 'b.md': 'B' });
      assert.equal((await remote.head()).commit, head);
    });

    test('a repository whose HEAD points to no branch is read', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' }, 'docs');
      const other = remotes.open({ url: server.url('docs'), token: 'right', branch: 'docs' });
      assert.deepEqual(await other.head(), { commit: head, branches: ['docs'] });
      assert.deepEqual(await readTexts(other, head), { 'a.md': 'A' });
    });

    test('a head that moved on before it is read is still read', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      await remote.head();
      await server.commit('docs', { 'a.md': 'AA' });
      assert.deepEqual(await readTexts(remote, head), { 'a.md': 'A' });
    });

    test('knows what a commit contains, near and far, and what it does not', async () => {
      const commits = [];
      for (let index = 0; index < 3; index++)
        commits.push(await server.commit('docs', { 'a.md': `${index}` }));
      const [first = '', , third = ''] = commits;
      assert.equal(await remote.contains(third, third), true);
      assert.equal(await remote.contains(third, first), true);
      assert.equal(await remote.contains(first, third), false);
      const lines = Array.from({ length: 60 }, (_, index) => [
        'commit refs/heads/main',
        'committer T <t@example.com> 1700000000 +0000',
        'data 1',
        'm',
        ...(index === 0 ? [`from ${third}`] : []),
        'M 100644 inline a.md',
        'data 3',
        `${100 + index}`,
      ]).flat();
      await git(server.path('docs'), ['fast-import', '--quiet'], { input: `${lines.join('\n')}\n` });
      const head = (await remote.head()).commit ?? '';
      await remote.snapshot(head);
      assert.equal(await remote.contains(head, first), true);
      const orphan = await server.commit('docs', { 'z.md': 'Z' }, 'orphan');
      assert.equal(await remote.contains(head, orphan), false);
      assert.equal(await remote.contains(head, '1'.repeat(40)), false);
      assert.deepEqual(await readTexts(remote, head), { 'a.md': '159' });
    });

    test('two writers on one head: one lands, the other learns the new head and lands on it', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      const second = remotes.open({ url: server.url('docs'), token: 'right' });
      const results = await Promise.all([
        remote.commit(commitRequest(head, [writeText('one.md', '1')])),
        second.commit(commitRequest(head, [writeText('two.md', '2')])),
      ]);
      const landed = results.find((result) => result.kind === 'committed');
      const moved = results.find((result) => result.kind === 'moved');
      assert.ok(landed?.kind === 'committed' && moved?.kind === 'moved');
      assert.equal(moved.head, landed.commit);
      const loser = results[0].kind === 'moved' ? remote : second;
      const retried = await loser.commit(commitRequest(moved.head, [writeText('again.md', '3')]));
      assert.ok(retried.kind === 'committed');
      assert.equal(await git(server.path('docs'), ['rev-list', '--count', 'main']), '3');
      assert.equal(await fsck(), '');
    });

    test('a branch that moved, appeared or went away meanwhile is "moved", and nothing is written', async () => {
      const old = await server.commit('docs', { 'a.md': 'A' });
      const now = await server.commit('docs', { 'a.md': 'AA' });
      const change = [writeText('a.md', 'B')];
      assert.deepEqual(await remote.commit(commitRequest(old, change)), { kind: 'moved', head: now });
      assert.deepEqual(await remote.commit(commitRequest(undefined, change)), { kind: 'moved', head: now });
      await remote.snapshot(now);
      await git(server.path('docs'), ['update-ref', '-d', 'refs/heads/main']);
      assert.deepEqual(await remote.commit(commitRequest(now, change)), { kind: 'moved', head: undefined });
      assert.deepEqual(await remote.head(), empty);
    });

    test('a branch that moves between the advertisement and the push is "moved"', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      let between = '';
      server.fault = {
        url: '/git-receive-pack',
        once: true,
        before: async () => {
          between = await server.commit('docs', { 'b.md': 'B' });
        },
      };
      const result = await remote.commit(commitRequest(head, [writeText('c.md', 'C')]));
      assert.deepEqual(result, { kind: 'moved', head: between });
      assert.equal(await git(server.path('docs'), ['rev-parse', 'main']), between);
    });

    test('a lost answer to a push that was done is recognised', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      server.fault = { url: '/git-receive-pack', once: true, loseAnswer: true };
      const result = await remote.commit(commitRequest(head, [writeText('a.md', 'AA')]));
      assert.ok(result.kind === 'committed');
      assert.equal(await git(server.path('docs'), ['rev-parse', 'main']), result.commit);
      server.fault = { url: '/git-receive-pack', once: true, status: 502 };
      await assert.rejects(
        remote.commit(commitRequest(result.commit, [writeText('a.md', 'B')])),
        GitFailureError,
      );
      assert.equal(await git(server.path('docs'), ['rev-parse', 'main']), result.commit);
    });

    test('a cut in the middle of the pack rejects, and the next try reads everything', async () => {
      const files = Object.fromEntries(
        Array.from({ length: 50 }, (_, index) => [`${index}.md`, `${Math.sqrt(index)}`.repeat(200)]),
      );
      const head = await server.commit('docs', files);
      for (const cutAfter of [0, 3, 200, 2000]) {
        server.fault = { url: '/git-upload-pack', cutAfter };
        await assert.rejects(remote.snapshot(head), NetworkError);
      }
      server.fault = undefined;
      assert.deepEqual(await readTexts(remote, head), files);
    });

    test('an abort ends every call with CancelledError', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      const signal = AbortSignal.abort();
      await assert.rejects(remote.head({ signal }), CancelledError);
      await assert.rejects(remote.snapshot(head, { signal }), CancelledError);
      await assert.rejects(remote.contains(head, '1'.repeat(40), { signal }), CancelledError);
      await assert.rejects(
        remote.commit({ ...commitRequest(head, [writeText('a.md', 'B')]), signal }),
        CancelledError,
      );
      await remote.snapshot(head);
      await assert.rejects(
        remote.readBlobs([head], { signal })[Symbol.asyncIterator]().next(),
        CancelledError,
      );
      const controller = new AbortController();
      server.fault = {
        url: '/git-upload-pack',
        before: () => {
          controller.abort();
          return new Promise(() => undefined);
        },
      };
      const other = remotes.open({ url: server.url('docs'), token: 'right' });
      await assert.rejects(other.snapshot(head, { signal: controller.signal }), CancelledError);
    });

    test('an unknown blob or commit rejects', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      await remote.snapshot(head);
      const unknown = remote.readBlobs(['1'.repeat(40)])[Symbol.asyncIterator]();
      await assert.rejects(unknown.next(), GitFailureError);
      await assert.rejects(remote.snapshot('1'.repeat(40)), GitFailureError);
      assert.deepEqual(await readTexts(remote, head), { 'a.md': 'A' });
    });

    test('the cache is a sound repository without any secret', async () => {
      const head = await server.commit('docs', { 'a.md': 'A' });
      const cacheDirectory = join(remotes.folder, 'own');
      const own = remotes.open({ url: server.url('docs'), token: 'right', cacheDirectory });
      await own.snapshot(head);
      const result = await own.commit(commitRequest(head, [writeText('b.md', 'B')]));
      assert.ok(result.kind === 'committed');
      const cache = join(cacheDirectory, 'objects.git');
      assert.equal(await git(cache, ['fsck', '--full', '--strict', '--no-dangling']), '');
      assert.equal(await git(cache, ['show', `${result.commit}:b.md`]), 'B');
      assert.ok(!(await readFile(join(cache, 'config'), 'utf8')).includes('right'));
    });
  });
}
