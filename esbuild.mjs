// Bundles what runs: dist/client.cjs (extension), dist/server.cjs (language server), dist/cli.js (command line).
// `--watch` builds again after every change. A failure, or a bundle beyond its budget, ends with exit code 1.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { context, build } from 'esbuild';

const root = import.meta.dirname;
const dist = join(root, 'dist');
const watch = process.argv.includes('--watch');

/**
 * The language server pins another version of the protocol than the language client. In its bundle everybody
 * takes the server's own: two copies would not know each other's classes, and cost 130 kB.
 */
const serversOwnProtocol = {
  name: 'servers-own-protocol',
  setup(build) {
    const filter = /^vscode-(languageserver-protocol|languageserver-types|jsonrpc)(\/|$)/;
    const resolveDir = join(root, 'node_modules/vscode-languageserver');
    build.onResolve({ filter }, ({ path, kind, pluginData }) =>
      pluginData === serversOwnProtocol
        ? undefined
        : build.resolve(path, { kind, resolveDir, pluginData: serversOwnProtocol }),
    );
  },
};

/** Budgets in bytes; the command line has none, it is not part of the extension. */
const bundles = [
  { entry: 'client/src/extension.ts', output: 'client.cjs', budget: 550_000, external: ['vscode'] },
  {
    entry: 'server/src/server.ts',
    output: 'server.cjs',
    budget: 1_200_000,
    external: ['vscode'],
    plugins: [serversOwnProtocol],
  },
  {
    entry: 'server/src/cli/main.ts',
    output: 'cli.js',
    external: [],
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** The ESM build of isomorphic-git, which can be shaken; for Node its exports name the CommonJS one. */
const shakenPackages = { 'isomorphic-git': join(root, 'node_modules/isomorphic-git/index.js') };

function optionsOf({ entry, output, external, banner, plugins }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(dist, output),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The UMD builds of some packages hide their requires from the bundler; their ESM builds do not.
    mainFields: ['module', 'main'],
    external,
    banner: banner ?? {},
    alias: shakenPackages,
    plugins: plugins ?? [],
    minify: !watch,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    // A pattern of the parser is compiled at load; property escapes are native in Node 20.
    supported: { 'regexp-unicode-property-escapes': true },
    loader: { '.md': 'text', '.svg': 'text', '.png': 'binary', '.jpg': 'binary' },
    logLevel: 'warning',
    metafile: true,
  };
}

mkdirSync(dist, { recursive: true });
// The package is ESM, the bundles are CommonJS.
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');

if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => context(optionsOf(bundle))));
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('watching');
} else {
  rmSync(join(dist, '.built'), { force: true });
  try {
    await Promise.all(
      bundles.map(async (bundle) => {
        const { metafile } = await build(optionsOf(bundle));
        // What went into the bundle: scripts/notices.mjs lists the packages that ship from it.
        const name = `meta-${bundle.output.replace(/\.c?js$/, '')}.json`;
        writeFileSync(join(dist, name), JSON.stringify(metafile));
      }),
    );
  } catch {
    console.error('The build failed; the messages above say where.');
    process.exit(1);
  }
  let failed = false;
  for (const { output, budget } of bundles) {
    const size = statSync(join(dist, output)).size;
    const over = budget !== undefined && size > budget;
    failed ||= over;
    const limit = budget === undefined ? '' : ` of ${kilobytes(budget)}`;
    console.log(`${over ? 'TOO LARGE' : 'built    '} dist/${output.padEnd(11)} ${kilobytes(size)}${limit}`);
  }
  if (failed) {
    console.error('A bundle is beyond its budget (see `bundles` in esbuild.mjs).');
    process.exit(1);
  }
  // The set-up script compares the sources with the time of this file.
  writeFileSync(join(dist, '.built'), '');
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`.padStart(8);
}
