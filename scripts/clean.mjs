// Removes what the build and the tests make; node_modules and .vscode-test stay.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
for (const name of ['dist', 'dist-test', 'coverage'])
  rmSync(join(root, name), { recursive: true, force: true });
