/** Digests, handed in so that the engine runs where Node's crypto is not. */
export interface Hash {
  /** Lower-case hex. */
  sha1(...parts: readonly Uint8Array[]): string;
  /** Lower-case hex. */
  sha256(...parts: readonly Uint8Array[]): string;
}
