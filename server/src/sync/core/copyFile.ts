import { renamedAppFile } from '../../apps/appFile.js';
import type { Profile } from '../../convert/frontMatter/profiles.js';
import { asCopy } from './documentFile.js';
import { blobOid } from './blobOid.js';
import type { Sha1 } from './blobOid.js';
import type { ItemPlan, KeptCopy, PlatformAction } from './itemPlan.js';
import { directoryOf } from './names.js';
import type { GitState } from './sides.js';

/** A file that is added to Git because a person kept both versions, and that the platform is to get. */
export interface CopyFile extends ItemPlan {
  readonly git: GitState & { readonly text: string };
  readonly toPlatform: PlatformAction & { readonly kind: 'create' };
}

/**
 * The file that keeps the Git version of a conflict: an item of its own, new in Git. So a run that ends
 * before the platform has it leaves a file that the next one finds and creates there.
 */
export function copyFile(
  item: ItemPlan,
  { path, title, text }: KeptCopy,
  profile: Profile,
  hash: Sha1,
): CopyFile {
  const isApp = item.kind === 'app';
  // ToolJet finds an app by its folder's name.
  const copyTitle = isApp ? directoryOf(path) : title;
  const copyText = isApp ? renamedAppFile(text, copyTitle) : asCopy(text, title, profile);
  const oid = blobOid(copyText, hash);
  return {
    key: `git:${path}`,
    kind: item.kind,
    title: copyTitle,
    outcome: 'change',
    git: {
      path,
      kind: item.kind,
      oid,
      mode: '100644',
      text: copyText,
      title: copyTitle,
      ...(isApp && { metaKey: uuidOf(hash.sha1(new TextEncoder().encode(`${path}\0${oid}`))) }),
    },
    toPlatform: { kind: 'create', text: copyText, title: copyTitle, directory: directoryOf(path) },
    lines: [],
  };
}

/** A UUID of version 8 (RFC 9562: made of custom data) from a SHA-1. */
function uuidOf(hex: string): string {
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
