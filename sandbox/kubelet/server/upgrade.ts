/** WebSockets of the kubelet: choosing a protocol, and sending without filling the memory. */
import type { IncomingMessage } from 'node:http';
import type { Duplex, Readable, Writable } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** A connection that asks to become something else. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** So much may wait to be sent before a source is paused. */
const HIGH_WATER = 1 << 20;
const LOW_WATER = 1 << 18;

/** The protocols that a WebSocket request offers, in its order. */
export function offeredProtocols(request: IncomingMessage): string[] {
  const header = request.headers['sec-websocket-protocol'] ?? '';
  return header
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Completes the handshake with one of the offered protocols and hands over the open socket. */
export function acceptWebSocket(
  { request, socket, head }: Upgrade,
  protocol: string,
  opened: (ws: WebSocket) => void,
): void {
  const server = new WebSocketServer({
    noServer: true,
    handleProtocols: () => protocol,
    perMessageDeflate: false,
    maxPayload: 64 << 20,
  });
  server.handleUpgrade(request, socket, head, (ws) => {
    ws.on('error', () => undefined); // `close` follows.
    opened(ws);
  });
}

/** Sends everything that a source gives, wrapped by `frame`, as fast as the other side takes it. */
export function sendAll(source: Readable, ws: WebSocket, frame: (chunk: Buffer) => Buffer): void {
  source.on('data', (chunk: Buffer) => {
    if (ws.readyState !== ws.OPEN) return; // Read on and drop it: a full pipe would stop the program.
    ws.send(frame(chunk), () => {
      if (source.isPaused() && ws.bufferedAmount < LOW_WATER) source.resume();
    });
    if (ws.bufferedAmount > HIGH_WATER) source.pause();
  });
  ws.once('close', () => source.resume());
}

/** Writes a received chunk to its target, and holds the socket back until the target has taken it. */
export function writeHeld(target: Writable, chunk: Buffer, ws: WebSocket): void {
  if (!target.writable || target.write(chunk)) return;
  ws.pause();
  const resume = (): void => {
    target.off('drain', resume);
    target.off('close', resume);
    ws.resume();
  };
  target.once('drain', resume);
  target.once('close', resume);
}
