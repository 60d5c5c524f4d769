import type { DocbridgeErrorJson } from '../../errors/DocbridgeError.js';
import type { Run } from '../../sync/runs.js';

/** What one binding came to in a command that runs several; without a run when none could be begun. */
export type BindingRun =
  ({ readonly name: string } & Run) | { readonly name: string; readonly error: DocbridgeErrorJson };

/** A binding for which the command could not even begin. */
export interface FailedBinding {
  readonly name: string;
  readonly error: DocbridgeErrorJson;
}
