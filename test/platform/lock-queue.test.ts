import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSession, type Session } from '../../src/adapters/postgres/session.ts';
import { setTableOptions } from '../../src/adapters/postgres/table-options.ts';
import { watchOver } from '../../src/adapters/postgres/watch.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { databaseName, loopback, plantedPassword, realDatabase } from './servers/database-subject.ts';

/** Longest that the hasty session waits for a lock, ms. */
const hastyMs = 900;

describe('a queue for a lock on PostgreSQL', () => {
  let subject: Awaited<ReturnType<typeof realDatabase>>;
  let worker: Session;
  let watcher: Session;
  let hasty: Session;

  beforeAll(async () => {
    subject = await realDatabase();
    const target = loopback('pod/postgres-0', subject.server.port);
    const options = {
      targets: async () => [target],
      database: databaseName,
      user: 'maintenance',
      password: async () => plantedPassword,
      tls: async () => ({ mode: 'disable', serverName: 'postgres' }) as const,
      run: 'run 1',
      clock: systemClock,
    };
    const open = (lockTimeoutMs = 20_000) =>
      openSession(options, target, databaseName, { statementTimeoutMs: 20_000, lockTimeoutMs });
    [worker, watcher, hasty] = [await open(), await open(), await open(hastyMs)];
  }, 60_000);
  afterAll(async () => {
    await Promise.all([worker.close(), watcher.close(), hasty.close()]);
    await subject.close();
  });

  const watched = async (table: string, release: () => Promise<void>) => {
    const { tables } = await subject.database.tables(subject.primary, databaseName);
    const oid = tables.find(({ name }) => name === table)?.oid ?? 0;
    const work = { pid: worker.pid, table: { database: databaseName, oid }, lockTimeoutMs: 900 };
    const watch = watchOver(work, watcher, systemClock, new AbortController().signal);
    const working = worker.query(`analyze public.${table}`);
    await systemClock.sleep(700);
    await release();
    await working;
    return watch.end();
  };

  test('who was in the way while we waited is known when all of them are gone', async () => {
    await subject.makeTable('queued', { live: 10, dead: 0 });
    const { ahead } = await watched('queued', await subject.queueOn('queued'));
    expect(ahead).toMatchObject([
      { application: 'migration', granted: false, waitsFor: [expect.any(Number)] },
      { application: 'reporting', lock: 'ACCESS SHARE', granted: true, waitsFor: [] },
    ]);
    expect(await subject.database.blockers(subject.primary, databaseName, 0)).toEqual([]);
  }, 20_000);

  test('options that could not be set name the whole queue, also when it is gone by then', async () => {
    await subject.makeTable('tuned', { live: 10, dead: 0 });
    const { tables } = await subject.database.tables(subject.primary, databaseName);
    const oid = tables.find(({ name }) => name === 'tuned')?.oid ?? 0;
    const release = await subject.queueOn('tuned');
    const releasing: Session = {
      ...hasty,
      query: (sql, values) =>
        hasty.query<never>(sql, values).catch(async (error: unknown) => {
          await release();
          throw error;
        }),
    };
    const change = {
      ...{ database: databaseName, schema: 'public', table: 'tuned', oid, lockTimeoutMs: hastyMs },
      ...{ from: { autovacuum_vacuum_scale_factor: null }, to: { autovacuum_vacuum_scale_factor: '0.02' } },
    };
    expect(await setTableOptions({ worker: releasing, watcher }, change, systemClock)).toMatchObject({
      outcome: 'locked',
      blockers: [
        { application: 'migration', granted: false, waitsFor: [expect.any(Number)] },
        { application: 'reporting', lock: 'ACCESS SHARE', granted: true, waitsFor: [] },
      ],
    });
    expect(await subject.database.tableOptions(subject.primary, change)).toEqual({});
  }, 20_000);

  test('a prepared transaction at the head is told by its number, and nobody is in the way of a free table', async () => {
    await subject.makeTable('prepared', { live: 10, dead: 0 });
    const unprepare = await subject.prepareTransaction('order 67', 'prepared');
    const hands = await subject.server.superuser(databaseName);
    const altering = hands.query('alter table public.prepared add column later int');
    const { ahead } = await watched('prepared', async () => {
      await unprepare();
      await altering;
    });
    await hands.end();
    expect(ahead).toMatchObject([
      { kind: 'session', lock: 'ACCESS EXCLUSIVE', granted: false, waitsFor: [0] },
      { kind: 'prepared-transaction', id: 'order 67', lock: 'ROW EXCLUSIVE' },
    ]);
    await subject.makeTable('free', { live: 10, dead: 0 });
    expect(await watched('free', async () => undefined)).toEqual({ ahead: [], behind: [] });
  }, 20_000);
});
