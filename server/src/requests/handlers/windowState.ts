import { WindowStateNotification } from '../../protocol.js';
import { onNotification } from '../messageHandler.js';

export const windowState = onNotification(WindowStateNotification, ({ focused }, context) => {
  context.watcher.setActive(focused);
});
