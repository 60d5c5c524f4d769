import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommandLine } from '../../../server/src/cli/runCommandLine.js';
import type { Surroundings } from '../../../server/src/cli/Surroundings.js';
import { startCliWorld } from '../../support/cli/cliWorld.js';
import type { CliWorld } from '../../support/cli/cliWorld.js';

suite('a run that has to ask', function () {
  this.timeout(120_000);
  let world: CliWorld;
  let questions: string[];
  let written: { output: string; messages: string };

  /** Two bindings, and in Git most of what was exported is deleted: both imports have to ask. */
  setup(async () => {
    questions = [];
    written = { output: '', messages: '' };
    world = await startCliWorld();
    await world.configure((binding) => [
      binding,
      { ...binding, name: 'second', direction: 'import', deletions: { toPlatform: 'trash' } },
    ]);
    assert.equal((await world.run(['sync'])).code, 0);
    await world.git('pull', '--quiet', 'origin', 'main');
    for (const name of await readdir(world.clone))
      if (!name.startsWith('.')) await rm(join(world.clone, name), { recursive: true });
    await world.git('commit', '--quiet', '--all', '--message', 'Delete');
    await world.git('push', '--quiet', 'origin', 'HEAD:main');
  });
  teardown(() => world.stop());

  function surroundings(answers: readonly (boolean | undefined)[]): Surroundings {
    const stream = (name: 'output' | 'messages') => ({
      hasColours: false,
      write: (text: string) => {
        written[name] += text;
        return Promise.resolve();
      },
    });
    return {
      environment: world.environment,
      program: 'docbridge',
      directory: world.workspace,
      input: (async function* () {})(),
      output: stream('output'),
      messages: stream('messages'),
      confirm: (question) => Promise.resolve(answers[questions.push(question) - 1]),
      signal: new AbortController().signal,
    };
  }

  const held = (): number => world.store.state.documents.filter(({ deletedAt }) => deletedAt === null).length;

  test('who leaves a question agrees to nothing, and still sees what every run came to', async () => {
    const before = held();
    const code = await runCommandLine(['import'], surroundings([true, undefined]));
    assert.equal(code, 1, written.output + written.messages);
    assert.equal(questions.length, 2);
    assert.match(written.output, /^! handbook .*would delete[^]*^! second .*would delete/mu);
    assert.equal(written.messages, '');
    assert.equal(held(), before);
  });

  test('what was agreed to is done, and nothing else', async () => {
    const before = held();
    assert.equal(await runCommandLine(['import'], surroundings([true, false])), 1);
    assert.match(written.output, /^✔ handbook .*deleted[^]*^! second .*would delete/mu);
    assert.ok(held() < before);
  });
});
