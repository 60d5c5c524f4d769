import type { Platform } from '../../server/src/platforms/Platform.js';
import { appConformance } from './appConformance.js';
import { documentConformance } from './documentConformance.js';

/** A service with an empty subject, and an adapter that is signed in to it. */
export interface ConformanceWorld {
  readonly platform: Platform;
  readonly subject: string;
  /** The same service with a token that it does not know. */
  readonly stranger: Platform;
  /** Locks a document as somebody else. */
  lockAsOther(id: string): Promise<void>;
  unlockAsOther(id: string): Promise<void>;
  end(): Promise<void>;
}

/** What every adapter must do, whatever the service behind it: one suite for each kind of item that it offers. */
export function conformance(
  name: string,
  kinds: readonly ('document' | 'app')[],
  start: () => Promise<ConformanceWorld>,
): void {
  if (kinds.includes('document')) documentConformance(name, start);
  if (kinds.includes('app')) appConformance(name, start);
}
