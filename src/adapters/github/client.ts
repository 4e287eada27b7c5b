import { getOctokit } from '@actions/github';
import type { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import { forgeError } from './errors.ts';
import { untilAnswered } from './until-answered.ts';

/** How the forge is reached, from the runner's own variables. */
export interface ForgeAccess {
  /** `https://api.github.com` */
  readonly api: string;
  readonly token: string;
  /** A token that may read the organization's teams; the job's own may not. */
  readonly teamToken?: string;
  /** `owner/name` */
  readonly repository: string;
  /** Where a job asks who it is, and with what; absent without `id-token: write`. */
  readonly identity?: { readonly url: string; readonly token: string };
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Hears every token that was received, so that it never shows. */
  readonly secret: (value: string) => void;
}

const requestMs = 30_000;

type Octokit = ReturnType<typeof getOctokit>;
type Parameters = Readonly<Record<string, unknown>>;

/** One answer: its body, and what the headers say of the rest of a list. */
interface Answered {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** Requests to the forge's REST API: bounded in time and number, with errors that hold nothing foreign. */
export class ForgeClient {
  readonly #octokit: Octokit;
  readonly #teams: Octokit;
  readonly #access: ForgeAccess;
  readonly owner: string;
  readonly repo: string;

  constructor(access: ForgeAccess) {
    this.#access = access;
    const options = { baseUrl: access.api, log: quiet, userAgent: 'rooivalk-maintenance' };
    this.#octokit = getOctokit(access.token, options);
    this.#teams = access.teamToken === undefined ? this.#octokit : getOctokit(access.teamToken, options);
    const [owner = '', repo = ''] = access.repository.split('/');
    this.owner = owner;
    this.repo = repo;
  }

  get access(): ForgeAccess {
    return this.#access;
  }

  /** Ask once, or until it is answered when reading. `route` is GitHub's own: `GET /repos/{owner}/{repo}`. */
  async #send(route: string, parameters: Parameters, subject: string, teams = false): Promise<Answered> {
    const octokit = teams ? this.#teams : this.#octokit;
    const { signal } = this.#access;
    const send = async (): Promise<Answered> => {
      try {
        const answer = (await octokit.request(route, {
          // What a route has no place for would be sent as a query.
          ...(route.includes('{owner}') ? { owner: this.owner, repo: this.repo } : {}),
          ...parameters,
          request: { signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]), redirect: 'manual' },
        })) as Answered;
        if (wasCutShort(answer)) throw cutShort(subject);
        return answer;
      } catch (error) {
        throw signal.aborted ? cancelled(subject) : forgeError(subject, error);
      }
    };
    return route.startsWith('GET ') ? untilAnswered(this.#access, send) : send();
  }

  /** One answer, of the form that is expected. `invalid` when the forge answers something else. */
  async ask<S extends z.ZodType>(
    route: string,
    parameters: Parameters,
    subject: string,
    schema: S,
  ): Promise<z.output<S>> {
    return parsed(subject, schema, (await this.#send(route, parameters, subject)).data);
  }

  /** As {@link ask}; undefined when the forge knows nothing of it, or no longer. */
  async find<S extends z.ZodType>(
    route: string,
    parameters: Parameters,
    subject: string,
    schema: S,
  ): Promise<z.output<S> | undefined> {
    try {
      return await this.ask(route, parameters, subject, schema);
    } catch (error) {
      if (error instanceof PortError && (error.code === 'not-found' || error.code === 'gone')) return undefined;
      throw error;
    }
  }

  /** A change without an answer worth reading. */
  async tell(route: string, parameters: Parameters, subject: string): Promise<void> {
    await this.#send(route, parameters, subject);
  }

  /** Where the forge sends whoever wants a file. */
  async redirection(route: string, parameters: Parameters, subject: string): Promise<string> {
    const { headers } = await this.#send(route, parameters, subject);
    const { location } = headers;
    if (typeof location === 'string') return location;
    throw new PortError({ code: 'invalid', subject, message: `${subject}: GitHub does not say where it is` });
  }

  /** Entries of a list, page after page, at most `most`; each page is parsed to its entries. */
  async list<T>(
    route: string,
    parameters: Parameters,
    subject: string,
    page: z.ZodType<readonly T[]>,
    { most, teams = false }: { readonly most: number; readonly teams?: boolean },
  ): Promise<readonly T[]> {
    const found: T[] = [];
    const perPage = Math.min(100, most);
    for (let number = 1; found.length < most; number += 1) {
      const answer = await this.#send(route, { ...parameters, per_page: perPage, page: number }, subject, teams);
      const entries = parsed(subject, page, answer.data);
      found.push(...entries);
      if (entries.length < perPage) break;
    }
    return found.slice(0, most);
  }

  /**
   * The last entries of a list that is oldest first, at most `most` (a multiple of 100): from its last page backwards, so that
   * the number of requests is bounded however long the list is.
   */
  async newest<T>(
    route: string,
    parameters: Parameters,
    subject: string,
    page: z.ZodType<readonly T[]>,
    most: number,
  ): Promise<{ readonly entries: readonly T[]; readonly isWhole: boolean }> {
    const read = async (number: number): Promise<Answered> =>
      this.#send(route, { ...parameters, per_page: 100, page: number }, subject);
    const first = await read(1);
    const last = lastPage(first);
    const oldest = Math.max(1, last - most / 100);
    const pages: (readonly T[])[] = [];
    for (let number = last; number >= Math.max(oldest, 2); number -= 1) {
      pages.unshift(parsed(subject, page, (await read(number)).data));
    }
    if (oldest === 1) pages.unshift(parsed(subject, page, first.data));
    const entries = pages.flat();
    return { entries: entries.slice(-most), isWhole: oldest === 1 && entries.length <= most };
  }
}

/** The number of the last page, as the `Link` header of another says it; 1 when it names none. */
function lastPage({ headers }: Answered): number {
  const [, page] = /[?&]page=(\d{1,9})[^<>]*>; rel="last"/.exec(String(headers.link ?? '')) ?? [];
  return page === undefined ? 1 : Number(page);
}

/** octokit makes an empty text of a JSON body that did not come to its end. */
const wasCutShort = ({ status, data }: Answered): boolean => (status === 200 || status === 201) && data === '';

function cutShort(subject: string): PortError {
  const message = `${subject}: the connection to GitHub was lost before the answer was whole`;
  return new PortError({ code: 'unreachable', subject, message });
}

/** The run was asked to stop. */
function cancelled(subject: string): PortError {
  return new PortError({ code: 'cancelled', subject, message: `${subject}: the run was cancelled` });
}

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** An answer of the form that is expected. */
export function parsed<S extends z.ZodType>(subject: string, schema: S, data: unknown): z.output<S> {
  const found = schema.safeParse(data);
  if (found.success) return found.data;
  const where = found.error.issues[0]?.path.join('.') ?? '';
  throw new PortError({
    code: 'invalid',
    subject,
    message: `${subject}: GitHub’s answer lacks ${where || 'its form'}`,
  });
}
