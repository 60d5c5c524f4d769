import type { FileCoverage, Gap, Share } from './FileCoverage.js';

interface Place {
  readonly line: number;
  readonly column: number;
}

/** One file in Istanbul's JSON form, as far as it is read here. Lines count from 1, columns from 0. */
export interface IstanbulFile {
  readonly statementMap: Readonly<Record<string, { readonly start: Place }>>;
  readonly branchMap: Readonly<Record<string, { readonly loc: { readonly start: Place } }>>;
  readonly fnMap: Readonly<Record<string, { readonly loc: { readonly start: Place } }>>;
  readonly s: Readonly<Record<string, number>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
  readonly f: Readonly<Record<string, number>>;
}

/** How much of a file was executed. From V8 a statement is a line, and every branch has one count. */
export function readIstanbul(path: string, file: IstanbulFile): FileCoverage {
  const branches = Object.entries(file.b).map(([id, counts]) => [id, Math.min(...counts)] as const);
  const gaps: readonly Gap[] = [
    ...unreached('line', Object.entries(file.s), (id) => file.statementMap[id]?.start),
    ...unreached('function', Object.entries(file.f), (id) => file.fnMap[id]?.loc.start),
    ...unreached('branch', branches, (id) => file.branchMap[id]?.loc.start),
  ];
  return {
    path,
    lines: share(Object.values(file.s)),
    branches: share(branches.map(([, count]) => count)),
    functions: share(Object.values(file.f)),
    gaps: gaps.toSorted((one, other) => one.line - other.line || one.column - other.column),
  };
}

function unreached(
  kind: Gap['kind'],
  counts: readonly (readonly [string, number])[],
  placeOf: (id: string) => Place | undefined,
): readonly Gap[] {
  return counts
    .filter(([, count]) => count === 0)
    .map(([id]) => {
      const { line, column } = placeOf(id) ?? { line: 1, column: 0 };
      // What begins at the end of a line starts before the first column of the next.
      return { kind, line, column: Math.max(column, 0) + 1 };
    });
}

function share(counts: readonly number[]): Share {
  return { covered: counts.filter((count) => count > 0).length, total: counts.length };
}
