import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Addresses } from './addresses.ts';
import { type Answer, exchange } from './exchange.ts';
import { statusError } from './refusal.ts';
import { apiOf, type RegistryServer, serverFor } from './server.ts';
import { Tokens } from './tokens.ts';

/** What clients of registries share. */
export interface ClientContext {
  readonly servers: readonly RegistryServer[];
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** What is asked of a repository. */
export interface Get {
  readonly repository: string;
  /** Path and query below `/v2/<repository>/`. */
  readonly path: string;
  readonly accept?: string;
  readonly maxBytes: number;
}

const attemptMs = 15_000;
const mostAttempts = 4;
const mostRedirects = 3;
const longestWaitMs = 10_000;

/**
 * Requests to one registry: authenticated where it asks for it, repeated where that is right, redirects followed without
 * credentials. Only answers with 200 and 404 come back; everything else is a PortError.
 */
export class RegistryClient {
  readonly subject: string;
  readonly #server: RegistryServer;
  readonly #context: ClientContext;
  readonly #tokens: Tokens;

  constructor(host: string, context: ClientContext) {
    this.#server = serverFor(host, context.servers);
    this.#context = context;
    this.subject = `registry ${host}`;
    this.#tokens = new Tokens(this.#server, (url, headers, maxBytes) => this.#send(url, headers, maxBytes, true));
  }

  /** Whether a host is this registry's own. */
  isOwn(url: URL): boolean {
    return url.host === apiOf(this.#server).host;
  }

  async get(asked: Get): Promise<Answer> {
    for (let left = mostAttempts - 1; ; left -= 1) {
      const answer = await this.#attempt(asked, left > 0);
      if (answer === undefined) continue;
      if (answer.status === 200 || answer.status === 404) return answer;
      throw statusError(this.subject, this.#server, answer.status);
    }
  }

  /** One attempt, with what is presented now. Undefined: it is worth another one. */
  async #attempt({ repository, path, accept, maxBytes }: Get, again: boolean): Promise<Answer | undefined> {
    const url = new URL(`/v2/${repository}/${path}`, apiOf(this.#server));
    const authorization = this.#tokens.of(repository);
    const headers = {
      ...(accept === undefined ? {} : { accept }),
      ...(authorization === undefined ? {} : { authorization }),
    };
    const answer = await this.#follow(url, headers, maxBytes, again);
    if (answer === undefined || !again) return answer;
    if (answer.status === 401) {
      return (await this.#tokens.renew(repository, authorization, answer)) ? undefined : answer;
    }
    if (!isPassing(answer.status)) return answer;
    await this.#context.clock.sleep(waitOf(answer), this.#context.signal);
    return undefined;
  }

  /** One request with its redirects. Undefined: no answer, and it may be asked again. */
  async #follow(
    first: URL,
    headers: Readonly<Record<string, string>>,
    maxBytes: number,
    again: boolean,
  ): Promise<Answer | undefined> {
    let url = first;
    let sent: Readonly<Record<string, string>> = headers;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      let answer: Answer;
      try {
        answer = await this.#send(url, sent, maxBytes, false);
      } catch (error) {
        if (again && error instanceof PortError && error.code === 'unreachable') return undefined;
        throw error;
      }
      const { location } = answer.headers;
      if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer;
      const next = this.#redirected(url, location);
      if (next.host !== url.host) {
        const { authorization, ...rest } = sent;
        sent = rest;
      }
      url = next;
    }
    throw this.#invalid(`redirected more than ${mostRedirects} times`);
  }

  /** Where a redirect may lead: by https, or as we are talking already to the same host. */
  #redirected(from: URL, location: string): URL {
    const next = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (next === undefined || next.username !== '' || next.password !== '') {
      throw this.#invalid('redirected to something that is no address');
    }
    const asBefore = next.protocol === from.protocol && next.host === from.host;
    if (next.protocol === 'https:' || asBefore) return next;
    throw this.#invalid('redirected to an address without TLS');
  }

  async #send(
    url: URL,
    headers: Readonly<Record<string, string>>,
    maxBytes: number,
    isRealm: boolean,
  ): Promise<Answer> {
    const own = this.isOwn(url);
    const rules = own ? this.#server : serverFor(url.host, this.#context.servers);
    const subject = own ? this.subject : `${isRealm ? 'token server' : 'storage'} ${url.host} of ${this.subject}`;
    // a token server that is named for a registry of a private network stands in that network
    const inside = rules.privateAddress || (isRealm && this.#server.privateAddress);
    const address = await this.#context.addresses.of(url.hostname, inside, subject);
    const ca = await (rules.ca ?? (isRealm ? this.#server.ca : undefined))?.();
    const { signal } = this.#context;
    return exchange({ url, address, headers, ca, timeoutMs: attemptMs, maxBytes, signal, subject });
  }

  #invalid(what: string): PortError {
    return new PortError({ code: 'invalid', subject: this.subject, message: `${this.subject} ${what}` });
  }
}

const isPassing = (status: number): boolean => status === 429 || (status >= 500 && status <= 504 && status !== 501);

/** As long as the server asks for, at most ten seconds. */
function waitOf({ headers }: Answer): number {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, longestWaitMs) : 500;
}
