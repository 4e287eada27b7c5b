import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../src/runtime/clock.ts';
import vacuumStep from '../../src/steps/vacuum-table.ts';
import task from '../../src/tasks/maintain-database/index.ts';
import { run } from '../tasks/environment.ts';
import { plantedPassword, realDatabase } from './servers/database-subject.ts';

/** The whole task on a real PostgreSQL, as role `maintenance`: what the guide's `VACUUM ANALYZE;` does wrong. */
describe('maintain-database on PostgreSQL', () => {
  let subject: Awaited<ReturnType<typeof realDatabase>>;
  beforeAll(async () => {
    subject = await realDatabase();
  }, 60_000);
  afterAll(() => subject.close());

  const maintain = (mode: 'plan' | 'apply', inputs: Record<string, string> = { 'lock-timeout': '500ms' }) => {
    // the other server of the subject does not answer, and is not needed
    return run(task, {
      ports: { database: subject.database },
      executors: { 'vacuum-table': vacuumStep },
      mode,
      inputs,
      clock: systemClock,
    });
  };

  test('one table locked, one held by a snapshot, one of somebody else: the rest is vacuumed, and all is said', async () => {
    await subject.makeTable('locked', { live: 1_000, dead: 3_000 });
    await subject.makeTable('early', { live: 1_000, dead: 4_000 });
    await subject.makeTable('theirs', { live: 1_000, dead: 2_000, owner: 'somebody' });
    const release = await subject.holdSnapshot();
    await subject.makeTable('late', { live: 1_000, dead: 5_000 });
    const unlock = await subject.lockTable('locked');
    try {
      const planned = await maintain('plan');
      expect(planned.entry).toMatchObject({ status: 'planned' });
      expect(
        (await subject.database.tables(subject.primary, subject.name)).tables.every((table) => !table.lastVacuum),
      ).toBe(true);

      const started = performance.now();
      const { entry, findings } = await maintain('apply');
      expect(performance.now() - started).toBeLessThan(15_000);
      expect(entry.applied.map(({ step, text }) => [step, text])).toEqual([
        [`vacuum-table ${subject.name} public.late`, '0 dead rows removed, 5,000 dead rows not yet removable'],
        [`vacuum-table ${subject.name} public.early`, expect.stringMatching(/dead rows/)],
        [`vacuum-table ${subject.name} public.locked`, 'skipped: locked'],
      ]);
      expect(entry).toMatchObject({ verdict: 'warn', status: 'done' });
      expect(entry.result).toMatch(/^2 of 4 tables; [\d,]+ dead rows removed, 1 table skipped \(locked\)$/);
      const byCode = Object.fromEntries(findings.map((finding) => [finding.code, finding]));
      expect(byCode['table-locked']?.evidence).toContain('application migration, user app');
      expect(byCode['horizon-held']).toMatchObject({ subject: `transaction of reporting in database ${subject.name}` });
      expect(byCode['not-permitted']).toMatchObject({ next: '`grant somebody to maintenance;`' });
      expect(JSON.stringify({ entry, findings })).not.toContain('hidden-in-the-query');
      expect(JSON.stringify({ entry, findings })).not.toContain(plantedPassword);
    } finally {
      await release();
      await unlock();
    }
    const again = await maintain('apply');
    expect(again.entry).toMatchObject({ status: 'done' });
    const rest = Object.fromEntries(
      (await subject.database.tables(subject.primary, subject.name)).tables.map((table) => [
        table.name,
        table.deadRows,
      ]),
    );
    expect(rest).toEqual({ locked: 0, early: 0, late: 0, theirs: 2_000 });
    const third = await maintain('apply');
    expect(third.entry).toMatchObject({ status: 'nothing-to-do', applied: [] });
  }, 60_000);

  test('transaction numbers: each threshold is reached, in every database', async () => {
    await subject.server.run(['do $$ begin for i in 1..5000 loop perform txid_current(); commit; end loop; end $$']);
    const severities = async (warn: string, fail: string) => {
      const { entry, findings } = await maintain('plan', { 'wraparound-warn': warn, 'wraparound-fail': fail });
      const near = findings.filter((finding) => finding.code === 'wraparound-near');
      return [entry.verdict, near.map((finding) => `${finding.severity} ${finding.subject}`).sort()];
    };
    const databases = ['phoenixrooivalk', 'postgres', 'template0', 'template1'];
    expect(await severities('0.5', '1')).toEqual([expect.not.stringMatching('fail'), []]);
    expect(await severities('0.000001', '1')).toEqual([
      expect.anything(),
      databases.map((name) => `warn database ${name}`),
    ]);
    expect(await severities('0.000001', '0.000002')).toEqual([
      'fail',
      databases.map((name) => `fail database ${name}`),
    ]);
  });

  test('a wrong password is unknown, names the role and the Secret, and is nowhere to be read', async () => {
    const outcome = await run(task, {
      ports: { database: subject.stranger },
      executors: { 'vacuum-table': vacuumStep },
      clock: systemClock,
    });
    expect(outcome.entry.verdict).toBe('unknown');
    expect(outcome.findings[0]?.evidence).toContain('the password of role maintenance was not accepted');
  });
});
