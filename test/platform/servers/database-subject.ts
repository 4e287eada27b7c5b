import type pg from 'pg';
import { createDatabase } from '../../../src/adapters/postgres/index.ts';
import type { Target } from '../../../src/ports/reach.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { DatabaseSubject, Release } from '../../contracts/database-subject.ts';
import { freePort, type PostgresServer, startPostgres } from './postgres.ts';

/** The password of role `maintenance`; looked for in everything that is said. */
export const plantedPassword = 'pl4nted-p4ssw0rd';
/** The name of the platform's database. */
export const databaseName = 'phoenixrooivalk';

/** A server as the adapter is handed it. */
export function loopback(name: string, port: number): Target {
  return { name, reach: async () => ({ host: '127.0.0.1', port, close: async () => undefined }) };
}

/** Roles and database as an adopter has them; `maintenance` owns nothing and is no superuser. */
export async function furnish(server: PostgresServer): Promise<void> {
  await server.run([
    `create role app login password 'app-of-a-test'`,
    `create role bi login password 'bi-of-a-test'`,
    'create role somebody',
    `create role maintenance login password '${plantedPassword}'`,
    // as deploy/postgres/maintenance-role.sql does
    'grant app, pg_read_all_stats, pg_read_all_settings to maintenance',
    `create database ${databaseName} owner somebody`,
  ]);
  await server.run(['grant all on schema public to app, somebody, bi'], databaseName);
}

/** The adapter on these servers, as role `maintenance`. */
export function adapterOn(targets: readonly Target[], run = 'run 1', password = plantedPassword) {
  return createDatabase({
    targets: async () => targets,
    database: databaseName,
    user: 'maintenance',
    password: async () => password,
    tls: async () => ({ mode: 'disable', serverName: 'postgres' }),
    run,
    clock: systemClock,
  });
}

/** Write statistics out now (version 15 keeps them back for up to ten seconds). */
const flush = async (client: pg.Client) => {
  await client.query('select pg_stat_force_next_flush()');
  await client.query('select 1');
};

/** The contract's subject on a real server. */
export async function realDatabase(): Promise<DatabaseSubject & { readonly server: PostgresServer }> {
  const server = await startPostgres();
  await furnish(server);
  const targets = [loopback('pod/postgres-0', server.port), loopback('pod/postgres-9', await freePort())];
  const database = adapterOn(targets);
  const stranger = adapterOn(targets, 'run 1', 'wrong');
  const hands = await server.superuser(databaseName);
  const left: ReturnType<typeof adapterOn>[] = [];

  const other = async (application: string, role: 'app' | 'bi', statements: readonly string[]): Promise<Release> => {
    const client = await server.login(role, `${role}-of-a-test`, databaseName);
    await client.query(`set application_name = '${application}'`);
    for (const statement of statements) await client.query(statement);
    return async () => {
      await client.query('rollback');
      await client.end();
    };
  };

  const seen = async (query: string): Promise<void> => {
    for (const until = Date.now() + 10_000; Date.now() < until; await systemClock.sleep(20)) {
      if ((await hands.query(query)).rowCount !== 0) return;
    }
    throw new Error(`never seen: ${query}`);
  };

  return {
    server,
    database,
    stranger,
    primary: 'pod/postgres-0',
    unreachable: 'pod/postgres-9',
    name: databaseName,
    makeTable: async (name, { live, dead, owner = 'app' }) => {
      await hands.query(`create table public.${name} (id int, note text)`);
      await hands.query(`alter table public.${name} owner to ${owner}`);
      await hands.query(`insert into public.${name} select n, 'row' from generate_series(1, ${live + dead}) n`);
      await hands.query(`delete from public.${name} where id > ${live}`);
      await flush(hands);
    },
    dropTable: async (name) => {
      await hands.query(`drop table public.${name}`);
    },
    holdSnapshot: () =>
      other('reporting', 'bi', [
        'begin isolation level repeatable read',
        "/* hidden-in-the-query */ select 'hidden-in-the-query', count(*) from pg_class",
      ]),
    lockTable: (name) => other('migration', 'app', ['begin', `lock table public.${name} in access exclusive mode`]),
    queueOn: async (name) => {
      await hands.query(`grant select on public.${name} to bi`);
      const reader = await server.login('bi', 'bi-of-a-test', databaseName);
      const waiter = await server.login('app', 'app-of-a-test', databaseName);
      await reader.query(`set application_name = 'reporting'`);
      await waiter.query(`set application_name = 'migration'`);
      const working = [
        reader.query(`select 'hidden-in-the-query', pg_sleep(60) from public.${name}`),
        seen(`select from pg_locks where relation = 'public.${name}'::regclass and granted`).then(() =>
          waiter.query(`alter table public.${name} add column later int`),
        ),
      ].map((work) => work.catch(() => undefined));
      await seen(`select from pg_locks where relation = 'public.${name}'::regclass and not granted`);
      return async () => {
        await hands.query(`select pg_cancel_backend(pid) from pg_stat_activity where application_name = 'reporting'`);
        await Promise.all(working);
        await Promise.all([reader.end(), waiter.end()]);
      };
    },
    prepareTransaction: async (id, table) => {
      const release = await other('orders', 'app', [
        'begin',
        `insert into public.${table} values (0, 'prepared')`,
        `prepare transaction '${id}'`,
      ]);
      await release();
      return async () => {
        await hands.query(`rollback prepared '${id}'`);
      };
    },
    makeSlot: async (name) => {
      await hands.query(`select pg_create_logical_replication_slot('${name}', 'pgoutput')`);
      return async () => {
        await hands.query(`select pg_drop_replication_slot('${name}')`);
      };
    },
    leaveSession: async (run) => {
      const dead = adapterOn(targets, run);
      await dead.instance('pod/postgres-0');
      left.push(dead);
    },
    close: async () => {
      await Promise.all([database, stranger, ...left].map((one) => one.close()));
      await hands.end();
      await server.stop();
    },
  };
}
