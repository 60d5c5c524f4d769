import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import {
  CredentialRequest,
  ItemsChangedNotification,
  StatusChangedNotification,
  type BindingStatus,
} from '../../server/src/protocol.js';

const entry = fileURLToPath(new URL('../../server/src/server.ts', import.meta.url));

interface Options {
  /** Folder of the bindings' states. */
  readonly state: string;
  readonly capabilities?: ClientCapabilities;
}

/** The real language server in a process of its own, and a client that speaks to it over stdio. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  /** Everything that the server sent, as it came. */
  readonly statuses: BindingStatus[] = [];
  readonly itemChanges: ItemsChangedNotification.Params[] = [];
  readonly logged: string[] = [];
  readonly progress: { readonly token: string | number; readonly kind: string; readonly message?: string }[] =
    [];
  readonly asked: CredentialRequest.Params[] = [];
  refreshes = 0;
  /** Answers the server's questions for credentials. */
  answer: (params: CredentialRequest.Params) => CredentialRequest.Result | null = () => null;
  readonly #process: ChildProcess;
  readonly #ended: Promise<number | null>;
  #stderr = '';

  constructor(process: ChildProcess) {
    this.#process = process;
    this.#ended = new Promise((resolve) => process.once('exit', resolve));
    const { stdin, stdout, stderr } = process;
    if (stdin === null || stdout === null || stderr === null) throw new Error('The server has no pipes.');
    stderr.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString('utf8')));
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
  }

  static async start({ state, capabilities = {} }: Options): Promise<ServerProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', entry, '--stdio'], {
      stdio: 'pipe',
      env: { ...process.env, DOCBRIDGE_STATE: state },
    });
    const server = new ServerProcess(child);
    server.#listen();
    await server.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
    });
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  /** What the server wrote to stderr. */
  get stderr(): string {
    return this.#stderr;
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report: { readonly items: readonly Diagnostic[] } = await this.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    return report.items;
  }

  /** Ends the server as an editor does; the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await this.#ended;
    this.connection.dispose();
    return code;
  }

  /** Ends the process if it still runs, after a test that failed. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #listen(): void {
    const { connection } = this;
    connection.onRequest(CredentialRequest.method, (params: CredentialRequest.Params) => {
      this.asked.push(params);
      return this.answer(params);
    });
    connection.onNotification(
      StatusChangedNotification.method,
      ({ binding }: StatusChangedNotification.Params) => {
        this.statuses.push(binding);
      },
    );
    connection.onNotification(ItemsChangedNotification.method, (change: ItemsChangedNotification.Params) => {
      this.itemChanges.push(change);
    });
    connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
      this.logged.push(message);
    });
    connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string | number; value: { kind: string; message?: string } }) => {
        this.progress.push({ token, ...value });
      },
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
  }
}
