import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { tool } from '../../../sandbox/toolchain/index.ts';

/** A PostgreSQL of a test's own, on loopback, in a temporary folder; gone after `stop`. */
export interface PostgresServer {
  readonly port: number;
  readonly directory: string;
  /** Log in as the superuser. The caller ends the client. */
  superuser(database?: string): Promise<pg.Client>;
  login(user: string, password: string, database: string): Promise<pg.Client>;
  /** Run statements as the superuser, one by one. */
  run(statements: readonly string[], database?: string): Promise<void>;
  stop(): Promise<void>;
}

const superuserPassword = 'superuser-of-a-test';

/** PostgreSQL refuses to run as root: then its processes run as the system's user for it. */
function identity(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export interface PostgresSetup {
  readonly settings?: Readonly<Record<string, string>>;
  /** Lines that come before the others in pg_hba.conf. */
  readonly hba?: readonly string[];
  /** Become a standby of this server. */
  readonly standbyOf?: PostgresServer;
  /** Files of the data directory, such as a certificate and its key. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Make and start one; takes about two seconds. */
export async function startPostgres(setup: PostgresSetup = {}): Promise<PostgresServer> {
  const programs = dirname(tool('postgres'));
  const owner = identity();
  const directory = mkdtempSync(join(tmpdir(), 'rooivalk-postgres-'));
  if (owner.uid !== undefined) chownSync(directory, owner.uid, owner.gid ?? owner.uid);
  const data = join(directory, 'data');
  const run = (name: string, args: readonly string[]) =>
    execFileSync(join(programs, name), args, {
      ...owner,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', PGPASSWORD: superuserPassword },
    });
  const write = (name: string, text: string, mode = 0o600) => {
    writeFileSync(join(data, name), text, { mode });
    if (owner.uid !== undefined) chownSync(join(data, name), owner.uid, owner.gid ?? owner.uid);
  };
  const port = await freePort();
  if (setup.standbyOf) {
    const from = ['-h', '127.0.0.1', '-p', `${setup.standbyOf.port}`, '-U', 'postgres'];
    run('pg_basebackup', ['-D', data, ...from, '--write-recovery-conf', '--checkpoint=fast', '--wal-method=stream']);
  } else {
    mkdirSync(join(directory, 'secret'));
    writeFileSync(join(directory, 'secret', 'pw'), superuserPassword);
    run('initdb', [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--no-sync',
      `--pwfile=${directory}/secret/pw`,
    ]);
  }
  for (const [name, text] of Object.entries(setup.files ?? {})) write(name, text);
  if (setup.hba)
    write(
      'pg_hba.conf',
      `${setup.hba.join('\n')}\nhost all all 127.0.0.1/32 scram-sha-256\nhost replication all 127.0.0.1/32 scram-sha-256\n`,
    );
  const settings: Record<string, string> = {
    port: `${port}`,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
    shared_buffers: '16MB',
    fsync: 'off',
    autovacuum: 'off',
    max_prepared_transactions: '5',
    wal_level: 'logical',
    ...setup.settings,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...args], {
    ...owner,
    cwd: directory,
    stdio: 'ignore',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const superuser = (database = 'postgres') => login('postgres', superuserPassword, database);
  const login = async (user: string, password: string, database: string) => {
    const client = new pg.Client({ host: '127.0.0.1', port, user, password, database });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const stop = async () => {
    child.kill('SIGQUIT');
    await exited;
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await answering(superuser);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    directory,
    superuser,
    login,
    run: async (statements, database) => {
      const client = await superuser(database);
      try {
        for (const statement of statements) await client.query(statement);
      } finally {
        await client.end();
      }
    },
    stop,
  };
}

async function answering(superuser: () => Promise<pg.Client>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await (await superuser()).end();
      return;
    } catch (error) {
      if (attempt >= 150) throw error;
      await sleep(100);
    }
  }
}
