import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../cacheFolder.js';
import { runTool } from '../runTool.js';

const SOURCE = join(import.meta.dirname, 'cmark-frames.c');
const PACKAGES = ['libcmark-gfm-dev', 'cmark-gfm', 'gcc', 'libc6-dev'] as const;

/**
 * The path of the compiled cmark-frames; its library and compiler are installed when they are missing and this is root
 * on a Debian. Throws an Error that says what to install.
 */
export function buildCmark(): string {
  const source = readFileSync(SOURCE);
  const name = `cmark-frames-${createHash('sha256').update(source).digest('hex').slice(0, 12)}`;
  const program = join(cacheFolder('cmark'), name);
  if (existsSync(program)) return program;
  if (extensionsLibrary() === undefined || !existsSync('/usr/include/cmark-gfm.h') || !hasCompiler())
    install();
  const extensions = extensionsLibrary();
  if (extensions === undefined)
    throw new Error('libcmark-gfm-extensions was installed but is not to be found');
  runTool('cc', ['-O2', '-I/usr/include/cmark-gfm', '-o', program, SOURCE, '-lcmark-gfm', extensions]);
  return program;
}

function install(): void {
  const wanted = PACKAGES.join(' ');
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`cmark-gfm is missing; on Debian or Ubuntu: sudo apt-get install ${wanted}`);
  }
  process.stderr.write(`conformance: installing ${wanted}\n`);
  const args = ['install', '-y', '--no-install-recommends', ...PACKAGES];
  try {
    runTool('apt-get', args);
  } catch (error) {
    process.stderr.write(`conformance: ${String(error)}; updating the package lists\n`);
    runTool('apt-get', ['update']);
    runTool('apt-get', args);
  }
}

function hasCompiler(): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, 'cc')));
}

/** The development package has no link for this library, so it is named by its whole path. */
function extensionsLibrary(): string | undefined {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => join('/usr/lib', name)) : [];
  for (const folder of folders.filter((path) => path.endsWith('-linux-gnu'))) {
    const found = readdirSync(folder).find((name) => name.startsWith('libcmark-gfm-extensions.so'));
    if (found !== undefined) return join(folder, found);
  }
  return undefined;
}
