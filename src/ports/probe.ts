import type { Endpoint, Limits } from './endpoint.ts';

/** What is asked for, and how often. */
export interface Requests {
  readonly endpoint: Endpoint;
  readonly scheme: 'http' | 'https';
  readonly path: string;
  /** Host header and TLS name. */
  readonly serverName: string;
  readonly count: number;
}

/** What came of timed requests. Raw values, so that percentiles are true ones. */
export interface RequestTimes {
  /** Of answered requests, whatever their status: ms from opening the connection to the last byte. */
  readonly answeredMs: readonly number[];
  /** Requests that had no answer within the limit; each took at least that long. */
  readonly timedOut: number;
  /** Requests that failed before an answer: how many, and why (the first reason). */
  readonly failed: { readonly count: number; readonly why?: string };
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** Between which ends, and how often. */
export interface RoundTripsWanted {
  readonly endpoint: Endpoint;
  readonly count: number;
  /** For a pod: what is asked for there, over TLS. */
  readonly path: string;
  readonly serverName: string;
}

/** Round trips in ms, and how they were measured. */
export interface RoundTrips {
  readonly ms: readonly number[];
  readonly failed: { readonly count: number; readonly why?: string };
  /**
   * `tcp-connect`: SYN to SYN-ACK. Through a port-forward that says nothing, since its near end accepts at once:
   * `request` is from a request on an open connection to the first byte of the answer, the server's own time
   * included.
   */
  readonly by: 'tcp-connect' | 'request';
}

/**
 * Measuring from here: no credentials are sent, no redirect is followed, a certificate need not be trusted (that is
 * validate-certificates' matter). One request at a time. Rejects with a PortError only when there is no way at all to
 * the endpoint or the run is cancelled; what happens to single requests is in the result.
 */
export interface Probe {
  /** `limits.timeoutMs` is for one request. */
  requests(requests: Requests, limits: Limits): Promise<RequestTimes>;
  /** `limits.timeoutMs` is for one round trip. */
  roundTrips(wanted: RoundTripsWanted, limits: Limits): Promise<RoundTrips>;
}
