import * as vscode from 'vscode';
import type { BindingInfo } from '../bindings/BindingRegistry.js';
import { readTextFile } from '../bindings/configurationFiles.js';
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
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme !== 'docbridge');
  const found = await Promise.all(
    folders.map(async ({ uri }) => {
      const remotes = remoteUrls(await readTextFile(vscode.Uri.joinPath(uri, '.git/config')));
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

function remoteUrls(config: string | undefined): readonly string[] {
  return [...(config ?? '').matchAll(/^\s*url\s*=\s*(.+?)\s*$/gm)].map(([, url = '']) => url);
}
