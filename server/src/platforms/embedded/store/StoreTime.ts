import type { Clock } from '../../../ports/Clock.js';

/** Time as ondoki writes it: naive UTC with microseconds; each stamp is later than the one before. */
export class StoreTime {
  readonly #clock: Clock;
  #last = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#clock.now();
  }

  /** For example `2026-03-01T09:30:00.123001`. */
  stamp(): string {
    this.#last = Math.max(this.#last + 1, this.#clock.now() * 1000);
    const milliseconds = Math.floor(this.#last / 1000);
    const micros = String(this.#last % 1000).padStart(3, '0');
    return `${new Date(milliseconds).toISOString().slice(0, -1)}${micros}`;
  }

  /** Keeps the stamps to come later than this one, also when the clock was set back. */
  startAfter(stamp: string): void {
    this.#last = Math.max(this.#last, microseconds(stamp));
  }

  /** Milliseconds that have gone by since a stamp. */
  since(stamp: string): number {
    return this.#clock.now() - microseconds(stamp) / 1000;
  }
}

/** Microseconds since 1970 of a stamp. */
export function microseconds(stamp: string): number {
  return Date.parse(`${stamp.slice(0, 23)}Z`) * 1000 + Number(stamp.slice(23));
}
