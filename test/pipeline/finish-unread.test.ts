import { expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import { finish } from '../../src/pipeline/publish/finish.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { anyJob } from '../domain/job/any-job.ts';
import { stillClock } from '../tasks/environment.ts';
import { ScaledWorld } from './scaled-world.ts';

const opening = 'daily@2026-11-24T02:00:00Z';
const runWord = 'run 1';
const describe = (id: string) => ({ title: id, type: 'preventive' as const });

const job = anyJob(runWord, { opening, due: ['check-health'], leaseHolder: 'us' });

const well: TaskOutcome = {
  entry: {
    id: 'check-health',
    ...describe('check-health'),
    phase: 'main',
    verdict: 'pass',
    status: 'done',
    result: 'all well',
    notChecked: [],
    applied: [],
    undone: [],
    measurements: [],
    durationMs: 1,
  },
  findings: [],
};

/** Finish the job of a claimed opening while one object of the state cannot be read. */
async function finishedWithout(lost: string) {
  const { cluster } = new ScaledWorld([]);
  const clock = stillClock();
  const { state } = openMaintenance(cluster, clock);
  const seen = { firstSeen: '2026-11-01T02:00:00.000Z' };
  await state.update('findings', () => ({ 'an earlier one': seen }) as never);
  await state.update('claims', () => [
    { opening, window: 'daily', run: runWord, at: job.startedAt, tasks: {} } as never,
  ]);
  cluster.fail(
    { verb: 'get', name: lost },
    new PortError({ code: 'gone', subject: lost, message: 'HTTP 410' }),
    'every',
  );
  const parts = { kind: 'window', id: 'daily', job, outcomes: [well], describe, state, clock, runWord } as const;
  const { report } = await finish(parts);
  const stored = cluster.snapshot() as Record<string, { data?: { document?: string } }>;
  const document = (name: string) =>
    JSON.parse(stored[`configmaps/rooivalk-maintenance/state-${name}`]?.data?.document ?? '{}');
  return { report, findings: document('findings'), claims: document('claims') };
}

test.each([['state-left'], ['state-untold']])(
  'what may be left half-way and cannot be read is no good report: %s',
  async (lost) => {
    const { report } = await finishedWithout(lost);
    expect([report.verdict, report.findings.map(({ code, evidence }) => `${code}: ${evidence}`)]).toEqual([
      'unknown',
      ['left-not-read: HTTP 410'],
    ]);
  },
);

test('earlier findings that cannot be read are not written over, and the opening is through all the same', async () => {
  const { report, findings, claims } = await finishedWithout('state-findings');
  expect(report.notes).toEqual(['findings are all called new: those of earlier runs could not be read (HTTP 410)']);
  expect(findings).toEqual({ 'an earlier one': { firstSeen: '2026-11-01T02:00:00.000Z' } });
  expect(claims).toMatchObject([{ opening, verdict: 'pass', tasks: { 'check-health': { status: 'done' } } }]);
});
