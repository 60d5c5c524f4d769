import { NetworkError } from '../errors/networkErrors.js';
import { PlatformFailureError } from '../errors/platformErrors.js';

/**
 * Makes creation safe to repeat where the platform knows no idempotency key: an attempt whose answer was lost is
 * looked for among the items that were not known before, and created again only when it is not there.
 */
export class Creations<Item extends { readonly id: string }> {
  readonly #known = new Set<string>();
  readonly #done = new Map<string, Item>();
  readonly #unsure = new Set<string>();

  /** Items that existed before, so they are never taken for a lost creation. */
  know(id: string): void {
    this.#known.add(id);
  }

  /** The item that was created under this key, as it was then. */
  created(key: string): Item | undefined {
    return this.#done.get(key);
  }

  /** The item of this id as it was when it was created here; `undefined` for all others. */
  ours(id: string): Item | undefined {
    return [...this.#done.values()].find((item) => item.id === id);
  }

  /** `find` gives the items that could be the one of `create`. */
  async run(key: string, create: () => Promise<Item>, find: () => Promise<readonly Item[]>): Promise<Item> {
    if (this.#unsure.has(key)) {
      const lost = await this.#lost(find);
      if (lost !== undefined) return this.#finish(key, lost);
    }
    try {
      return this.#finish(key, await create());
    } catch (error) {
      if (!(error instanceof NetworkError) && !(error instanceof PlatformFailureError)) throw error;
      this.#unsure.add(key);
      const lost = await this.#lost(find);
      if (lost === undefined) throw error;
      return this.#finish(key, lost);
    }
  }

  async #lost(find: () => Promise<readonly Item[]>): Promise<Item | undefined> {
    return (await find()).find(({ id }) => !this.#known.has(id));
  }

  #finish(key: string, item: Item): Item {
    this.#unsure.delete(key);
    this.#done.set(key, item);
    this.#known.add(item.id);
    return item;
  }
}
