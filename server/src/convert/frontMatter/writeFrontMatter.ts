import { FrontMatterUnwritableError } from '../../errors/conversionErrors.js';
import type { Json } from '../tiptap.js';
import { isRecord, sameJson, toRecord, type JsonRecord } from './jsonValue.js';
import { keepAnchors } from './keepAnchors.js';
import { openFrontMatter } from './openFrontMatter.js';
import { planChanges } from './planChanges.js';
import { planEdits } from './planEdits.js';
import { applyEdits, insertion, trimmedEnd, type Edit } from './textEdits.js';
import type { Lines } from './valueEdits.js';
import { writePair } from './yamlText.js';
import type { YamlTree } from './YamlTree.js';

/** What becomes of a key: undefined removes it, a record is merged into the record that is there. */
export type FrontMatterChange = Json | undefined | FrontMatterChanges;

/** What to write into front matter. */
export interface FrontMatterChanges {
  readonly [key: string]: FrontMatterChange;
}

/** Deepest nesting that is written. */
const MAX_DEPTH = 100;
const EMPTY = '---\n---\n';
/** YAML 1.2.2, section 9.1.2. */
const DOCUMENT_END = /^\.\.\.(?:\s|$)/m;

/**
 * Writes keys into front matter (its source, fences included) and returns the new source. Only what changes is
 * touched: comments, order, quotes, anchors, unknown keys and line ends stay, and a value that is there already changes
 * no byte. An alias keeps what it stands for when its anchor's value changes. Without a source, fences are made. Front
 * matter that cannot be read is returned as it is; readFrontMatter says why.
 *
 * @throws FrontMatterUnwritableError when front matter cannot hold the values: it would be too large or too deep to be read.
 */
export function writeFrontMatter(source: string | undefined, changes: FrontMatterChanges): string {
  if (source === undefined) {
    const written = writeFrontMatter(EMPTY, changes);
    return written === EMPTY ? '' : written;
  }
  const opened = openFrontMatter(source);
  if (!('tree' in opened)) return source;
  if (isDeeper(changes, MAX_DEPTH)) throw new FrontMatterUnwritableError(Object.keys(changes));
  const { fenced, tree, data } = opened;
  const wanted = merged(data, changes);
  if (sameJson(data, wanted)) return source;
  const eol = fenced.opening.slice(fenced.opening.search(/[\r\n]/));
  const edits = editsOf(tree, wanted, { text: fenced.text, eol });
  const written = `${fenced.opening}${applyEdits(fenced.text, edits)}${fenced.closing}`;
  const read = openFrontMatter(written);
  if ('tree' in read && sameJson(read.data, wanted)) return written;
  throw new FrontMatterUnwritableError(Object.keys(changes));
}

function merged(data: JsonRecord, changes: FrontMatterChanges): JsonRecord {
  const result = new Map(Object.entries(data));
  for (const [key, change] of Object.entries(changes)) {
    const there = result.get(key);
    if (change === undefined) result.delete(key);
    else result.set(key, isChanges(change) ? merged(isRecord(there) ? there : {}, change) : change);
  }
  return toRecord(result);
}

function editsOf(tree: YamlTree, wanted: JsonRecord, lines: Lines): readonly Edit[] {
  const { root } = tree;
  const { text, eol } = lines;
  if (root.kind !== 'map') {
    const pairs = Object.entries(wanted).map(([key, value]) => `${writePair(key, value, '', eol)}${eol}`);
    const end = text.search(DOCUMENT_END);
    return [insertion(end === -1 ? text.length : end, pairs.join(''))];
  }
  const { start, end } = root.place.span;
  const isEmptied = Object.keys(wanted).length === 0;
  // An anchor, a tag or a directive of the whole map needs a map.
  if (isEmptied && /^[^\s#]/m.test(text.slice(0, start))) {
    return [{ start, end: trimmedEnd(text, start, end), text: '{}' }];
  }
  const plan = planChanges(root, wanted);
  return planEdits(root, plan, keepAnchors(tree, plan), lines);
}

function isDeeper(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((each) => isDeeper(each, limit - 1));
}

function isChanges(change: FrontMatterChange): change is FrontMatterChanges {
  return isRecord(change);
}
