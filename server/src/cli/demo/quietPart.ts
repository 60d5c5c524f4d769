import type { DemoPart } from './DemoPart.js';
import { describeRun, run } from './run.js';

/** Exports again: nothing may be written. */
export async function quietPart(part: DemoPart): Promise<void> {
  const { stage, narrator } = part;
  await narrator.step('Export again: there is nothing to do, and nothing is written');
  const head = async (): Promise<string> =>
    (await stage.checkout.git('ls-remote', 'origin', 'main')).slice(0, 40);
  const before = await head();
  const again = await run(part, 'export');
  const after = await head();
  await narrator.claim(
    again.status === 'skipped' && again.commit_sha === null && again.files_changed === 0 && before === after,
    'no commit, no write, the branch stands where it stood',
    describeRun(again),
  );
}
