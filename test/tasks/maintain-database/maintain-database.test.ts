import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding/finding.ts';
import type { HorizonHolder, Instance, SessionEntry } from '../../../src/ports/database.ts';
import vacuumStep from '../../../src/steps/vacuum-table.ts';
import task from '../../../src/tasks/maintain-database/index.ts';
import {
  createFakeDatabase,
  type FakeServer,
  type FakeTable,
  fakeEntry,
  fakeServer,
  fakeTable,
} from '../../fakes/database/fake-database.ts';
import { run, testNow } from '../environment.ts';

const primaryName = 'pod/postgres-0';
const hour = 3_600_000;
const analyzed = { lastAnalyze: testNow - hour };
const dusty = (oid: number, name: string, change: Partial<FakeTable> = {}) =>
  fakeTable(oid, name, { liveRows: 10_000, deadRows: 5_000, ...analyzed, ...change });

/** A primary with one database of these tables. */
function primaryWith(tables: FakeTable[], change: Partial<Instance> = {}): FakeServer {
  const server = fakeServer(primaryName, change);
  server.databases.push(fakeEntry('phoenixrooivalk', { tables }));
  return server;
}

async function maintain(
  servers: Readonly<Record<string, FakeServer>> | FakeServer,
  options: { mode?: 'plan' | 'apply'; inputs?: Record<string, string> } = {},
) {
  const all = 'instance' in servers ? { [primaryName]: servers as FakeServer } : servers;
  const database = createFakeDatabase(all, () => testNow);
  const outcome = await run(task, { ports: { database }, executors: { 'vacuum-table': vacuumStep }, ...options });
  return { ...outcome, calls: database.calls };
}

const codes = (findings: readonly Finding[]) => findings.map((finding) => finding.code);
const find = (findings: readonly Finding[], code: string): Finding => {
  const found = findings.find((finding) => finding.code === code);
  if (found === undefined) throw new Error(`no finding ${code} among ${codes(findings)}`);
  return found;
};

const session = (change: Partial<SessionEntry> = {}): SessionEntry => ({
  pid: 4711,
  application: 'reporting',
  user: 'bi',
  database: 'phoenixrooivalk',
  state: 'idle in transaction',
  command: 'SELECT',
  queryId: '-42',
  transactionMs: 7.2 * hour,
  startedAt: 0,
  ...change,
});

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
    server.locks.set(1, [{ kind: 'session', lock: 'ACCESS EXCLUSIVE', ...blocker }]);
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
