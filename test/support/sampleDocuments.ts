import type { TiptapNode } from '../../server/src/convert/tiptap.js';
import type { SampleDocument, SampleFolder } from '../../server/src/platforms/embedded/SampleContent.js';
import { sampleContent } from '../../server/src/platforms/embedded/samples/sampleContent.js';

/** A folder of the sample content with the names above it; the root has none. */
export interface PlacedFolder {
  readonly path: readonly string[];
  readonly folder: SampleFolder;
}

/** Every folder of a tree, the root first, parents before children. */
export function foldersOf(folder: SampleFolder, path: readonly string[] = []): readonly PlacedFolder[] {
  return [{ path, folder }, ...folder.folders.flatMap((child) => foldersOf(child, [...path, child.name]))];
}

/** Every document of the sample content in the order of the project. */
export function sampleDocuments(): readonly SampleDocument[] {
  return foldersOf(sampleContent().root).flatMap(({ folder }) => folder.documents);
}

/** A node and everything below it, in document order. */
export function nodesOf(node: TiptapNode): readonly TiptapNode[] {
  return [node, ...(node.content ?? []).flatMap(nodesOf)];
}

/** Names of all nodes that the sample documents use. */
export function allNodeTypes(): ReadonlySet<string> {
  return new Set(sampleDocuments().flatMap(({ doc }) => nodesOf(doc).map((node) => node.type)));
}

/** Names of all marks that the sample documents use. */
export function allMarkTypes(): ReadonlySet<string> {
  return new Set(
    sampleDocuments().flatMap(({ doc }) =>
      nodesOf(doc).flatMap((node) => (node.marks ?? []).map((mark) => mark.type)),
    ),
  );
}
