/** The four kinds of objects. */
export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** An object without its header. */
export interface GitObject {
  readonly type: ObjectType;
  readonly content: Uint8Array;
}

/** A SHA-1 over parts, as lower-case hex; handed in because this folder is pure. */
export type Sha1 = (...parts: readonly Uint8Array[]) => string;

const encoder = new TextEncoder();

/** The id of an object: SHA-1 of `<type> <size>\0` and its content. */
export function objectId(object: GitObject, sha1: Sha1): string {
  return sha1(encoder.encode(`${object.type} ${object.content.byteLength}\0`), object.content);
}
