import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';

/** The longest request body that a program of the platform reads, in bytes. */
export const BODY_LIMIT = 4 * 1024 * 1024;

/** Reads a request's or an answer's body as JSON; a body over the limit or one that is not JSON is an error. */
export async function readJson(message: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += (chunk as Buffer).length;
    if (size > BODY_LIMIT) throw new Error(`The body is longer than ${BODY_LIMIT} bytes.`);
    chunks.push(chunk as Buffer);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Answers with JSON. */
export function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

/** The state that probes ask for: healthy as long as the process answers, ready with a reason when it is not. */
export type Readiness = () => { readonly ready: boolean; readonly reason?: string };

/** Answers `/metrics`, `/healthz` and `/readyz`; false for any other path. */
export function answerProbe(
  request: IncomingMessage,
  response: ServerResponse,
  metrics: Metrics,
  readiness: Readiness,
): boolean {
  const path = request.url?.split('?')[0];
  if (path === '/metrics') {
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(metrics.render());
    return true;
  }
  if (path === '/healthz') {
    answer(response, 200, { status: 'ok' });
    return true;
  }
  if (path === '/readyz') {
    const state = readiness();
    answer(response, state.ready ? 200 : 503, state);
    return true;
  }
  return false;
}

/** Starts a plain HTTP server on one address. */
export function listen(address: string, port: number, handle: RequestListener): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 30_000 }, handle);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => resolve(server));
  });
}

/** Ends the process on SIGTERM and SIGINT, after `cleanUp`. As process 1 of a pod nothing else would. */
export function endOnSignal(cleanUp: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      cleanUp();
      process.exit(0);
    });
  }
}
