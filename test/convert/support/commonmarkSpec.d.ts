declare module 'commonmark-spec' {
  /** The whole specification, with its examples. */
  export const text: string;
  /** Its examples; tabs are written as arrows. */
  export const tests: readonly {
    readonly markdown: string;
    readonly html: string;
    readonly section: string;
    readonly number: number;
  }[];
}
