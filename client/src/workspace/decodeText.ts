import * as vscode from 'vscode';

/** Bytes of a file as the text that they are, byte order mark included. Throws where they are no UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw vscode.FileSystemError.NoPermissions(
      vscode.l10n.t('This file is not UTF-8. Save it with the encoding UTF-8; nothing was written.'),
    );
  }
}
