import * as vscode from 'vscode';
import type { ConfigureRequest } from '../../../server/src/protocol.js';

export const configurationName = 'docbridge.json';

type ConfigurationFile = ConfigureRequest.Params['files'][number];

/** Workspace folders that can hold a configuration: all but our own virtual ones. */
export function configurableFolders(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme !== 'docbridge');
}

/** Where a configuration without a workspace folder lives. */
export function globalConfigurationUri(globalStorage: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(globalStorage, configurationName);
}

/** Reads every docbridge.json: one at the root of each workspace folder, and the one of the global storage. */
export async function readConfigurationFiles(
  globalStorage: vscode.Uri,
): Promise<readonly ConfigurationFile[]> {
  const places = [
    ...configurableFolders().map(({ uri }) => ({
      uri: vscode.Uri.joinPath(uri, configurationName),
      folder: uri,
    })),
    { uri: globalConfigurationUri(globalStorage), folder: undefined },
  ];
  const files = await Promise.all(
    places.map(async ({ uri, folder }): Promise<ConfigurationFile | undefined> => {
      const text = await readTextFile(uri);
      if (text === undefined) return undefined;
      const onDisk = folder?.scheme === 'file' ? { folder: folder.fsPath } : {};
      return { uri: uri.toString(), text, ...onDisk };
    }),
  );
  return files.filter((file) => file !== undefined);
}

/** Text of a file; `undefined` when it is not there. */
export async function readTextFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
