import { DocbridgeError } from '../../errors/DocbridgeError.js';

/** The demo claimed something that turned out not to be so. */
export class DemoFailedError extends DocbridgeError {
  constructor(claim: string, found: string) {
    super(
      'demo-failed',
      'internal',
      `The demo expected: ${claim}. It found: ${found.replace(/\.$/u, '')}. This is a defect of Docbridge.`,
      {
        claim,
        found,
      },
    );
  }
}
