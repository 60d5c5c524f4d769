import { ForgetCredentialNotification } from '../../protocol.js';
import { onNotification } from '../messageHandler.js';

export const forgetCredential = onNotification(ForgetCredentialNotification, ({ origin }, context) => {
  context.credentials.forget(origin);
  // An engine may hold what it was given, so each starts anew.
  for (const open of context.bindings.all) open.renew();
});
