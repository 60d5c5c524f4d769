// Finds Chromium, or installs it where that is possible (Debian, root); else says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const install = 'apt-get install -y --no-install-recommends chromium';

/** @returns {string} path of the browser */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not exist.`);
  }
  const found = candidates.find((path) => existsSync(path)) ?? installChromium();
  return found;
}

function installChromium() {
  const hint = `Chromium is missing; the tests in VS Code need it. Install it (Debian: ${install}) or set CHROMIUM to its path.`;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!hasApt || process.getuid?.() !== 0) {
    throw new Error(hasApt ? `${hint} It cannot be installed from here: not root.` : hint);
  }
  console.log(`Chromium is missing; installing it (${install})`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of ['apt-get update', install]) {
    const [program, ...args] = command.split(' ');
    const { status } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) throw new Error(`${command} failed (exit code ${status}). ${hint}`);
  }
  const path = candidates.find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`${install} left no browser behind. ${hint}`);
  return path;
}
