import { connect as connectTcp } from 'node:net';
import { connect as connectTls, createSecureContext } from 'node:tls';
import type { Clock } from '../../ports/clock.ts';
import { type Endpoint, endpointText, type Limits, type Reach } from '../../ports/endpoint.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Probe, Requests, RequestTimes, RoundTrips } from '../../ports/probe.ts';
import { boundedGet, translated } from './bounded-get.ts';

/** What the adapter is given. */
export interface ProbeOptions {
  readonly reach: Reach;
  readonly clock: Clock;
}

/** More of an answer is not read: a health path is short. */
const maxAnswerBytes = 1024 * 1024;

/** Timed requests and round trips from where this runs. */
export function createProbe({ reach, clock }: ProbeOptions): Probe {
  const open = async (endpoint: Endpoint) =>
    endpoint.kind === 'pod'
      ? reach(endpoint)
      : { host: endpoint.host, port: endpoint.port, close: async () => undefined };
  return {
    requests: async (requests, limits) => {
      const way = await open(requests.endpoint);
      try {
        return await timedRequests(way, requests, limits, clock);
      } finally {
        await way.close();
      }
    },
    roundTrips: async (endpoint, count, limits) => {
      const way = await open(endpoint);
      try {
        return await timedRoundTrips(way, endpoint, count, limits, clock);
      } finally {
        await way.close();
      }
    },
  };
}

interface Address {
  readonly host: string;
  readonly port: number;
}

async function timedRequests(way: Address, requests: Requests, limits: Limits, clock: Clock): Promise<RequestTimes> {
  const answeredMs: number[] = [];
  const statuses: Record<string, number> = {};
  let timedOut = 0;
  const failed: { count: number; why?: string } = { count: 0 };
  for (let k = 0; k < requests.count; k += 1) {
    const started = clock.monotonic();
    try {
      const got = await boundedGet({
        host: way.host,
        port: way.port,
        scheme: requests.scheme,
        serverName: requests.serverName,
        subject: endpointText(requests.endpoint),
        verify: false,
        path: requests.path,
        timeoutMs: limits.timeoutMs,
        signal: limits.signal,
        maxBytes: maxAnswerBytes,
      });
      answeredMs.push(clock.monotonic() - started);
      statuses[got.status] = (statuses[got.status] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      if (error.code === 'timeout') timedOut += 1;
      else {
        failed.count += 1;
        failed.why ??= error.message;
      }
    }
  }
  return { answeredMs, timedOut, failed, statuses };
}

async function timedRoundTrips(
  way: Address,
  endpoint: Endpoint,
  count: number,
  limits: Limits,
  clock: Clock,
): Promise<RoundTrips> {
  const ms: number[] = [];
  const failed: { count: number; why?: string } = { count: 0 };
  const once = endpoint.kind === 'address' ? connectOnce : shakeHandsOnce;
  for (let k = 0; k < count; k += 1) {
    try {
      ms.push(await once(way, endpointText(endpoint), limits, clock));
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      failed.count += 1;
      failed.why ??= error.message;
    }
  }
  return { ms, failed, by: endpoint.kind === 'address' ? 'tcp-connect' : 'tls-handshake' };
}

/** The time of a TCP handshake: SYN to SYN-ACK, one round trip. An address is resolved before the clock starts. */
async function connectOnce(way: Address, subject: string, limits: Limits, clock: Clock): Promise<number> {
  let resolved = clock.monotonic();
  const socket = connectTcp({ host: way.host, port: way.port });
  socket.once('connectionAttempt', () => {
    resolved = clock.monotonic();
  });
  return settled(socket, 'connect', subject, limits, () => clock.monotonic() - resolved);
}

/**
 * The time of a TLS handshake after the connection is there. Through a port-forward the connection itself says nothing:
 * its near end accepts at once. TLS 1.3 takes one round trip, TLS 1.2 two.
 */
async function shakeHandsOnce(way: Address, subject: string, limits: Limits, clock: Clock): Promise<number> {
  const tcp = connectTcp({ host: way.host, port: way.port });
  await settled(tcp, 'connect', subject, limits, () => 0, true);
  const started = clock.monotonic();
  const secureContext = createSecureContext({ ca: [], ciphers: 'DEFAULT@SECLEVEL=0' });
  const socket = connectTls({ socket: tcp, rejectUnauthorized: false, secureContext });
  return settled(socket, 'secureConnect', subject, limits, () => {
    const took = clock.monotonic() - started;
    return socket.getProtocol() === 'TLSv1.3' ? took : took / 2;
  });
}

interface AwaitedSocket {
  once(event: string, listener: (...values: never[]) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(): unknown;
}

/** Wait for an event of a socket within the limits; the socket is closed afterwards unless it is kept. */
function settled(
  socket: AwaitedSocket,
  event: string,
  subject: string,
  { timeoutMs, signal }: Limits,
  value: () => number,
  keep = false,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let open = true;
    const end = (settle: () => void, keepOpen = false) => {
      if (!open) return;
      open = false;
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancelled);
      settle();
      if (!keepOpen) socket.destroy();
    };
    const fail = (error: PortError) => end(() => reject(error));
    const cancelled = () => fail(new PortError({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
    const late = `${subject} did not answer within ${timeoutMs} ms`;
    const timer = setTimeout(() => fail(new PortError({ code: 'timeout', subject, message: late })), timeoutMs);
    socket.once(event, () => end(() => resolve(value()), keep));
    socket.on('error', (error) => fail(translated(error, subject)));
    socket.once('close', () =>
      fail(new PortError({ code: 'unreachable', subject, message: `${subject} closed the connection` })),
    );
    if (signal?.aborted) cancelled();
    else signal?.addEventListener('abort', cancelled, { once: true });
  });
}
