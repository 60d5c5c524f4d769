import { Refusal } from '../Refusal.js';
import { jsonDumpLength } from './jsonDumpLength.js';
import type { JsonObject } from './records.js';

const limit = 10 * 1024 * 1024;

/** Throws ondoki's `Refusal` (422) for content that is too large or not a TipTap document. */
export function checkContent(content: JsonObject): void {
  if (jsonDumpLength(content) > limit) throw new Refusal(422, 'Content exceeds 10MB limit');
  if (content['type'] !== 'doc' || !Array.isArray(content['content'])) {
    throw new Refusal(422, "Invalid document content: must have type 'doc' with content array");
  }
}

/** Whether a document has no content yet: `{}`, which is what ondoki gives one that was created without. */
export function isBlank(content: JsonObject): boolean {
  return Object.keys(content).length === 0;
}
