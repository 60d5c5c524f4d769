import { join, relative } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/** Where things stand: `root` is the project, `cache` the folder that the peers are installed in. */
export interface Places {
  readonly root: string;
  readonly source: string;
  readonly cache: string;
}

export interface Bundle {
  readonly file: string;
  /** Size of the bundle, minified. */
  readonly bytes: number;
}

/** Peers take their packages from their own folder, never those of the project, which are other versions. */
function peersOwnPackages({ source, cache }: Places): Plugin {
  return {
    name: 'peers-own-packages',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^[^./]/ }, ({ path, kind, resolveDir }) =>
        resolveDir === join(source, 'peers') ? esbuild.resolve(path, { kind, resolveDir: cache }) : undefined,
      );
    },
  };
}

/**
 * Bundles one module as the product is bundled (esbuild.mjs): for Node 20, from ESM builds, minified unless asked
 * otherwise. happy-dom stays a package of its own. Throws Error when a peer would take a package of the project.
 */
export async function bundle(
  places: Places,
  entry: string,
  name: string,
  overrides: Pick<BuildOptions, 'minify'> = {},
): Promise<Bundle> {
  const file = join(places.cache, 'bundles', `${name}.mjs`);
  const { metafile } = await build({
    absWorkingDir: places.root,
    entryPoints: [join(places.source, entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['happy-dom'],
    // What CommonJS packages require of Node is not there in a module.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    plugins: [peersOwnPackages(places)],
    minify: true,
    legalComments: 'none',
    supported: { 'regexp-unicode-property-escapes': true },
    metafile: true,
    logLevel: 'error',
    ...overrides,
  });
  if (entry.startsWith('peers/')) {
    const own = relative(places.root, places.cache).replaceAll('\\', '/');
    const stranger = Object.keys(metafile.inputs).find(
      (input) => input.includes('node_modules/') && !input.startsWith(own),
    );
    if (stranger !== undefined) throw new Error(`${entry} takes ${stranger}, which is the project's.`);
  }
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  return { file, bytes };
}
