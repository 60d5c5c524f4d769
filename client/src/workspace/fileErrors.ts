import * as vscode from 'vscode';
import { toFailure } from '../connection/ServerFailure.js';
import { errorWords } from '../ui/errorWords.js';

/** An error of the server in the ordinary kinds of the editor's file systems. */
export function fileError(error: unknown): vscode.FileSystemError {
  if (error instanceof vscode.FileSystemError) return error;
  const failure = toFailure(error);
  const { text } = errorWords(failure, vscode.l10n.t);
  switch (failure.code) {
    case 'platform-not-found':
    case 'path-not-found':
    case 'unknown-binding':
      return vscode.FileSystemError.FileNotFound(text);
    case 'path-taken':
      return vscode.FileSystemError.FileExists(text);
    case 'platform-auth':
    case 'platform-forbidden':
    case 'credential-missing':
    case 'read-only':
      return vscode.FileSystemError.NoPermissions(text);
    case 'network':
    case 'stale-revision':
    case 'rate-limited':
    case 'item-locked':
    case 'platform-failure':
      return vscode.FileSystemError.Unavailable(text);
    default:
      return new vscode.FileSystemError(text);
  }
}
