import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { PortError } from '../../ports/port-error.ts';
import type { Cell } from './cell.ts';
import type { DrillHost } from './host.ts';
import type { Installation } from './installations.ts';

/** The role that the restore runs as: it owns the database, and may do nothing else. */
export const restorer = 'restorer';
/** The database that is restored. */
export const restoredDatabase = 'restored';
/** Superuser that logs in from inside the cell alone, as the cell's own user. */
export const inside = 'drill';
const warden = 'warden';

const startLimitMs = 30_000;
const MiB = 2 ** 20;

/** Nothing of it must survive a crash: nothing is flushed, and the log of changes is as small as can be (manual, "Populating a Database", "Non-Durable Settings"). */
const settings = (socket: string, hba: string): Readonly<Record<string, string>> => ({
  listen_addresses: '',
  unix_socket_directories: socket,
  hba_file: hba,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  checkpoint_timeout: '1h',
  wal_buffers: '16MB',
  shared_buffers: '256MB',
  maintenance_work_mem: '256MB',
  max_parallel_maintenance_workers: '1',
  autovacuum: 'off',
  bgwriter_lru_maxpages: '0',
  jit: 'off',
  max_connections: '32',
  // a restore in one transaction holds a lock on every table and index
  max_locks_per_transaction: '4096',
  dynamic_shared_memory_type: 'mmap',
  huge_pages: 'off',
  temp_file_limit: '-1',
  log_min_messages: 'panic',
  logging_collector: 'off',
});

/** The throw-away server in a cell. */
export class Server {
  readonly version: string;
  readonly programs: string;
  readonly #cell: Cell;
  readonly #process: ChildProcess;
  readonly #passwords: Readonly<Record<string, string>>;

  private constructor(
    cell: Cell,
    { programs, version }: Installation,
    child: ChildProcess,
    passwords: Record<string, string>,
  ) {
    this.#cell = cell;
    this.programs = programs;
    this.version = `${version.major}.${version.minor}`;
    this.#process = child;
    this.#passwords = passwords;
  }

  /** Make a cluster and start it. Takes about two seconds. */
  static async start(cell: Cell, installation: Installation, host: DrillHost): Promise<Server> {
    const data = join(cell.folders.files, 'data');
    const program = (name: string) => join(installation.programs, name);
    const made = await cell.run(program('initdb'), [
      ...['--pgdata', data, '--auth-local=peer', '--auth-host=reject', '--encoding=UTF8', '--locale=C', '--no-sync'],
    ]);
    if (made !== 0) throw didNotStart(`initdb ended with exit code ${made}`);
    const passwords = { [warden]: host.secret(), [restorer]: host.secret() };
    // in single-user mode a statement is a line, and the passwords are in no list of processes
    const roles = `CREATE ROLE ${warden} SUPERUSER LOGIN PASSWORD '${passwords[warden]}'\nCREATE ROLE ${restorer} LOGIN PASSWORD '${passwords[restorer]}'\n`;
    const named = await cell.run(program('postgres'), ['--single', '-D', data, 'postgres'], roles);
    if (named !== 0) throw didNotStart(`postgres --single ended with exit code ${named}`);
    const hba = cell.put('pg_hba.conf', `local all ${inside} peer\nlocal all all scram-sha-256\n`);
    const options = Object.entries(settings(cell.folders.open, hba)).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const child = cell.start(program('postgres'), ['-D', data, ...options], { stdin: 'ignore' });
    child.stdout?.resume();
    const server = new Server(cell, installation, child, passwords);
    await server.#answers(host);
    return server;
  }

  /** Log in as the superuser, for what the restoring role may not do. The caller ends the client. */
  asWarden(database = 'postgres'): Promise<pg.Client> {
    return this.#login(warden, database);
  }

  /** Log in as the restoring role. The caller ends the client. */
  asRestorer(): Promise<pg.Client> {
    return this.#login(restorer, restoredDatabase);
  }

  /** Where its socket is. */
  get socket(): string {
    return this.#cell.folders.open;
  }

  /** The database to restore into, in the dump's own encoding, so that every byte of it has a place. */
  async createDatabase(encoding: string): Promise<void> {
    const client = await this.asWarden();
    try {
      const wanted = /^[A-Za-z0-9_]{1,30}$/.test(encoding) ? encoding : 'UTF8';
      await client.query(
        `CREATE DATABASE ${restoredDatabase} OWNER ${restorer} ENCODING '${wanted}' LOCALE 'C' TEMPLATE template0`,
      );
    } finally {
      await client.end();
    }
    const inner = await this.asWarden(restoredDatabase);
    try {
      await inner.query(`ALTER SCHEMA public OWNER TO ${restorer}`);
    } finally {
      await inner.end();
    }
  }

  async #login(user: string, database: string): Promise<pg.Client> {
    const client = new pg.Client({
      host: this.socket,
      port: 5432,
      user,
      database,
      password: this.#passwords[user],
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return client;
  }

  async #answers({ clock }: DrillHost): Promise<void> {
    const deadline = clock.monotonic() + startLimitMs;
    for (;;) {
      try {
        await (await this.asWarden()).end();
        return;
      } catch {
        if (this.#process.exitCode !== null)
          throw didNotStart(`postgres ended with exit code ${this.#process.exitCode}`);
        if (clock.monotonic() > deadline) throw didNotStart('it did not answer within 30 s');
        await clock.sleep(20);
      }
    }
  }
}

/** Least memory that a server with these settings needs, bytes. */
export const leastMemoryBytes = 512 * MiB;

function didNotStart(why: string): PortError {
  return new PortError({
    code: 'failed',
    subject: 'throw-away PostgreSQL',
    message: `the throw-away PostgreSQL did not start: ${why}`,
    next: 'look at free memory and disk of the runner, and run the task again',
  });
}
