import pg from 'pg';
import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Target, TlsOptions } from '../../ports/reach.ts';
import { addressOf, tlsSettings } from '../tls.ts';
import { type Place, translate } from './errors.ts';

/** How to log in, and what the adapter needs to know of the run. */
export interface PostgresOptions {
  /** The servers, in a stable order. */
  readonly targets: () => Promise<readonly Target[]>;
  /** The database that is logged in to for what concerns the whole server. */
  readonly database: string;
  readonly user: string;
  readonly password: () => Promise<string>;
  readonly tls: () => Promise<TlsOptions>;
  /** Run, attempt and job: becomes part of every session's application name. */
  readonly run: string;
  readonly clock: Clock;
}

/** Bounds of one session, ms; the server enforces them, and the client gives up a little later. */
export interface SessionBounds {
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
}

/** A message that the server sent beside its answer. */
export interface Notice {
  readonly severity: string;
  readonly sqlState: string;
  readonly text: string;
}

/** One logged-in session. */
export interface Session {
  readonly pid: number;
  readonly majorVersion: number;
  query<T>(sql: string, values?: readonly unknown[]): Promise<readonly T[]>;
  /** What the server has said since the last call. */
  notices(): readonly Notice[];
  readonly ended: boolean;
  close(): Promise<void>;
}

/** Reads are short; anything longer is told to the reader. */
export const readBounds: SessionBounds = { statementTimeoutMs: 15_000, lockTimeoutMs: 2_000 };
const connectTimeoutMs = 10_000;
const graceMs = 3_000;

/** Sessions of a run carry this as `application_name` (at most 63 bytes, printable ASCII: the server's own limits). */
export function applicationNameOf(run: string): string {
  return `rooivalk-maintenance ${run}`.replace(/[^\x20-\x7e]/g, '?').slice(0, 63);
}

/** Log in. Rejects with a PortError. */
export async function openSession(
  options: PostgresOptions,
  target: Target,
  database: string,
  bounds: SessionBounds,
): Promise<Session> {
  const place: Place = { subject: `database ${database} on ${target.name}`, user: options.user };
  const reached = await target.reach();
  try {
    const [tls, address] = [await options.tls(), await addressOf(reached.host)];
    const client = new pg.Client({
      host: address,
      port: reached.port,
      user: options.user,
      database,
      password: options.password,
      ssl: tlsSettings(tls) ?? false,
      application_name: applicationNameOf(options.run),
      connectionTimeoutMillis: connectTimeoutMs,
      keepAlive: true,
    });
    const guard = refuseCleartext(client, tls, place);
    const session = new OpenSession(client, place, options.clock, bounds, () => reached.close());
    try {
      await client.connect();
      await session.begin();
    } catch (error) {
      await session.close();
      throw guard.refused ?? error;
    }
    return session;
  } catch (error) {
    await reached.close().catch(() => undefined);
    throw translate(error, place);
  }
}

/** A server that asks for the password itself, without proving who it is, does not get it. SCRAM never sends it. */
function refuseCleartext(client: pg.Client, tls: TlsOptions, place: Place): { refused?: PortError } {
  const guard: { refused?: PortError } = {};
  if (tls.mode === 'verify-ca' || tls.mode === 'verify-full') return guard;
  const { connection } = client as unknown as {
    connection: NodeJS.EventEmitter & { readonly stream: { destroy(): void } };
  };
  connection.prependListener('authenticationCleartextPassword', () => {
    guard.refused = new PortError({
      code: 'untrusted',
      subject: place.subject,
      message: `${place.subject}: the server asks for the password in clear text over a connection that is not verified`,
      next: 'set `password_encryption = scram-sha-256` and `scram-sha-256` in pg_hba.conf, or `platform.database.tls.mode: verify-full`',
    });
    connection.stream.destroy();
  });
  return guard;
}

class OpenSession implements Session {
  pid = 0;
  majorVersion = 0;
  ended = false;
  private readonly client: pg.Client;
  private readonly place: Place;
  private readonly clock: Clock;
  private readonly bounds: SessionBounds;
  private readonly leave: () => Promise<void>;
  private said: Notice[] = [];

  constructor(client: pg.Client, place: Place, clock: Clock, bounds: SessionBounds, leave: () => Promise<void>) {
    this.client = client;
    this.place = place;
    this.clock = clock;
    this.bounds = bounds;
    this.leave = leave;
    client.on('error', () => {
      this.ended = true;
    });
    client.on('notice', (notice) => {
      if (this.said.length < 1000) this.said.push(noticeOf(notice));
    });
  }

  /** Set the bounds for the whole session; what runs there ends by itself when we are gone. */
  async begin(): Promise<void> {
    const settings: Readonly<Record<string, string>> = {
      statement_timeout: `${this.bounds.statementTimeoutMs}`,
      lock_timeout: `${this.bounds.lockTimeoutMs}`,
      idle_in_transaction_session_timeout: '60000',
      client_min_messages: 'notice',
      search_path: 'pg_catalog',
    };
    const [facts] = await this.query<{ pid: number; version: number }>(
      `select pg_catalog.pg_backend_pid() as pid, pg_catalog.current_setting('server_version_num')::int as version`,
    );
    this.pid = facts?.pid ?? 0;
    this.majorVersion = Math.floor((facts?.version ?? 0) / 10_000);
    // client_connection_check_interval ends a query whose client has gone (from version 14 on)
    const all = this.majorVersion >= 14 ? { ...settings, client_connection_check_interval: '2000' } : settings;
    const names = Object.keys(all);
    const calls = names.map((_, index) => `pg_catalog.set_config($${2 * index + 1}, $${2 * index + 2}, false)`);
    await this.query(`select ${calls.join(', ')}`, Object.entries(all).flat());
  }

  async query<T>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    const done = new AbortController();
    const answer = this.client.query({ text: sql, values: [...values] });
    const deadline = this.clock.sleep(this.bounds.statementTimeoutMs + graceMs, done.signal).then(
      () => {
        this.destroy();
        throw new PortError({
          code: 'timeout',
          subject: this.place.subject,
          message: `${this.place.subject}: no answer within ${this.bounds.statementTimeoutMs + graceMs} ms`,
        });
      },
      () => new Promise<never>(() => undefined),
    );
    try {
      return (await Promise.race([answer, deadline])).rows as readonly T[];
    } finally {
      done.abort();
      answer.catch(() => undefined);
    }
  }

  notices(): readonly Notice[] {
    const said = this.said;
    this.said = [];
    return said;
  }

  private destroy(): void {
    this.ended = true;
    (this.client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }

  async close(): Promise<void> {
    this.ended = true;
    const done = new AbortController();
    const patience = this.clock.sleep(2_000, done.signal).then(
      () => this.destroy(),
      () => undefined,
    );
    await Promise.race([this.client.end().catch(() => undefined), patience]);
    done.abort();
    await this.leave().catch(() => undefined);
  }
}

function noticeOf(notice: {
  severity?: string | undefined;
  code?: string | undefined;
  message?: string | undefined;
}): Notice {
  return {
    severity: notice.severity ?? '',
    sqlState: notice.code ?? '',
    text: (notice.message ?? '').slice(0, 20_000),
  };
}
