import type * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
import { WorkDoneProgress } from 'vscode-languageclient';
import * as protocol from '../../../server/src/protocol.js';
import { ServerFailure, toFailure } from './ServerFailure.js';
import type {
  AnswerCredential,
  NoticeOf,
  Notices,
  ParamsOf,
  RequestName,
  Requests,
  ResultOf,
  WorkProgress,
} from './Server.js';

export interface LanguageConnectionOptions {
  /** Path of dist/server.cjs. */
  readonly serverModule: string;
  readonly log: vscode.LogOutputChannel;
  readonly answerCredential: AnswerCredential;
  readonly onStatusChanged: (params: protocol.StatusChangedNotification.Params) => void;
  readonly onItemsChanged: (params: protocol.ItemsChangedNotification.Params) => void;
  /** The process ended by itself and a new one is up; it knows nothing of what was configured. */
  readonly onRestarted: () => void;
}

const requests: Requests = {
  configure: protocol.ConfigureRequest.type,
  conflicts: protocol.ConflictsRequest.type,
  create: protocol.CreateRequest.type,
  list: protocol.ListRequest.type,
  move: protocol.MoveRequest.type,
  plan: protocol.PlanRequest.type,
  probePlatform: protocol.ProbePlatformRequest.type,
  probeRepository: protocol.ProbeRepositoryRequest.type,
  read: protocol.ReadRequest.type,
  readSide: protocol.ReadSideRequest.type,
  remove: protocol.RemoveRequest.type,
  resolve: protocol.ResolveRequest.type,
  run: protocol.RunRequest.type,
  status: protocol.StatusRequest.type,
  write: protocol.WriteRequest.type,
};

const notices: Notices = {
  forgetCredential: protocol.ForgetCredentialNotification.type,
  watch: protocol.WatchNotification.type,
  windowState: protocol.WindowStateNotification.type,
};

/** The running language client. Loaded lazily: the client library is most of the bundle. */
export class LanguageConnection {
  readonly #client: LanguageClient;
  #lastToken = 0;

  constructor(client: LanguageClient) {
    this.#client = client;
  }

  /** Starts the server process and waits until it is initialized. */
  static async start(options: LanguageConnectionOptions): Promise<LanguageConnection> {
    const client = new LanguageClient(
      'docbridge',
      'Docbridge',
      { module: options.serverModule, transport: TransportKind.ipc },
      {
        // Without schemes: the same checks for a checkout and for the virtual workspace.
        documentSelector: [
          { language: 'markdown' },
          { pattern: '**/docbridge.json' },
          { pattern: '**/.meta/*.json' },
          // Apps; the server leaves other JSON alone.
          { language: 'json' },
        ],
        diagnosticCollectionName: 'docbridge',
        outputChannel: options.log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      },
    );
    client.onRequest(protocol.CredentialRequest.type, options.answerCredential);
    client.onNotification(protocol.StatusChangedNotification.type, options.onStatusChanged);
    client.onNotification(protocol.ItemsChangedNotification.type, options.onItemsChanged);
    try {
      await client.start();
    } catch (error) {
      throw serverDown(error);
    }
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) options.onRestarted();
    });
    return new LanguageConnection(client);
  }

  async request<K extends RequestName>(
    name: K,
    params: ParamsOf<K>,
    token?: vscode.CancellationToken,
  ): Promise<ResultOf<K>> {
    try {
      const { method } = requests[name];
      // An absent token would be sent as a second parameter.
      if (token === undefined) return await this.#client.sendRequest<ResultOf<K>>(method, params);
      return await this.#client.sendRequest<ResultOf<K>>(method, params, token);
    } catch (error) {
      throw toFailure(error);
    }
  }

  async requestWithProgress<K extends 'plan' | 'run' | 'resolve'>(
    name: K,
    params: ParamsOf<K>,
    onProgress: (progress: WorkProgress) => void,
    token?: vscode.CancellationToken,
  ): Promise<ResultOf<K>> {
    const workDoneToken = `docbridge-${++this.#lastToken}`;
    const subscription = this.#client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'end') onProgress(value);
    });
    try {
      return await this.request(name, Object.assign({}, params, { workDoneToken }), token);
    } finally {
      subscription.dispose();
    }
  }

  notify<K extends keyof Notices>(name: K, params: NoticeOf<K>): void {
    // Only a connection that is closing rejects here, and the client library logs that.
    void this.#client.sendNotification(notices[name].method, params).catch(() => undefined);
  }

  stop(): Promise<void> {
    return this.#client.stop();
  }
}

function serverDown(cause: unknown): ServerFailure {
  const message = 'The language server of Docbridge could not be started.';
  return new ServerFailure({ code: 'server-start', category: 'internal', message, data: {} }, { cause });
}
