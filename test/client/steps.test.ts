import assert from 'node:assert/strict';
import { runSteps, type Step, type StepOutcome } from '../../client/src/ui/steps.js';

/** Steps that answer from a list each; keeps the order in which they were asked. */
function script(...answers: readonly StepOutcome[][]): {
  readonly steps: readonly Step[];
  readonly asked: string[];
} {
  const asked: string[] = [];
  const steps = answers.map((queue): Step => ({ step, canGoBack }) => {
    asked.push(`${step}${canGoBack ? '' : ' first'}`);
    return Promise.resolve(queue.shift() ?? 'next');
  });
  return { steps, asked };
}

suite('steps', () => {
  test('run in order to the end', async () => {
    const { steps, asked } = script(['next'], ['next'], ['next']);
    assert.equal(await runSteps(steps), true);
    assert.deepEqual(asked, ['1 first', '2', '3']);
  });

  test('go back to the last one that asked something', async () => {
    const { steps, asked } = script(['next'], ['skip', 'next'], ['back', 'next']);
    assert.equal(await runSteps(steps), true);
    assert.deepEqual(asked, ['1 first', '2', '3', '1 first', '2', '3']);
  });

  test('do not run into a step again that skips on the way back', async () => {
    const { steps, asked } = script(['next', 'next'], ['next', 'skip', 'next'], ['back', 'next']);
    assert.equal(await runSteps(steps), true);
    assert.deepEqual(asked, ['1 first', '2', '3', '2', '1 first', '2', '3']);
  });

  test('end at cancel, and at back from the first', async () => {
    assert.equal(await runSteps(script(['next'], ['cancel']).steps), false);
    assert.equal(await runSteps(script(['back']).steps), false);
  });
});
