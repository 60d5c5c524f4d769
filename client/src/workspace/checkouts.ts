import * as vscode from 'vscode';
import type { BindingInfo } from '../bindings/BindingRegistry.js';
import { configurableFolders, readTextFile } from '../bindings/configurationFiles.js';
import type { ItemPath } from './itemUris.js';
import { sameRepository } from './sameRepository.js';

/** A workspace folder that is a clone of a binding's repository. */
export interface Checkout {
  readonly binding: string;
  /** Folder of the binding's files. */
  readonly root: vscode.Uri;
}

/** Workspace folders that are clones of a binding's repository, by the remotes of their `.git/config`. */
export async function findCheckouts(bindings: readonly BindingInfo[]): Promise<readonly Checkout[]> {
  const found = await Promise.all(
    configurableFolders().map(async ({ uri }) => {
      const remotes = remoteUrls(await gitConfig(uri));
      return bindings
        .filter(({ repository }) => remotes.some((remote) => sameRepository(remote, repository.url)))
        .map(({ name, directory }) => ({ binding: name, root: vscode.Uri.joinPath(uri, directory) }));
    }),
  );
  return found.flat();
}

/** The item that a file of a checkout is; `undefined` when it is in none. */
export function itemOfFile(checkouts: readonly Checkout[], uri: vscode.Uri): ItemPath | undefined {
  for (const { binding, root } of checkouts) {
    const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
    if (uri.scheme === root.scheme && uri.authority === root.authority && uri.path.startsWith(prefix)) {
      return { binding, path: uri.path.slice(prefix.length) };
    }
  }
  return undefined;
}

/**
 * Text of the Git configuration of a work tree (gitrepository-layout(5)). Where `.git` is a file it names the
 * folder: that of a submodule, or of a linked work tree, which shares the configuration with the others.
 */
async function gitConfig(workTree: vscode.Uri): Promise<string | undefined> {
  const dotGit = vscode.Uri.joinPath(workTree, '.git');
  if (!(await isFile(dotGit))) return readTextFile(vscode.Uri.joinPath(dotGit, 'config'));
  const named = /^gitdir: (.+)/.exec((await readTextFile(dotGit)) ?? '')?.[1];
  if (named === undefined) return undefined;
  const own = resolvePath(workTree, named.trim());
  const shared = (await readTextFile(vscode.Uri.joinPath(own, 'commondir')))?.trim();
  return readTextFile(vscode.Uri.joinPath(shared === undefined ? own : resolvePath(own, shared), 'config'));
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.File;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** An absolute path stays in the file system of `base`. */
function resolvePath(base: vscode.Uri, path: string): vscode.Uri {
  if (path.startsWith('/')) return base.with({ path });
  return /^[A-Za-z]:/.test(path) ? base.with({ path: `/${path}` }) : vscode.Uri.joinPath(base, path);
}

function remoteUrls(config: string | undefined): readonly string[] {
  return [...(config ?? '').matchAll(/^\s*url\s*=\s*(.+?)\s*$/gm)].map(([, url = '']) => url);
}
