import { Agent, request } from 'node:https';
import { connect } from 'node:net';
import type { Clock } from '../../ports/clock.ts';
import { endpointText, type Limits } from '../../ports/endpoint.ts';
import { PortError } from '../../ports/port-error.ts';
import type { RoundTripsWanted } from '../../ports/probe.ts';
import { translated } from './bounded-get.ts';

/** Where to connect. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The time of a TCP handshake: SYN to SYN-ACK, one round trip. A name is resolved before the clock starts. */
export function connectOnce(way: Address, subject: string, limits: Limits, clock: Clock): Promise<number> {
  let started = clock.monotonic();
  const socket = connect({ host: way.host, port: way.port });
  socket.once('connectionAttempt', () => {
    started = clock.monotonic();
  });
  return bounded(
    subject,
    limits,
    () => socket.destroy(),
    (done, failed) => {
      socket.once('connect', () => done(clock.monotonic() - started));
      socket.on('error', failed);
    },
  );
}

/** Requests one after the other over one open TLS connection, as long as the server keeps it. */
export interface RequestsOnOneConnection {
  /** The next one: ms from sending it to the first byte of the answer, without any handshake. */
  next(): Promise<number>;
  close(): void;
}

/** Open for {@link RequestsOnOneConnection}; nothing is sent yet. */
export function requestsOnOneConnection(
  way: Address,
  wanted: RoundTripsWanted,
  limits: Limits,
  clock: Clock,
): RequestsOnOneConnection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { path, serverName, endpoint } = wanted;
  const next = (): Promise<number> => {
    let started = clock.monotonic();
    const asked = request({
      host: way.host,
      port: way.port,
      method: 'GET',
      path,
      agent,
      servername: serverName,
      rejectUnauthorized: false,
      headers: { Host: serverName, 'User-Agent': 'rooivalk-maintenance' },
    });
    asked.once('socket', (socket) => {
      if (asked.reusedSocket) return;
      socket.once('secureConnect', () => {
        started = clock.monotonic();
      });
    });
    return bounded(
      endpointText(endpoint),
      limits,
      () => undefined,
      (done, failed) => {
        asked.once('response', (response) => {
          const took = clock.monotonic() - started;
          response.once('end', () => done(took)).resume();
        });
        asked.on('error', failed);
        asked.end();
      },
    ).catch((error: unknown) => {
      asked.destroy();
      throw error;
    });
  };
  return { next, close: () => agent.destroy() };
}

/** Run something that ends by itself, within the limits; `release` is called in any case. */
function bounded(
  subject: string,
  { timeoutMs, signal }: Limits,
  release: () => void,
  run: (done: (ms: number) => void, failed: (error: Error) => void) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancelled);
      settle();
      release();
    };
    const fail = (error: PortError) => end(() => reject(error));
    const cancelled = () => fail(new PortError({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
    const late = `${subject} did not answer within ${timeoutMs} ms`;
    const timer = setTimeout(() => fail(new PortError({ code: 'timeout', subject, message: late })), timeoutMs);
    run(
      (ms) => end(() => resolve(ms)),
      (error) => fail(translated(error, subject)),
    );
    if (signal?.aborted) cancelled();
    else signal?.addEventListener('abort', cancelled, { once: true });
  });
}
