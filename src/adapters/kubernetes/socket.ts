import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { resources } from '../../domain/kubernetes/resources.ts';
import { PortError } from '../../ports/port-error.ts';
import { apiStatusOf } from './api-error.ts';
import type { ApiClient } from './client.ts';
import type { Presented } from './credentials.ts';
import { DialError } from './dial.ts';
import type { HttpAnswer } from './http.ts';
import { explainRefusal, type StreamAsked, streamSubject } from './refusal.ts';
import { pathOf } from './resource-path.ts';
import { withRetries } from './retry.ts';

/** What the API server answered to an upgrade: the open socket (101), or why there is none. */
interface Upgraded extends HttpAnswer {
  readonly socket?: WebSocket;
}

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
  { presented, timeoutMs }: { readonly presented: Presented; readonly timeoutMs: number },
): Promise<Upgraded> {
  const { WebSocket: Client } = await import('ws');
  const connection: Socket = await client.dialer.dial(presented.certificate);
  const address = new URL(path, client.access.server);
  address.protocol = address.protocol === 'http:' ? 'ws:' : 'wss:';
  const socket = new Client(address, [...protocols], {
    createConnection: () => connection,
    headers: client.headersOf(presented),
    perMessageDeflate: false,
    maxPayload: 16 * 1024 * 1024,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Upgraded>();
  const giveUp = (code: string): void => {
    reject(new DialError(code));
    socket.terminate();
  };
  // The client's own bound is that of a socket which it has made; this one was made before.
  const timer = setTimeout(() => giveUp('ATTEMPT_TIMEOUT'), timeoutMs);
  const cancel = (): void => giveUp('CANCELLED');
  const { signal } = client.options;
  signal?.addEventListener('abort', cancel, { once: true });
  // Every later error also closes the socket, which is what its user listens for.
  socket.on('error', reject);
  socket.once('open', () => {
    // The first frames may be here already: they wait until whoever gets the socket listens.
    socket.pause();
    resolve({ status: 101, headers: {}, body: '', socket });
  });
  socket.once('unexpected-response', (_request: ClientRequest, response: IncomingMessage) => {
    bodyOf(response).then((body) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      socket.terminate();
    });
  });
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  });
}

/**
 * Open a stream into a pod; it is paused, to be resumed by whoever listens. Tried again where nothing can have begun: when no
 * connection was made, and when a busy server asks to come back. Rejects with a PortError that says what is missing; a 401
 * is answered once with a renewed credential.
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
  const { clock, random, signal, deadlineMs = 30_000, attemptMs = 15_000 } = client.options;
  if (signal?.aborted === true) throw client.failure(undefined, subject);
  let renewed = false;
  const attempt = async (timeoutMs: number): Promise<Upgraded> => {
    const presented = await client.present();
    const answer = await upgrade(client, path, protocols, { presented, timeoutMs });
    if (answer.status !== 401 || renewed || !client.renew(presented)) return answer;
    renewed = true;
    return upgrade(client, path, protocols, { presented: await client.present(), timeoutMs });
  };
  const policy = { clock, random, signal, deadlineMs, attemptMs };
  const { socket, status, body } = await withRetries(attempt, false, policy).catch((error: unknown) => {
    throw client.failure(error, subject);
  });
  if (socket === undefined) throw await explainRefusal(client, asked, status, apiStatusOf(body));
  return socket;
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
