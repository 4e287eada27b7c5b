/** Asking a container how it is: one probe by command, HTTP or TCP, with a time limit. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { Container, Handler, HttpGetAction } from './objects.ts';

/** The answer of a probe; `message` says why not, as the event Unhealthy shows it. */
export interface ProbeResult {
  readonly ok: boolean;
  readonly message: string;
}

/** What a probe is asked of. */
export interface ProbeTarget {
  readonly container: Container;
  readonly address: string;
  /** Runs a command in the container; resolves to its exit code and the beginning of what it printed. */
  exec(command: readonly string[], timeoutMs: number): Promise<{ code: number; output: string; timedOut: boolean }>;
}

const LONGEST_BODY = 10 * 1024;

/** Runs the handler once. Never throws. */
export async function ask(handler: Handler, target: ProbeTarget, timeoutMs: number): Promise<ProbeResult> {
  try {
    if (handler.exec) return await askCommand(handler.exec.command ?? [], target, timeoutMs);
    if (handler.httpGet) return await askHttp(handler.httpGet, target, timeoutMs);
    if (handler.tcpSocket) {
      const port = portNumber(handler.tcpSocket.port, target.container);
      return await askTcp(handler.tcpSocket.host ?? target.address, port, timeoutMs);
    }
    return { ok: false, message: 'the probe has no handler that the sandbox knows' };
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
}

/** A port given as a number or as the name of one of the container's. Throws for an unknown name. */
export function portNumber(port: number | string, container: Container): number {
  if (typeof port === 'number') return port;
  if (/^\d+$/.test(port)) return Number(port);
  const named = container.ports?.find(({ name }) => name === port);
  if (!named) throw new Error(`couldn't find port "${port}" of container ${container.name}`);
  return named.containerPort;
}

async function askCommand(command: readonly string[], target: ProbeTarget, timeoutMs: number): Promise<ProbeResult> {
  const { code, output, timedOut } = await target.exec(command, timeoutMs);
  if (timedOut) return { ok: false, message: `command timed out after ${timeoutMs / 1000}s` };
  return { ok: code === 0, message: output.trim() || `command ended with ${code}` };
}

function askHttp(action: HttpGetAction, target: ProbeTarget, timeoutMs: number): Promise<ProbeResult> {
  const host = action.host ?? target.address;
  const port = portNumber(action.port, target.container);
  const secure = action.scheme === 'HTTPS';
  const path = action.path?.startsWith('/') ? action.path : `/${action.path ?? ''}`;
  const headers = Object.fromEntries((action.httpHeaders ?? []).map(({ name, value }) => [name, value]));
  const url = `${secure ? 'https' : 'http'}://${host}:${port}${path}`;
  const { promise, resolve } = Promise.withResolvers<ProbeResult>();
  const options = { headers: { 'user-agent': 'kube-probe/1.37', accept: '*/*', connection: 'close', ...headers } };
  // A kubelet does not verify the certificate of an HTTPS probe.
  const request = secure
    ? httpsRequest(url, { ...options, rejectUnauthorized: false, agent: false })
    : httpRequest(url, { ...options, agent: false });
  const timer = setTimeout(() => request.destroy(new Error('context deadline exceeded')), timeoutMs);
  request.once('response', (answer) => {
    const status = answer.statusCode ?? 0;
    const ok = status >= 200 && status < 400;
    let size = 0;
    answer.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LONGEST_BODY) answer.destroy();
    });
    answer.once('close', () => clearTimeout(timer));
    answer.on('error', () => undefined);
    resolve({ ok, message: ok ? '' : `HTTP probe failed with statuscode: ${status}` });
  });
  request.once('error', (error) => {
    clearTimeout(timer);
    resolve({ ok: false, message: `Get "${url}": ${error.message}` });
  });
  request.end();
  return promise;
}

function askTcp(host: string, port: number, timeoutMs: number): Promise<ProbeResult> {
  const { promise, resolve } = Promise.withResolvers<ProbeResult>();
  const socket = connect({ host, port });
  const end = (result: ProbeResult): void => {
    clearTimeout(timer);
    socket.destroy();
    resolve(result);
  };
  const timer = setTimeout(() => end({ ok: false, message: `dial tcp ${host}:${port}: i/o timeout` }), timeoutMs);
  socket.once('connect', () => end({ ok: true, message: '' }));
  socket.once('error', (error) => end({ ok: false, message: `dial tcp ${host}:${port}: ${error.message}` }));
  return promise;
}
