import { dirname, join, resolve } from 'node:path';
import type { FileSystem } from '../ports/FileSystem.js';
import { gitConfigRemotes } from './gitConfigRemotes.js';
import { listReadable } from './listReadable.js';

/**
 * Scheme, host and port of the HTTP remotes of the clone that holds `directory`; empty outside of a clone.
 * The clone's own configuration is read by hand: no git is run, and nothing that a commit brings counts.
 */
export async function cloneOrigins(fileSystem: FileSystem, directory: string): Promise<readonly string[]> {
  const config = await clonesConfig(fileSystem, resolve(directory));
  if (config === undefined) return [];
  return gitConfigRemotes(config)
    .filter((url) => /^https?:\/\//iu.test(url) && URL.canParse(url))
    .map((url) => new URL(url).origin);
}

async function clonesConfig(fileSystem: FileSystem, directory: string): Promise<string | undefined> {
  for (let folder = directory; ; folder = dirname(folder)) {
    const entry = (await listReadable(fileSystem, folder)).find(({ name }) => name === '.git');
    if (entry?.kind === 'directory') return text(fileSystem, join(folder, '.git', 'config'));
    if (entry?.kind === 'file') return linkedConfig(fileSystem, folder);
    if (folder === dirname(folder)) return undefined;
  }
}

/** A linked work tree: .git is a file that names its folder, where `commondir` names the clone's (gitrepository-layout(5)). */
async function linkedConfig(fileSystem: FileSystem, folder: string): Promise<string | undefined> {
  const link = /^gitdir: (.+)$/mu.exec((await text(fileSystem, join(folder, '.git'))) ?? '')?.[1];
  if (link === undefined) return undefined;
  const own = resolve(folder, link.trim());
  const common = (await text(fileSystem, join(own, 'commondir')))?.trim();
  return text(fileSystem, join(common === undefined ? own : resolve(own, common), 'config'));
}

async function text(fileSystem: FileSystem, path: string): Promise<string | undefined> {
  const bytes = await fileSystem.read(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
