import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import {
  ConfigureRequest,
  StatusRequest,
  ToMarkdownRequest,
  ToTiptapRequest,
} from '../../server/src/protocol.js';
import { configurationText } from '../support/configurationText.js';
import { ServerProcess } from '../support/ServerProcess.js';

const show = ({ code, range: { start, end } }: Diagnostic): string =>
  `${code} ${start.line}:${start.character}-${end.line}:${end.character}`;

suite('language server over stdio', () => {
  let folder: string;
  let server: ServerProcess;

  suiteSetup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docbridge-server-'));
    server = await ServerProcess.start({
      state: join(folder, 'state'),
      capabilities: { workspace: { diagnostics: { refreshSupport: true } } },
    });
  });

  suiteTeardown(async () => {
    try {
      assert.equal(await server.stop(), 0);
      assert.equal(server.stderr, '');
    } finally {
      server.kill();
      await rm(folder, { recursive: true, force: true });
    }
  });

  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).toString();
  const configure = (text = configurationText(['docs'])): Promise<ConfigureRequest.Result> =>
    server.connection.sendRequest(ConfigureRequest.method, {
      files: [{ uri: uriOf('docbridge.json'), text, folder }],
    });

  test('answers which bindings it serves, and what is wrong with a file', async () => {
    const good = await configure();
    assert.deepEqual(
      good.bindings.map(({ name, directory, direction }) => ({ name, directory, direction })),
      [{ name: 'docs', directory: 'docs', direction: 'both' }],
    );
    const bad = await configure('{ "bindings": [ {} ] }');
    assert.deepEqual(bad.bindings, []);
    assert.equal(bad.errors[0]?.error.code, 'configuration');
  });

  test('diagnoses documents inside a binding at the exact place', async () => {
    await configure();
    const uri = uriOf('docs/guide/a b.md');
    await server.open(uri, 'markdown', '---\ntitle: 7\nsulg: x\n---\n# Text\n');
    assert.deepEqual((await server.diagnostics(uri)).map(show), [
      'front-matter-type 1:7-1:8',
      'front-matter-unknown-key 2:0-2:4',
    ]);
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 8 } }, text: 'Seven' },
      ],
    });
    assert.deepEqual((await server.diagnostics(uri)).map(show), ['front-matter-unknown-key 2:0-2:4']);
  });

  test('offers a quick fix for what it found', async () => {
    await configure();
    const uri = uriOf('docs/fix.md');
    await server.open(uri, 'markdown', '---\nsulg: x\n---\n');
    const diagnostics = await server.diagnostics(uri);
    const actions: readonly CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    assert.deepEqual(
      actions.map(({ title, edit }) => [title, edit?.changes?.[uri]?.[0]?.newText]),
      [['Change to "slug"', 'slug']],
    );
  });

  test('documents outside every binding are not ours', async () => {
    await configure();
    const uri = uriOf('README.md');
    await server.open(uri, 'markdown', '---\ntitle: 7\n---\n');
    assert.deepEqual(await server.diagnostics(uri), []);
  });

  test('diagnoses meta.json with the folders beside it, and docbridge.json', async () => {
    await mkdir(join(folder, 'apps', 'Lost'), { recursive: true });
    await writeFile(join(folder, 'apps', 'Lost', 'v1.json'), '{"appV2":{}}');
    const meta = uriOf('apps/.meta/meta.json');
    await server.open(meta, 'json', '{\n  "null": 3\n}');
    assert.deepEqual((await server.diagnostics(meta)).map(show), [
      'meta-entry-missing 0:0-0:1',
      'meta-key-null 1:2-1:8',
      'meta-schema 1:10-1:11',
    ]);
    const configuration = uriOf('docbridge.json');
    await server.open(configuration, 'json', configurationText(['docs']).replace('"main"', '7'));
    assert.deepEqual(
      (await server.diagnostics(configuration)).map(({ code }) => code),
      ['configuration'],
    );
  });

  test('finds the same id in a file that is not open', async () => {
    const text = '---\ntitle: t\ndocbridge: { id: d1 }\n---\n';
    await mkdir(join(folder, 'docs', 'sub'), { recursive: true });
    await writeFile(join(folder, 'docs', 'sub', 'original.md'), text);
    await configure();
    const uri = uriOf('docs/copy.md');
    await server.open(uri, 'markdown', text);
    const before = server.refreshes;
    await server.diagnostics(uri);
    while (server.refreshes === before) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual((await server.diagnostics(uri)).map(show), ['docbridge-id-duplicate 2:17-2:19']);
    await rm(join(folder, 'docs', 'sub', 'original.md'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('docs/sub/original.md'), type: 3 }],
    });
    while ((await server.diagnostics(uri)).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
  });

  test('a new configuration asks for new diagnostics', async () => {
    const before = server.refreshes;
    await configure(configurationText(['docs'], { profile: 'hugo' }));
    while (server.refreshes === before) await new Promise((resolve) => setTimeout(resolve, 10));
    const uri = uriOf('docs/weight.md');
    await server.open(uri, 'markdown', '---\nweight: heavy\n---\n');
    assert.deepEqual((await server.diagnostics(uri)).map(show), ['front-matter-type 1:8-1:13']);
  });

  test('converts both ways', async () => {
    const markdown = '---\ntitle: A\n---\n\n# Hello *you*\n\n- [x] done\n';
    const read: ToTiptapRequest.Result = await server.connection.sendRequest(ToTiptapRequest.method, {
      markdown,
    });
    assert.equal(read.frontMatter, '---\ntitle: A\n---\n');
    assert.deepEqual(
      read.tiptap.content?.map(({ type }) => type),
      ['heading', 'taskList'],
    );
    const written: ToMarkdownRequest.Result = await server.connection.sendRequest(ToMarkdownRequest.method, {
      tiptap: read.tiptap,
      frontMatter: read.frontMatter,
      base: { markdown, tiptap: read.tiptap },
    });
    assert.equal(written.markdown, markdown);
  });

  test('errors cross with their code, and unknown methods are refused', async () => {
    await assert.rejects(
      server.connection.sendRequest(StatusRequest.method, { binding: 'nobody' }),
      (error: { code?: number; data?: { code: string; category: string } }) => {
        assert.equal(error.code, -32803);
        assert.equal(error.data?.code, 'unknown-binding');
        assert.equal(error.data.category, 'usage');
        return true;
      },
    );
    await assert.rejects(server.connection.sendRequest('docbridge/nothing', {}), { code: -32601 });
  });
});
