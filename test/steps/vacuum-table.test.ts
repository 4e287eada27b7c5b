import { expect, test } from '@jest/globals';
import type { StepOf } from '../../src/domain/step/step.ts';
import type { VacuumOutcome } from '../../src/ports/database.ts';
import { PortError } from '../../src/ports/port-error.ts';
import vacuumStep from '../../src/steps/vacuum-table.ts';
import task from '../../src/tasks/maintain-database/index.ts';
import { createFakeDatabase, fakeEntry, fakeServer, fakeTable } from '../fakes/database/fake-database.ts';
import { run, testNow } from '../tasks/environment.ts';

const server = 'pod/postgres-0';
const dusty = () => fakeTable(1, 'blocks', { liveRows: 9, deadRows: 9_000, lastAnalyze: testNow - 1 });

/** A database in which every vacuum ends as told. */
function bench(vacuum: () => Promise<VacuumOutcome>) {
  const primary = fakeServer(server);
  const entry = fakeEntry('phoenixrooivalk', { tables: [dusty()] });
  primary.databases.push(entry);
  const database = { ...createFakeDatabase({ [server]: primary }, () => testNow), vacuum };
  return { entry, carried: () => run(task, { ports: { database }, executors: { 'vacuum-table': vacuumStep } }) };
}

test.each<[VacuumOutcome, string, string, string | undefined]>([
  [{ outcome: 'not-permitted' }, 'warn', 'skipped: not permitted', 'vacuum-not-permitted'],
  [{ outcome: 'without-effect' }, 'fail', 'without effect', 'vacuum-without-effect'],
  [{ outcome: 'timed-out', afterMs: 61_000 }, 'warn', 'ended after 1 min 1 s', 'vacuum-timed-out'],
  [{ outcome: 'locked', blockers: [] }, 'warn', 'skipped: locked', 'table-locked'],
  [{ outcome: 'gone' }, 'pass', 'skipped: the table is gone, or another has taken its place', undefined],
])('%j is %s', async (outcome, verdict, text, code) => {
  const { entry, findings } = await bench(async () => outcome).carried();
  expect(entry.verdict).toBe(verdict);
  expect(entry.applied[0]).toMatchObject({ outcome: 'done', text });
  expect(findings.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code]);
});

const lost = () =>
  Promise.reject(new PortError({ code: 'unreachable', subject: 'd', message: 'the connection was reset' }));

test('an answer that was lost: the statistics show that it was done', async () => {
  const { entry, carried } = bench(async () => {
    entry.tables = [{ ...dusty(), deadRows: 0, lastVacuum: testNow }];
    return lost();
  });
  const outcome = await carried();
  expect(outcome.entry).toMatchObject({ verdict: 'pass', applied: [{ outcome: 'done' }] });
  expect(outcome.entry.result).toBe('1 of 1 table; 9,000 dead rows removed');
});

test('an answer that was lost, and nothing is to be seen: not known to have failed', async () => {
  const { entry, findings } = await bench(lost).carried();
  expect(entry).toMatchObject({ verdict: 'unknown', status: 'failed', applied: [{ outcome: 'failed' }] });
  expect(findings).toEqual([expect.objectContaining({ code: 'step-failed', severity: 'unknown' })]);
});

test('the step says what it is about, and nothing else', async () => {
  const { entry } = await bench(lost).carried();
  const [step] = (entry.plan?.steps ?? []) as unknown as StepOf<'vacuum-table'>[];
  expect(step?.parameters).toEqual({
    server,
    database: 'phoenixrooivalk',
    schema: 'public',
    table: 'blocks',
    oid: 1,
    vacuum: true,
    analyze: true,
    freeze: false,
    lockTimeoutMs: 5_000,
    statementTimeoutMs: 60_000,
  });
  expect(step?.deadlineMs).toBe(90_000);
});
