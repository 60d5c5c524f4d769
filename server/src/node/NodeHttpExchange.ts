import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Readable, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import { CancelledError, NetworkError, ResponseTooLargeError } from '../errors/networkErrors.js';
import type { HttpRequest, HttpResponse } from '../ports/HttpClient.js';
import { networkReason } from './networkReason.js';

const defaultLimit = 64 * 1024 * 1024;
const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

interface ExchangeOptions {
  readonly url: URL;
  readonly method: string;
  readonly idleTimeout: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * One request on its way and the answer to it. A silence of the other side ends it, a silence of ours (a slow
 * reader, a slow source of the body) does not.
 */
export class NodeHttpExchange {
  readonly #request: ClientRequest;
  readonly #options: ExchangeOptions;
  #response: IncomingMessage | undefined;
  #failure: Error | undefined;
  #socket: Socket | undefined;
  /** The next byte has to come from our side: from the reader of the answer or the source of the body. */
  #ourTurn = false;
  #timedOutInOurTurn = false;

  constructor(request: ClientRequest, options: ExchangeOptions) {
    this.#request = request;
    this.#options = options;
    const cancel = (): void => this.#fail(new CancelledError());
    options.signal?.addEventListener('abort', cancel, { once: true });
    request.once('close', () => options.signal?.removeEventListener('abort', cancel));
    request.once('socket', (socket: Socket) => this.#watch(socket));
  }

  get status(): number {
    return this.#answer.statusCode ?? 0;
  }

  get headers(): Readonly<Record<string, string>> {
    const entries = Object.entries(this.#answer.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join('\n') : value] as const],
    );
    return Object.fromEntries(entries);
  }

  /** Sends the body and resolves with the head of the answer. */
  start(body: HttpRequest['body']): Promise<void> {
    const request = this.#request;
    return new Promise((resolve, reject) => {
      request.once('response', (response) => {
        this.#response = response;
        resolve();
      });
      // After the answer has begun, its own stream tells what happens to the connection.
      request.on('error', (error) => reject(this.#translate(error)));
      if (body === undefined || body instanceof Uint8Array) {
        request.end(body);
        return;
      }
      pipeline(Readable.from(this.#guarded(body), { objectMode: false }), request, () => undefined);
    });
  }

  destroy(): void {
    this.#response?.destroy();
    this.#request.destroy();
  }

  response(): HttpResponse {
    const { href } = this.#options.url;
    const { encoding, headers } = this.#decodedHeaders();
    const stream = this.#hasBody() ? this.#decoded(encoding) : undefined;
    if (stream === undefined) this.#answer.resume();
    const body = this.#read(stream);
    return {
      status: this.status,
      headers,
      url: href,
      body,
      bytes: async (limit = defaultLimit) => {
        const chunks: Uint8Array[] = [];
        let size = 0;
        for await (const chunk of body) {
          size += chunk.byteLength;
          if (size > limit) throw new ResponseTooLargeError(href, limit);
          chunks.push(chunk);
        }
        return Buffer.concat(chunks, size);
      },
    };
  }

  get #answer(): IncomingMessage {
    if (this.#response === undefined) throw new Error('No answer yet.');
    return this.#response;
  }

  #hasBody(): boolean {
    const { status, headers } = this;
    if (this.#options.method === 'HEAD' || status === 204 || status === 304) return false;
    return headers['content-length'] !== '0';
  }

  #decodedHeaders(): { readonly encoding: string; readonly headers: Readonly<Record<string, string>> } {
    const headers = { ...this.headers };
    const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
    if (Object.hasOwn(decoders, encoding) && this.#hasBody()) {
      delete headers['content-encoding'];
      delete headers['content-length'];
    }
    return { encoding, headers };
  }

  #decoded(encoding: string): Readable {
    const create = Object.hasOwn(decoders, encoding)
      ? decoders[encoding as keyof typeof decoders]
      : undefined;
    if (create === undefined) return this.#answer;
    return pipeline(this.#answer, create(), () => undefined);
  }

  async *#read(stream: Readable | undefined): AsyncGenerator<Uint8Array, void, undefined> {
    if (stream === undefined) return;
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        this.#ourTurn = true;
        yield chunk;
        this.#theirTurn();
      }
    } catch (error) {
      throw this.#translate(error);
    } finally {
      if (!this.#answer.complete || !this.#request.writableFinished) this.destroy();
    }
  }

  async *#guarded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      this.#ourTurn = true;
      for await (const chunk of body) {
        this.#theirTurn();
        yield chunk;
        this.#ourTurn = this.#response === undefined;
      }
      this.#theirTurn();
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      this.#fail(failure);
      throw failure;
    }
  }

  #watch(socket: Socket): void {
    const { idleTimeout, url } = this.#options;
    this.#socket = socket;
    const onIdle = (): void => {
      if (this.#ourTurn) this.#timedOutInOurTurn = true;
      else this.#fail(new NetworkError(url.href, `no data for ${Math.round(idleTimeout / 1000)} s`));
    };
    socket.setTimeout(idleTimeout);
    socket.on('timeout', onIdle);
    this.#request.once('close', () => socket.off('timeout', onIdle));
  }

  #theirTurn(): void {
    this.#ourTurn = false;
    if (!this.#timedOutInOurTurn) return;
    this.#timedOutInOurTurn = false;
    this.#socket?.setTimeout(this.#options.idleTimeout);
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    if (this.#response === undefined) this.#request.destroy(failure);
    else this.#response.destroy(failure);
  }

  #translate(error: unknown): Error {
    if (this.#failure !== undefined) return this.#failure;
    return new NetworkError(this.#options.url.href, networkReason(error), { cause: error });
  }
}
