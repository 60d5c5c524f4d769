import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { assertFits } from '../support/cli/outputSchemas.js';
import { cliFile, runCli, startCli } from '../support/cli/runCli.js';

const doc = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hello' }] }] };

function linesOf(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

suite('docbridge convert', function () {
  this.timeout(60_000);
  let directory: string;
  const convert = (args: readonly string[], input: string | Uint8Array) =>
    runCli(['convert', ...args], { directory, input: { bytes: input } });

  setup(async () => {
    directory = await mkdtemp(join(tmpdir(), 'docbridge-convert-'));
  });
  teardown(() => rm(directory, { recursive: true }));

  test('one document there and back', async () => {
    const markdown = '---\ntitle: A\n---\n\nHello *you*.\n';
    const there = await convert(['--to', 'tiptap'], markdown);
    assert.equal(there.code, 0, there.stderr);
    assertFits('convertLine', { id: 1, ...(JSON.parse(there.stdout) as object) });
    const back = await convert(['--to', 'markdown'], there.stdout);
    assert.deepEqual([back.code, back.stdout], [0, markdown]);
    const bare = await convert(['--to', 'markdown', '--json'], JSON.stringify(doc));
    assert.deepEqual(JSON.parse(bare.stdout), { markdown: 'Hello\n', notices: [] });
  });

  test('a base keeps the bytes of unchanged blocks', async () => {
    const markdown = 'One\n===\n\n*  star\n\nHello\n';
    const tiptap = (
      JSON.parse((await convert(['--to', 'tiptap'], markdown)).stdout) as { readonly tiptap: typeof doc }
    ).tiptap;
    await writeFile(join(directory, 'base.json'), JSON.stringify({ markdown, tiptap }));
    const same = await convert(['--to', 'markdown', '--base', 'base.json'], JSON.stringify(tiptap));
    assert.equal(same.stdout, markdown);
    const line = JSON.stringify({ id: 'x', tiptap, base: { markdown, tiptap } });
    assert.equal(
      linesOf((await convert(['--to', 'markdown', '--ndjson'], line)).stdout)[0]?.['markdown'],
      markdown,
    );
  });

  test('many documents, in the order of the input; a bad line does not stop the others', async () => {
    const lines = [
      '{"id":"a","markdown":"One\\n"}',
      'not json',
      '{"markdown":"without id"}',
      '{"id":7}',
      '',
      '{"id":"b","markdown":"Two\\n","base":{"markdown":1}}',
      '{"id":"c","markdown":"---\\ntitle: C\\n---\\n\\nThree\u2028\\n"}',
    ];
    const result = await convert(['--to', 'tiptap', '--ndjson'], lines.join('\n'));
    assert.equal(result.code, 1, result.stderr);
    const answers = linesOf(result.stdout);
    for (const answer of answers) assertFits('convertLine', answer);
    assert.deepEqual(
      answers.map(({ id, error }) => [id, (error as { readonly code: string } | undefined)?.code]),
      [
        ['a', undefined],
        [null, 'invalid-json'],
        [null, 'invalid-line'],
        [7, 'invalid-line'],
        ['b', 'invalid-base'],
        ['c', undefined],
      ],
    );
    assert.equal(answers[5]?.['frontMatter'], '---\ntitle: C\n---\n');
  });

  test('ids come back as they were written', async () => {
    const ids = ['"a"', '""', '"\\ud800 \\u2028\\n"', '0', '-1.5', '12345678901234567890', '1e999', '-0'];
    const lines = ids.map((id) => `{"id":${id},"markdown":""}`);
    const { code, stdout } = await convert(['--to', 'tiptap', '--ndjson'], lines.join('\n'));
    assert.equal(code, 0);
    const written = stdout.split('\n').map((line) => /^\{"id":([^]*?),"tiptap":/.exec(line)?.[1]);
    assert.deepEqual(written.slice(3, -1), ['0', '-1.5', '12345678901234567890', '1e999', '0']);
    assert.deepEqual(
      written.slice(0, 3).map((id) => JSON.parse(id ?? '') as string),
      ids.slice(0, 3).map((id) => JSON.parse(id) as string),
    );
    for (const id of ['null', 'true', '[1]', '{}']) {
      const refused = await convert(['--to', 'tiptap', '--ndjson'], `{"id":${id},"markdown":""}`);
      assert.match(refused.stdout, /^\{"id":null,"error":\{"code":"invalid-line"/u);
    }
  });

  test('takes a byte order mark, CR LF, empty lines and a last line without end', async () => {
    const input =
      '\ufeff\r\n\ufeff{"id":1,"markdown":"a\\r\\nb"}\r\n \t\r\n\r\n{"id":2,"markdown":"\\ufeffa"}';
    const { code, stdout } = await convert(['--to', 'tiptap', '--ndjson'], input);
    assert.equal(code, 0, stdout);
    assert.deepEqual(
      linesOf(stdout).map(({ id }) => id),
      [1, 2],
    );
  });

  test('front matter and halves of surrogate pairs go both ways', async () => {
    const sources = [
      '---\r\ntitle: "A"\r\n---\r\n\r\nb\r\n',
      '+++\na = 1\n+++\n\nb\n',
      '\ud800a\udc00\n',
      '',
    ];
    const there = await convert(
      ['--to', 'tiptap', '--ndjson'],
      sources.map((markdown, id) => JSON.stringify({ id, markdown })).join('\n'),
    );
    assert.equal(there.code, 0, there.stdout);
    assert.equal(linesOf(there.stdout)[0]?.['frontMatter'], '---\r\ntitle: "A"\r\n---\r\n');
    const back = await convert(['--to', 'markdown', '--ndjson'], there.stdout);
    assert.deepEqual(
      linesOf(back.stdout).map(({ markdown }) => markdown),
      sources,
    );
    const half = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '\ud800' }] }],
    };
    const plain = await convert(['--to', 'markdown'], JSON.stringify(half));
    assert.deepEqual([plain.code, plain.stdout], [1, '']);
    assert.match(plain.stderr, /--json/u);
    assert.equal((await convert(['--to', 'markdown', '--json'], JSON.stringify(half))).code, 0);
  });

  test('dialect and base of each line hold', async () => {
    const table = '| a |\n| --- |\n| b |\n';
    const line = JSON.stringify({ id: 1, markdown: table });
    const outline = await convert(['--to', 'tiptap', '--ndjson', '--dialect', 'outline'], line);
    assert.match(outline.stdout, /"type":"tr"/u);
    const edited = linesOf(outline.stdout)[0]?.['tiptap'] as object;
    const base = { markdown: '| a |\n|-|\n| b |\n', tiptap: edited };
    const back = await convert(
      ['--to', 'markdown', '--ndjson', '--dialect', 'outline'],
      JSON.stringify({ id: 1, tiptap: edited, base }),
    );
    assert.equal(linesOf(back.stdout)[0]?.['markdown'], base.markdown);
  });

  test('hostile lines get an error each, and the next line its answer', async () => {
    const deep = `${'{"type":"blockquote","content":['.repeat(200_000)}${']}'.repeat(200_000)}`;
    const lines = [
      `{"id":1,"tiptap":{"type":"doc","content":[${deep}]}}`,
      '{"id":2,"tiptap":{"type":"doc","content":[{"type":"text","text":"a","marks":null}]}}',
      '{"id":3,"tiptap":{"type":"doc","content":null}}',
      '{"id":4,"tiptap":{"type":"doc","content":[{"type":"__proto__","attrs":{"__proto__":{"a":1}}}]}}',
      '{"id":5,"tiptap":[]}',
      '{"id":6,"tiptap":{"type":"doc"},"frontMatter":7}',
    ];
    const { code, stdout } = await convert(['--to', 'markdown', '--ndjson'], lines.join('\n'));
    assert.equal(code, 1);
    const answers = linesOf(stdout);
    for (const answer of answers) assertFits('convertLine', answer);
    assert.deepEqual(
      answers.map(({ id, error }) => [id, (error as { readonly code: string } | undefined)?.code]),
      [
        [null, 'conversion-too-deep'],
        [2, 'conversion-invalid'],
        [3, 'conversion-invalid'],
        [4, undefined],
        [5, 'invalid-line'],
        [6, 'invalid-line'],
      ],
    );
  });

  test('a line whose text is broken keeps its id', async () => {
    const line = Buffer.concat([
      Buffer.from('{"id":"x","markdown":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n'),
    ]);
    const { stdout } = await convert(['--to', 'tiptap', '--ndjson'], line);
    assert.match(stdout, /^\{"id":"x","error":\{"code":"invalid-utf8"/u);
  });

  test('many documents pass through one process with little memory, answers come while input does', async () => {
    const count = 20_000;
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=48', await cliFile(), 'convert', '--to', 'tiptap', '--ndjson'],
      { cwd: directory, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const closed = once(child, 'close');
    const markdown = `# Title\n\n${'Some *words* and [a link](b).\n\n- one\n- two\n\n'.repeat(5)}`;
    let written = 0;
    const write = async (to: number): Promise<void> => {
      for (; written < to; written += 1) {
        const more = child.stdin.write(`${JSON.stringify({ id: written, markdown })}\n`);
        if (!more) await once(child.stdin, 'drain');
      }
    };
    const first = write(count / 2);
    let next = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      assert.ok(line.startsWith(`{"id":${next},"tiptap":`), line.slice(0, 100));
      next += 1;
      // The second half is not written before answers to the first have come.
      if (next === 1000) {
        void first
          .then(() => write(count))
          .then(() => {
            child.stdin.end();
          });
      }
    }
    assert.equal(next, count);
    assert.equal((await closed)[0], 0);
  });

  test('ends quietly, and before its input, when nobody reads on', async () => {
    const running = await startCli(['convert', '--to', 'tiptap', '--ndjson'], { directory, input: 'open' });
    const { stdin, stdout } = running.child;
    stdin.on('error', () => stdin.destroy());
    const line = `${JSON.stringify({ id: 1, markdown: 'a' })}\n`;
    stdin.write(line);
    await running.until('"id":1');
    stdout.destroy();
    while (running.child.exitCode === null) {
      if (!stdin.destroyed) stdin.write(line);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { code, stderr } = await running.result;
    assert.deepEqual([code, stderr], [0, '']);
  });

  test('answers a line before the next one comes', async () => {
    const running = await startCli(['convert', '--to', 'tiptap', '--ndjson'], { directory, input: 'open' });
    for (const id of ['one', 'two', 'three']) {
      running.child.stdin.write(`${JSON.stringify({ id, markdown: id })}\n`);
      await running.until(`"id":"${id}"`);
    }
    running.child.stdin.end();
    const { code, stdout } = await running.result;
    assert.equal(code, 0);
    assert.equal(linesOf(stdout).length, 3);
  });

  test('stops at the first Ctrl-C though the input stays open and silent', async () => {
    const running = await startCli(['convert', '--to', 'tiptap', '--ndjson'], { directory, input: 'open' });
    running.child.stdin.write('{"id":"one","markdown":"one"}\n');
    await running.until('"id":"one"');
    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.result;
    assert.equal(code, 130);
    assert.equal(linesOf(stdout).length, 1);
    assert.match(stderr, /^✖ Cancelled/u);
  });

  test('bytes that are no text, and input that is no document, give 1', async () => {
    const bytes = await convert(['--to', 'tiptap', '--ndjson'], Buffer.from([0x7b, 0xff, 0x0a]));
    assert.equal(bytes.code, 1);
    assert.match(bytes.stdout, /"code":"invalid-utf8"/u);
    for (const input of ['', '[]', '{"type":"paragraph"}', 'text']) {
      const result = await convert(['--to', 'markdown'], input);
      assert.equal(result.code, 1, input);
      assert.equal(result.stdout, '');
      assert.match(result.stderr, /^✖ /u);
    }
  });

  test('wrong options give 2', async () => {
    for (const args of [
      [],
      ['--to', 'html'],
      ['--to', 'tiptap', '--dialect', 'x'],
      ['--to', 'tiptap', '--base', 'no'],
    ]) {
      assert.equal((await convert(args, '')).code, 2, args.join(' '));
    }
    assert.equal((await convert(['--to', 'tiptap', '--ndjson', '--base', 'x'], '')).code, 2);
  });
});
