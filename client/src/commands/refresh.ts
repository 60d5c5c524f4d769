import type { Command } from './Command.js';

/** Reads the configurations, the platforms and the repositories again. */
export const refresh: Command = {
  id: 'docbridge.refresh',
  async run({ bindings, catalog, statuses, credentials, watched }) {
    await bindings.reload();
    await credentials.duringAct(async () => {
      const lists = bindings.all.map(({ name }) => catalog.load(name, { refresh: true }));
      const [failed] = (await Promise.allSettled(lists)).filter((list) => list.status === 'rejected');
      watched.again();
      await statuses.refresh();
      if (failed !== undefined) throw failed.reason;
    });
  },
};
