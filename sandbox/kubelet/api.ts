/** The kubelet's client of the API server: one connection pool, plain JSON, watches as lines. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Agent, type Dispatcher, request } from 'undici';
import { parse } from 'yaml';

/** An answer of the API server that is not a success. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly reason: string;

  constructor(subject: string, status: number, reason: string, message: string) {
    super(`${subject}: ${message || reason} (${status})`);
    this.status = status;
    this.reason = reason;
  }
}

/** One line of a watch. */
export interface WatchEvent<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: T;
}

/** A list with the version to watch from. */
export interface List<T> {
  readonly metadata: { readonly resourceVersion: string };
  readonly items: readonly T[];
}

/** How a patch is applied. */
export const PATCH = {
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} as const;

/** Whom to talk to and as whom. */
export interface Access {
  readonly server: string;
  readonly ca?: Buffer;
  readonly certificate?: Buffer;
  readonly key?: Buffer;
  readonly token?: string;
}

const TIMEOUT_MS = 15_000;

interface Named {
  name: string;
  [kind: string]: unknown;
}

/** Reads the current context of a kubeconfig file. */
export function readKubeconfig(file: string): Access {
  const config = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const section = (list: string, kind: string, name: unknown): Record<string, string> => {
    const found = ((config[list] ?? []) as Named[]).find((item) => item.name === name);
    if (!found) throw new Error(`The kubeconfig ${file} has no ${kind} named ${String(name)}.`);
    return found[kind] as Record<string, string>;
  };
  const context = section('contexts', 'context', config['current-context']);
  const cluster = section('clusters', 'cluster', context.cluster);
  const user = section('users', 'user', context.user);
  const bytes = (from: Record<string, string>, name: string): Buffer | undefined => {
    const data = from[`${name}-data`];
    if (data) return Buffer.from(data, 'base64');
    return from[name] ? readFileSync(from[name]) : undefined;
  };
  const optional = <K extends string, V>(name: K, value: V | undefined): { [key in K]?: V } =>
    (value === undefined ? {} : { [name]: value }) as { [key in K]?: V };
  if (!cluster.server) throw new Error(`The kubeconfig ${file} names no server.`);
  return {
    server: cluster.server,
    ...optional('ca', bytes(cluster, 'certificate-authority')),
    ...optional('certificate', bytes(user, 'client-certificate')),
    ...optional('key', bytes(user, 'client-key')),
    ...optional('token', user.token),
  };
}

/** Requests to one API server. Every method throws an `ApiError` for an answer that is not 2xx. */
export class Api {
  readonly server: string;
  readonly #agent: Agent;
  readonly #headers: Record<string, string>;

  constructor(access: Access, agentName: string) {
    this.server = access.server;
    const { ca, certificate: cert, key } = access;
    this.#agent = new Agent({
      connect: { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) },
      pipelining: 1,
      keepAliveTimeout: 60_000,
    });
    this.#headers = {
      'user-agent': agentName,
      accept: 'application/json',
      ...(access.token && { authorization: `Bearer ${access.token}` }),
    };
  }

  get<T>(path: string): Promise<T> {
    return this.#send<T>('GET', path);
  }

  create<T>(path: string, body: object): Promise<T> {
    return this.#send<T>('POST', path, body);
  }

  replace<T>(path: string, body: object): Promise<T> {
    return this.#send<T>('PUT', path, body);
  }

  patch<T>(path: string, body: object, type: string = PATCH.merge): Promise<T> {
    return this.#send<T>('PATCH', path, body, type);
  }

  delete(path: string, body?: object): Promise<unknown> {
    return this.#send('DELETE', path, body);
  }

  /** Like `get`, with undefined for an object that does not exist. */
  async find<T>(path: string): Promise<T | undefined> {
    try {
      return await this.get<T>(path);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Yields events until the server ends the watch or the signal aborts it. */
  async *watch<T>(path: string, signal: AbortSignal): AsyncGenerator<WatchEvent<T>> {
    const options = {
      method: 'GET' as const,
      headers: this.#headers,
      signal,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: 0,
    };
    const answer = await request(this.server + path, { ...options, dispatcher: this.#agent });
    if (answer.statusCode >= 300) throw await failure(`watch ${path}`, answer);
    for await (const line of createInterface({ input: answer.body })) {
      if (line) yield JSON.parse(line) as WatchEvent<T>;
    }
  }

  async #send<T>(method: Dispatcher.HttpMethod, path: string, body?: object, type = 'application/json'): Promise<T> {
    const answer = await request(this.server + path, {
      method,
      headers: body ? { ...this.#headers, 'content-type': type } : this.#headers,
      dispatcher: this.#agent,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.statusCode >= 300) throw await failure(`${method} ${path.split('?')[0]}`, answer);
    return (await answer.body.json()) as T;
  }
}

async function failure(subject: string, answer: Dispatcher.ResponseData): Promise<ApiError> {
  const text = await answer.body.text();
  try {
    const { reason = '', message = '' } = JSON.parse(text) as { reason?: string; message?: string };
    return new ApiError(subject, answer.statusCode, reason, message);
  } catch {
    return new ApiError(subject, answer.statusCode, '', text.slice(0, 200));
  }
}
