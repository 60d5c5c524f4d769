import { appMessages } from '../apps/commitMessages.js';
import type { Binding } from '../config/Configuration.js';
import type { Signature } from '../git/Remote.js';
import type { ItemPlan } from './core/itemPlan.js';

/**
 * The message of a run's commit. The template's placeholders are filled in one pass, so that a title with
 * `{user}` or `$&` in it stays what it is. A run that writes one app alone gets ToolJet's own message.
 */
export function commitMessage(binding: Binding, items: readonly ItemPlan[], author: Signature): string {
  const changed = items.filter((item) => item.toGit !== undefined);
  const [first] = changed;
  if (changed.length === 1 && first?.kind === 'app') return appMessage(first);
  const values: Readonly<Record<string, string>> = {
    count: String(changed.length),
    user: author.name,
    binding: binding.name,
  };
  const template =
    changed.length === 1
      ? binding.commit.message.replace('{count} documents', '{count} document')
      : binding.commit.message;
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

function appMessage(item: ItemPlan): string {
  if (item.base === undefined) return appMessages.created;
  const entry = item.platform?.entry;
  if (entry !== undefined && entry.title !== item.base.title) return appMessages.renamed;
  if (entry?.version !== undefined && entry.version.name !== item.base.version?.name)
    return appMessages.version;
  return `${item.title}: update`;
}
