import type { Random } from '../../../ports/Random.js';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Makes ids in the forms of the two services. */
export class Identifiers {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** 16 lower-case letters and digits: ids of ondoki. */
  short(): string {
    let id = '';
    while (id.length < 16) id += alphabet.charAt(Math.floor(this.#random.fraction() * alphabet.length));
    return id;
  }

  /** Ids of ToolJet. */
  uuid(): string {
    return this.#random.uuid();
  }

  /** A bearer token with 244 random bits. */
  token(): string {
    return `emb_${this.#random.uuid()}${this.#random.uuid()}`.replaceAll('-', '');
  }
}
