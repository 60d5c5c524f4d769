import type { WorkspaceEntry } from '../../sync/Workspace.js';
import { alignColumns } from '../output/alignColumns.js';
import { DemoFailedError } from './DemoFailedError.js';
import { pages } from './DemoPart.js';
import type { DemoPart } from './DemoPart.js';
import { platformItems } from './platformItems.js';
import { describeRun, run } from './run.js';

/** The import: the same four changes on the platform, and nothing else. */
export async function importPart(part: DemoPart): Promise<void> {
  const { narrator, stage } = part;
  await narrator.step('Import: the edits arrive on the platform');
  const before = await platformItems(part);
  const first = await run(part, 'import');
  await narrator.claim(
    first.error?.code === 'app-replacement',
    'an app that can only be imported anew is asked about before the first time',
    describeRun(first),
  );
  const second = await run(part, 'import', { yes: true });
  await narrator.claim(second.status === 'success', 'everything is imported', describeRun(second));

  const after = await platformItems(part);
  const changed = [...after.values()].filter(
    (entry) => entry.kind !== 'folder' && before.get(entry.id ?? '')?.revision !== entry.revision,
  );
  // The siblings of a moved page have a new place among each other, and so a new revision too.
  const told = new Set<string>([pages.edited, pages.movedTo, pages.added, pages.app]);
  await narrator.say('New revisions on the platform:');
  const rows = changed
    .filter(({ path }) => told.has(path))
    .map((entry) => {
      const old = before.get(entry.id ?? '');
      const was = old === undefined ? 'new' : `revision ${short(old.revision)} →`;
      return [entry.path, was, short(entry.revision)];
    });
  await narrator.show(alignColumns(rows).join('\n'));

  const movedId = idOf(before, pages.moved);
  const editedId = idOf(before, pages.edited);
  const titles = new Map(changed.map((entry) => [entry.title, entry]));
  const moved = after.get(movedId);
  await narrator.claim(
    changed.some(({ id }) => id === editedId),
    'the edited page has a new revision',
  );
  await narrator.claim(
    moved?.title === pages.movedTitle && moved.path === pages.movedTo,
    `the renamed page is the same document: "${pages.movedTitle}", now in Safety`,
    moved?.path ?? 'no such document',
  );
  await narrator.claim(titles.has(pages.addedTitle), 'the added page is there');
  const apps = stage.appNames();
  await narrator.claim(
    apps.includes('Green bean stock') && apps.some((title) => title.startsWith('Green bean stock (before ')),
    'the app is changed; the old one is kept on the platform, and no longer synced',
    apps.join(', '),
  );
}

function idOf(items: ReadonlyMap<string, WorkspaceEntry>, path: string): string {
  for (const [id, entry] of items) if (entry.path === path) return id;
  throw new DemoFailedError(`${path} on the platform`, 'no such path');
}

function short(revision: string): string {
  return revision.length > 12 ? revision.slice(0, 12) : revision;
}
