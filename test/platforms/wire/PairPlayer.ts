import assert from 'node:assert/strict';
import { fill, mismatches, sample, type Captures, type Scalar } from './Matcher.js';
import type { Pair } from './Pair.js';

/**
 * Plays pairs against a server: sends the request, holds the answer to the pair, keeps its named values.
 * `world`: the names of README.md and their values on that server.
 */
export class PairPlayer {
  readonly #baseUrl: string;
  readonly #pairs: ReadonlyMap<string, Pair>;
  readonly captures: Captures;

  constructor(baseUrl: string, pairs: ReadonlyMap<string, Pair>, world: Readonly<Record<string, Scalar>>) {
    this.#baseUrl = baseUrl.replace(/\/$/, '');
    this.#pairs = pairs;
    this.captures = new Map(Object.entries(world));
  }

  /** Plays the pair's setup, then the pair. The server must be fresh. */
  async play(name: string): Promise<void> {
    for (const step of this.#pair(name).setup ?? []) await this.step(step);
    await this.step(name);
  }

  /** Plays one pair without its setup. */
  async step(name: string): Promise<void> {
    const { request, response } = this.#pair(name);
    const url = new URL(this.#baseUrl + fill(request.path, this.captures));
    for (const [key, value] of Object.entries(request.query ?? {}))
      url.searchParams.set(key, fill(value, this.captures));
    const headers = new Headers();
    for (const [key, value] of Object.entries(request.headers ?? {}))
      headers.set(key, fill(value, this.captures));
    let body: string | FormData | undefined;
    if (request.body !== undefined) {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(sample(request.body, this.captures));
    } else if (request.form !== undefined) {
      body = new FormData();
      for (const [key, part] of Object.entries(request.form)) {
        body.set(key, new Blob([Buffer.from(part.base64, 'base64')], { type: part.mime }), part.filename);
      }
    }
    const answer = await fetch(url, {
      method: request.method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    assert.equal(answer.status, response.status, `${name}: status; the answer was ${text.slice(0, 500)}`);
    const problems = Object.entries(response.headers ?? {}).flatMap(([key, value]) =>
      key === 'content-type'
        ? answer.headers.get(key)?.startsWith(value) === true
          ? []
          : [`content-type is ${answer.headers.get(key)}`]
        : mismatches(
            value,
            key === 'set-cookie' ? answer.headers.getSetCookie()[0] : answer.headers.get(key),
            this.captures,
            key,
          ),
    );
    if (response.base64 !== undefined)
      assert.equal(bytes.toString('base64'), response.base64, `${name}: bytes`);
    else if (response.body === undefined) assert.equal(text, '', `${name}: the body is empty`);
    else problems.push(...mismatches(response.body, JSON.parse(text), this.captures));
    assert.deepEqual(problems, [], `${name}: the answer differs from the pair`);
  }

  #pair(name: string): Pair {
    const pair = this.#pairs.get(name);
    if (pair === undefined) throw new Error(`There is no pair "${name}".`);
    return pair;
  }
}
