import { scanSummary } from './scanSummary.js';
import type { SummaryProblem, SummaryTree } from './SummaryTree.js';

/** How a SUMMARY.md is read and written. */
export interface SummaryOptions {
  /** Path of the file from the content root (`structure.summary`); paths in it are relative to its folder. */
  readonly path?: string;
}

export interface ReadSummary {
  readonly tree: SummaryTree;
  readonly problems: readonly SummaryProblem[];
}

/** Where SUMMARY.md is, unless `.gitbook.yaml` says otherwise. */
export const DEFAULT_SUMMARY_PATH = 'SUMMARY.md';

/**
 * Reads a SUMMARY.md: every node with its place, whatever is not understood as source, what is odd as a problem. Never
 * throws and takes time in proportion to the length. Lists nest as in CommonMark 0.31.2; reference links are not
 * resolved. https://gitbook.com/docs/getting-started/git-sync/content-configuration
 */
export function readSummary(text: string, options: SummaryOptions = {}): ReadSummary {
  const { tree, problems } = scanSummary(text, options.path ?? DEFAULT_SUMMARY_PATH);
  return { tree, problems };
}
