import type { Binding } from '../config/Configuration.js';
import type { Signature } from '../git/Remote.js';
import type { Identity } from '../platforms/Platform.js';

/**
 * Who a commit is by: the acting user of the platform, or the configured `Name <email>` with `{user}` for
 * the acting user's name. `now` in milliseconds.
 */
export function authorOf(binding: Binding, identity: Identity, now: number): Signature {
  const [, name, email] = /^(.*?)\s*(?:<([^<>]*)>)?$/u.exec(binding.commit.author) ?? [];
  const withUser = (part = ''): string => clean(part.replace(/\{user\}/gu, () => identity.name));
  return {
    name: withUser(name) || clean(identity.name) || 'Docbridge',
    email: clean(email) || clean(identity.email) || 'docbridge@localhost',
    timestamp: Math.floor(now / 1000),
  };
}

/** Git takes no line break and no angle bracket in an identity. */
function clean(part: string | undefined): string {
  return (part ?? '').replace(/[\u0000-\u001f\u007f<>]+/gu, ' ').trim();
}
