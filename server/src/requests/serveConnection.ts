import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Binding } from '../config/Configuration.js';
import { createLanguageService } from '../language/LanguageService.js';
import type { Clock } from '../ports/Clock.js';
import type { Credentials } from '../ports/Credentials.js';
import type { Logger } from '../ports/Logger.js';
import { CredentialRequest, ItemsChangedNotification, StatusChangedNotification } from '../protocol.js';
import type { Engine } from '../sync/Engine.js';
import { BindingRegistry } from './BindingRegistry.js';
import { ClientCredentials } from './ClientCredentials.js';
import { ConnectionLogger } from './ConnectionLogger.js';
import { DocumentChecks } from './diagnostics/DocumentChecks.js';
import { DocumentIndexes } from './diagnostics/DocumentIndexes.js';
import type { FolderReader } from './diagnostics/FolderReader.js';
import { registerDiagnostics } from './diagnostics/registerDiagnostics.js';
import { messageHandlers } from './messageHandlers.js';
import { PlatformWatcher } from './PlatformWatcher.js';
import { Redactor } from '../node/Redactor.js';
import { registerMessages } from './registerMessages.js';
import type { Probes, ServerContext } from './ServerContext.js';
import { StatusAnnouncer } from './StatusAnnouncer.js';

/** What the server needs of the machine. */
export interface ServerPorts {
  readonly openEngine: (
    binding: Binding,
    options: { readonly credentials: Credentials; readonly logger: Logger; readonly proxy?: string },
  ) => Engine;
  readonly probes: Probes;
  readonly clock: Clock;
  readonly reader: FolderReader;
}

/** Puts the language server together on a connection and starts listening. */
export function serveConnection(connection: Connection, ports: ServerPorts): void {
  const redactor = new Redactor();
  const logger = new ConnectionLogger(
    {
      debug: (message) => connection.console.debug(message),
      info: (message) => connection.console.info(message),
      warn: (message) => connection.console.warn(message),
      error: (message) => connection.console.error(message),
    },
    redactor,
  );
  const bindings: BindingRegistry = new BindingRegistry((binding, options) =>
    ports.openEngine(binding, { credentials, logger, ...options }),
  );
  const credentials: ClientCredentials = new ClientCredentials(
    (params) => connection.sendRequest<CredentialRequest.Result | null>(CredentialRequest.method, params),
    redactor,
    (name) => bindings.all.find(({ binding }) => binding.name === name)?.binding.platform.kind,
  );
  const send = (method: string, params: object): void => {
    connection.sendNotification(method, params).catch((error: unknown) => logger.warn(String(error)));
  };
  const status = new StatusAnnouncer(
    bindings,
    (binding) => send(StatusChangedNotification.method, { binding }),
    logger,
  );
  const watcher = new PlatformWatcher({
    bindings,
    status,
    notify: (change) => send(ItemsChangedNotification.method, change),
    clock: ports.clock,
    logger,
  });

  let canRefresh = false;
  let canWatchFiles = false;
  const refreshDiagnostics = (): void => {
    if (!canRefresh) return;
    connection.languages.diagnostics.refresh().catch((error: unknown) => logger.warn(String(error)));
  };
  const language = createLanguageService({ clock: ports.clock });
  const indexes = new DocumentIndexes({ reader: ports.reader, language, logger }, refreshDiagnostics);
  const checks = new DocumentChecks({ bindings, language, indexes, reader: ports.reader });
  const documents = new TextDocuments(TextDocument);
  const context: ServerContext = {
    bindings,
    credentials,
    redactor,
    logger,
    clock: ports.clock,
    status,
    watcher,
    probes: ports.probes,
    refreshDiagnostics: () => {
      indexes.clear();
      for (const document of documents.all()) {
        checks.opened({ uri: document.uri, languageId: document.languageId, text: document.getText() });
      }
      refreshDiagnostics();
    },
  };

  connection.onInitialize(({ capabilities }: InitializeParams): InitializeResult => {
    canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    canWatchFiles = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'docbridge' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: TextDocumentSyncKind.Incremental,
        diagnosticProvider: {
          identifier: 'docbridge',
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
    };
  });
  connection.onInitialized(() => {
    if (!canWatchFiles) return;
    const watchers = [{ globPattern: '**/*.{md,mdx,markdown}' }];
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => logger.warn(String(error)));
  });
  connection.onShutdown(async () => {
    watcher.dispose();
    await bindings.dispose();
  });
  registerMessages(
    {
      onRequest: (method, handler) => connection.onRequest(method, handler),
      onNotification: (method, handler) => connection.onNotification(method, handler),
      attachProgress: (token) => connection.window.attachWorkDoneProgress(token),
    },
    messageHandlers,
    context,
  );
  registerDiagnostics(connection, documents, checks, indexes);
  documents.listen(connection);
  connection.listen();
}
