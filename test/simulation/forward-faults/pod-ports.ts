import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Access } from '../../../src/adapters/kubernetes/access.ts';
import { loopbackAccess } from '../loopback-access.ts';
import { type ForwardFault, type OpeningFault, slowMs } from './forward-faults.ts';
import type { Listens, Talker } from './talker.ts';

/** Which request of all, or which opening, something happens to. */
export type Strike =
  | { readonly request: number; readonly fault: ForwardFault }
  | { readonly opening: number; readonly fault: OpeningFault };

const channel = (number: number, bytes: Buffer): Buffer => Buffer.concat([Buffer.from([number]), bytes]);

/** An API server that does nothing but forward ports of pods, and treats one request or one opening badly. */
export class PodPorts implements AsyncDisposable {
  requests = 0;
  openings = 0;
  /** Requests that said farewell: nobody waits for an answer. */
  readonly farewells: number[] = [];
  readonly #listens: Listens;
  readonly #strike: Strike | undefined;
  readonly #server: Server = createServer();
  readonly #sockets = new Set<Socket>();
  readonly #streams = new WebSocketServer({ noServer: true, handleProtocols: (offered) => [...offered][0] ?? false });

  private constructor(listens: Listens, strike: Strike | undefined) {
    this.#listens = listens;
    this.#strike = strike;
    this.#server.on('connection', (socket) => {
      socket.on('error', () => undefined);
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('upgrade', (request, socket, head) => void this.#opened(request, socket, head));
  }

  static async start(listens: Listens, strike?: Strike): Promise<PodPorts> {
    const ports = new PodPorts(listens, strike);
    await new Promise<void>((resolve) => ports.#server.listen(0, '127.0.0.1', resolve));
    return ports;
  }

  get access(): Access {
    return loopbackAccess(this.#server, 'ports');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #opened(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    this.openings += 1;
    const strike = this.#strike;
    const fault = strike !== undefined && 'opening' in strike && strike.opening === this.openings ? strike.fault : {};
    const { status, how } = fault as Partial<OpeningFault>;
    if (how === 'half-open') return;
    if (how === 'cut') return void socket.destroy();
    if (status !== undefined) {
      const after = status === 429 ? 'Retry-After: 3\r\n' : '';
      return void socket.end(`HTTP/1.1 ${status} No\r\n${after}Content-Length: 2\r\nConnection: close\r\n\r\n{}`);
    }
    if (how === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs));
    this.#streams.handleUpgrade(request, socket, head, (stream) => {
      stream.on('error', () => undefined);
      for (const number of [0, 1]) stream.send(channel(number, Buffer.from([0, 0])));
      if (how === 'nothing listens') complain(stream, 'connection refused');
      else this.#serve(stream, socket, this.#listens());
    });
  }

  #serve(stream: WebSocket, socket: Duplex, talker: Talker): void {
    let last: Promise<unknown> = Promise.resolve();
    stream.on('message', (frame: Buffer) => {
      for (const request of talker.take(frame.subarray(1))) {
        last = last.then(() => this.#answer(stream, socket, talker, request));
      }
    });
  }

  async #answer(stream: WebSocket, socket: Duplex, talker: Talker, request: Buffer): Promise<void> {
    this.requests += 1;
    const strike = this.#strike;
    const fault =
      strike !== undefined && 'request' in strike && strike.request === this.requests ? strike.fault : undefined;
    if (fault?.how === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs));
    if (fault?.when === 'before' && end(stream, socket, fault.how)) return;
    const answer = talker.answer(request);
    if (answer === undefined) {
      this.farewells.push(this.requests);
      stream.close(1000);
      return;
    }
    if (fault?.when === 'after' && end(stream, socket, fault.how)) return;
    if (fault?.when !== 'half-way') return void stream.send(channel(0, answer));
    await new Promise((resolve) => stream.send(channel(0, answer.subarray(0, answer.length / 2)), resolve));
    end(stream, socket, fault.how);
  }
}

function complain(stream: WebSocket, why: string): void {
  stream.send(channel(1, Buffer.from(`error forwarding port: ${why}`)));
}

/** How it ends; `false`: it does not. */
function end(stream: WebSocket, socket: Duplex, how: ForwardFault['how']): boolean {
  if (how === 'cut') socket.destroy();
  if (how === 'half-open') socket.removeAllListeners('data').pause();
  if (how === 'pod resets') complain(stream, 'read: connection reset by peer');
  if (how === 'ends') stream.close(1000);
  return how !== 'slow';
}
