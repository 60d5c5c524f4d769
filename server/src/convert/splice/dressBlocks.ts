import type { ConversionTerms } from '../terms.js';
import type { TiptapNode } from '../tiptap.js';
import type { BlockEdit } from './BlockEdit.js';
import { partLists } from './partLists.js';
import type { BaseReading } from './readBase.js';
import { reopenList, restoreBlock } from './restoreBlock.js';

/** A block ready to be written. */
export interface DressedBlock {
  readonly node: TiptapNode;
  /** It stays as it was, byte for byte. */
  readonly kept: boolean;
  /** What its text is to be compared with; see RestoredBlock. */
  readonly reference?: TiptapNode;
}

/** Blocks `lo` to `hi` of an edited document with all that the base knows of them. */
export function dressBlocks(
  edit: BlockEdit,
  reading: BaseReading,
  lo: number,
  hi: number,
  { spend }: ConversionTerms,
): readonly DressedBlock[] {
  const { sources } = reading.file;
  const dressed = Array.from({ length: hi - lo }, (_, offset): DressedBlock => {
    const index = lo + offset;
    const known = edit.known(index);
    const origin = edit.originOf(index);
    const platform = reading.platform[origin?.old ?? -1];
    const edited = edit.block(index);
    if (known === undefined || origin === undefined || platform === undefined) {
      return { node: edited, kept: false };
    }
    if (origin.same) return { node: known.node, kept: true };
    return { ...restoreBlock({ edited, platform, read: known.node, sources, spend }), kept: false };
  });
  const parted = partLists(
    dressed.map(({ node }) => node),
    (at) => ({
      kept: dressed[at]?.kept === true,
      reopen: () => reopenList(dressed[at]?.node ?? { type: '' }, sources),
    }),
  );
  return dressed.map((block, at) => {
    const node = parted[at] ?? block.node;
    if (node === block.node) return block;
    return block.kept
      ? { node, kept: false, reference: reopenList(block.node, sources) }
      : { ...block, node };
  });
}
