import { lookup } from 'node:dns/promises';
import { type Agent, request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { readJson } from './web.ts';

/** How long an address that DNS gave is used before it is asked for again, in milliseconds. */
const ADDRESS_AGE = 5_000;

interface Known {
  readonly addresses: readonly string[];
  readonly at: number;
}

/**
 * Addresses of names, asked for again every few seconds. When DNS does not answer, the last known addresses go on being
 * used, as a client with pooled connections would.
 */
export class AddressBook {
  private readonly known = new Map<string, Known>();

  async all(name: string): Promise<readonly string[]> {
    const known = this.known.get(name);
    if (known !== undefined && Date.now() - known.at < ADDRESS_AGE) return known.addresses;
    try {
      const found = await lookup(`${name}.`, { all: true, family: 4 });
      const addresses = found.map(({ address }) => address).sort();
      this.known.set(name, { addresses, at: Date.now() });
      return addresses;
    } catch (error) {
      const gone = (error as NodeJS.ErrnoException).code === 'ENOTFOUND';
      if (known === undefined || gone) return [];
      return known.addresses;
    }
  }

  /** Ask for a name anew the next time, since an address of it did not answer: its pod may have been replaced. */
  doubt(name: string): void {
    const known = this.known.get(name);
    if (known !== undefined) this.known.set(name, { ...known, at: 0 });
  }
}

/** A request to a program of the platform. */
export interface Call {
  readonly address: string;
  readonly port: number;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  /** In milliseconds, over all. */
  readonly timeout: number;
  readonly agent?: Agent;
  /** Set for TLS: the name to verify and the trusted certificates. */
  readonly tls?: { readonly servername: string; readonly ca: string };
}

/** The answer's status and JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Sends one request and reads the JSON answer; rejects on a network error or when the time is over. */
export function call(options: Call): Promise<Answer> {
  const text = options.body === undefined ? undefined : JSON.stringify(options.body);
  const init: RequestOptions & { servername?: string; ca?: string } = {
    host: options.address,
    port: options.port,
    path: options.path,
    method: options.method ?? 'GET',
    signal: AbortSignal.timeout(options.timeout),
    ...(options.agent === undefined ? {} : { agent: options.agent }),
    ...(text === undefined
      ? {}
      : { headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } }),
    ...options.tls,
  };
  return new Promise((resolve, reject) => {
    const sent = (options.tls === undefined ? plainRequest : tlsRequest)(init, (response) => {
      readJson(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
