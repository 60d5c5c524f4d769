import type { Binding, Configuration } from '../config/Configuration.js';
import { loadConfiguration } from '../node/locateConfiguration.js';
import { DocbridgeError, type DocbridgeErrorJson } from '../errors/DocbridgeError.js';
import { CancelledError } from '../errors/networkErrors.js';
import { BindingDisabledError, UnknownBindingError } from '../errors/usageErrors.js';
import { cloneOrigins } from '../node/cloneOrigins.js';
import { environmentCredentials, environmentSecrets } from '../node/environmentCredentials.js';
import { valueOf } from '../node/environmentStateRoot.js';
import { NodeFileSystem } from '../node/NodeFileSystem.js';
import { openEngine } from '../node/openEngine.js';
import { nullLogger } from '../ports/Logger.js';
import type { Logger } from '../ports/Logger.js';
import { Redactor } from '../node/Redactor.js';
import type { Engine } from '../sync/Engine.js';
import { errorJson } from '../sync/executeRun.js';
import { messageLogger } from './messageLogger.js';
import { coloursFor } from './output/Colours.js';
import type { Colours } from './output/Colours.js';
import { printError } from './output/printError.js';
import type { Surroundings } from './Surroundings.js';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** What one invocation of a command works with. */
export class Session {
  readonly surroundings: Surroundings;
  readonly options: GlobalOptions;
  /** For standard output. */
  readonly colours: Colours;
  readonly logger: Logger;
  readonly fileSystem = new NodeFileSystem();
  readonly #redactor = new Redactor();

  constructor(surroundings: Surroundings, options: GlobalOptions) {
    this.surroundings = surroundings;
    this.options = options;
    this.colours = coloursFor(surroundings.output);
    const { environment, messages } = surroundings;
    const user = valueOf(environment, 'DOCBRIDGE_GIT_USER') ?? '';
    for (const secret of environmentSecrets(environment)) this.#redactor.add(secret, user);
    this.logger =
      options.verbose === true ? messageLogger(messages, (text) => this.#redactor.redact(text)) : nullLogger;
  }

  /** Writes a result: the value with `--json`, else the text. */
  async print(value: unknown, text: (colours: Colours) => string): Promise<void> {
    const result = this.options.json === true ? `${JSON.stringify(value)}\n` : text(this.colours);
    await this.surroundings.output.write(result);
  }

  /** Writes an error that ends the command to standard error, and to standard output with `--json`. */
  async printError(error: DocbridgeErrorJson): Promise<void> {
    const { messages, output } = this.surroundings;
    if (this.options.json === true) await output.write(`${JSON.stringify({ error })}\n`);
    await messages.write(printError(error, coloursFor(messages)));
  }

  /** An error as JSON, without secrets. What breaks off after the person asked to stop is a cancellation. */
  errorJson(error: unknown): DocbridgeErrorJson {
    const isBrokenOff = this.surroundings.signal.aborted && !(error instanceof DocbridgeError);
    const json = errorJson(isBrokenOff ? new CancelledError() : error);
    if (json.code === 'internal' && error instanceof Error) this.logger.error(error.stack ?? error.message);
    return {
      ...json,
      message: this.#redactor.redact(json.message),
      data: this.#redactor.redactAll(json.data) as DocbridgeErrorJson['data'],
    };
  }

  configuration(): Promise<Configuration> {
    return loadConfiguration(this.fileSystem, {
      file: this.options.config,
      directory: this.surroundings.directory,
    });
  }

  /**
   * The bindings that are named; without names all that are enabled and fit. Throws `UnknownBindingError`,
   * `BindingDisabledError`.
   */
  async bindings(
    names: readonly string[],
    fits: (binding: Binding) => boolean = () => true,
  ): Promise<readonly Binding[]> {
    const { bindings } = await this.configuration();
    if (names.length === 0) return bindings.filter((binding) => binding.enabled && fits(binding));
    const known = bindings.map(({ name }) => name);
    return [...new Set(names)].map((name) => {
      const binding = bindings.find((each) => each.name === name);
      if (binding === undefined) throw new UnknownBindingError(name, known);
      if (!binding.enabled) throw new BindingDisabledError(name);
      return binding;
    });
  }

  /** Works with a binding's engine and closes it. */
  async withEngine<T>(binding: Binding, work: (engine: Engine) => Promise<T>): Promise<T> {
    const { environment, directory } = this.surroundings;
    const engine = openEngine(binding, {
      credentials: environmentCredentials(environment, () => cloneOrigins(this.fileSystem, directory)),
      logger: this.logger,
      environment,
    });
    try {
      return await work(engine);
    } finally {
      await engine.dispose();
    }
  }
}
