import { parseConfiguration } from '../config/parseConfiguration.js';
import type { Binding } from '../config/Configuration.js';
import { DocbridgeError, type DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import { ConfigurationError, UnknownBindingError } from '../errors/usageErrors.js';
import type { ConfigureRequest } from '../protocol.js';
import { OpenBinding, type OpenEngine } from './OpenBinding.js';

/** Opens an engine with what `configure` said about the network. */
export type OpenEngineWithProxy = (
  binding: Binding,
  options: { readonly proxy?: string },
) => ReturnType<OpenEngine>;

/** The bindings of all configurations. Engines of unchanged bindings stay open when files change. */
export class BindingRegistry {
  readonly #openEngine: OpenEngineWithProxy;
  #bindings: ReadonlyMap<string, OpenBinding> = new Map();
  #files: readonly string[] = [];
  #proxy: string | undefined;

  constructor(openEngine: OpenEngineWithProxy) {
    this.#openEngine = openEngine;
  }

  get all(): readonly OpenBinding[] {
    return [...this.#bindings.values()];
  }

  /** `http.proxy` of the editor. */
  get proxy(): string | undefined {
    return this.#proxy;
  }

  /** Whether `uri` is one of the configuration files. */
  isConfiguration(uri: string): boolean {
    return this.#files.includes(uri);
  }

  /** Throws `UnknownBindingError`. */
  get(name: string): OpenBinding {
    const found = this.#bindings.get(name);
    if (found === undefined) throw new UnknownBindingError(name, [...this.#bindings.keys()]);
    return found;
  }

  /**
   * Takes over a new set of configurations. Engines of bindings that changed or are gone are closed in the
   * background; `closed` settles when they are.
   */
  configure(params: ConfigureRequest.Params): {
    readonly result: ConfigureRequest.Result;
    readonly closed: Promise<void>;
  } {
    const errors: { uri: string; error: DocbridgeErrorJson }[] = [];
    const next = new Map<string, OpenBinding>();
    const keep = this.#proxy === params.proxy;
    this.#proxy = params.proxy;
    this.#files = params.files.map(({ uri }) => uri);
    for (const { uri, text, folder } of params.files) {
      try {
        for (const binding of parseConfiguration(text, uri).bindings) {
          if (!binding.enabled) continue;
          const other = next.get(binding.name);
          if (other !== undefined) {
            throw new ConfigurationError(uri, [`"${binding.name}" is also a binding of ${other.uri}`]);
          }
          const held = keep ? this.#bindings.get(binding.name) : undefined;
          const same = held !== undefined && sameAs(held, binding, uri, folder);
          next.set(binding.name, same ? held : this.#make(binding, uri, folder));
        }
      } catch (error) {
        if (!(error instanceof DocbridgeError)) throw error;
        errors.push({ uri, error: error.toJSON() });
      }
    }
    const gone = this.all.filter((open) => next.get(open.binding.name) !== open);
    this.#bindings = next;
    const closed = Promise.allSettled(gone.map((open) => open.close())).then(() => undefined);
    return { result: { bindings: this.all.map(describe), errors }, closed };
  }

  /** Closes every engine. */
  async dispose(): Promise<void> {
    const open = this.all;
    this.#bindings = new Map();
    await Promise.allSettled(open.map((binding) => binding.close()));
  }

  #make(binding: Binding, uri: string, folder: string | undefined): OpenBinding {
    const proxy = this.#proxy;
    return new OpenBinding(binding, uri, folder, (each) =>
      this.#openEngine(each, proxy === undefined ? {} : { proxy }),
    );
  }
}

function sameAs(held: OpenBinding, binding: Binding, uri: string, folder: string | undefined): boolean {
  return (
    held.uri === uri && held.folder === folder && JSON.stringify(held.binding) === JSON.stringify(binding)
  );
}

function describe({ binding, uri }: OpenBinding): ConfigureRequest.Result['bindings'][number] {
  const { name, platform, repository, direction } = binding;
  return {
    name,
    uri,
    directory: repository.directory,
    platform: { kind: platform.kind, url: platform.url, subject: platform.subject },
    repository: { url: repository.url, branch: repository.branch },
    direction,
  };
}
