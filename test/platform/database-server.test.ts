import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase } from '../../src/adapters/postgres/index.ts';
import type { VacuumRequest } from '../../src/ports/database.ts';
import { PortError } from '../../src/ports/port-error.ts';
import type { TlsOptions } from '../../src/ports/reach.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { eventually } from './eventually.ts';
import { adapterOn, databaseName, furnish, loopback, plantedPassword } from './servers/database-subject.ts';
import { freePort, type PostgresServer, startPostgres } from './servers/postgres.ts';
import { certificateFor } from './servers/redis.ts';
import { tlsCases } from './servers/tls-cases.ts';

/** What only a real server can show: standbys, TLS, yielding, lost servers, partitions. */

const primaryName = 'pod/postgres-0';
const never = new AbortController().signal;

async function errorOf(promise: Promise<unknown>): Promise<PortError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PortError);
  return error as PortError;
}

describe('PostgreSQL adapter on real servers', () => {
  const served = certificateFor('postgres.test');
  const foreign = certificateFor('postgres.test');
  let server: PostgresServer;
  let database: ReturnType<typeof adapterOn>;

  beforeAll(async () => {
    server = await startPostgres({
      settings: { ssl: 'on', ssl_cert_file: 'server.crt', ssl_key_file: 'server.key' },
      files: { 'server.crt': served.certificate, 'server.key': served.key },
      hba: [`hostssl all clear 127.0.0.1/32 password`, 'host all clear 127.0.0.1/32 password'],
    });
    await furnish(server);
    database = adapterOn([loopback(primaryName, server.port)]);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  const requestFor = async (table: string, change: Partial<VacuumRequest> = {}): Promise<VacuumRequest> => {
    const found = (await database.tables(primaryName, databaseName)).tables.find((entry) => entry.name === table);
    return {
      database: databaseName,
      oid: found?.oid ?? 0,
      schema: 'public',
      table,
      vacuum: true,
      analyze: true,
      freeze: false,
      lockTimeoutMs: 1_000,
      statementTimeoutMs: 60_000,
      ...change,
    };
  };

  test('a session carries the run and its bounds', async () => {
    await database.instance(primaryName);
    const superuser = await server.superuser();
    const { rows } = await superuser.query(
      `select application_name from pg_stat_activity where usename = 'maintenance'`,
    );
    expect(rows).toContainEqual({ application_name: 'rooivalk-maintenance run 1' });
    await superuser.end();
  });

  test('gives way to a session that waits behind it, and says to whom', async () => {
    await server.run(
      [
        'create function slow(n int) returns int immutable language sql as $$ select n $$',
        'alter function slow owner to app',
        'create table big (id int)',
        'create index on big (slow(id))',
        'alter table big owner to app',
        'insert into big select generate_series(1, 3000)',
        // analyzing evaluates the indexed expression: from now on that takes half a minute
        `create or replace function slow(n int) returns int immutable language plpgsql
           as $$ begin perform pg_sleep(0.01); return n; end $$`,
        'select pg_stat_force_next_flush()',
      ],
      databaseName,
    );
    const migration = await server.login('app', 'app-of-a-test', databaseName);
    await migration.query(`set application_name = 'migration'`);
    const vacuum = database.vacuum(primaryName, await requestFor('big'), never);
    await sleep(500);
    const altered = migration.query('alter table big add column more text');
    const outcome = await vacuum;
    await altered;
    await migration.end();
    expect(outcome).toMatchObject({ outcome: 'yielded', waiting: [{ application: 'migration', command: 'ALTER' }] });
  }, 60_000);

  test('ends at its statement timeout, on the server too', async () => {
    const request = await requestFor('big', { statementTimeoutMs: 500 });
    const outcome = await database.vacuum(primaryName, request, never);
    expect(outcome).toMatchObject({ outcome: 'timed-out' });
    const superuser = await server.superuser();
    const { rows } = await superuser.query(
      `select pid from pg_stat_activity where query like 'vacuum%' and state = 'active'`,
    );
    await superuser.end();
    expect(rows).toEqual([]);
  }, 30_000);

  test('a partitioned table has the sums of its partitions and can be analyzed', async () => {
    await server.run(
      [
        'create table parts (id int) partition by range (id)',
        'create table parts_low partition of parts for values from (0) to (1000)',
        'create table parts_high partition of parts for values from (1000) to (3000)',
        ...['parts', 'parts_low', 'parts_high'].map((table) => `alter table ${table} owner to app`),
        'insert into parts select generate_series(0, 2999)',
        'select pg_stat_force_next_flush()',
      ],
      databaseName,
    );
    const survey = async () =>
      (await database.tables(primaryName, databaseName)).tables.filter((table) => table.name.startsWith('parts'));
    const [, , parent] = (await survey()).sort((a, b) => a.liveRows - b.liveRows);
    expect(parent).toMatchObject({
      name: 'parts',
      kind: 'partitioned',
      liveRows: 3000,
      changedRows: 3000,
      transactionAge: 0,
    });
    const outcome = await database.vacuum(primaryName, await requestFor('parts', { vacuum: false }), never);
    expect(outcome).toMatchObject({ outcome: 'done' });
    expect((await survey()).find((table) => table.name === 'parts')?.lastAnalyze).toBeDefined();
  });

  test('hostile names are data: quoted by the server, cut, and never SQL', async () => {
    const hostile = `x"; drop table parts; --\n::error::${'é'.repeat(5)}`;
    await server.run(
      [
        `create table "${hostile.replaceAll('"', '""')}" as select 1`,
        `alter table "${hostile.replaceAll('"', '""')}" owner to app`,
      ],
      databaseName,
    );
    const outcome = await database.vacuum(primaryName, await requestFor(hostile), never);
    expect(outcome).toMatchObject({ outcome: 'done' });
    expect((await requestFor('parts')).oid).toBeGreaterThan(0);
  });

  test('a standby says so, names its primary, and takes neither vacuum nor write', async () => {
    const standby = await startPostgres({
      standbyOf: server,
      settings: { hot_standby_feedback: 'on', max_prepared_transactions: '5' },
    });
    const both = adapterOn([loopback(primaryName, server.port), loopback('pod/postgres-1', standby.port)]);
    try {
      await eventually(async () => {
        expect(await both.instance('pod/postgres-1')).toMatchObject({
          role: 'standby',
          primary: `127.0.0.1:${server.port}`,
        });
      });
      const [primary, second] = [await both.instance(primaryName), await both.instance('pod/postgres-1')];
      expect(second.systemIdentifier).toBe(primary.systemIdentifier);
      expect(await both.testWrite('pod/postgres-1', databaseName)).toEqual({ accepted: false, why: 'standby' });
      const refused = await errorOf(both.vacuum('pod/postgres-1', await requestFor('parts'), never));
      expect(refused.code).toBe('conflict');
      const replication = await both.replication(primaryName);
      expect(replication).toMatchObject({
        role: 'primary',
        standbys: [{ state: 'streaming', lagBytes: expect.any(Number) }],
      });
      expect(await both.replication('pod/postgres-1')).toMatchObject({ role: 'standby', receiving: true });
      expect((await both.tables('pod/postgres-1', databaseName)).tables.length).toBeGreaterThan(3);
      // a snapshot on the standby holds the primary's horizon through hot_standby_feedback
      const reader = await standby.login('bi', 'bi-of-a-test', databaseName);
      await reader.query('begin isolation level repeatable read');
      await reader.query('select count(*) from pg_class');
      await server.run(['create table moves_on ()'], databaseName);
      await eventually(async () => {
        expect(await both.horizon(primaryName)).toContainEqual(
          expect.objectContaining({ kind: 'standby-feedback', address: '127.0.0.1' }),
        );
      }, 15_000);
      await reader.end();
    } finally {
      await both.close();
      await standby.stop();
    }
  }, 60_000);

  const withTls = (tls: TlsOptions, user = 'maintenance') =>
    createDatabase({
      targets: async () => [loopback(primaryName, server.port)],
      database: databaseName,
      user,
      password: async () => plantedPassword,
      tls: async () => tls,
      run: 'run 1',
      clock: systemClock,
    });

  test.each(tlsCases('postgres.test', served.certificate, foreign.certificate))('TLS %s', async (_title, tls, code) => {
    const adapter = withTls(tls);
    try {
      if (code === undefined) expect(await adapter.instance(primaryName)).toMatchObject({ role: 'primary' });
      else expect((await errorOf(adapter.instance(primaryName))).code).toBe(code);
    } finally {
      await adapter.close();
    }
  });

  test('a password in clear text goes to a verified server only', async () => {
    await server.run([`create role clear login password '${plantedPassword}'`]);
    const unverified = withTls({ mode: 'require', serverName: 'postgres.test' }, 'clear');
    const error = await errorOf(unverified.instance(primaryName));
    expect(error).toMatchObject({ code: 'untrusted', message: expect.stringContaining('clear text') });
    await unverified.close();
    const verified = withTls({ mode: 'verify-full', ca: served.certificate, serverName: 'postgres.test' }, 'clear');
    expect(await verified.instance(primaryName)).toMatchObject({ user: 'clear', readsStatistics: false });
    await verified.close();
  });

  test('a role without pg_monitor is told what can be told', async () => {
    const verified = withTls({ mode: 'verify-full', ca: served.certificate, serverName: 'postgres.test' }, 'clear');
    expect((await verified.disk(primaryName)).logBytes).toBeUndefined();
    await verified.close();
  });

  test('a server that is lost while it vacuums is an error within a bounded time, without a word of the password', async () => {
    const own = await startPostgres();
    await furnish(own);
    await own.run(['create table t as select generate_series(1, 1000) id', 'alter table t owner to app'], databaseName);
    const adapter = adapterOn([loopback('pod/own', own.port)]);
    const [table] = (await adapter.tables('pod/own', databaseName)).tables;
    const locker = await own.superuser(databaseName);
    await locker.query('begin');
    await locker.query('lock table t');
    const request: VacuumRequest = { ...(await requestFor('t')), oid: table?.oid ?? 0, lockTimeoutMs: 20_000 };
    const vacuum = errorOf(adapter.vacuum('pod/own', request, never));
    await sleep(500);
    await own.stop();
    const error = await vacuum;
    expect(error.code).toBe('unreachable');
    expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain(plantedPassword);
    await adapter.close();
  }, 60_000);

  test('a port that accepts and says nothing ends after ten seconds', async () => {
    const port = await freePort();
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
    const adapter = adapterOn([loopback('pod/silent', port)]);
    const started = performance.now();
    expect((await errorOf(adapter.instance('pod/silent'))).code).toBe('unreachable');
    expect(performance.now() - started).toBeLessThan(15_000);
    await adapter.close();
    silent.close();
  }, 30_000);
});
