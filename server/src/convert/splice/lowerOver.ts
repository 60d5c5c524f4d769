import type { Conversion, Notice } from '../conversion.js';
import { downgrade } from '../downgrade.js';
import type { Dialect, TiptapDocument } from '../tiptap.js';
import { trim } from './BlockEdit.js';
import type { BaseReading } from './readBase.js';

const BLOCK = /^\/content\/(\d+)/;

/**
 * Downgrades a document by what its base was downgraded to: only blocks that are others are looked at. Gives what
 * `downgrade` gives.
 */
export function lowerOver(
  doc: TiptapDocument,
  { file, lowered }: BaseReading,
  dialect: Dialect | undefined,
  held: TiptapDocument,
): Conversion<TiptapDocument> {
  const before = file.doc.content ?? [];
  const after = doc.content ?? [];
  const given = lowered.value.content ?? [];
  const whole = { from: 0, oldEnd: before.length, freshEnd: after.length };
  const { from, oldEnd, freshEnd } = trim(before, after, whole, (a, b) => a === b);
  if (given.length !== before.length || (from === 0 && oldEnd === before.length)) {
    return downgrade(doc, dialect, held);
  }
  const changed = { ...doc, content: after.slice(from, freshEnd) };
  const fresh = from === freshEnd ? { value: changed, notices: [] } : downgrade(changed, dialect, held);
  const content = [...given.slice(0, from), ...(fresh.value.content ?? []), ...given.slice(oldEnd)];
  return {
    value: { ...lowered.value, content },
    notices: [
      ...lowered.notices.filter((notice) => blockOf(notice) < from),
      ...fresh.notices.map((notice) => move(notice, from)),
      ...lowered.notices
        .filter((notice) => blockOf(notice) >= oldEnd)
        .map((notice) => move(notice, freshEnd - oldEnd)),
    ],
  };
}

function blockOf({ pointer = '' }: Notice): number {
  return Number(BLOCK.exec(pointer)?.[1] ?? -1);
}

function move(notice: Notice, by: number): Notice {
  const { pointer } = notice;
  if (pointer === undefined || by === 0) return notice;
  return {
    ...notice,
    pointer: pointer.replace(BLOCK, (_, place: string) => `/content/${Number(place) + by}`),
  };
}
