import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fill, mismatches, sample, sampleText, type Captures, type Scalar } from './Matcher.js';
import type { Json, Pair, PairResponse } from './Pair.js';

interface Expectation {
  readonly pair: Pair;
  readonly answer: PairResponse;
  /** Happens instead of an answer. */
  readonly instead?: (response: ServerResponse) => void;
}

/**
 * Plays the server of some pairs, strictly: the requests must come in the order they are expected in, and be the
 * pairs' requests. Anything else is answered 599 and fails `done`.
 */
export class ReplayServer {
  readonly captures: Captures;
  readonly #server: Server;
  readonly #pairs: ReadonlyMap<string, Pair>;
  readonly #expected: Expectation[] = [];
  readonly #problems: string[] = [];
  readonly #seen: string[] = [];

  constructor(server: Server, pairs: ReadonlyMap<string, Pair>, world: Readonly<Record<string, Scalar>>) {
    this.#server = server;
    this.#pairs = pairs;
    this.captures = new Map(Object.entries(world));
    server.on('request', (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        this.#problems.push(String(error));
        response.destroy();
      });
    });
  }

  static async start(
    pairs: ReadonlyMap<string, Pair>,
    world: Readonly<Record<string, Scalar>>,
  ): Promise<ReplayServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ReplayServer(server, pairs, world);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests so far, as `METHOD path`. */
  get seen(): readonly string[] {
    return this.#seen;
  }

  expect(...names: readonly string[]): this {
    for (const name of names) {
      const pair = this.#pair(name);
      this.#expected.push({ pair, answer: pair.response });
    }
    return this;
  }

  /** Expects the pair's request, but answers otherwise. */
  expectWith(name: string, answer: PairResponse): this {
    this.#expected.push({ pair: this.#pair(name), answer });
    return this;
  }

  /** Expects the pair's request and drops the connection. */
  expectCut(name: string): this {
    return this.#expectInstead(name, (response) => response.destroy());
  }

  /** Expects the pair's request, never answers it, and does something else then. */
  expectSilence(name: string, then: () => void): this {
    return this.#expectInstead(name, then);
  }

  /** The value that stands for a name. */
  value(name: string): string {
    return String(this.captures.get(name));
  }

  /** Fails unless exactly the expected requests came. */
  done(): void {
    assert.deepEqual(this.#problems, []);
    const missing = this.#expected.map(({ pair }) => pair.name);
    assert.deepEqual(missing, [], 'requests that did not come');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #expectInstead(name: string, instead: (response: ServerResponse) => void): this {
    const pair = this.#pair(name);
    this.#expected.push({ pair, answer: pair.response, instead });
    return this;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.#seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const next = this.#expected.shift();
    const problems =
      next === undefined
        ? ['nothing was expected any more']
        : this.#compare(next.pair, request, Buffer.concat(chunks));
    if (next === undefined || problems.length > 0) {
      this.#problems.push(
        `${request.method ?? ''} ${request.url ?? ''}, not ${next?.pair.name ?? 'any'}: ${problems.join('; ')}`,
      );
      response.writeHead(599).end();
    } else if (next.instead !== undefined) {
      next.instead(response);
    } else {
      this.#send(next.answer, response);
    }
  }

  #compare(pair: Pair, request: IncomingMessage, body: Buffer): string[] {
    const wanted = pair.request;
    const url = new URL(request.url ?? '', this.url);
    const path = fill(wanted.path, this.captures);
    const query: Json = Object.fromEntries(Object.entries(wanted.query ?? {}));
    const problems = [
      ...(request.method === wanted.method && url.pathname === path
        ? []
        : [`${wanted.method} ${path} was expected`]),
      ...mismatches(query, Object.fromEntries(url.searchParams), this.captures, 'query'),
      ...Object.entries(wanted.headers ?? {}).flatMap(([name, value]) =>
        mismatches(value, request.headers[name], this.captures, name),
      ),
    ];
    if (wanted.headers?.['authorization'] === undefined && request.headers.authorization !== undefined) {
      problems.push('an authorization header that the pair does not have');
    }
    const type = request.headers['content-type'] ?? '';
    if (wanted.form !== undefined) {
      if (!type.startsWith('multipart/form-data; boundary=')) problems.push(`content-type ${type}`);
      for (const [name, part] of Object.entries(wanted.form)) {
        const head = `Content-Disposition: form-data; name="${name}"; filename="${part.filename}"\r\nContent-Type: ${part.mime}\r\n\r\n`;
        const bytes = Buffer.concat([
          Buffer.from(head),
          Buffer.from(part.base64, 'base64'),
          Buffer.from('\r\n--'),
        ]);
        if (!body.includes(bytes)) problems.push(`no part ${name} as in the pair`);
      }
    } else if (wanted.body === undefined) {
      if (body.length > 0) problems.push('a body that the pair does not have');
    } else {
      if (!type.startsWith('application/json')) problems.push(`content-type ${type}`);
      problems.push(...mismatches(wanted.body, JSON.parse(body.toString('utf8')), this.captures, 'body'));
    }
    return problems;
  }

  #send(answer: PairResponse, response: ServerResponse): void {
    response.statusCode = answer.status;
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      response.setHeader(name, sampleText(value, this.captures));
    }
    if (answer.base64 !== undefined) response.end(Buffer.from(answer.base64, 'base64'));
    else if (answer.body === undefined) response.end();
    else {
      if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(sample(answer.body, this.captures)));
    }
  }

  #pair(name: string): Pair {
    const pair = this.#pairs.get(name);
    if (pair === undefined) throw new Error(`There is no pair "${name}".`);
    return pair;
  }
}
