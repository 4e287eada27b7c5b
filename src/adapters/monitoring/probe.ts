import type { Clock } from '../../ports/clock.ts';
import { type Endpoint, endpointText, type Limits, type Reach } from '../../ports/endpoint.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Probe, Requests, RequestTimes, RoundTrips, RoundTripsWanted } from '../../ports/probe.ts';
import { boundedGet } from './bounded-get.ts';
import { type Address, connectOnce, requestsOnOneConnection } from './round-trip.ts';

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
    roundTrips: async (wanted, limits) => {
      const way = await open(wanted.endpoint);
      try {
        return await timedRoundTrips(way, wanted, limits, clock);
      } finally {
        await way.close();
      }
    },
  };
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
  wanted: RoundTripsWanted,
  limits: Limits,
  clock: Clock,
): Promise<RoundTrips> {
  const { endpoint, count } = wanted;
  const ms: number[] = [];
  const failed: { count: number; why?: string } = { count: 0 };
  const heads = endpoint.kind === 'pod' ? requestsOnOneConnection(way, wanted, limits, clock) : undefined;
  try {
    for (let k = 0; k < count; k += 1) {
      try {
        ms.push(await (heads?.next() ?? connectOnce(way, endpointText(endpoint), limits, clock)));
      } catch (error) {
        if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
        failed.count += 1;
        failed.why ??= error.message;
      }
    }
  } finally {
    heads?.close();
  }
  return { ms, failed, by: endpoint.kind === 'address' ? 'tcp-connect' : 'request' };
}
