import type { DocbridgeErrorJson, ErrorCategory } from '../errors/DocbridgeError.js';
import type { RunStatus } from '../sync/runs.js';

/** Exit codes of the command line (DESIGN: Command line); 130 is what shells give a program ended by Ctrl-C. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  auth: 3,
  network: 4,
  internal: 5,
  cancelled: 130,
} as const;

const byCategory: Readonly<Record<ErrorCategory, number>> = {
  conflict: exitCodes.findings,
  usage: exitCodes.usage,
  auth: exitCodes.auth,
  network: exitCodes.network,
  platform: exitCodes.network,
  cancelled: exitCodes.cancelled,
  internal: exitCodes.internal,
};

export function exitCodeOfError(error: DocbridgeErrorJson): number {
  return byCategory[error.category];
}

/** The exit code of a run, or of a binding that could not be run. */
export function exitCodeOfRun(run: {
  readonly status?: RunStatus;
  readonly error?: DocbridgeErrorJson;
}): number {
  if (run.error !== undefined) return exitCodeOfError(run.error);
  if (run.status === 'cancelled') return exitCodes.cancelled;
  if (run.status === 'conflict') return exitCodes.findings;
  return run.status === 'error' ? exitCodes.internal : exitCodes.done;
}

/** Several bindings: the gravest one speaks for all. */
export function worst(codes: readonly number[]): number {
  return codes.reduce((most, code) => Math.max(most, code), 0);
}
