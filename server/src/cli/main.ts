import { CancelledError } from '../errors/networkErrors.js';
import { exitCodes } from './exitCodes.js';
import { nodeSurroundings } from './nodeSurroundings.js';
import { runCommandLine } from './runCommandLine.js';

// The first signal asks the work to stop and to leave nothing half done; the second one ends the process.
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    if (stop.signal.aborted) process.exit(exitCodes.cancelled);
    stop.abort(new CancelledError());
  });
}

runCommandLine(process.argv.slice(2), nodeSurroundings(stop.signal)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = exitCodes.internal;
  },
);
