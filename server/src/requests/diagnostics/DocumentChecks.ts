import type { Finding } from '../../language/Finding.js';
import type { Fix } from '../../language/fixes.js';
import type { LanguageContext, LanguageDocument, LanguageService } from '../../language/LanguageService.js';
import type { BindingRegistry } from '../BindingRegistry.js';
import { appFilesBeside } from './appFilesBeside.js';
import type { DocumentIndexes } from './DocumentIndexes.js';
import type { FolderReader } from './FolderReader.js';
import { canonicalUri, locateDocument, type DocumentPlace } from './locateDocument.js';

/** A document of the editor. */
export interface EditorDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** Checks documents of the editor: finds out what each is and what surrounds it. */
export class DocumentChecks {
  readonly #bindings: BindingRegistry;
  readonly #language: LanguageService;
  readonly #indexes: DocumentIndexes;
  readonly #reader: FolderReader;

  constructor(ports: {
    readonly bindings: BindingRegistry;
    readonly language: LanguageService;
    readonly indexes: DocumentIndexes;
    readonly reader: FolderReader;
  }) {
    this.#bindings = ports.bindings;
    this.#language = ports.language;
    this.#indexes = ports.indexes;
    this.#reader = ports.reader;
  }

  /** The text of an open document changed. */
  opened(document: EditorDocument): void {
    const place = locateDocument(document, this.#bindings.all);
    if (place?.kind !== 'markdown' || place.binding === undefined) return;
    const { profile } = place.binding.binding;
    this.#indexes.setOpen(canonicalUri(document.uri), place.root, place.path, profile, document.text);
  }

  async findings(document: EditorDocument, signal: AbortSignal): Promise<readonly Finding[]> {
    const place = locateDocument(document, this.#bindings.all);
    if (place === undefined) return [];
    const context = await this.#contextOf(place);
    return this.#language.diagnose(languageDocument(document, place), context, signal);
  }

  async fixes(document: EditorDocument, finding: Finding): Promise<readonly Fix[]> {
    const place = locateDocument(document, this.#bindings.all);
    if (place === undefined) return [];
    return this.#language.fixes(languageDocument(document, place), await this.#contextOf(place), finding);
  }

  async #contextOf({ kind, root, binding }: DocumentPlace): Promise<LanguageContext> {
    if (kind === 'markdown' && binding !== undefined) {
      const { profile } = binding.binding;
      return { profile, index: this.#indexes.get(root, profile) };
    }
    if (kind !== 'meta') return {};
    const appFiles = await this.#appFiles(root, binding);
    return appFiles === undefined ? {} : { appFiles };
  }

  async #appFiles(root: string, binding: DocumentPlace['binding']): Promise<readonly string[] | undefined> {
    if (!root.startsWith('docbridge:')) return appFilesBeside(root, this.#reader);
    // The listing is in memory once the virtual workspace is open; a check never makes a request.
    if (binding?.isOpen !== true) return undefined;
    const entries = await binding.use(undefined, (engine) => engine.workspace.list({ refresh: false }));
    return entries.filter(({ kind }) => kind === 'app').map(({ path }) => path);
  }
}

function languageDocument({ uri, text }: EditorDocument, { kind, path }: DocumentPlace): LanguageDocument {
  return { uri, path, text, kind };
}
