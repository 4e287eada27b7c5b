import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import { type Access, serverWord } from './access.ts';
import { type ApiStatus, apiError, apiStatusOf, type Speaker } from './api-error.ts';
import { Credentials, type Presented } from './credentials.ts';
import { Dialer } from './dial.ts';
import { Http, type HttpAnswer, type HttpRequest } from './http.ts';
import { networkError } from './network-error.ts';
import { type ProxySettings, proxyFor } from './proxy.ts';
import { type Asked, pathOf, subjectOf } from './resource-path.ts';
import { withRetries } from './retry.ts';

/** What a client needs besides the access; clock, chance and environment are handed in. */
export interface ClientOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Id of the task that runs, for hints and the User-Agent. */
  readonly task?: string | undefined;
  /** Environment of credential plugins: what they need and nothing else (PATH, HOME, the cloud's variables). */
  readonly pluginEnvironment?: Readonly<Record<string, string>> | undefined;
  readonly proxy?: ProxySettings | undefined;
  /** Ends everything that is under way with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** For one request with its retries, ms. Default 30 s. */
  readonly deadlineMs?: number | undefined;
  /** For one attempt, ms. Default 15 s. */
  readonly attemptMs?: number | undefined;
}

/**
 * Until the server has answered for the first time, all requests together may take so long, ms: one that is not there is
 * known soon. Afterwards each still has a moment, in case it comes.
 */
const firstContactMs = 10_000;
const momentMs = 1_000;

/** How a request differs from a plain GET of what is asked. */
export interface RequestForm {
  readonly method?: HttpRequest['method'];
  /** Default: the path of what is asked. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly accept?: string;
  /** May be sent again after a lost answer. Default: for GET. */
  readonly repeatable?: boolean;
}

/** Shown to the API server, in its audit log and as the manager of fields. */
export const managerName = 'rooivalk-maintenance';

/** A failed request, with what the API server said, for callers that must tell cases apart. */
export class Refused extends Error {
  readonly status: number;
  readonly answer: ApiStatus & { readonly metadata?: { readonly continue?: string } };
  constructor(status: number, answer: ApiStatus) {
    super(`HTTP ${status}`);
    this.status = status;
    this.answer = answer;
  }
}

/**
 * By when the API server gives up a write, a little before we do: so none takes effect long after its process has stopped
 * waiting for it. (`timeout` of WithRequestDeadline in k8s.io/apiserver, as client-go sends it.)
 */
function givenUp({ method = 'GET' }: RequestForm, timeoutMs: number): Readonly<Record<string, string>> {
  return method === 'GET' ? {} : { timeout: `${Math.max(1, Math.floor(timeoutMs / 1000) - 3)}s` };
}

/** Requests to one API server: identified, pooled, repeated where that is right, their errors translated. */
export class ApiClient {
  readonly speaker: Speaker;
  readonly options: ClientOptions;
  readonly dialer: Dialer;
  readonly access: Access;
  readonly #credentials: Credentials;
  readonly #http: Http;
  #contact: { readonly soughtAt: number } | 'made' | 'none' = 'none';

  constructor(access: Access, options: ClientOptions) {
    this.access = access;
    this.options = options;
    this.speaker = { server: serverWord(access), user: access.user, context: access.context, task: options.task };
    this.#credentials = new Credentials(access, options.clock, options.pluginEnvironment ?? {});
    this.dialer = new Dialer(access, proxyFor(access.server, options.proxy ?? {}), 10_000);
    this.#http = new Http(access.server, this.dialer);
  }

  /** The parsed answer. Rejects with a PortError. */
  async request<T>(asked: Asked, form: RequestForm = {}): Promise<T> {
    try {
      return await this.attempt<T>(asked, form);
    } catch (error) {
      throw error instanceof Refused ? apiError(asked, error.status, error.answer, this.speaker) : error;
    }
  }

  /** As {@link request}, but an answer that is an error comes as {@link Refused}. */
  async attempt<T>(asked: Asked, form: RequestForm = {}): Promise<T> {
    const answer = await this.#answer(asked, form);
    if (answer.status >= 300) throw new Refused(answer.status, apiStatusOf(answer.body));
    try {
      return JSON.parse(answer.body) as T;
    } catch {
      throw networkError({ code: 'BAD_BODY' }, subjectOf(asked), this.speaker);
    }
  }

  /** The answer as text, for what is no JSON. Rejects with a PortError. */
  async text(asked: Asked, form: RequestForm = {}): Promise<string> {
    const answer = await this.#answer(asked, form);
    if (answer.status >= 300) throw apiError(asked, answer.status, apiStatusOf(answer.body), this.speaker);
    return answer.body;
  }

  /** What to present at a WebSocket upgrade or a request; `unauthorized` when there is nothing. */
  present(): Promise<Presented> {
    return this.#credentials.present();
  }

  /** After a 401 for what was presented: whether a new credential can be had. */
  renew(refused: Presented): boolean {
    return this.#credentials.renew(refused);
  }

  /** The headers that say who we are. */
  headersOf(presented: Presented): Record<string, string | string[]> {
    const { impersonate } = this.access;
    return {
      'user-agent': this.options.task === undefined ? managerName : `${managerName}/${this.options.task}`,
      ...(presented.authorization === undefined ? {} : { authorization: presented.authorization }),
      ...(impersonate === undefined ? {} : { 'impersonate-user': impersonate.user }),
      ...(impersonate?.uid === undefined ? {} : { 'impersonate-uid': impersonate.uid }),
      ...(impersonate === undefined || impersonate.groups.length === 0
        ? {}
        : { 'impersonate-group': [...impersonate.groups] }),
    };
  }

  /** The path at the server, below whatever path the kubeconfig's address has. */
  pathAt(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
    const parameters = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value !== undefined) parameters.append(key, value);
    const base = this.access.server.pathname.replace(/\/$/, '');
    return `${base}${path}${parameters.size === 0 ? '' : `?${parameters}`}`;
  }

  /** The PortError for whatever went wrong on the way. */
  failure(error: unknown, subject: string): PortError {
    if (error instanceof PortError) return error;
    if (this.options.signal?.aborted === true) {
      return new PortError({ code: 'cancelled', subject, message: 'The run was asked to stop' });
    }
    return networkError(error, subject, this.speaker);
  }

  /** End every connection. */
  close(): Promise<void> {
    return this.#http.close();
  }

  async #answer(asked: Asked, form: RequestForm): Promise<HttpAnswer> {
    const { clock, random, signal, deadlineMs = 30_000, attemptMs = 15_000 } = this.options;
    const method = form.method ?? 'GET';
    let renewed = false;
    const attempt = async (timeoutMs: number): Promise<HttpAnswer> => {
      const presented = await this.present();
      const answer = await this.#send(asked, form, presented, timeoutMs);
      if (answer.status !== 401 || renewed || !this.renew(presented)) return answer;
      renewed = true;
      return this.#send(asked, form, await this.present(), timeoutMs);
    };
    try {
      signal?.throwIfAborted();
      const policy = {
        clock,
        random,
        signal,
        deadlineMs: Math.min(deadlineMs, this.#contactMs()),
        attemptMs,
        staysGone: form.query?.continue !== undefined,
      };
      const answer = await withRetries(attempt, form.repeatable ?? method === 'GET', policy);
      this.#contact = 'made';
      return answer;
    } catch (error) {
      throw this.failure(error, subjectOf(asked));
    }
  }

  /** How long a request may take because of what is known of the server: for ever once it has answered. */
  #contactMs(): number {
    if (this.#contact === 'made') return Number.POSITIVE_INFINITY;
    const now = this.options.clock.monotonic();
    if (this.#contact === 'none') this.#contact = { soughtAt: now };
    return Math.max(momentMs, firstContactMs - (now - this.#contact.soughtAt));
  }

  #send(asked: Asked, form: RequestForm, presented: Presented, timeoutMs: number): Promise<HttpAnswer> {
    const request: HttpRequest = {
      method: form.method ?? 'GET',
      path: this.pathAt(form.path ?? pathOf(asked), { ...form.query, ...givenUp(form, timeoutMs) }),
      headers: {
        accept: form.accept ?? 'application/json',
        ...(form.body === undefined ? {} : { 'content-type': form.contentType ?? 'application/json' }),
        ...this.headersOf(presented),
      },
      ...(form.body === undefined ? {} : { body: JSON.stringify(form.body) }),
      timeoutMs,
      signal: this.options.signal,
    };
    return this.#http.send(request, presented.certificate);
  }
}
