import { describe, expect, test } from '@jest/globals';
import type { HorizonHolder, Instance } from '../../../src/ports/database.ts';
import { type FakeTable, fakeEntry, fakeServer, fakeTable } from '../../fakes/database/fake-database.ts';

import { analyzed, codes, dusty, find, hour, maintain, primaryWith, session } from './bench.ts';

describe('what is done', () => {
  test('nothing, with numbers, when nothing needs it', async () => {
    const { entry, findings, calls } = await maintain(
      primaryWith([fakeTable(1, 'blocks', { liveRows: 5_000, deadRows: 20, ...analyzed }), fakeTable(2, 'empty')]),
    );
    expect(entry).toMatchObject({ verdict: 'pass', status: 'nothing-to-do' });
    expect(entry.result).toBe(
      'nothing to do in 2 tables (most: public.blocks with 20 dead rows, 0.4 %; acts from 10 % and 1,000 rows)',
    );
    expect(findings).toEqual([]);
    expect(calls).toEqual([]);
  });

  test('only the tables that need it, worst first, proved by the statistics', async () => {
    const { entry, findings, calls } = await maintain(
      primaryWith([dusty(1, 'some'), fakeTable(2, 'clean', analyzed), dusty(3, 'many', { deadRows: 90_000 })]),
    );
    expect(calls).toEqual(['vacuum public.many', 'vacuum public.some']);
    expect(entry).toMatchObject({ verdict: 'pass', status: 'done', result: '2 of 3 tables; 95,000 dead rows removed' });
    expect(findings).toEqual([]);
    expect(entry.applied.map((applied) => applied.text)).toEqual([
      '90,000 dead rows removed',
      '5,000 dead rows removed',
    ]);
  });

  test('nothing in plan mode, but it says what it would do and who may be in the way', async () => {
    const server = primaryWith([dusty(1, 'blocks')]);
    server.horizon = [{ kind: 'transaction', age: 900, ...session({ transactionMs: 5 * 60_000 }) }];
    const { entry, findings, calls } = await maintain(server, { mode: 'plan' });
    expect(calls).toEqual([]);
    expect(entry).toMatchObject({
      verdict: 'warn',
      status: 'planned',
      result: '1 of 1 table to be worked on, 5,000 dead rows',
    });
    expect(find(findings, 'horizon-held').evidence).toContain('may keep 5,000 dead rows in 1 table');
    expect(entry.plan?.steps[0]).toMatchObject({
      subject: 'table public.blocks in database phoenixrooivalk',
      why: '5,000 dead rows, 33 % (acts from 10 % and 1,000 rows)',
      undo: expect.stringContaining('cannot be undone'),
    });
  });

  test('a second run changes nothing more', async () => {
    const server = primaryWith([dusty(1, 'blocks')]);
    await maintain(server);
    expect(await maintain(server)).toMatchObject({ entry: { status: 'nothing-to-do', verdict: 'pass' }, calls: [] });
  });

  test('every database that can be logged in to', async () => {
    const server = primaryWith([dusty(1, 'blocks')]);
    server.databases.push(fakeEntry('phoenixanalytics', { tables: [dusty(1, 'exports')] }));
    const { calls, entry } = await maintain(server);
    expect(calls.sort()).toEqual(['vacuum public.blocks', 'vacuum public.exports']);
    expect(entry.plan?.steps.map((step) => (step as { subject: string }).subject)).toContain(
      'table public.exports in database phoenixanalytics',
    );
  });
});

describe('traps', () => {
  test('one locked table is skipped and named with its blocker; the others are vacuumed', async () => {
    const server = primaryWith([dusty(1, 'locked', { deadRows: 9_000 }), dusty(2, 'free')]);
    const blocker = session({ application: 'migration', user: 'app', pid: 815, command: 'ALTER' });
    server.locks.set(1, [{ kind: 'session', lock: 'ACCESS EXCLUSIVE', granted: true, waitsFor: [], ...blocker }]);
    const { entry, findings } = await maintain(server);
    expect(entry).toMatchObject({
      verdict: 'warn',
      status: 'done',
      result: '1 of 2 tables; 5,000 dead rows removed, 1 table skipped (locked)',
    });
    const finding = find(findings, 'table-locked');
    expect(finding).toMatchObject({
      severity: 'warn',
      subject: 'table public.locked in database phoenixrooivalk',
      next: '`select pg_terminate_backend(815)` after asking its owner',
    });
    expect(finding.evidence).toBe(
      'no lock within 5 s; pid 815, application migration, user app, idle in transaction, transaction open for 7 h 12 min, last command ALTER (query id -42), holds ACCESS EXCLUSIVE',
    );
  });

  test('in a queue the one at its head is named first, and is the one to ask', async () => {
    const server = primaryWith([dusty(1, 'queued')]);
    const waiting = (pid: number, waitsFor: readonly number[]) =>
      ({
        kind: 'session',
        lock: 'ACCESS EXCLUSIVE',
        granted: false,
        waitsFor,
        ...session({ pid, application: 'migration', user: 'app', state: 'active', command: 'ALTER' }),
      }) as const;
    const head = { kind: 'session', lock: 'ACCESS SHARE', granted: true, waitsFor: [], ...session() } as const;
    server.locks.set(1, [waiting(815, [814, 813]), waiting(814, [813]), waiting(813, [4711]), head]);
    const finding = find((await maintain(server)).findings, 'table-locked');
    expect(finding.next).toBe('`select pg_terminate_backend(4711)` after asking its owner');
    expect(finding.evidence.split('; ')).toEqual([
      'no lock within 5 s',
      expect.stringMatching(
        /^pid 4711, application reporting, user bi, .*, last command SELECT .*, holds ACCESS SHARE$/,
      ),
      expect.stringMatching(/^pid 813, application migration, .*, waits for ACCESS EXCLUSIVE behind pid 4711$/),
      expect.stringMatching(/^pid 814, application migration, .*, waits for ACCESS EXCLUSIVE behind pid 813$/),
      'and 1 more wait in front of us',
    ]);
  });

  test('a locked table whose holder has no session: the prepared transaction is named', async () => {
    const server = primaryWith([dusty(1, 'locked')]);
    server.locks.set(1, [{ kind: 'prepared-transaction', lock: 'ACCESS EXCLUSIVE', id: 'order 66' }]);
    expect(find((await maintain(server)).findings, 'table-locked').next).toContain("`rollback prepared 'order 66'`");
  });

  const holders: [string, HorizonHolder, string, string][] = [
    [
      'a long transaction',
      { kind: 'transaction', age: 900, ...session() },
      'transaction of reporting in database phoenixrooivalk',
      'pg_terminate_backend(4711)',
    ],
    [
      'a prepared transaction',
      {
        kind: 'prepared-transaction',
        age: 9,
        id: 'order 66',
        owner: 'app',
        database: 'phoenixrooivalk',
        preparedMs: 2 * hour,
      },
      'prepared transaction order 66',
      "rollback prepared 'order 66'",
    ],
    [
      'a physical slot',
      {
        kind: 'replication-slot',
        age: 9,
        name: 'old_standby',
        holds: 'everything',
        type: 'physical',
        active: false,
        retainedBytes: 2e9,
      },
      'replication slot old_standby',
      "pg_drop_replication_slot('old_standby')",
    ],
    [
      'a standby that reports its queries',
      { kind: 'standby-feedback', age: 5_000, application: 'postgres-1', address: '10.0.0.2' },
      'standby postgres-1',
      'pg_stat_activity',
    ],
  ];
  test.each(holders)(
    'a vacuum that removes nothing is no success: %s is named',
    async (_title, holder, subject, next) => {
      const server = primaryWith([dusty(1, 'blocks', { held: true })]);
      server.horizon = [holder];
      const { entry, findings } = await maintain(server);
      expect(entry.verdict).toBe('warn');
      expect(entry.result).toBe('1 of 1 table; 0 dead rows removed');
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ code: 'horizon-held', severity: 'warn', subject });
      expect(findings[0]?.title).toContain('vacuum is held back by');
      expect(findings[0]?.evidence).toContain('keeps 5,000 dead rows in 1 table');
      expect(findings[0]?.next).toContain(next);
      expect(findings[0]?.subject).not.toContain('4711');
    },
  );

  test('a transaction of a few seconds that keeps the rows is named, too, once that is proved', async () => {
    const server = primaryWith([dusty(1, 'blocks', { held: true })]);
    server.horizon = [
      { kind: 'transaction', age: 1, ...session({ application: 'younger', transactionMs: 2_000 }) },
      { kind: 'transaction', age: 3, ...session({ transactionMs: 4_000 }) },
    ];
    expect((await maintain(server)).findings.map((finding) => finding.subject)).toEqual([
      'transaction of reporting in database phoenixrooivalk',
    ]);
    server.databases.forEach((entry) => {
      entry.tables = [];
    });
    expect((await maintain(server)).findings).toEqual([]);
  });

  test('a transaction of another database keeps nothing here; a slot on catalogues keeps no rows, but is said if nobody reads it', async () => {
    const server = primaryWith([dusty(1, 'blocks')]);
    server.horizon = [
      { kind: 'transaction', age: 9, ...session({ database: 'other', transactionMs: 90_000 }) },
      {
        kind: 'replication-slot',
        age: 9,
        name: 'cdc',
        holds: 'catalogues',
        type: 'logical',
        active: false,
        retainedBytes: 1e9,
      },
    ];
    const { findings } = await maintain(server);
    expect(findings.map((finding) => finding.subject)).toEqual(['replication slot cdc']);
    expect(findings[0]?.evidence).not.toContain('dead rows');
  });

  test('a table of somebody else is a finding with the grant, not a silent success', async () => {
    const foreign = { owner: 'finance', mayMaintain: false };
    const { calls, entry, findings } = await maintain(primaryWith([dusty(1, 'theirs', foreign), dusty(2, 'ours')]));
    expect(calls).toEqual(['vacuum public.ours']);
    expect(entry.verdict).toBe('warn');
    expect(find(findings, 'not-permitted')).toMatchObject({
      severity: 'warn',
      subject: 'tables of role finance in database phoenixrooivalk',
      evidence: '1 table in need, owned by finance: public.theirs',
      next: '`grant finance to maintenance;`',
    });
  });

  const grants: [string, Partial<Instance>, Partial<FakeTable>, RegExp][] = [
    ['from 17 on MAINTAIN is enough', { majorVersion: 17 }, { owner: 'finance' }, /grant pg_maintain to maintenance;/],
    ['a name in need of quotes', {}, { owner: 'Mixed Case' }, /grant "Mixed Case" to maintenance;/],
    ['a reserved word', {}, { owner: 'user' }, /grant "user" to maintenance;/],
    [
      'a name that must not be pasted',
      {},
      { owner: '"; $(rm -rf /)' },
      /^make role maintenance a member of the role that owns them$/,
    ],
    [
      'never membership in a superuser',
      {},
      { owner: 'postgres', ownedBySuperuser: true },
      /owner that is no superuser.*never of postgres/,
    ],
  ];
  test.each(grants)('nothing may be vacuumed at all: fail; %s', async (_title, instance, table, next) => {
    const { entry, findings } = await maintain(
      primaryWith([dusty(1, 'theirs', { mayMaintain: false, ...table })], instance),
    );
    expect(entry.verdict).toBe('fail');
    expect(find(findings, 'no-rights').next).toMatch(next);
    expect(find(findings, 'not-permitted').next).toMatch(next);
  });

  test('no rights at all is a failure even when nothing needs it; in other databases only when something does', async () => {
    const clean = fakeTable(1, 'theirs', { mayMaintain: false, ...analyzed });
    const server = primaryWith([clean]);
    server.databases.push(fakeEntry('other', { tables: [clean] }));
    const { entry, findings } = await maintain(server);
    expect(entry.verdict).toBe('fail');
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual(['no-rights database phoenixrooivalk']);
  });

  test('a standby is refused, with where the primary is', async () => {
    const standby = fakeServer('pod/postgres-1', { role: 'standby', primary: '10.77.1.12:5432' });
    const { entry, calls, findings } = await maintain({ 'pod/postgres-1': standby });
    expect(entry).toMatchObject({ verdict: 'warn', status: 'refused' });
    expect(codes(findings)).toEqual(['no-primary']);
    expect(entry.plan?.refusals).toEqual([
      expect.objectContaining({ subject: 'pod/postgres-1', next: expect.stringContaining('10.77.1.12:5432') }),
    ]);
    expect(calls).toEqual([]);
  });

  test('beside its standby the primary is found, whichever comes first', async () => {
    const standby = fakeServer('pod/postgres-0', { role: 'standby' });
    const primary = primaryWith([dusty(1, 'blocks')], { server: 'pod/postgres-1' });
    const { entry, calls } = await maintain({ 'pod/postgres-0': standby, 'pod/postgres-1': primary });
    expect(entry.verdict).toBe('pass');
    expect(calls).toEqual(['vacuum public.blocks']);
  });

  test('two primaries: nothing is touched', async () => {
    const { entry, findings, calls } = await maintain({
      a: primaryWith([dusty(1, 'blocks')], { server: 'a' }),
      b: primaryWith([dusty(1, 'blocks')], { server: 'b' }),
    });
    expect(entry).toMatchObject({ verdict: 'fail', status: 'refused' });
    expect(codes(findings)).toEqual(['several-primaries']);
    expect(calls).toEqual([]);
  });

  test('a vacuum that gave way to a migration, and one that warned only', async () => {
    const server = primaryWith([dusty(1, 'blocks')]);
    server.waiting.set(1, [session({ application: 'migration', command: 'ALTER' })]);
    const { entry, findings } = await maintain(server);
    expect(entry).toMatchObject({ verdict: 'warn', result: '0 of 1 table; 1 table not done' });
    expect(find(findings, 'vacuum-gave-way').evidence).toContain('application migration');
  });
});
