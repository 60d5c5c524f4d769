import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertFits } from '../support/cli/outputSchemas.js';
import { runCli, startCli } from '../support/cli/runCli.js';

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
