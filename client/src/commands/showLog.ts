import type { Command } from './Command.js';

/** Shows the log of client and server. */
export const showLog: Command = {
  id: 'docbridge.showLog',
  run: ({ log }) => {
    log.show(true);
    return Promise.resolve();
  },
};
