import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import Pool from 'undici/lib/dispatcher/pool.js';
import type { ClientCertificate } from './credentials.ts';
import { DialError, type Dialer } from './dial.ts';

const inflate = promisify(gunzip);

/** One request, as it goes over the wire. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came back, whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const connections = 12;
/** Largest answer, after decompression. A page of 500 objects of 100 KiB is 50 MB. */
const mostBodyBytes = 256 * 1024 * 1024;

/** HTTP/1.1 over a pool of kept connections to one server. One attempt, no judgement of what comes back. */
export class Http {
  readonly #dialer: Dialer;
  readonly #origin: string;
  #pool: { readonly pool: Pool; readonly certificate: ClientCertificate | undefined } | undefined;

  constructor(origin: string, dialer: Dialer) {
    this.#origin = origin;
    this.#dialer = dialer;
  }

  /** Rejects with an error that has a `code`: Node's, TLS's, or `ATTEMPT_TIMEOUT`, `BODY_TOO_LARGE`. */
  async send(request: HttpRequest, certificate: ClientCertificate | undefined): Promise<HttpAnswer> {
    const exchange = new Exchange();
    const timer = setTimeout(() => exchange.abandon(new DialError('ATTEMPT_TIMEOUT')), request.timeoutMs);
    const cancel = (): void => exchange.abandon(new DialError('CANCELLED'));
    request.signal?.addEventListener('abort', cancel, { once: true });
    try {
      const { method, path, body = null } = request;
      const headers = { ...request.headers, 'accept-encoding': 'gzip' };
      this.#poolFor(certificate).dispatch({ method, path, headers, body }, exchange);
      return await exchange.answer;
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', cancel);
    }
  }

  /** End every connection. */
  async close(): Promise<void> {
    const held = this.#pool;
    this.#pool = undefined;
    await held?.pool.destroy();
  }

  /** The pool; connections made with another client certificate are left to end by themselves. */
  #poolFor(certificate: ClientCertificate | undefined): Pool {
    if (this.#pool !== undefined && this.#pool.certificate === certificate) return this.#pool.pool;
    this.#pool?.pool.close().catch(() => undefined);
    const pool = new Pool(this.#origin, {
      connections,
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 30_000,
      connect: (_options, callback) => {
        this.#dialer.dial(certificate).then(
          (socket) => callback(null, socket),
          (error: Error) => callback(error, null),
        );
      },
    });
    this.#pool = { pool, certificate };
    return pool;
  }
}

/** Gathers one answer. Settles once: with the whole answer, with what went wrong, or when it is abandoned. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<HttpAnswer>;
  readonly #resolve: (answer: Promise<HttpAnswer>) => void;
  readonly #reject: (error: Error) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #headers: HttpAnswer['headers'] = {};
  #controller: Dispatcher.DispatchController | undefined;
  #abandoned: Error | undefined;

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
    this.answer = promise;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  abandon(reason: Error): void {
    this.#abandoned = reason;
    this.#reject(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#abandoned !== undefined) controller.abort(this.#abandoned);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: HttpAnswer['headers']): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.byteLength;
    if (this.#size > mostBodyBytes) this.abandon(new DialError('BODY_TOO_LARGE'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#resolve(this.#whole());
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }

  async #whole(): Promise<HttpAnswer> {
    const bytes = Buffer.concat(this.#chunks);
    const gzipped = this.#headers['content-encoding'] === 'gzip';
    const body = (gzipped ? await inflated(bytes) : bytes).toString('utf8');
    return { status: this.#status, headers: this.#headers, body };
  }
}

async function inflated(bytes: Buffer): Promise<Buffer> {
  try {
    return await inflate(bytes, { maxOutputLength: mostBodyBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DialError(code === 'ERR_BUFFER_TOO_LARGE' ? 'BODY_TOO_LARGE' : 'BAD_BODY');
  }
}
