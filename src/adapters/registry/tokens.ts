import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import { type Challenge, parseChallenge, parseToken } from './challenge.ts';
import type { Answer } from './exchange.ts';
import { apiOf, type Credentials, type RegistryServer } from './server.ts';

type Send = (url: URL, headers: Readonly<Record<string, string>>, maxBytes: number) => Promise<Answer>;

const maxTokenBytes = 64 * 1024;
/** Tokens last minutes; more refusals than this for one repository are about rights, not about age. */
const mostRenewals = 10;

/**
 * What to present to a registry, by repository: a token of the server that it names (asked for reading that repository,
 * whatever it suggests), or the configured user and password. These are shown to the registry itself, and to token servers
 * at its own host or a listed one, by https (or as the registry itself is spoken to).
 */
export class Tokens {
  readonly #server: RegistryServer;
  readonly #send: Send;
  readonly #held = new Map<string, string>();
  readonly #renewals = new Map<string, number>();

  constructor(server: RegistryServer, send: Send) {
    this.#server = server;
    this.#send = send;
  }

  /** The `Authorization` header for a repository, once it was asked for. */
  of(repository: string): string | undefined {
    return this.#held.get(repository);
  }

  /** After a 401 for what was presented: whether something new can be. */
  async renew(repository: string, presented: string | undefined, answer: Answer): Promise<boolean> {
    const challenge = parseChallenge(answer.headers['www-authenticate']);
    if (challenge === undefined) return false;
    const next =
      challenge.scheme === 'basic' ? await this.#basic() : `Bearer ${await this.#token(challenge, repository)}`;
    if (next === undefined || next === presented) return false;
    const renewals = (this.#renewals.get(repository) ?? 0) + 1;
    this.#renewals.set(repository, renewals);
    this.#held.set(repository, next);
    return renewals <= mostRenewals;
  }

  async #basic(): Promise<string | undefined> {
    const credentials = await this.#server.credentials?.();
    return credentials && basicOf(credentials);
  }

  async #token(challenge: Extract<Challenge, { scheme: 'bearer' }>, repository: string): Promise<string> {
    const url = this.#realm(challenge.realm);
    if (challenge.service !== undefined) url.searchParams.set('service', challenge.service);
    url.searchParams.set('scope', `repository:${repository}:pull`);
    const authorization = await this.#basic();
    const answer = await this.#send(url, authorization === undefined ? {} : { authorization }, maxTokenBytes);
    const token = answer.status === 200 ? parseToken(answer.body) : undefined;
    if (token !== undefined) return token;
    throw this.#error(codeOf(answer.status), `its token server ${url.host} gave no token (HTTP ${answer.status})`);
  }

  /** The token server, if credentials may be shown there. */
  #realm(realm: string): URL {
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    const own = apiOf(this.#server);
    if (url === undefined || url.username !== '' || url.password !== '') {
      throw this.#error('invalid', 'it names no proper address of a token server');
    }
    const known = url.host === own.host || this.#server.tokenRealms.includes(url.host);
    const spoken = url.protocol === 'https:' || (url.protocol === 'http:' && this.#server.plainHttp);
    if (known && spoken) return url;
    throw this.#error(
      'untrusted',
      `it names ${shownHost(url)} as its token server, which ${known ? 'is not spoken to by https' : 'is not listed for it'}`,
      `if that is right, list the host under \`token-realms\` of ${this.#server.host} in \`platform.registries\``,
    );
  }

  #error(code: PortErrorCode, why: string, next?: string): PortError {
    const subject = `registry ${this.#server.host}`;
    return new PortError({ code, subject, message: `${subject}: ${why}`, ...(next === undefined ? {} : { next }) });
  }
}

function codeOf(status: number): PortErrorCode {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'busy';
  return status >= 500 ? 'failed' : 'invalid';
}

const basicOf = ({ username, password }: Credentials): string =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;

const shownHost = ({ protocol, host }: URL): string =>
  `${protocol}//${host.replace(/[^\w.:[\]-]/g, '?').slice(0, 120)}`;
