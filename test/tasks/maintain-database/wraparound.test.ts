import { describe, expect, test } from '@jest/globals';
import vacuumStep from '../../../src/steps/vacuum-table.ts';
import task from '../../../src/tasks/maintain-database/index.ts';
import { createFakeDatabase, fakeEntry, fakeServer, fakeTable } from '../../fakes/database/fake-database.ts';
import { run, testNow } from '../environment.ts';

import { analyzed, dusty, find, maintain, primaryName, primaryWith } from './bench.ts';

describe('wraparound', () => {
  const billion = 1_000_000_000;
  const cases: [string, number, string | undefined][] = [
    ['young', 0.2 * billion, undefined],
    ['not frozen in time', 0.6 * billion, 'warn'],
    ['near the end', 1.1 * billion, 'fail'],
  ];
  test.each(cases)('every database is looked at, also template0: %s', async (_title, age, severity) => {
    const server = fakeServer(primaryName);
    server.databases = [fakeEntry('template0', { allowsConnections: false, mayConnect: false, transactionAge: age })];
    const { findings, entry } = await maintain(server);
    expect(entry.verdict).toBe(severity ?? 'pass');
    expect(findings.map((finding) => [finding.code, finding.severity, finding.subject])).toEqual(
      severity ? [['wraparound-near', severity, 'database template0']] : [],
    );
  });

  test('names what holds the oldest rows; multixacts count as well', async () => {
    const server = fakeServer(primaryName);
    server.databases = [
      fakeEntry('a', {
        multixactAge: 1.2 * billion,
        oldest: { name: 'pg_temp_3.work', transactionAge: 7, what: 'temporary' },
      }),
    ];
    const finding = find((await maintain(server)).findings, 'wraparound-near');
    expect(finding.evidence).toBe(
      '56 % used: 1,200,000,000 multixacts since its oldest row (warns from 25 %, fails from 50 %); oldest rows in the temporary table pg_temp_3.work',
    );
    expect(finding.next).toContain('end the session that owns the temporary table');
  });

  test('old tables are frozen, oldest first', async () => {
    const server = primaryWith([dusty(1, 'dead'), fakeTable(2, 'old', { transactionAge: 180_000_000, ...analyzed })]);
    const { calls, entry } = await maintain(server);
    expect(calls).toEqual(['vacuum public.old', 'vacuum public.dead']);
    expect(entry.plan?.steps[0]).toMatchObject({ parameters: { freeze: true } });
    expect(entry.verdict).toBe('pass');
  });
});

describe('what cannot be looked at is unknown, never well', () => {
  test('no server answers', async () => {
    const server = fakeServer(primaryName);
    server.fails = {
      code: 'unreachable',
      subject: primaryName,
      message: 'the connection was refused',
      next: 'look at it',
    };
    const { entry, findings } = await maintain(server);
    expect(entry).toMatchObject({ verdict: 'unknown', result: 'no server could be asked' });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'server-not-reached',
        severity: 'unknown',
        evidence: 'the connection was refused',
      }),
    ]);
  });

  test('one database may not be connected to: the others are vacuumed', async () => {
    const server = primaryWith([dusty(1, 'blocks')]);
    server.databases.push(fakeEntry('secrets', { mayConnect: false }));
    const { entry, findings, calls } = await maintain(server);
    expect(calls).toEqual(['vacuum public.blocks']);
    expect(entry).toMatchObject({ verdict: 'unknown', notChecked: [{ subject: 'tables of database secrets' }] });
    expect(find(findings, 'tables-not-seen').next).toBe('`grant connect on database secrets to maintenance;`');
  });

  test('who holds the horizon cannot be seen', async () => {
    const { entry, findings } = await maintain(primaryWith([], { readsStatistics: false }));
    expect(entry.verdict).toBe('unknown');
    expect(find(findings, 'horizon-not-seen').next).toContain('grant pg_read_all_stats to maintenance;');
  });

  test('the primary became a standby in between: nothing is vacuumed', async () => {
    const server = primaryWith([dusty(1, 'blocks')]);
    const database = createFakeDatabase({ [primaryName]: server }, () => testNow);
    let asked = 0;
    const instance: typeof database.instance = async (name) => {
      asked += 1;
      return { ...(await database.instance(name)), role: asked === 1 ? 'primary' : 'standby' };
    };
    const outcome = await run(task, {
      ports: { database: { ...database, instance } },
      executors: { 'vacuum-table': vacuumStep },
    });
    expect(outcome.entry.applied).toMatchObject([{ outcome: 'skipped', cause: 'pod/postgres-0 is a standby now' }]);
    expect(outcome.entry.verdict).toBe('unknown');
    expect(database.calls).toEqual([]);
  });
});
