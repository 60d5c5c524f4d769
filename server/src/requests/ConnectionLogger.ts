import type { Logger } from '../ports/Logger.js';
import type { Redactor } from '../node/Redactor.js';

/** The part of a language server's connection that a log is written to (`window/logMessage`). */
export interface LogSink {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Sends the log to the client, without secrets. */
export class ConnectionLogger implements Logger {
  readonly #sink: LogSink;
  readonly #redactor: Redactor;

  constructor(sink: LogSink, redactor: Redactor) {
    this.#sink = sink;
    this.#redactor = redactor;
  }

  debug(message: string): void {
    this.#sink.debug(this.#redactor.redact(message));
  }

  info(message: string): void {
    this.#sink.info(this.#redactor.redact(message));
  }

  warn(message: string): void {
    this.#sink.warn(this.#redactor.redact(message));
  }

  error(message: string): void {
    this.#sink.error(this.#redactor.redact(message));
  }
}
