/** The kubelet's HTTPS server, which only the API server may use. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { ContainerRunner } from '../container-runner.ts';
import type { Kubelet } from '../kubelet.ts';
import type { PodWorker } from '../pod-worker.ts';
import { serveExec } from './exec.ts';
import { serveLogs } from './logs.ts';
import { kubeletMetrics, resourceMetrics } from './metrics.ts';
import { servePortForward } from './port-forward.ts';
import { Refusal } from './refusal.ts';
import { summary } from './summary.ts';

/** Where the server listens and whom it lets in. */
export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly certificate: Buffer;
  readonly key: Buffer;
  /** The authority that client certificates must be signed by. */
  readonly ca: Buffer;
  /** The common names that are let in. */
  readonly clients: readonly string[];
}

/** What a path names. */
interface Route {
  readonly verb: string;
  readonly worker?: PodWorker;
  readonly runner?: ContainerRunner;
  readonly query: URLSearchParams;
}

/** Starts the server; resolves when it listens. */
export async function serve(kubelet: Kubelet, options: ServerOptions): Promise<void> {
  const { certificate: cert, key, ca } = options;
  const server = createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true });
  server.on('request', (request, response) => {
    void answer(kubelet, options, request, response).catch((error: Error) => refuse(response, error));
  });
  server.on('upgrade', (request, socket, head) => {
    try {
      upgrade(kubelet, options, request, socket, head);
    } catch (error) {
      refuseUpgrade(socket, error as Error);
    }
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(options.port, options.host, resolve);
  await promise;
}

async function answer(
  kubelet: Kubelet,
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  admit(options, request);
  const route = routeOf(kubelet, request);
  switch (route.verb) {
    case 'healthz':
      return send(response, 'text/plain', 'ok');
    case 'stats/summary':
      return send(response, 'application/json', JSON.stringify(summary(kubelet)));
    case 'metrics/resource':
      return send(response, 'text/plain; version=0.0.4', resourceMetrics(kubelet));
    case 'metrics':
      return send(response, 'text/plain; version=0.0.4', kubeletMetrics(kubelet));
    case 'containerLogs':
      return serveLogs(required(route.worker, 'pod'), required(route.runner, 'container'), route.query, response);
    case 'exec':
    case 'portForward':
      throw new Refusal(400, 'unable to upgrade: the request asks for no upgrade');
    default:
      throw new Refusal(404, `404 page not found: ${route.verb}`);
  }
}

function upgrade(
  kubelet: Kubelet,
  options: ServerOptions,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  admit(options, request);
  const route = routeOf(kubelet, request);
  socket.on('error', () => undefined); // The streams on it notice; without a listener the process would end.
  if (route.verb === 'exec') serveExec(required(route.runner, 'container'), route.query, { request, socket, head });
  else if (route.verb === 'portForward')
    servePortForward(required(route.worker, 'pod'), route.query, { request, socket, head });
  else throw new Refusal(404, `nothing to upgrade at ${route.verb}`);
}

/** TLS has verified that the certificate is of the cluster's authority; here it must also be the API server's. */
function admit(options: ServerOptions, request: IncomingMessage): void {
  const { subject } = (request.socket as TLSSocket).getPeerCertificate();
  const name = String(subject?.CN ?? '');
  if (!options.clients.includes(name)) throw new Refusal(403, `Forbidden (user=${name})`);
}

/** `/exec/<namespace>/<pod>[/<uid>]/<container>`, `/containerLogs/<namespace>/<pod>/<container>`, `/portForward/<namespace>/<pod>[/<uid>]`. */
function routeOf(kubelet: Kubelet, request: IncomingMessage): Route {
  const url = new URL(request.url ?? '/', 'https://kubelet');
  const [first = '', ...rest] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (!['exec', 'containerLogs', 'portForward'].includes(first)) {
    return { verb: [first, ...rest].join('/'), query: url.searchParams };
  }
  const [namespace = '', name = ''] = rest;
  const worker = kubelet.worker(namespace, name);
  if (!worker) throw new Refusal(404, `pod "${name}_${namespace}" does not exist`);
  if (first === 'portForward') return { verb: first, worker, query: url.searchParams };
  const container = rest.at(-1) ?? '';
  const runner = worker.container(container);
  if (!runner) throw new Refusal(404, `container not found ("${container}")`);
  return { verb: first, worker, runner, query: url.searchParams };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Refusal(404, `${what} not found`);
  return value;
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type });
  response.end(body);
}

function refuse(response: ServerResponse, error: Error): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(error instanceof Refusal ? error.status : 500, { 'content-type': 'text/plain' });
  response.end(`${error.message}\n`);
}

function refuseUpgrade(socket: Duplex, error: Error): void {
  const status = error instanceof Refusal ? error.status : 500;
  const body = `${error.message}\n`;
  const head = [
    `HTTP/1.1 ${status} Refused`,
    'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
