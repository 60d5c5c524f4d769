/** Half-open UTF-16 offsets into the whole document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A front matter that parsed, with the places of its keys and values. */
export interface FrontMatterModel {
  /** Plain values. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The opening fence. */
  readonly fence: Span;
  /** Where the key at `path` stands; `undefined`: it is not there. */
  key(path: readonly (string | number)[]): Span | undefined;
  /** Where the value at `path` stands; an empty value has an empty span. */
  value(path: readonly (string | number)[]): Span | undefined;
}
