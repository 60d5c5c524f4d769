/** Shorter texts occur by chance; replacing them would garble every message. */
const SHORTEST_SECRET = 6;

/** Takes known secrets out of texts: raw, percent-encoded and in base64, alone or as `user:secret`. */
export class Redactor {
  readonly #forms = new Set<string>();

  /** `user`: the secret is also sent as Basic credentials with this name (RFC 7617). */
  add(secret: string | undefined, user = ''): void {
    if (secret === undefined || secret.length < SHORTEST_SECRET) return;
    this.#forms.add(secret);
    this.#forms.add(encodeURIComponent(secret));
    for (const plain of [
      secret,
      `:${secret}`,
      `${user}:${secret}`,
      `x-access-token:${secret}`,
      `oauth2:${secret}`,
    ]) {
      const encoded = Buffer.from(plain, 'utf8').toString('base64');
      this.#forms.add(encoded);
      this.#forms.add(encoded.replace(/=+$/, ''));
    }
  }

  redact(text: string): string {
    let clean = text;
    // Longest first: a form may hold another one.
    for (const form of [...this.#forms].sort((a, b) => b.length - a.length)) {
      if (clean.includes(form)) clean = clean.replaceAll(form, '***');
    }
    return clean.replace(/:\/\/[^\s/]+@/g, '://***@');
  }

  /** The same for every text inside a JSON-like value. */
  redactAll(value: unknown): unknown {
    if (typeof value === 'string') return this.redact(value);
    if (Array.isArray(value)) return value.map((entry) => this.redactAll(entry));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.redactAll(entry)]));
  }
}
