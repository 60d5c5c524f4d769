/** Randomness, handed in so that runs are reproducible. */
export interface Random {
  /** A random (version 4) UUID, RFC 9562 section 5.4. */
  uuid(): string;
  /** A number in [0, 1). */
  fraction(): number;
}
