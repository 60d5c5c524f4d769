/** Where long work reports how far it is. */
export interface Progress {
  /** `message`: a short sentence-style phrase ("Reading documents"); `done` of `total` when countable. */
  report(step: { readonly message: string; readonly done?: number; readonly total?: number }): void;
}

export const noProgress: Progress = { report: () => undefined };
