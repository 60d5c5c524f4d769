import type { Batch } from './Batch.js';
import { jsonDumpLength } from './jsonDumpLength.js';
import { parseStoredJson } from './parseStoredJson.js';
import type { DocumentRecord, VersionRecord } from './records.js';
import type { StoreState } from './StoreState.js';
import { microseconds } from './StoreTime.js';

const most = 100;
const shortestPauseMs = 30_000;

/**
 * Snapshots of documents, on disk alone: `versions/<document>/<number>-<microseconds>-<id>.json`, so that
 * names give the order and the time. At most 100 a document.
 */
export class DocumentVersions {
  readonly #state: StoreState;

  constructor(state: StoreState) {
    this.#state = state;
  }

  /** Newest first. */
  async list(documentId: string, offset: number, limit: number): Promise<VersionRecord[]> {
    const names = (await this.#names(documentId)).reverse().slice(offset, offset + limit);
    const records = await Promise.all(names.map((name) => this.#read(documentId, name)));
    return records.filter((record) => record !== undefined);
  }

  async get(documentId: string, id: string): Promise<VersionRecord | undefined> {
    const name = (await this.#names(documentId)).find((candidate) => candidate.endsWith(`-${id}.json`));
    return name === undefined ? undefined : this.#read(documentId, name);
  }

  /** Keeps what the document is now, unless `throttled` and the last snapshot is less than 30 s old. */
  async keep(
    batch: Batch,
    document: DocumentRecord,
    userId: string,
    options: { readonly throttled: boolean },
  ): Promise<void> {
    const names = await this.#names(document.id);
    const now = this.#state.time.stamp();
    const last = names.at(-1)?.split('-')[1];
    if (
      options.throttled &&
      last !== undefined &&
      microseconds(now) / 1000 - Number(last) / 1000 < shortestPauseMs
    ) {
      return;
    }
    const record: VersionRecord = {
      id: this.#state.ids.short(),
      documentId: document.id,
      versionNumber: document.version,
      name: document.name,
      content: document.content,
      byteSize: jsonDumpLength(document.content),
      createdBy: userId,
      createdAt: now,
    };
    const number = String(record.versionNumber).padStart(9, '0');
    batch.putFile(
      `versions/${document.id}/${number}-${microseconds(now)}-${record.id}.json`,
      JSON.stringify(record),
    );
    for (const name of names.slice(0, Math.max(0, names.length + 1 - most))) {
      batch.removeFile(`versions/${document.id}/${name}`);
    }
  }

  async #names(documentId: string): Promise<string[]> {
    const entries = await this.#state.fs.list(`${this.#state.directory}/versions/${documentId}`);
    return entries.map(({ name }) => name).sort();
  }

  async #read(documentId: string, name: string): Promise<VersionRecord | undefined> {
    const path = `${this.#state.directory}/versions/${documentId}/${name}`;
    const bytes = await this.#state.fs.read(path);
    return bytes === undefined ? undefined : (parseStoredJson(path, bytes) as VersionRecord);
  }
}
