import * as vscode from 'vscode';

export const scheme = 'docbridge';

/** Read-only schemes: the repository's side, the base, the platform as it is now, and sides of a conflict. */
export const sideSchemes = {
  git: 'docbridge-remote',
  base: 'docbridge-base',
  platform: 'docbridge-platform',
  conflict: 'docbridge-conflict',
} as const;

/** A file or folder of a binding; an empty path is the binding's root. */
export interface ItemPath {
  readonly binding: string;
  readonly path: string;
}

/** `docbridge:/<binding>/<path>`. */
export function itemUri({ binding, path }: ItemPath): vscode.Uri {
  return vscode.Uri.from({ scheme, path: path === '' ? `/${binding}` : `/${binding}/${path}` });
}

/** The same file on a read-only side. */
export function sideUri(side: keyof typeof sideSchemes, { binding, path }: ItemPath): vscode.Uri {
  return vscode.Uri.from({ scheme: sideSchemes[side], path: `/${binding}/${path}` });
}

/** Binding and path of any of our URIs; `undefined` for the root, where the bindings are. */
export function itemPathOf(uri: vscode.Uri): ItemPath | undefined {
  const [, binding = '', ...rest] = uri.path.split('/');
  return binding === '' ? undefined : { binding, path: rest.filter((part) => part !== '').join('/') };
}
