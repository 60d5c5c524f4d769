import type { Json } from '../convert/tiptap.js';
import { PlatformFailureError } from '../errors/platformErrors.js';

/** A JSON object of an answer, read field by field; a field that is not as documented is a `PlatformFailureError`. */
export class WireRecord {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #origin: string;
  readonly #what: string;

  /** `what`: a phrase for errors, such as "document abc". */
  constructor(value: unknown, origin: string, what: string) {
    this.#origin = origin;
    this.#what = what;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw this.#unexpected('', 'an object');
    this.#fields = value as Readonly<Record<string, unknown>>;
  }

  static list(value: unknown, origin: string, what: string): readonly WireRecord[] {
    if (!Array.isArray(value))
      throw new PlatformFailureError(origin, 200, `the answer for ${what} is not a list`);
    return value.map((item: unknown) => new WireRecord(item, origin, what));
  }

  text(name: string): string {
    const value = this.#fields[name];
    if (typeof value !== 'string') throw this.#unexpected(name, 'text');
    return value;
  }

  /** `null` when the field is null or absent. */
  textOrNull(name: string): string | null {
    const value = this.#fields[name] ?? null;
    if (value !== null && typeof value !== 'string') throw this.#unexpected(name, 'text');
    return value;
  }

  integer(name: string): number {
    const value = this.#fields[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw this.#unexpected(name, 'an integer');
    return value;
  }

  /** `false` when the field is null or absent. */
  flag(name: string): boolean {
    const value = this.#fields[name] ?? false;
    if (typeof value !== 'boolean') throw this.#unexpected(name, 'true or false');
    return value;
  }

  record(name: string): WireRecord {
    return new WireRecord(this.#fields[name], this.#origin, `${name} of ${this.#what}`);
  }

  /** `undefined` when the field is null or absent. */
  recordOrNone(name: string): WireRecord | undefined {
    return (this.#fields[name] ?? null) === null ? undefined : this.record(name);
  }

  records(name: string): readonly WireRecord[] {
    return WireRecord.list(this.#fields[name], this.#origin, `${name} of ${this.#what}`);
  }

  json(name: string): Json {
    return (this.#fields[name] ?? null) as Json;
  }

  #unexpected(name: string, expected: string): PlatformFailureError {
    const where = name === '' ? this.#what : `${name} of ${this.#what}`;
    return new PlatformFailureError(this.#origin, 200, `${where} is not ${expected}`);
  }
}
