import { Agent, type ClientRequest, type IncomingMessage, request as send } from 'node:http';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import type { ClientCertificate } from './credentials.ts';
import { DialError, type Dialer } from './dial.ts';

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
/** Shorter than what load balancers in front of API servers keep an idle connection for. */
const idleMs = 30_000;
/** Largest answer, after decompression. A page of 500 objects of 100 KiB is 50 MB. */
const mostBodyBytes = 256 * 1024 * 1024;

/**
 * Connections to one server, kept between requests. The agent counts a connection only when it is there, so how many
 * requests are under way is bounded by {@link Http}.
 */
class KeptConnections extends Agent {
  readonly #dial: () => Promise<Duplex>;

  constructor(dial: () => Promise<Duplex>) {
    super({ keepAlive: true, timeout: idleMs, scheduling: 'lifo' });
    this.#dial = dial;
  }

  override createConnection(_options: object, callback?: (error: Error | null, stream: Duplex) => void): undefined {
    this.#dial().then(
      (socket) => callback?.(null, socket),
      (error: Error) => callback?.(error, undefined as never),
    );
  }
}

/** HTTP/1.1 over at most 12 kept connections to one server. One attempt, no judgement of what comes back. */
export class Http {
  readonly #dialer: Dialer;
  readonly #host: string;
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;
  #kept: { readonly agent: Agent; readonly certificate: ClientCertificate | undefined } | undefined;

  constructor(server: URL, dialer: Dialer) {
    this.#host = server.host;
    this.#dialer = dialer;
  }

  /** Rejects with an error that has a `code`: Node's, TLS's, or `ATTEMPT_TIMEOUT`, `BODY_TOO_LARGE`, `BAD_BODY`. */
  async send(request: HttpRequest, certificate: ClientCertificate | undefined): Promise<HttpAnswer> {
    await this.#turn();
    try {
      const { agent } = this.#keptFor(certificate);
      // Node gives a DELETE's body no length by itself.
      const length = request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) };
      const headers = { ...request.headers, ...length, host: this.#host, 'accept-encoding': 'gzip' };
      return await exchange(send({ agent, method: request.method, path: request.path, headers }), request);
    } finally {
      this.#underWay -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** End every connection. */
  async close(): Promise<void> {
    this.#kept?.agent.destroy();
    this.#kept = undefined;
  }

  async #turn(): Promise<void> {
    if (this.#underWay >= connections) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    this.#underWay += 1;
  }

  /** The connections; those made with another client certificate are not used again. */
  #keptFor(certificate: ClientCertificate | undefined): { readonly agent: Agent } {
    if (this.#kept !== undefined && this.#kept.certificate === certificate) return this.#kept;
    this.#kept?.agent.destroy();
    this.#kept = { agent: new KeptConnections(() => this.#dialer.dial(certificate)), certificate };
    return this.#kept;
  }
}

/** Send the body, and gather the answer. Settles once: with the whole answer, or with what went wrong or was given up. */
async function exchange(outgoing: ClientRequest, request: HttpRequest): Promise<HttpAnswer> {
  const { promise: abandoned, reject: abandon } = Promise.withResolvers<never>();
  const giveUp = (code: string): void => {
    const reason = new DialError(code);
    abandon(reason);
    outgoing.destroy(reason);
  };
  const timer = setTimeout(() => giveUp('ATTEMPT_TIMEOUT'), request.timeoutMs);
  const cancel = (): void => giveUp('CANCELLED');
  request.signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([abandoned, answered(outgoing, request.body)]);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', cancel);
  }
}

async function answered(outgoing: ClientRequest, body: string | undefined): Promise<HttpAnswer> {
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  const bytes = await bytesOf(incoming, outgoing);
  const gzipped = incoming.headers['content-encoding'] === 'gzip';
  const text = (gzipped ? await inflated(bytes) : bytes).toString('utf8');
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: text };
}

function bytesOf(incoming: IncomingMessage, outgoing: ClientRequest): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > mostBodyBytes) outgoing.destroy(new DialError('BODY_TOO_LARGE'));
    });
    incoming.once('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)));
    incoming.once('error', reject);
    incoming.once('close', () => reject(new DialError('ECONNRESET')));
  });
}

async function inflated(bytes: Buffer): Promise<Buffer> {
  // Loaded with the first large answer: small ones come as they are, and a short run never needs it.
  const { gunzip } = await import('node:zlib');
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: mostBodyBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DialError(code === 'ERR_BUFFER_TOO_LARGE' ? 'BODY_TOO_LARGE' : 'BAD_BODY');
  }
}
