import * as vscode from 'vscode';
import { Lifetime } from '../ui/Lifetime.js';
import { scheme } from './itemUris.js';
import { ReadRevisions, type KeptRevision, type ReadRecord } from './ReadRevisions.js';

const storageKey = 'docbridge.unsaved';

/** What is kept over a restart of a document with unsaved changes (hot exit). */
type Unsaved = Readonly<Record<string, KeptRevision>>;

/** At which revision each open file of the virtual workspace was read; survives a restart of the window. */
export class OpenRevisions extends Lifetime {
  readonly #memento: vscode.Memento;
  readonly #files = new Map<string, ReadRevisions>();

  constructor(memento: vscode.Memento) {
    super();
    this.#memento = memento;
    const follow = (document: vscode.TextDocument): void => {
      if (document.uri.scheme !== scheme) return;
      this.#follow(document);
      this.#remember(document.uri, document.isDirty);
    };
    this.own(vscode.workspace.onDidOpenTextDocument(follow));
    this.own(vscode.workspace.onDidChangeTextDocument(({ document }) => follow(document)));
    this.own(vscode.workspace.onDidSaveTextDocument(follow));
    this.own(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme !== scheme) return;
        this.#of(uri).release();
        this.#remember(uri, false);
      }),
    );
  }

  /** The revision that a save of `uri` is held against; `undefined`: the file was never read. */
  base(uri: vscode.Uri): KeptRevision | undefined {
    // One that was open before we were there has not been followed yet.
    const document = openDocument(uri);
    if (document !== undefined) this.#follow(document);
    return this.#of(uri).base ?? this.#unsaved[uri.toString()];
  }

  latest(uri: vscode.Uri): ReadRecord | undefined {
    return this.#of(uri).latest;
  }

  read(uri: vscode.Uri, record: ReadRecord): void {
    this.#of(uri).add(record);
  }

  saved(uri: vscode.Uri, record: ReadRecord): void {
    this.#of(uri).saved(record, openDocument(uri) !== undefined);
  }

  moved(from: vscode.Uri, to: vscode.Uri): void {
    const revisions = this.#files.get(from.toString());
    if (revisions === undefined) return;
    this.#files.delete(from.toString());
    this.#files.set(to.toString(), revisions);
  }

  forget(uri: vscode.Uri): void {
    this.#files.delete(uri.toString());
  }

  #follow(document: vscode.TextDocument): void {
    this.#of(document.uri).follow(document, this.#unsaved[document.uri.toString()]);
  }

  #of(uri: vscode.Uri): ReadRevisions {
    const key = uri.toString();
    const revisions = this.#files.get(key) ?? new ReadRevisions();
    this.#files.set(key, revisions);
    return revisions;
  }

  get #unsaved(): Unsaved {
    return this.#memento.get<Unsaved>(storageKey) ?? {};
  }

  #remember(uri: vscode.Uri, isDirty: boolean): void {
    const { [uri.toString()]: held, ...others } = this.#unsaved;
    const base = this.#of(uri).base;
    if (isDirty && base !== undefined && held?.revision !== base.revision) {
      const { revision, modified, size } = base;
      void this.#memento.update(storageKey, { ...others, [uri.toString()]: { revision, modified, size } });
    } else if (!isDirty && held !== undefined) {
      void this.#memento.update(storageKey, others);
    }
  }
}

/** The open text document of a URI, if there is one. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
