// Makes a fresh clone ready: checks Node and git, installs the dependencies, builds. Does nothing when all of
// that is done already. Runs before any dependency is there, so it uses Node's own modules alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// `import.meta.dirname` is not known to the Node versions that are told below to be too old.
const root = fileURLToPath(new URL('..', import.meta.url));

/** Oldest Node that works, as in `engines` of package.json. */
const floor = [20, 19];

function say(message) {
  process.stderr.write(`setup: ${message}\n`);
}

function fail(message) {
  say(message);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > floor[0] || (major === floor[0] && minor >= floor[1])) return;
  fail(
    `Node ${process.versions.node} is too old; Docbridge needs ${floor.join('.')} or later. ` +
      'Install it from https://nodejs.org or with your version manager (nvm install 20), then run this again.',
  );
}

function checkGit() {
  if (spawnSync('git', ['--version'], { stdio: 'ignore' }).status === 0) return;
  fail(
    'git was not found; the demo and the tests serve repositories with it. ' +
      'Install it (Debian: apt-get install git; macOS: xcode-select --install; Windows: https://git-scm.com), ' +
      'then run this again.',
  );
}

function run(title, command, args) {
  say(title);
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.error !== undefined) fail(`${title} failed: ${result.error.message}`);
  if (result.status !== 0) fail(`${title} failed (exit code ${result.status ?? result.signal}).`);
}

const lockfile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules/.docbridge-lock');

function lockHash() {
  return createHash('sha256').update(readFileSync(lockfile)).digest('hex');
}

function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(stamp)) {
    if (readFileSync(stamp, 'utf8') === lockHash()) return true;
    // Somebody may have installed by hand since.
    return statSync(installed).mtimeMs > Math.max(statSync(stamp).mtimeMs, statSync(lockfile).mtimeMs);
  }
  return statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;
}

function install() {
  if (isInstalled()) return;
  // No package needs its install script: binaries come as packages of their own.
  // The npm that started us, where there is one: `npm` may be a script that cannot be spawned (Windows).
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const title = 'installing the dependencies (npm ci); this takes a minute the first time';
  if (npm?.endsWith('.js') || npm?.endsWith('.cjs')) run(title, process.execPath, [npm, ...args]);
  else run(title, 'npm', args);
  writeFileSync(stamp, lockHash());
}

/** Newest change below `path`; folders count, so that a file that was removed is noticed. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  let latest = stat.mtimeMs;
  for (const entry of readdirSync(path)) latest = Math.max(latest, newest(join(path, entry)));
  return latest;
}

function build() {
  const built = join(root, 'dist/.built');
  const sources = ['client', 'server', 'esbuild.mjs', 'package.json', 'package-lock.json'];
  if (existsSync(built)) {
    const time = statSync(built).mtimeMs;
    if (sources.every((source) => newest(join(root, source)) <= time)) return;
  }
  run('building', process.execPath, [join(root, 'esbuild.mjs')]);
}

checkNode();
checkGit();
install();
build();
