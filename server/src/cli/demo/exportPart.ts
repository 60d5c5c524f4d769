import { alignColumns } from '../output/alignColumns.js';
import { pages } from './DemoPart.js';
import type { DemoPart } from './DemoPart.js';
import { platformItems } from './platformItems.js';
import { describeRun, run } from './run.js';
import { treeOf } from './treeOf.js';

/** The first export: documents as Markdown, apps as JSON, in one commit. */
export async function exportPart(part: DemoPart): Promise<void> {
  const { stage, narrator } = part;
  await narrator.step('A platform with documents and apps, and an empty repository');
  const items = [...(await platformItems(part)).values()];
  const count = (kind: string): number => items.filter((item) => item.kind === kind).length;
  const rows = [
    ['platform', `${stage.url}, project "${stage.projectName}"`],
    ['holds', `${count('document')} documents in ${count('folder')} folders, ${count('app')} apps`],
    ['repository', stage.binding.repository.url],
  ];
  for (const line of alignColumns(rows, (cell, column) =>
    column === 0 ? narrator.colours.dim(cell) : cell,
  )) {
    await narrator.say(line);
  }

  await narrator.step('Export: what the platform holds becomes files, in one commit');
  const exported = await run(part, 'export');
  await narrator.claim(
    exported.status === 'success' && exported.commit_sha !== null,
    'the platform is in Git',
    describeRun(exported),
  );
  await stage.checkout.clone(stage.binding.repository.url);
  await narrator.command('git log --stat');
  await narrator.show(await stage.checkout.git('log', '--format=%h %an  %s', '--shortstat'));
  const commits = (await stage.checkout.git('rev-list', '--count', 'HEAD')).trim();
  await narrator.claim(commits === '1', 'it is one commit', `${commits} commits`);
  await narrator.command('git ls-tree -r HEAD');
  const files = (await stage.checkout.git('ls-tree', '-r', '-z', '--name-only', 'HEAD'))
    .split('\0')
    .filter(Boolean);
  await narrator.show(treeOf(files), 26);
  const expected = count('document') + count('app') + 1;
  await narrator.claim(
    files.length === expected,
    `${count('document')} Markdown files, ${count('app')} app files and .meta/meta.json`,
    `${files.length} files`,
  );
  await narrator.command(`cat "${pages.shown}"`);
  await narrator.show(await stage.checkout.read(pages.shown), 28);
}
