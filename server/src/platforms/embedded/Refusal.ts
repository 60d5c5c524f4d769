import { DocbridgeError } from '../../errors/DocbridgeError.js';

/**
 * What the embedded platform answers instead of doing what was asked. Each API puts `message` into the error
 * body of the service it stands for: `{detail}` (ondoki) or `{statusCode, timestamp, path, message}` (ToolJet).
 */
export class Refusal extends DocbridgeError {
  /** HTTP status. */
  readonly status: number;

  constructor(status: number, message: string) {
    super('embedded-refusal', 'platform', message, { status });
    this.status = status;
  }
}
