import { printConflicts } from '../output/printConflicts.js';
import { printRuns } from '../output/printRuns.js';
import { DemoFailedError } from './DemoFailedError.js';
import { pages } from './DemoPart.js';
import type { DemoPart } from './DemoPart.js';
import { describeRun, run } from './run.js';

const sentence = 'with the long hook';
const inGit = 'with the short hook';
const onPlatform = 'with the iron hook';

/** Both sides change the same word: both versions stay until somebody decides. */
export async function conflictPart(part: DemoPart): Promise<void> {
  const { stage, narrator, signal } = part;
  const { engine, checkout, binding } = stage;
  const path = pages.conflicting;
  await narrator.step('A true conflict: the same words are changed on both sides');
  await checkout.git('pull', '--quiet');
  await checkout.replace(path, sentence, inGit);
  await checkout.push('Shorten the hook');
  await narrator.say(`in Git:           "${inGit}"`);
  const open = await engine.workspace.read(path, { signal });
  await engine.workspace.write(path, open.text.replace(sentence, onPlatform), {
    ifRevision: open.revision,
    signal,
  });
  await narrator.say(`on the platform:  "${onPlatform}"`);

  const met = await run(part, 'both');
  await narrator.claim(
    met.status === 'conflict' && met.conflicts.length === 1,
    'the run stops at it',
    describeRun(met),
  );
  await narrator.command(`docbridge conflicts ${binding.name}`);
  const [conflict, ...others] = await engine.conflicts();
  if (conflict === undefined || others.length > 0)
    throw new DemoFailedError('one conflict', String(others.length));
  await narrator.showAsIs(printConflicts([{ name: binding.name, conflicts: [conflict] }], narrator.colours));
  const platformText = (await engine.workspace.read(path, { signal })).text;
  const gitText = await engine.workspace.readSide('git', path, { signal });
  await narrator.claim(
    platformText.includes(onPlatform) &&
      gitText?.includes(inGit) === true &&
      conflict.platform?.text.includes(onPlatform) === true &&
      conflict.git?.text.includes(inGit) === true,
    'both versions are kept: neither side was overwritten',
  );

  await narrator.command(`docbridge resolve ${binding.name} ${conflict.id} --keep platform`);
  const resolved = await engine.resolve(conflict.id, { keep: 'platform' }, { signal });
  await narrator.showAsIs(printRuns([{ name: binding.name, ...resolved }], narrator.colours));
  await checkout.git('pull', '--quiet');
  await narrator.command('git log -p -1');
  await narrator.show(await checkout.git('show', '--format=%h %an  %s', '--unified=0', '--word-diff'), 12);
  await narrator.claim(
    resolved.status === 'success' && (await checkout.read(path)).includes(onPlatform),
    'Git has the version that was kept; the other one stays in its history',
    describeRun(resolved),
  );
  const left = await engine.conflicts();
  const last = await run(part, 'both');
  await narrator.claim(
    left.length === 0 && last.status === 'skipped',
    'no conflict is left, both sides are in step',
    describeRun(last),
  );
}
