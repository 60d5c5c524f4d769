import type { ItemState } from '../../../server/src/protocol.js';
import type { Translate } from '../ui/errorWords.js';

/** How the state of an item looks: in the tree, and as a decoration on its file. */
export interface ItemLook {
  readonly text: string;
  /** At most two characters. */
  readonly badge: string;
  /** Id of a theme colour. */
  readonly color: string;
}

/** `undefined` for what needs no mark. */
export function itemLook(state: ItemState, t: Translate): ItemLook | undefined {
  switch (state) {
    case 'platform-changed':
      return {
        text: t('changed on the platform'),
        badge: '↑',
        color: 'gitDecoration.modifiedResourceForeground',
      };
    case 'git-changed':
      return { text: t('changed in Git'), badge: '↓', color: 'gitDecoration.modifiedResourceForeground' };
    case 'both-changed':
      return {
        text: t('changed on both sides'),
        badge: '↕',
        color: 'gitDecoration.modifiedResourceForeground',
      };
    case 'conflict':
      return { text: t('conflict'), badge: '!', color: 'gitDecoration.conflictingResourceForeground' };
    case 'not-in-git':
      return { text: t('not in Git yet'), badge: 'A↑', color: 'gitDecoration.addedResourceForeground' };
    case 'not-on-platform':
      return {
        text: t('not on the platform yet'),
        badge: 'A↓',
        color: 'gitDecoration.addedResourceForeground',
      };
    case 'in-sync':
    case 'unknown':
      return undefined;
  }
}
