import type { FolderIndex } from '../FolderIndex.js';
import { makeFinding, type Finding } from '../Finding.js';
import type { LineMap } from '../text/LineMap.js';
import type { DocumentClaims } from './documentClaims.js';

/** Ids and slugs that another document of the folder claims too. */
export function duplicateFindings(
  path: string,
  { id, slug }: DocumentClaims,
  index: FolderIndex,
  lines: LineMap,
): readonly Finding[] {
  const findings: Finding[] = [];
  const sameId = id === undefined ? [] : index.withId(id.value, path);
  if (id !== undefined && sameId.length > 0) {
    const message = `${named(sameId)} has this id too. A copy needs to be a new document: remove "docbridge" here.`;
    findings.push(makeFinding('docbridge-id-duplicate', lines.range(id.span.start, id.span.end), message));
  }
  const sameSlug = slug === undefined ? [] : index.withSlug(slug.value, path);
  if (slug !== undefined && sameSlug.length > 0) {
    const message = `${named(sameSlug)} has this slug too; both would have one address.`;
    findings.push(makeFinding('slug-duplicate', lines.range(slug.span.start, slug.span.end), message));
  }
  return findings;
}

function named(paths: readonly string[]): string {
  const [first = '', ...more] = paths;
  return more.length === 0 ? first : `${first} (and ${more.length} more)`;
}
