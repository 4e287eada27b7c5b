import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Access } from '../../../src/adapters/kubernetes/access.ts';
import { type ApiAnswer, type ApiRequest, answerOf, namedBy } from '../../fakes/cluster/answers.ts';
import type { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { loopbackAccess } from '../loopback-access.ts';
import { type ApiFault, retryAfterS, type Served } from './faults.ts';
import { Pages } from './pages.ts';
import { callHeader, type Traffic } from './traffic.ts';

/** Which call something happens to, and what; nothing else is disturbed. */
export interface Disturbance {
  readonly call: number;
  readonly fault: ApiFault;
}

/** A fake cluster behind a real HTTP server on this machine, that treats one call badly. */
export class ServedCluster implements AsyncDisposable {
  readonly served: Served[] = [];
  readonly #fake: FakeCluster;
  readonly #traffic: Traffic;
  readonly #disturbance: Disturbance | undefined;
  readonly #pages: Pages | undefined;
  readonly #server: Server = createServer();
  readonly #sockets = new Set<Socket>();
  readonly #streams = new WebSocketServer({ noServer: true, handleProtocols: (offered) => [...offered][0] ?? false });

  private constructor(fake: FakeCluster, traffic: Traffic, disturbance?: Disturbance, pageSize?: number) {
    this.#fake = fake;
    this.#traffic = traffic;
    this.#disturbance = disturbance;
    this.#pages = pageSize === undefined ? undefined : new Pages(pageSize);
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('request', (request, response) => void this.#request(request, response));
    this.#server.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head));
  }

  static async start(
    fake: FakeCluster,
    traffic: Traffic,
    disturbance?: Disturbance,
    pageSize?: number,
  ): Promise<ServedCluster> {
    const served = new ServedCluster(fake, traffic, disturbance, pageSize);
    await new Promise<void>((resolve) => served.#server.listen(0, '127.0.0.1', resolve));
    return served;
  }

  /** How to reach it. */
  get access(): Access {
    return loopbackAccess(this.#server, 'served');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Take the call down, and say what happens to it. */
  #arrived(request: IncomingMessage, method: string): { readonly call: number; readonly fault: ApiFault | undefined } {
    const call = Number(request.headers[callHeader]);
    const isFirstContact = this.#traffic.isFirstContact(call);
    this.served.push({ number: call, method, path: request.url ?? '', isFirstContact });
    return { call, fault: this.#disturbance?.call === call ? this.#disturbance.fault : undefined };
  }

  async #request(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = await request.toArray();
    const { method = '' } = request;
    const { call, fault } = this.#arrived(request, method);
    const asked = {
      method,
      url: new URL(request.url ?? '/', 'http://served'),
      accept: request.headers.accept ?? '',
      body: Buffer.concat(chunks).toString('utf8'),
    };
    if (fault?.halfWay !== true && (await this.#stopped(call, fault, request.socket, () => this.#answer(asked))))
      return;
    const { status, body } =
      fault?.status === undefined ? await this.#answer(asked) : await this.#refused(fault, asked);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...retryAfter(status) });
    if (fault?.halfWay !== true) response.end(text);
    else response.write(text.slice(0, text.length / 2), () => this.#stopped(call, fault, request.socket));
  }

  async #answer(asked: ApiRequest): Promise<ApiAnswer> {
    const answer = await answerOf(this.#fake, asked);
    return this.#pages?.of(asked.url, answer) ?? answer;
  }

  /** The refusal; that of a page with the token that goes on, where the fault has one. */
  async #refused({ status = 500, goesOn }: ApiFault, asked: ApiRequest): Promise<ApiAnswer> {
    const refusal = refused(status);
    if (goesOn !== true) return refusal;
    const token = this.#pages?.goingOn(asked.url, await answerOf(this.#fake, asked));
    if (token === undefined) throw new TypeError(`there is no page to go on from: ${asked.url.search}`);
    return { ...refusal, body: { ...refusal.body, metadata: { continue: token } } };
  }

  /** The fault before anything is answered; `true`: there will be no answer. */
  async #stopped(
    call: number,
    fault: ApiFault | undefined,
    socket: Duplex,
    effect: () => Promise<unknown> = async () => undefined,
  ): Promise<boolean> {
    if (fault === undefined) return false;
    if (fault.slowMs !== undefined) await this.#wait(call, fault.slowMs);
    if (fault.afterwards === true) await effect();
    if (fault.connection === 'reset') socket.destroy();
    if (fault.connection === 'half-open') this.#traffic.hold(call);
    return fault.connection !== undefined;
  }

  async #wait(call: number, ms: number): Promise<void> {
    this.#traffic.hold(call);
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.#traffic.letGo(call);
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { call, fault } = this.#arrived(request, 'EXEC');
    if (fault?.unopened === true) {
      this.#traffic.hold(call);
      return;
    }
    if (fault?.status !== undefined && fault.afterwards === undefined) {
      const text = JSON.stringify(refused(fault.status).body);
      const after = fault.status === 429 ? `Retry-After: ${retryAfterS}\r\n` : '';
      socket.end(
        `HTTP/1.1 ${fault.status} No\r\n${after}Content-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`,
      );
      return;
    }
    this.#streams.handleUpgrade(request, socket, head, (open) => {
      void this.#run(open, new URL(request.url ?? '', 'http://served'), { call, fault, socket });
    });
  }

  /** Run a command as a kubelet does: stdin until it is closed, then output and status. */
  async #run(
    open: WebSocket,
    url: URL,
    { call, fault, socket }: { call: number; fault: ApiFault | undefined; socket: Duplex },
  ): Promise<void> {
    const stdin = url.searchParams.get('stdin') === 'true' ? await stdinOf(open) : undefined;
    const run = async () => {
      const named = namedBy(url.pathname);
      const target = {
        namespace: named?.namespace ?? '',
        pod: named?.name ?? '',
        container: url.searchParams.get('container') ?? '',
      };
      // the first two words are the deadline that the product puts before every command
      const command = url.searchParams.getAll('command').slice(2);
      return this.#fake.exec(target, command, { timeoutMs: 60_000, ...(stdin === undefined ? {} : { stdin }) });
    };
    if (fault?.connection === 'half-open') socket.removeAllListeners('data').pause();
    if (await this.#stopped(call, fault, socket, run)) return;
    if (fault?.status === 500) {
      open.close(1011);
      return;
    }
    const { exitCode, stdout, stderr } = await run();
    open.send(Buffer.concat([Buffer.from([1]), stdout]));
    open.send(Buffer.concat([Buffer.from([2]), stderr]));
    open.send(Buffer.concat([Buffer.from([3]), Buffer.from(JSON.stringify(statusOf(exitCode)))]));
  }
}

const retryAfter = (status: number): Record<string, string> =>
  status === 429 ? { 'retry-after': String(retryAfterS) } : {};

const reasons = { 410: 'Expired', 429: 'TooManyRequests', 500: 'InternalError' } as const;

const refused = (status: 410 | 429 | 500) => ({
  status,
  body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: reasons[status], code: status },
});

const statusOf = (exitCode: number): object =>
  exitCode === 0
    ? { status: 'Success' }
    : {
        status: 'Failure',
        reason: 'NonZeroExitCode',
        details: { causes: [{ reason: 'ExitCode', message: `${exitCode}` }] },
      };

/** What comes on channel 0, until it is closed (channel 255). */
function stdinOf(open: WebSocket): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    open.on('message', (data: Buffer) => {
      if (data[0] === 255) resolve(Buffer.concat(parts));
      else parts.push(data.subarray(1));
    });
  });
}
