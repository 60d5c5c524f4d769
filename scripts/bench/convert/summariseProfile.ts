/** What is read of a .cpuprofile (Chrome DevTools protocol, Profiler.Profile). Times are microseconds. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly lineNumber: number };
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

/**
 * The functions of a profile, those with the most time of their own first. `bundle` is the source that was profiled,
 * not minified: esbuild heads each module with a comment that names it.
 */
export function summariseProfile(profile: CpuProfile, bundle: string): readonly ProfiledFunction[] {
  const modules = modulesByLine(bundle);
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const own = new Map<number, number>();
  let all = 0;
  profile.samples?.forEach((id, index) => {
    if (nodes.get(id)?.callFrame.functionName === '(idle)') return;
    const time = Math.max(0, profile.timeDeltas?.[index] ?? 0);
    own.set(id, (own.get(id) ?? 0) + time);
    all += time;
  });
  const found = new Map<string, { name: string; module: string; self: number; total: number }>();
  /** Gives the time of a node with all below it; a function that is on the stack already counts once. */
  const visit = (id: number, open: ReadonlySet<string>): number => {
    const node = nodes.get(id);
    if (node === undefined) return 0;
    const { functionName, lineNumber } = node.callFrame;
    const module = modules[lineNumber] ?? '';
    const key = `${functionName} ${module} ${lineNumber}`;
    const entry = found.get(key) ?? { name: functionName || '(anonymous)', module, self: 0, total: 0 };
    found.set(key, entry);
    const self = own.get(id) ?? 0;
    const inside = new Set([...open, key]);
    const total = (node.children ?? []).reduce((sum, child) => sum + visit(child, inside), self);
    entry.self += self / all;
    if (!open.has(key)) entry.total += total / all;
    return total;
  };
  const [root] = profile.nodes;
  if (root !== undefined && all > 0) visit(root.id, new Set());
  return [...found.values()].sort((a, b) => b.self - a.self);
}

function modulesByLine(bundle: string): readonly string[] {
  let current = '';
  return bundle.split('\n').map((line) => (current = HEADING.exec(line)?.[1] ?? current));
}
