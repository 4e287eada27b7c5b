import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import type { Forward } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { ApiClient } from './client.ts';
import { type StreamAsked, streamSubject } from './refusal.ts';
import { keepAlive, lostStream, openStream } from './socket.ts';

const protocol = 'v4.channel.k8s.io';
const channel = { data: 0, error: 1 } as const;
const pingMs = 15_000;
/**
 * How a stream ends that has come to its end: with the normal code, or a close frame without one (RFC 6455 §7.4.1). Behind any
 * other (nothing was said, the server goes away or stumbled) something may be missing, and that must not look like an end.
 */
const properEnds: ReadonlySet<number> = new Set([1000, 1005]);
/** How long the first stream may take to say that nothing listens: it is the kubelet's own connect on its own machine. */
const earlyErrorMs = 150;
/** How long the pod's side may go on after our side has ended its own. */
const lingerMs = 5_000;
const mostWaitingBytes = 256 * 1024;

/** One stream to the port. The first frame of each channel holds the port number; errors come on a channel of their own. */
class PodStream {
  readonly socket: WebSocket;
  readonly #stopPings: () => void;
  readonly #headers = new Set<number>();
  #early: Buffer[] = [];
  #sink: ((data: Buffer) => void) | undefined;
  /** Resolves when the stream has ended, with the pod's side's complaint if there was one. */
  readonly ended: Promise<string | undefined>;
  complaint: string | undefined;

  constructor(socket: WebSocket) {
    this.socket = socket;
    this.#stopPings = keepAlive(socket, pingMs, () => {
      this.complaint = 'the connection went dead';
    });
    socket.on('message', (data: RawData) =>
      this.#take(Buffer.isBuffer(data) ? data : Buffer.from(data as ArrayBuffer)),
    );
    this.ended = new Promise((resolve) => {
      socket.once('close', (code) => {
        this.#stopPings();
        if (!properEnds.has(code)) this.complaint ??= 'the connection was lost';
        resolve(this.complaint);
      });
    });
    socket.resume();
  }

  /** Hand over what has come and what comes. */
  drainTo(sink: (data: Buffer) => void): void {
    for (const data of this.#early) sink(data);
    this.#early = [];
    this.#sink = sink;
  }

  #take(frame: Buffer): void {
    const number = frame[0] ?? 255;
    let payload = frame.subarray(1);
    if (!this.#headers.has(number)) {
      this.#headers.add(number);
      payload = payload.subarray(2);
    }
    if (payload.byteLength === 0) return;
    if (number === channel.error) {
      this.complaint = complaintOf(payload.toString('utf8'));
      this.socket.close();
    } else if (number === channel.data) {
      if (this.#sink === undefined) this.#early.push(payload);
      else this.#sink(payload);
    }
  }
}

/** The kubelet's sentence, reduced to what can be said without its text. */
function complaintOf(text: string): string {
  if (/connection refused/i.test(text)) return 'nothing listens on the port';
  if (/connection reset|broken pipe|EOF/i.test(text)) return 'the pod reset the connection';
  return /not found|no such|not running/i.test(text) ? 'the pod does not run' : 'the kubelet could not forward';
}

/** A local listener whose connections lead to one port of a pod, each by a stream of its own. */
class PodForward implements Forward {
  readonly host = '127.0.0.1';
  readonly port: number;
  readonly #server: Server;
  readonly #connect: () => Promise<PodStream>;
  readonly #subject: string;
  readonly #open = new Set<() => void>();
  #spare: PodStream | undefined;
  #failure: PortError | undefined;
  #closed: Promise<void> | undefined;

  constructor(server: Server, connect: () => Promise<PodStream>, subject: string, first: PodStream) {
    this.#server = server;
    this.#connect = connect;
    this.#subject = subject;
    this.port = (server.address() as AddressInfo).port;
    this.#keep(first);
    server.on('connection', (local) => {
      this.#carry(local).catch((error: unknown) => {
        this.#failure = error instanceof PortError ? error : this.#lost('the connection was lost');
        local.destroy();
      });
    });
  }

  failure(): PortError | undefined {
    return this.#failure;
  }

  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const end of this.#open) end();
      this.#spare?.socket.terminate();
    });
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** The first stream was opened to see that it can be; the first connection uses it, if it still lives. */
  #keep(first: PodStream): void {
    this.#spare = first;
    first.ended.then(() => {
      if (this.#spare === first) this.#spare = undefined;
    });
  }

  #lost(why: string): PortError {
    return lostStream(this.#subject, `The forwarded connection ended: ${why}`);
  }

  async #carry(local: Socket): Promise<void> {
    local.pause();
    local.setNoDelay(true);
    const abandon = (): void => void local.destroy();
    // Until the stream is there, and after it: an error of the local side only ends this connection.
    local.on('error', abandon);
    this.#open.add(abandon);
    local.once('close', () => this.#open.delete(abandon));
    const spare = this.#spare;
    this.#spare = undefined;
    const stream = spare ?? (await this.#connect());
    if (local.destroyed || this.#closed !== undefined) {
      stream.socket.terminate();
      return;
    }
    this.#join(local, stream);
  }

  #join(local: Socket, stream: PodStream): void {
    const { socket } = stream;
    const end = (): void => {
      socket.terminate();
      local.destroy();
    };
    this.#open.add(end);
    stream.drainTo((data) => {
      if (local.destroyed || local.write(data)) return;
      socket.pause();
      local.once('drain', () => socket.resume());
    });
    local.on('data', (data: Buffer) => {
      if (socket.readyState !== socket.OPEN) return;
      local.pause();
      const frame = Buffer.concat([Buffer.from([channel.data]), data]);
      socket.send(frame, (error) => {
        if (error) end();
        else if (!local.destroyed) local.resume();
      });
    });
    // This protocol cannot close one direction: the pod may still answer for a while.
    let linger: NodeJS.Timeout | undefined;
    local.once('end', () => {
      linger = setTimeout(end, lingerMs);
    });
    local.once('close', () => {
      clearTimeout(linger);
      this.#open.delete(end);
      socket.close();
    });
    stream.ended.then((complaint) => {
      clearTimeout(linger);
      if (local.destroyed) return;
      if (complaint === undefined) {
        local.end();
        return;
      }
      this.#failure = this.#lost(complaint);
      local.resetAndDestroy();
    });
    local.resume();
  }
}

function listen(): Promise<Server> {
  const server = createServer({ allowHalfOpen: true, highWaterMark: mostWaitingBytes });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** Waits a moment for the first stream's complaint. */
async function earlyComplaint(stream: PodStream): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const quiet = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), earlyErrorMs);
  });
  const complaint = await Promise.race([stream.ended, quiet]);
  clearTimeout(timer);
  return complaint;
}

/** Open a way to a port of a pod; see `Cluster.forward`. */
export async function forwardToPod(
  client: ApiClient,
  target: { readonly namespace: string; readonly pod: string },
  port: number,
): Promise<Forward> {
  const asked: StreamAsked = { subresource: 'portforward', namespace: target.namespace, pod: target.pod };
  const subject = `port ${port} of ${streamSubject(asked)}`;
  const connect = async (): Promise<PodStream> => {
    const query = new URLSearchParams({ ports: String(port) });
    return new PodStream(await openStream(client, asked, query, [protocol]));
  };
  const first = await connect();
  const complaint = await earlyComplaint(first);
  if (complaint !== undefined) {
    const message = `Port ${port} cannot be reached: ${complaint}`;
    throw new PortError({ code: 'unreachable', subject, message, next: 'Check the port, and that the pod is ready' });
  }
  return new PodForward(await listen(), connect, subject, first);
}
