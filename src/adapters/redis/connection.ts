import { RedisClient } from '@redis/client';
import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Target, TlsOptions } from '../../ports/reach.ts';
import { addressOf, tlsSettings } from '../tls.ts';
import { type Place, translate } from './errors.ts';

/** How to log in, and what the adapter needs to know of the run. */
export interface RedisOptions {
  /** The servers, in a stable order. */
  readonly targets: () => Promise<readonly Target[]>;
  /** ACL user; absent: the default user. */
  readonly user?: string;
  /** Absent: no password is sent. */
  readonly password?: () => Promise<string>;
  readonly tls: () => Promise<TlsOptions>;
  /** Run, attempt and job: becomes the name of every connection. */
  readonly run: string;
  readonly clock: Clock;
}

/** One answer of the server, as RESP 2 has it. */
export type Reply = string | number | null | readonly Reply[];

/** One connection. Commands are sent one after another. */
export interface Connection {
  /** Run a command; rejects with a PortError after ten seconds at the latest. */
  send(...command: readonly [string, ...string[]]): Promise<Reply>;
  readonly ended: boolean;
  close(): Promise<void>;
}

const connectTimeoutMs = 10_000;
const commandTimeoutMs = 10_000;

/** The name of a run's connections in `client list`: no blanks are allowed there. */
export function connectionNameOf(run: string): string {
  return `rooivalk-maintenance:${run}`.replace(/[^\x21-\x7e]/g, '-').slice(0, 100);
}

/** Connect and log in. Rejects with a PortError. */
export async function openConnection(options: RedisOptions, target: Target): Promise<Connection> {
  const place: Place = { subject: `cache ${target.name}`, user: options.user ?? 'default' };
  const reached = await target.reach();
  const leave = () => reached.close().catch(() => undefined);
  try {
    const client = await clientFor(options, reached);
    const connection = new OpenConnection(client, place, options.clock, leave);
    try {
      await connection.bounded(client.connect(), connectTimeoutMs + 2_000);
      return connection;
    } catch (error) {
      connection.destroy();
      throw error;
    }
  } catch (error) {
    await leave();
    throw translate(error, place);
  }
}

/** Not `createClient`: that builds a class with a method for every command of Redis, 15 MB for each connection. */
async function clientFor(options: RedisOptions, reached: { readonly host: string; readonly port: number }) {
  const tls = tlsSettings(await options.tls());
  const password = await options.password?.();
  return new RedisClient({
    RESP: 2,
    socket: {
      host: await addressOf(reached.host),
      port: reached.port,
      connectTimeout: connectTimeoutMs,
      reconnectStrategy: false,
      ...(tls === undefined ? {} : { tls: true as const, ...tls }),
    },
    ...(options.user === undefined ? {} : { username: options.user }),
    ...(password === undefined ? {} : { password }),
    name: connectionNameOf(options.run),
    disableClientInfo: true,
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
  });
}

type Client = Awaited<ReturnType<typeof clientFor>>;

class OpenConnection implements Connection {
  ended = false;
  private readonly client: Client;
  private readonly place: Place;
  private readonly clock: Clock;
  private readonly leave: () => Promise<void>;

  constructor(client: Client, place: Place, clock: Clock, leave: () => Promise<void>) {
    this.client = client;
    this.place = place;
    this.clock = clock;
    this.leave = leave;
    client.on('error', () => {
      this.ended = true;
    });
  }

  async send(...command: readonly [string, ...string[]]): Promise<Reply> {
    try {
      return await this.bounded(this.client.sendCommand<Reply>([...command]), commandTimeoutMs);
    } catch (error) {
      // of a command only its name is ever told, never an argument
      const words = ['memory', 'cluster', 'client'].includes(command[0].toLowerCase())
        ? command.slice(0, 2)
        : [command[0]];
      throw translate(error, this.place, words.join(' ').toLowerCase());
    }
  }

  async bounded<T>(answer: Promise<T>, ms: number): Promise<T> {
    const done = new AbortController();
    const deadline = this.clock.sleep(ms, done.signal).then(
      () => {
        this.destroy();
        throw new PortError({
          code: 'timeout',
          subject: this.place.subject,
          message: `${this.place.subject}: no answer within ${ms} ms`,
        });
      },
      () => new Promise<never>(() => undefined),
    );
    try {
      return await Promise.race([answer, deadline]);
    } finally {
      done.abort();
      answer.catch(() => undefined);
    }
  }

  destroy(): void {
    this.ended = true;
    if (this.client.isOpen) this.client.destroy();
  }

  async close(): Promise<void> {
    this.destroy();
    await this.leave();
  }
}
