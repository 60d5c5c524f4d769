import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './dataFolder.js';
import { runGit } from './runGit.js';

/** Makes an empty bare repository `<namespace>/<slug>.git`; its folder. */
export async function createBareRepository(
  folder: DataFolder,
  name: { readonly namespace: string; readonly slug: string },
): Promise<string> {
  const path = join(folder.repositories, name.namespace, `${name.slug}.git`);
  await mkdir(path, { recursive: true, mode: 0o700 });
  await runGit(['init', '--quiet', '--bare', '--initial-branch=main', path], {
    directory: folder.repositories,
  });
  return path;
}
