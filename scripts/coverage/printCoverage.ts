import { formatTable } from '../bench/formatTable.js';
import type { FileCoverage, Share } from './FileCoverage.js';

/** Whether every line, branch and function of these files is executed. */
export function isComplete(files: readonly FileCoverage[]): boolean {
  return files.every((file) =>
    [file.lines, file.branches, file.functions].every(({ covered, total }) => covered === total),
  );
}

/** A table with one row a folder, and every place beneath `root` that no test reaches. */
export function printCoverage(files: readonly FileCoverage[], root: string): string {
  const folders = [...new Set(files.map(folderOf))];
  const rows = [
    ...folders.map((folder) => [folder, files.filter((file) => folderOf(file) === folder)] as const),
    ['all', files] as const,
  ];
  const shareOf = (pick: (file: FileCoverage) => Share) => ({
    align: 'right' as const,
    cell: ([, inside]: (typeof rows)[number]) => percent(inside.map(pick)),
  });
  const table = formatTable(
    [
      { title: 'folder', align: 'left', cell: ([folder]) => folder },
      { title: 'lines', ...shareOf(({ lines }) => lines) },
      { title: 'branches', ...shareOf(({ branches }) => branches) },
      { title: 'functions', ...shareOf(({ functions }) => functions) },
    ],
    rows,
  );
  return table + files.map((file) => printGaps(file, root)).join('');
}

function folderOf({ path }: FileCoverage): string {
  return path.includes('/') ? path.replace(/\/.*/, '/') : '.';
}

/** Rounded down: 100 % means all. */
function percent(shares: readonly Share[]): string {
  const sum = (pick: (share: Share) => number): number =>
    shares.reduce((total, share) => total + pick(share), 0);
  const total = sum((share) => share.total);
  const covered = sum((share) => share.covered);
  return `${total === 0 ? 100 : Math.floor((covered / total) * 1000) / 10} %`;
}

function printGaps({ path, gaps }: FileCoverage, root: string): string {
  const lines = gaps.flatMap(({ kind, line }) => (kind === 'line' ? [line] : []));
  const starts = lines.filter((line) => !lines.includes(line - 1));
  return gaps
    .filter(({ kind, line }) => kind !== 'line' || starts.includes(line))
    .map(({ kind, line, column }) => {
      const words = kind === 'line' ? `lines to ${lastOf(line, lines)}` : kind;
      return `${root}/${path}:${line}:${column} ${words}\n`;
    })
    .join('');
}

/** The end of the run of lines that begins with `first`. */
function lastOf(first: number, lines: readonly number[]): number {
  return lines.includes(first + 1) ? lastOf(first + 1, lines) : first;
}
