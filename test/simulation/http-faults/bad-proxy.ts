import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type HttpFault, slowMs } from './http-faults.ts';

/** Which request something happens to, and what. */
export interface Strike {
  readonly request: number;
  readonly fault: HttpFault;
}

/** What stands behind: the status, headers and body of its answer. */
export interface Upstream {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Asks what stands behind. */
export type Ask = (request: IncomingMessage, body: Buffer) => Promise<Upstream>;

/** A server in front of another one, that treats one request badly. */
export class BadProxy implements AsyncDisposable {
  /** Method and path of every request, in the order in which they came. */
  readonly seen: string[] = [];
  readonly #server: Server = createServer();
  readonly #sockets = new Set<Socket>();
  readonly #ask: Ask;
  readonly #strike: Strike | undefined;

  private constructor(ask: Ask, strike: Strike | undefined) {
    this.#ask = ask;
    this.#strike = strike;
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('request', (request, response) => void this.#request(request, response));
  }

  static async start(ask: Ask, strike?: Strike): Promise<BadProxy> {
    const proxy = new BadProxy(ask, strike);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #request(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    this.seen.push(`${request.method} ${request.url}`);
    const { how, status } = this.#strike?.request === this.seen.length ? this.#strike.fault : ({} as HttpFault);
    if (status !== undefined) {
      const after = status === 429 ? { 'retry-after': '1' } : {};
      response.writeHead(status, { 'content-type': 'text/html', ...after }).end('<html>Sign in</html>');
      return;
    }
    if (how === 'half-open') return;
    if (how === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs));
    if (how !== 'reset') {
      const answer = await this.#ask(request, body);
      if (how === undefined || how === 'slow') {
        response.writeHead(answer.status, answer.headers).end(answer.body);
        return;
      }
      if (how === 'reset half-way') await half(response, answer);
    }
    request.socket.destroy();
  }
}

/** Send the first half of an answer that is announced whole. */
function half(response: ServerResponse, { status, headers, body }: Upstream): Promise<void> {
  response.writeHead(status, { ...headers, 'content-length': `${Math.max(2, body.length)}` });
  return new Promise((resolve) => response.write(body.subarray(0, body.length / 2), () => resolve()));
}
