import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { resources } from '../../domain/kubernetes/resources.ts';
import { PortError } from '../../ports/port-error.ts';
import { type ApiStatus, apiStatusOf } from './api-error.ts';
import type { ApiClient } from './client.ts';
import type { Presented } from './credentials.ts';
import { DialError } from './dial.ts';
import { explainRefusal, type StreamAsked, streamSubject } from './refusal.ts';
import { pathOf } from './resource-path.ts';

/** An upgrade that the API server answered with something else. */
class UpgradeRefused extends Error {
  readonly status: number;
  readonly answer: ApiStatus;
  constructor(status: number, body: string) {
    super(`HTTP ${status}`);
    this.status = status;
    this.answer = apiStatusOf(body);
  }
}

const handshakeMs = 15_000;
const mostRefusalBytes = 64 * 1024;

function bodyOf(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let body = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      if (body.length < mostRefusalBytes) body += chunk;
    });
    response.once('close', () => resolve(body));
    response.once('error', () => resolve(body));
  });
}

async function upgrade(
  client: ApiClient,
  path: string,
  protocols: readonly string[],
  presented: Presented,
): Promise<WebSocket> {
  const { WebSocket: Client } = await import('ws');
  const connection: Socket = await client.dialer.dial(presented.certificate);
  const address = new URL(path, client.access.server);
  address.protocol = address.protocol === 'http:' ? 'ws:' : 'wss:';
  const socket = new Client(address, [...protocols], {
    createConnection: () => connection,
    headers: client.headersOf(presented),
    handshakeTimeout: handshakeMs,
    perMessageDeflate: false,
    maxPayload: 16 * 1024 * 1024,
  });
  return new Promise((resolve, reject) => {
    // Every later error also closes the socket, which is what its user listens for.
    socket.on('error', (error) =>
      reject(error.message.includes('timed out') ? new DialError('ATTEMPT_TIMEOUT') : error),
    );
    socket.once('open', () => {
      // The first frames may be here already: they wait until whoever gets the socket listens.
      socket.pause();
      resolve(socket);
    });
    socket.once('unexpected-response', (_request: ClientRequest, response: IncomingMessage) => {
      bodyOf(response).then((body) => {
        reject(new UpgradeRefused(response.statusCode ?? 0, body));
        socket.terminate();
      });
    });
  });
}

/**
 * Open a stream into a pod; it is paused, to be resumed by whoever listens. Rejects with a PortError that says what is
 * missing; a 401 is answered once with a renewed credential.
 */
export async function openStream(
  client: ApiClient,
  asked: StreamAsked,
  query: URLSearchParams,
  protocols: readonly string[],
): Promise<WebSocket> {
  const { namespace, pod: name, subresource } = asked;
  const path = `${client.pathAt(pathOf({ resource: resources.pods, namespace, name, subresource }))}?${query}`;
  const subject = streamSubject(asked);
  if (client.options.signal?.aborted === true) throw client.failure(undefined, subject);
  for (let renewed = false; ; renewed = true) {
    const presented = await client.present();
    try {
      return await upgrade(client, path, protocols, presented);
    } catch (error) {
      if (!(error instanceof UpgradeRefused)) throw client.failure(error, subject);
      const again = error.status === 401 && !renewed && client.renew(presented);
      if (!again) throw await explainRefusal(client, asked, error.status, error.answer);
    }
  }
}

/** How a stream ended other than by the other side's own closing. */
export const lostStream = (subject: string, message: string): PortError =>
  new PortError({
    code: 'unreachable',
    subject,
    message,
    next: 'Check the pod’s node and the network between this machine and the API server',
  });

/**
 * Ping a socket; when two pings in a row stay unanswered, it is ended and `onDead` is called. Returns what stops it.
 * A half-open connection would otherwise hang for ever.
 */
export function keepAlive(socket: WebSocket, everyMs: number, onDead: () => void): () => void {
  let missed = 0;
  const heard = (): void => {
    missed = 0;
  };
  socket.on('pong', heard);
  socket.on('message', heard);
  const timer = setInterval(() => {
    if (missed >= 2) {
      clearInterval(timer);
      socket.terminate();
      onDead();
      return;
    }
    missed += 1;
    socket.ping(() => undefined);
  }, everyMs);
  return () => clearInterval(timer);
}
