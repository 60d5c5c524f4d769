import { formatTable, type Column } from '../formatTable.js';
import type { ProfiledFunction } from './summariseProfile.js';

/** Three tables: functions by their own time, our functions by time with callees, and modules by their own time. */
export function formatProfile(functions: readonly ProfiledFunction[]): string {
  const inclusive = functions
    .filter(({ module }) => module.startsWith('server/'))
    .sort((a, b) => b.total - a.total);
  const modules = new Map<string, number>();
  for (const { module, self } of functions) modules.set(module, (modules.get(module) ?? 0) + self);
  const byModule = [...modules].sort((a, b) => b[1] - a[1]);
  return [
    `Own time\n\n${formatTable(columns, functions.slice(0, 30))}`,
    `With what they call (ours)\n\n${formatTable(columns, inclusive.slice(0, 30))}`,
    `Own time by module\n\n${formatTable(moduleColumns, byModule.slice(0, 20))}`,
  ].join('\n');
}

const columns: readonly Column<ProfiledFunction>[] = [
  { title: 'self', align: 'right', cell: ({ self }) => percent(self) },
  { title: 'total', align: 'right', cell: ({ total }) => percent(total) },
  { title: 'function', align: 'left', cell: ({ name }) => name },
  { title: 'module', align: 'left', cell: ({ module }) => module },
];

const moduleColumns: readonly Column<readonly [string, number]>[] = [
  { title: 'self', align: 'right', cell: ([, self]) => percent(self) },
  { title: 'module', align: 'left', cell: ([module]) => module },
];

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
