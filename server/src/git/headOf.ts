import type { Head } from './Remote.js';
import type { RefAdvertisement } from './core/refAdvertisement.js';

const prefix = 'refs/heads/';

/** What the branches of an advertisement say about one of them. */
export function headOf(server: Pick<RefAdvertisement, 'refs' | 'symrefs'>, branch: string): Head {
  const { refs } = server;
  const branches = [...refs.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .sort();
  const name = defaultBranch(server, branches);
  const tip = name === undefined ? undefined : refs.get(prefix + name);
  return {
    commit: refs.get(prefix + branch),
    branches,
    ...(name === undefined || tip === undefined ? {} : { defaultBranch: { name, commit: tip } }),
  };
}

/** Servers without symbolic refs say where HEAD stands, but not on which branch: the likeliest one is taken. */
function defaultBranch(
  { refs, symrefs }: Pick<RefAdvertisement, 'refs' | 'symrefs'>,
  branches: readonly string[],
): string | undefined {
  const target = symrefs.get('HEAD');
  if (target?.startsWith(prefix) === true) return target.slice(prefix.length);
  const head = refs.get('HEAD');
  const same = branches.filter((name) => head !== undefined && refs.get(prefix + name) === head);
  return ['main', 'master'].find((name) => same.includes(name)) ?? same[0];
}
