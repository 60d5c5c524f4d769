import type { BaseContent } from './core/base.js';
import { baseItem, folderItem } from './core/baseItem.js';
import type { ItemPlan } from './core/itemPlan.js';
import type { GitState, PlatformState } from './core/sides.js';
import type { BaseDraft } from './BaseDraft.js';
import type { EngineContext } from './EngineContext.js';
import type { Look } from './look.js';

/**
 * Brings the base up to date with what needs no write: items that agree, that are gone on both sides, or
 * that the deletion policy keeps on one; and the folders as they stand.
 */
export async function settle(context: EngineContext, seen: Look, draft: BaseDraft): Promise<void> {
  for (const item of seen.plan.items) {
    switch (item.outcome) {
      case 'agree':
        await agree(context, item, draft);
        break;
      case 'forget':
        draft.remove(item.key);
        break;
      case 'keep':
        if (item.base !== undefined) {
          draft.put({ ...item.base, kept: item.platform === undefined ? 'git' : 'platform' });
        }
        break;
      case 'change':
      case 'conflict':
      case 'ambiguous':
        break;
    }
  }
  settleFolders(seen, draft);
}

async function agree(context: EngineContext, item: ItemPlan, draft: BaseDraft): Promise<void> {
  const { platform, git, base } = item;
  // Kept on one side alone: nothing to compare, nothing new to note.
  if (platform === undefined || git === undefined) return;
  const isSameText = base?.oid === git.oid && platform.file === undefined;
  const content = isSameText ? undefined : await agreedContent(context, platform, git);
  draft.put(baseItem(platform.entry, git.path, git.oid, git.mode, item), content);
}

/** What both sides hold now; what was not read is as it was. */
async function agreedContent(
  { contents }: EngineContext,
  platform: PlatformState,
  git: GitState,
): Promise<BaseContent | undefined> {
  const old = await contents.get(platform.entry.id);
  const text = git.text ?? old?.text;
  const held = platform.file?.platform ?? old?.platform;
  return text === undefined || held === undefined ? undefined : { text, platform: held };
}

function settleFolders(seen: Look, draft: BaseDraft): void {
  const present = new Set<string>();
  for (const entry of seen.platform.entries) {
    const path = seen.platform.folders.get(entry.id);
    if (entry.kind !== 'folder' || path === undefined) continue;
    present.add(entry.id);
    draft.put(folderItem(entry, path));
  }
  for (const item of [...draft.items()]) {
    if (item.kind === 'folder' && !present.has(item.id)) draft.remove(item.id);
  }
}
