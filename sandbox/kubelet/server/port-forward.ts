/**
 * Connections to a pod's ports. Three ways lead here through the API server, which passes each on as it is: SPDY in a
 * WebSocket (`SPDY/3.1+portforward.k8s.io`, kubectl since 1.31), plain SPDY/3.1 (older clients), and two WebSocket channels
 * for each port (`v4.channel.k8s.io`, browsers and the JavaScript client).
 */
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createWebSocketStream, type WebSocket } from 'ws';
import type { PodWorker } from '../pod-worker.ts';
import { Refusal } from './refusal.ts';
import { SpdySession, type SpdyStream } from './spdy.ts';
import { acceptWebSocket, offeredProtocols, sendAll, type Upgrade, writeHeld } from './upgrade.ts';

const PROTOCOL = 'portforward.k8s.io';
const TUNNEL = `SPDY/3.1+${PROTOCOL}`;
const CHANNELS = 'v4.channel.k8s.io';
const HANDSHAKE = [
  'HTTP/1.1 101 Switching Protocols',
  'Connection: Upgrade',
  'Upgrade: SPDY/3.1',
  `X-Stream-Protocol-Version: ${PROTOCOL}`,
];
const CONNECT_TIMEOUT_MS = 10_000;

/** Serves port-forwarding to one pod. Throws a `Refusal` before the handshake. */
export function servePortForward(worker: PodWorker, query: URLSearchParams, upgrade: Upgrade): void {
  if (!worker.containers.some(({ instance }) => instance)) {
    throw new Refusal(500, `pod "${worker.pod.metadata.name}" is not running`);
  }
  const { request, socket } = upgrade;
  const offered = offeredProtocols(request);
  if (offered.includes(TUNNEL)) {
    acceptWebSocket(upgrade, TUNNEL, (ws) => serveSpdy(worker, createWebSocketStream(ws)));
  } else if (request.headers.upgrade?.toUpperCase() === 'SPDY/3.1') {
    socket.write(`${HANDSHAKE.join('\r\n')}\r\n\r\n`);
    if (upgrade.head.length > 0) socket.unshift(upgrade.head);
    serveSpdy(worker, socket);
  } else if (offered.includes(CHANNELS)) {
    const ports = query
      .getAll('port')
      .flatMap((text) => text.split(','))
      .map(Number);
    if (ports.length === 0 || !ports.every(isPort)) throw new Refusal(400, 'query parameter "port" is required');
    acceptWebSocket(upgrade, CHANNELS, (ws) => serveChannels(worker, ports, ws));
  } else {
    throw new Refusal(400, `unable to upgrade: offer ${TUNNEL}, ${CHANNELS} or SPDY/3.1`);
  }
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65536;
}

/** Connects to the pod's own address: programs of the sandbox listen there. Rejects with what clients are told. */
async function dial(worker: PodWorker, port: number): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect({ host: worker.address, port, allowHalfOpen: true, noDelay: true });
  const timer = setTimeout(() => socket.destroy(new Error('i/o timeout')), CONNECT_TIMEOUT_MS);
  socket.once('connect', () => resolve(socket));
  socket.once('error', reject);
  try {
    return await promise;
  } catch (error) {
    const { name, namespace } = worker.pod.metadata;
    const cause = (error as Error).message;
    throw new Error(
      `error forwarding port ${port} to pod ${name}_${namespace}: failed to connect to ${worker.address}:${port}: ${cause}`,
    );
  } finally {
    clearTimeout(timer);
    socket.on('error', () => undefined);
  }
}

/** Pairs each data stream with the error stream of the same request, which the client opens first. */
function serveSpdy(worker: PodWorker, transport: Duplex): void {
  const errors = new Map<string, SpdyStream>();
  const session: SpdySession = new SpdySession(transport, {
    opened: (stream) => {
      const key = stream.headers.get('requestid') ?? stream.headers.get('port') ?? '';
      const kind = stream.headers.get('streamtype');
      if (kind === 'error') errors.set(key, stream);
      const error = errors.get(key);
      if (kind !== 'data') return;
      errors.delete(key);
      if (error) void forward(worker, session, stream, error);
      else stream.reset();
    },
    closed: () => errors.clear(),
  });
}

async function forward(worker: PodWorker, session: SpdySession, data: SpdyStream, error: SpdyStream): Promise<void> {
  // What arrives while the connection is being made must wait for it.
  const connecting = dial(worker, Number(data.headers.get('port')));
  data.received = async (chunk) => {
    const socket = await connecting.catch(() => undefined);
    if (!socket?.writable || socket.write(chunk)) return;
    await drainedOrClosed(socket);
  };
  data.ended = () => void connecting.then((socket) => socket.end()).catch(() => undefined);
  data.wasReset = () => void connecting.then((socket) => socket.destroy()).catch(() => undefined);
  try {
    const socket = await connecting;
    socket.on('data', (chunk: Buffer) => {
      if (data.write(chunk)) return;
      socket.pause();
      void session.drained().then(() => socket.resume());
    });
    socket.once('end', () => data.end());
    socket.once('close', () => {
      data.end();
      error.end();
    });
  } catch (problem) {
    error.write(Buffer.from((problem as Error).message));
    error.end();
    data.reset();
  }
}

async function drainedOrClosed(socket: Socket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.once('drain', resolve).once('close', resolve);
  await promise;
  socket.off('drain', resolve).off('close', resolve);
}

/** For the n-th port, channel 2n carries data and 2n + 1 an error; the first message of each is the port's number. */
function serveChannels(worker: PodWorker, ports: readonly number[], ws: WebSocket): void {
  const sockets = ports.map((port) => dial(worker, port));
  let open = ports.length;
  ws.on('message', (message: Buffer) => {
    const channel = message[0] ?? 0;
    if (channel % 2 === 1) return;
    void sockets[channel / 2]?.then((socket) => writeHeld(socket, message.subarray(1), ws)).catch(() => undefined);
  });
  ws.once('close', () => {
    for (const socket of sockets) void socket.then((each) => each.destroy()).catch(() => undefined);
  });
  for (const [index, port] of ports.entries()) {
    const number = Buffer.alloc(2);
    number.writeUInt16LE(port);
    const frame = (channel: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([channel]), content]);
    ws.send(frame(2 * index, number));
    ws.send(frame(2 * index + 1, number));
    const done = (): void => {
      if (--open === 0) ws.close(1000);
    };
    sockets[index]
      ?.then((socket) => {
        sendAll(socket, ws, (chunk) => frame(2 * index, chunk));
        socket.once('end', () => socket.end());
        socket.once('close', done);
      })
      .catch((error: Error) => {
        if (ws.readyState === ws.OPEN) ws.send(frame(2 * index + 1, Buffer.from(error.message)));
        done();
      });
  }
}
