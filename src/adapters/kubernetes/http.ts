import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
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
    const pool = this.#poolFor(certificate);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new DialError('ATTEMPT_TIMEOUT')), request.timeoutMs);
    const cancel = (): void => limit.abort(request.signal?.reason);
    request.signal?.addEventListener('abort', cancel, { once: true });
    try {
      const { statusCode, headers, body } = await pool.request({
        method: request.method,
        path: request.path,
        headers: { ...request.headers, 'accept-encoding': 'gzip' },
        ...(request.body === undefined ? {} : { body: request.body }),
        signal: limit.signal,
      });
      return { status: statusCode, headers, body: await textOf(body, headers['content-encoding'] === 'gzip') };
    } catch (error) {
      throw limit.signal.aborted ? limit.signal.reason : error;
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

async function textOf(body: Readable, gzipped: boolean): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > mostBodyBytes) throw new DialError('BODY_TOO_LARGE');
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  if (!gzipped) return whole.toString('utf8');
  try {
    return (await inflate(whole, { maxOutputLength: mostBodyBytes })).toString('utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new DialError(code === 'ERR_BUFFER_TOO_LARGE' ? 'BODY_TOO_LARGE' : 'BAD_BODY');
  }
}
