import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Access } from '../../../src/adapters/kubernetes/access.ts';
import { ApiClient, type ClientOptions } from '../../../src/adapters/kubernetes/client.ts';
import { KubernetesCluster } from '../../../src/adapters/kubernetes/kubernetes-cluster.ts';
import type { Clock } from '../../../src/ports/clock.ts';

/** A clock that moves only when somebody sleeps, and remembers for how long. */
export class SteppingClock implements Clock {
  readonly slept: number[] = [];
  #at = 0;
  now(): number {
    return 1_800_000_000_000 + this.#at;
  }
  monotonic(): number {
    return this.#at;
  }
  advance(ms: number): void {
    this.#at += ms;
  }
  async sleep(ms: number): Promise<void> {
    this.slept.push(Math.round(ms));
    this.#at += ms;
  }
}

/** One request as the local server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What to answer: a status and a body (an object is sent as JSON), or a function that does it by itself. */
export type Answer =
  | { readonly status?: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | ((response: ServerResponse, request: IncomingMessage) => void);

async function seen(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://local');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function respond(response: ServerResponse, request: IncomingMessage, answer: Answer): void {
  if (typeof answer === 'function') {
    answer(response, request);
    return;
  }
  const { status = 200, body = {}, headers = {} } = answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

/** A local server in the place of an API server, and a client for it. */
export class LocalApi implements AsyncDisposable {
  readonly requests: Seen[] = [];
  readonly clock = new SteppingClock();
  readonly server: Server;
  /** Upgraded connections are no longer the server's own to end. */
  readonly #sockets = new Set<Socket>();
  readonly #clients: { close(): Promise<void> }[] = [];

  private constructor(server: Server) {
    this.server = server;
  }

  /** Answers each request with what `answer` says of it. */
  static async start(answer: (seen: Seen, number: number) => Answer): Promise<LocalApi> {
    const server = createServer();
    const local = new LocalApi(server);
    server.on('connection', (socket) => local.#sockets.add(socket));
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      seen(request).then((one) => {
        local.requests.push(one);
        respond(response, request, answer(one, local.requests.length));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return local;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  access(more: Partial<Access> = {}): Access {
    return {
      context: 'local',
      user: 'tester',
      server: new URL(`http://127.0.0.1:${this.port}`),
      verify: true,
      identification: { kind: 'token', token: 'planted-token' },
      ...more,
    };
  }

  client(options: Partial<ClientOptions> = {}, access: Partial<Access> = {}): ApiClient {
    const client = new ApiClient(this.access(access), { clock: this.clock, random: () => 0.5, ...options });
    this.#clients.push(client);
    return client;
  }

  cluster(options: Partial<ClientOptions> = {}, access: Partial<Access> = {}): KubernetesCluster {
    const cluster = new KubernetesCluster(this.access(access), { clock: this.clock, random: () => 0.5, ...options });
    this.#clients.push(cluster);
    return cluster;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.close()));
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** The body of a refusal as the API server sends it. */
export const failure = (code: number, reason: string, message: string, details: object = {}): object => ({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason,
  message,
  details,
  code,
});
