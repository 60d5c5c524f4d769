import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the peers that `manifest` names into `folder`, or keeps what stands there when it is of the same manifest.
 * Peer ranges are relaxed: the packages of one editor are not released in step. Throws Error when npm fails.
 */
export function installPeers(manifest: string, folder: string): void {
  // Written last: a folder whose installation was interrupted is made anew.
  const stamp = join(folder, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(manifest, 'utf8')) return;
  process.stderr.write('installing the peers, once\n');
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  rmSync(stamp, { force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(manifest, join(folder, 'package.json'));
  const args = [
    'install',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  // The npm that started us, where there is one: `npm` may be a script that cannot be spawned (Windows).
  const npm = process.env['npm_execpath'];
  const [command, first] = npm?.endsWith('js') === true ? [process.execPath, [npm]] : ['npm', []];
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`npm install of the peers ended with code ${status ?? 'none'}.`);
  copyFileSync(manifest, stamp);
}
