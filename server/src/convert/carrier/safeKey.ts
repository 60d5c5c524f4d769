const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a name that comes from a file may become an attribute's name. */
export function isSafeKey(key: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(key) && !FORBIDDEN.has(key);
}
