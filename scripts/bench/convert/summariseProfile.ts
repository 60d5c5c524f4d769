/** What is read of a .cpuprofile (Chrome DevTools protocol, Profiler.Profile). Times are microseconds. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** One function with its shares of all samples that were not idle, from 0 to 1. */
export interface ProfiledFunction {
  readonly name: string;
  /** The module it stands in, as the bundle names it. */
  readonly module: string;
  readonly self: number;
  /** With everything that it called. */
  readonly total: number;
}

const HEADING = /^(?:\/\/ |\s*"?)([^\s"]+\.(?:ts|js|mjs|cjs))(?:"\(.*)?$/;

interface Entry {
  readonly name: string;
  readonly module: string;
  self: number;
  total: number;
}

/**
 * The functions of a profile, those with the most time of their own first. `bundle` is the source that was profiled,
 * not minified, whose file's name is `file`: esbuild heads each module with a comment that names it. The profiler's
 * own work counts as little as idle time.
 */
export function summariseProfile(
  profile: CpuProfile,
  file: string,
  bundle: string,
): readonly ProfiledFunction[] {
  const modules = modulesByLine(bundle);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const own = ownTimes(profile);
  const found = new Map<string, Entry>();
  /** Gives the time of a node with all below it; a function that is on the stack already counts once. */
  const visit = (id: number, open: ReadonlySet<string>): number => {
    const node = nodes.get(id);
    if (node === undefined) return 0;
    const { functionName, url, lineNumber } = node.callFrame;
    if (functionName === '(idle)' || url.startsWith('node:inspector')) return 0;
    const module = url.endsWith(file) ? (modules[lineNumber] ?? '') : url.replace(/^.*\//, '');
    const key = `${functionName} ${module} ${lineNumber}`;
    const entry = found.get(key) ?? { name: functionName || '(anonymous)', module, self: 0, total: 0 };
    found.set(key, entry);
    const self = own.get(id) ?? 0;
    const inside = new Set([...open, key]);
    const total = (node.children ?? []).reduce((sum, child) => sum + visit(child, inside), self);
    entry.self += self;
    if (!open.has(key)) entry.total += total;
    return total;
  };
  const [root] = profile.nodes;
  const all = root === undefined ? 0 : visit(root.id, new Set());
  if (all === 0) return [];
  return [...found.values()]
    .map((entry) => ({ ...entry, self: entry.self / all, total: entry.total / all }))
    .sort((a, b) => b.self - a.self);
}

/** Microseconds by the id of the node that was running. */
function ownTimes({ samples, timeDeltas }: CpuProfile): ReadonlyMap<number, number> {
  const own = new Map<number, number>();
  samples?.forEach((id, index) => {
    own.set(id, (own.get(id) ?? 0) + Math.max(0, timeDeltas?.[index] ?? 0));
  });
  return own;
}

function modulesByLine(bundle: string): readonly string[] {
  let current = '';
  return bundle.split('\n').map((line) => (current = HEADING.exec(line)?.[1] ?? current));
}
