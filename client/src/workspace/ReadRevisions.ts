/** A text of a file as we gave it to the editor, or took it from there. */
export interface ReadRecord {
  readonly revision: string;
  readonly text: string;
  /** Milliseconds since 1970, as the editor was told. */
  readonly modified: number;
  /** Bytes in UTF-8. */
  readonly size: number;
}

/** A revision without its text, as it outlives a restart of the window. */
export type KeptRevision = Omit<ReadRecord, 'text'>;

/** A text document as far as revisions go. */
export interface OpenDocument {
  readonly isDirty: boolean;
  getText(): string;
}

const kept = 8;

/**
 * At which revision each text of one file was read. A file may be read again (by a search, by a comparison)
 * while an older text is being edited; the revision that a save is held against is the one of the edited text.
 */
export class ReadRevisions {
  #records: readonly ReadRecord[] = [];
  #base: KeptRevision | undefined;

  get latest(): ReadRecord | undefined {
    return this.#records.at(-1);
  }

  /** What the open document's text came from; without a document, the latest. */
  get base(): KeptRevision | undefined {
    return this.#base ?? this.latest;
  }

  add(record: ReadRecord): void {
    this.#records = [...this.#records.filter((each) => each !== record), record].slice(-kept);
  }

  /**
   * A document was opened, loaded again or saved: finds out which of the texts it shows. `kept`: what was
   * kept of it over a restart, when it came back with its unsaved changes.
   */
  follow(document: OpenDocument, kept?: KeptRevision): void {
    if (document.isDirty) {
      this.#base ??= kept ?? this.latest;
      return;
    }
    const shown = normalized(document.getText());
    this.#base =
      this.#records.findLast(({ text }) => normalized(text) === shown) ?? this.#base ?? this.latest;
  }

  /** The document was closed: from now on only the latest counts. */
  release(): void {
    this.#base = undefined;
    this.#records = this.#records.slice(-1);
  }

  /** A save went through: the text that is open now is this one. */
  saved(record: ReadRecord, isOpen: boolean): void {
    this.add(record);
    if (isOpen) this.#base = record;
  }
}

/** The editor drops a byte order mark and may unify line ends. */
function normalized(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
