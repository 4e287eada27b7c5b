import { expect, test } from '@jest/globals';
import type { TunedTable } from '../../src/ports/database.ts';
import type { DatabaseSubject } from './database-subject.ts';

async function tableOf({ database, primary, name }: DatabaseSubject, table: string): Promise<TunedTable> {
  const found = (await database.tuning(primary, name)).tables.find((each) => each.name === table);
  if (found === undefined) throw new Error(`there is no table ${table}`);
  return found;
}

/** What every implementation of the port `Database` does about tuning. */
export function tuningContract(of: () => DatabaseSubject): void {
  test('options of a table: set, put back, and left alone when they are others', async () => {
    const subject = of();
    const { database, primary: server, name } = subject;
    await subject.makeTable('tuned', { live: 100, dead: 0 });
    const found = await tableOf(subject, 'tuned');
    const which = { database: name, oid: found.oid, schema: 'public', table: 'tuned' };
    const option = 'autovacuum_vacuum_scale_factor';
    const change = (from: string | null, to: string | null) =>
      database.setTableOptions(server, {
        ...which,
        from: { [option]: from },
        to: { [option]: to },
        lockTimeoutMs: 500,
      });
    expect(await database.tableOptions(server, which)).toEqual({});
    expect(await change(null, '0.02')).toEqual({ outcome: 'done' });
    expect(await database.tableOptions(server, which)).toEqual({ [option]: '0.02' });
    expect(await change(null, '0.05')).toEqual({ outcome: 'moved' });
    expect(await change('0.02', null)).toEqual({ outcome: 'done' });
    expect(await database.tableOptions(server, which)).toEqual({});
    const release = await subject.lockTable('tuned');
    try {
      expect(await change(null, '0.02')).toMatchObject({
        outcome: 'locked',
        blockers: [
          {
            kind: 'session',
            pid: expect.any(Number),
            application: 'migration',
            user: 'app',
            lock: 'ACCESS EXCLUSIVE',
            state: 'idle in transaction',
            command: 'LOCK',
            transactionMs: expect.any(Number),
          },
        ],
      });
    } finally {
      await release();
    }
    expect(await database.tableOptions(server, which)).toEqual({});
    const other = { ...which, oid: found.oid + 1 };
    expect(await database.tableOptions(server, other)).toBeUndefined();
    expect(
      await database.setTableOptions(server, { ...other, from: {}, to: { [option]: '0.02' }, lockTimeoutMs: 500 }),
    ).toEqual({ outcome: 'gone' });
  }, 20_000);

  test('what could be tuned, and the settings it rests on', async () => {
    const subject = of();
    const { database, primary: server, name } = subject;
    await subject.makeTable('surveyed', { live: 500, dead: 0 });
    const survey = await database.tuning(server, name);
    expect(survey.tables.find((table) => table.name === 'surveyed')).toMatchObject({
      schema: 'public',
      mayAlter: true,
      options: {},
    });
    expect(survey.countedSince).toBeLessThanOrEqual(Date.now());
    const settings = await database.settings(server);
    expect(settings).toMatchObject({ vacuumScaleFactor: 0.2, analyzeScaleFactor: 0.1, vacuumThreshold: 50 });
    expect(settings.sharedBuffersBytes).toBeGreaterThan(1_000_000);
    expect(settings.effectiveCacheSizeBytes).toBeGreaterThan(1_000_000);
  });
}
