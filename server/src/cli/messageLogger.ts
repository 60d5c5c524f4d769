import type { Logger } from '../ports/Logger.js';
import { plainLine } from './output/plainText.js';
import type { OutputStream } from './Surroundings.js';

/** Writes what the engine does to standard error, one line each, without secrets; for `--verbose`. */
export function messageLogger(messages: OutputStream, redact: (text: string) => string): Logger {
  const at =
    (level: string) =>
    (message: string): void => {
      void messages.write(`${level} ${plainLine(redact(message))}\n`);
    };
  return { debug: at('debug'), info: at('info '), warn: at('warn '), error: at('error') };
}
