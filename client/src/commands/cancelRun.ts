import type { Command } from './Command.js';
import { bindingOf } from './targets.js';

/** Stops what is under way; nothing is left half-written. */
export const cancelRun: Command = {
  id: 'docbridge.cancelRun',
  run: ({ runs }, target) => {
    runs.cancel(bindingOf(target));
    return Promise.resolve();
  },
};
