import { folderOf } from '../projectPath.js';
import { pairNodes } from './pairNodes.js';
import { problemMessage } from './problemMessage.js';
import { DEFAULT_SUMMARY_PATH, readSummary, type SummaryOptions } from './readSummary.js';
import { sameTree } from './sameTree.js';
import { scanSummary } from './scanSummary.js';
import type { ScannedSummary } from './Segment.js';
import { SummaryPrinter } from './SummaryPrinter.js';
import type { SummaryProblem, SummaryTree } from './SummaryTree.js';
import { wantedNodes, type WantedNode } from './WantedNode.js';

export interface WrittenSummary {
  readonly text: string;
  /** Empty, or one `summary-not-writable`: the text is then the old one. */
  readonly problems: readonly SummaryProblem[];
}

/**
 * Writes a tree into a SUMMARY.md (`undefined` when there is none) by the smallest edit: lines of nodes that stay are
 * kept byte by byte, moved lines change their indentation alone, new lines follow the file's own bullets, indentation
 * and line ends. The same tree changes no byte. What is written is read again: a tree that does not come back (a path
 * that names no file, entries below an unclosed comment) leaves the text as it is, with a problem. Never throws.
 */
export function writeSummary(
  text: string | undefined,
  tree: SummaryTree,
  options: SummaryOptions = {},
): WrittenSummary {
  const old = text ?? '';
  const path = options.path ?? DEFAULT_SUMMARY_PATH;
  const file = scanSummary(old, path);
  const wanted = wantedNodes(tree);
  if (wanted === undefined || file.problems.some(({ code }) => code === 'summary-too-large'))
    return refused(old);
  if (sameTree(file.tree, tree)) return { text: old, problems: [] };
  pairNodes(wanted, file.segments);
  const edited = print(file, wanted, options);
  if (sameTree(readSummary(edited, options).tree, tree)) return { text: edited, problems: [] };
  // Written anew, an entry would lose what stands beside its link.
  if (wanted.some(({ old: segment }) => segment?.saysMore === true)) return refused(old);
  for (const node of wanted) node.old = undefined;
  const fresh = print(file, wanted, options);
  return sameTree(readSummary(fresh, options).tree, tree) ? { text: fresh, problems: [] } : refused(old);
}

function print(file: ScannedSummary, wanted: readonly WantedNode[], { path }: SummaryOptions): string {
  return new SummaryPrinter(file, folderOf(path ?? DEFAULT_SUMMARY_PATH), wanted).print(wanted);
}

function refused(text: string): WrittenSummary {
  const code = 'summary-not-writable';
  return { text, problems: [{ code, message: problemMessage(code), start: 0, end: text.length }] };
}
