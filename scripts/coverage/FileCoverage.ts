/** What the tests executed of one source file. */
export interface FileCoverage {
  /** Beneath the folder that is measured, with `/`. */
  readonly path: string;
  readonly lines: Share;
  readonly branches: Share;
  readonly functions: Share;
  /** What no test reaches, in the order of the file. */
  readonly gaps: readonly Gap[];
}

export interface Share {
  readonly covered: number;
  readonly total: number;
}

/** Lines and columns count from 1. */
export interface Gap {
  readonly kind: 'branch' | 'function' | 'line';
  readonly line: number;
  readonly column: number;
}
