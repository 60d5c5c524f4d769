import * as vscode from 'vscode';
import { BindingRegistry } from './bindings/BindingRegistry.js';
import { StatusBoard } from './bindings/StatusBoard.js';
import { registerCommands } from './commands/index.js';
import { LazyServer } from './connection/LazyServer.js';
import { CredentialPrompt } from './credentials/CredentialPrompt.js';
import { CredentialSource } from './credentials/CredentialSource.js';
import { githubCredential } from './credentials/GitHubSession.js';
import { SecretVault } from './credentials/SecretVault.js';
import { FirstWrites } from './runs/FirstWrites.js';
import { RunController } from './runs/RunController.js';
import { handle, type TestHandle } from './testHandle.js';
import { EditorDialogs } from './ui/EditorDialogs.js';
import { registerErrorActions } from './ui/errorActions.js';
import { ReplaceableDialogs } from './ui/ReplaceableDialogs.js';
import { Reporter } from './ui/report.js';
import { ContentTree } from './views/ContentTree.js';
import { ContentView } from './views/ContentView.js';
import { ItemDecorations } from './views/ItemDecorations.js';
import { StatusBar } from './views/StatusBar.js';
import { DocbridgeFileSystem } from './workspace/DocbridgeFileSystem.js';
import { ItemCatalog } from './workspace/ItemCatalog.js';
import { scheme } from './workspace/itemUris.js';
import { OpenRevisions } from './workspace/OpenRevisions.js';
import { SideContents } from './workspace/SideContents.js';
import { offerAfterStaleSave } from './workspace/staleSave.js';
import { WatchedBindings } from './workspace/WatchedBindings.js';

let server: LazyServer | undefined;

/** Builds the parts and registers them; the language server starts with the first configuration or command. */
export function activate(context: vscode.ExtensionContext): TestHandle | undefined {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const isTrusted = (): boolean => vscode.workspace.isTrusted;

  const log = own(vscode.window.createOutputChannel('Docbridge', { log: true }));
  const dialogs = new ReplaceableDialogs(new EditorDialogs());
  const report = new Reporter(dialogs, log);

  const vault = new SecretVault(context);
  const prompt = new CredentialPrompt(dialogs);
  const github = githubCredential;
  const credentials = new CredentialSource({ vault, prompt, github, mayAnswer: isTrusted });

  const connection = own(
    new LazyServer({
      serverModule: context.asAbsolutePath('dist/server.cjs'),
      log,
      answerCredential: (params) => credentials.answer(params),
    }),
  );
  server = connection;

  const bindings = own(new BindingRegistry(connection, context.globalStorageUri));
  const statuses = own(new StatusBoard(connection, bindings, log));
  const catalog = own(new ItemCatalog(connection, bindings));
  const watched = new WatchedBindings(connection, bindings, isTrusted);

  const revisions = own(new OpenRevisions(context.workspaceState));
  const onStaleSave = (uri: vscode.Uri): void => void offerAfterStaleSave(dialogs, uri);
  const files = own(
    new DocbridgeFileSystem({ server: connection, bindings, catalog, revisions, watched, onStaleSave }),
  );
  own(vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }));
  own(new SideContents(connection, catalog));

  const firstWrites = new FirstWrites(bindings, dialogs, context.globalState);
  const runs = own(
    new RunController({
      server: connection,
      statuses,
      catalog,
      credentials,
      firstWrites,
      dialogs,
      report,
      log,
    }),
  );

  const tree = own(new ContentTree({ server: connection, bindings, statuses, catalog }));
  const view = own(new ContentView(tree, { bindings, statuses, watched }));
  const statusBar = own(new StatusBar({ bindings, statuses, runs }));
  const decorations = own(new ItemDecorations(catalog, bindings, (error) => log.warn(String(error))));
  own(vscode.window.registerFileDecorationProvider(decorations));

  registerErrorActions(report);
  own(
    registerCommands({
      ...{ server: connection, bindings, statuses, catalog, runs, credentials, prompt, github, vault },
      ...{ watched, decorations, statusBar, dialogs, report, log },
    }),
  );

  const ready = bindings.load().catch((error: unknown) => report.report(error));
  bindings.follow((error) => report.report(error));
  return handle(context, {
    ready,
    server: connection,
    dialogs,
    bindings,
    statuses,
    catalog,
    tree,
    view,
    statusBar,
    vault,
    decorations,
    runs,
  });
}

/** Ends the language server and waits for it. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
