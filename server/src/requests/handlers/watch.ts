import { WatchNotification } from '../../protocol.js';
import { onNotification } from '../messageHandler.js';

export const watch = onNotification(WatchNotification, ({ binding, on }, context) => {
  context.watcher.watch(binding, on);
});
