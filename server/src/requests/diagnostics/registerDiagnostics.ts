import {
  CodeActionKind,
  DocumentDiagnosticReportKind,
  type CodeAction,
  type Connection,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { canonicalUri } from './locateDocument.js';
import type { DocumentChecks, EditorDocument } from './DocumentChecks.js';
import type { DocumentIndexes } from './DocumentIndexes.js';
import { toDiagnostic, toFinding } from './toDiagnostic.js';

/** Pull diagnostics (LSP 3.17, `textDocument/diagnostic`) and their quick fixes. */
export function registerDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  checks: DocumentChecks,
  indexes: DocumentIndexes,
): void {
  documents.onDidChangeContent(({ document }) => checks.opened(editorDocument(document)));
  documents.onDidClose(({ document }) => void indexes.setClosed(canonicalUri(document.uri)));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) void indexes.diskChanged(canonicalUri(uri));
  });
  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const document = documents.get(textDocument.uri);
    const abort = new AbortController();
    const listener = token.onCancellationRequested(() => abort.abort());
    try {
      const findings =
        document === undefined ? [] : await checks.findings(editorDocument(document), abort.signal);
      return { kind: DocumentDiagnosticReportKind.Full, items: findings.map(toDiagnostic) };
    } finally {
      listener.dispose();
    }
  });
  connection.onCodeAction(async ({ textDocument, context }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return [];
    const actions: CodeAction[] = [];
    for (const diagnostic of context.diagnostics) {
      const finding = toFinding(diagnostic);
      if (finding === undefined) continue;
      for (const { title, edits } of await checks.fixes(editorDocument(document), finding)) {
        actions.push({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred: true,
          edit: { changes: { [textDocument.uri]: edits.map((edit) => ({ ...edit })) } },
        });
      }
    }
    return actions;
  });
}

function editorDocument(document: TextDocument): EditorDocument {
  return { uri: document.uri, languageId: document.languageId, text: document.getText() };
}
