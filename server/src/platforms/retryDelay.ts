const firstWait = 300;
const longestWait = 30_000;

/** Milliseconds that `Retry-After` asks for (RFC 9110 section 10.2.3: seconds or a date); `undefined` without one. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Milliseconds before the next attempt: twice as long each time, with jitter of up to a half. `fraction`: [0, 1). */
export function backoff(attempt: number, fraction: number): number {
  return Math.min(longestWait, firstWait * 2 ** attempt) * (0.5 + fraction / 2);
}
