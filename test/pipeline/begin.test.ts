import { beforeEach, describe, expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { CatalogueTask, Trigger } from '../../src/domain/conduct/situation.ts';
import { defaultConfiguration } from '../../src/domain/configuration/read.ts';
import type { Job } from '../../src/domain/job/job.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { sealPlan } from '../../src/domain/plan/plan.ts';
import type { Step } from '../../src/domain/step/step.ts';
import { type Beginning, begin } from '../../src/pipeline/conduct/begin.ts';
import type { Maintenance } from '../../src/pipeline/maintenance.ts';
import { finish } from '../../src/pipeline/publish/finish.ts';
import { recordEnded } from '../../src/pipeline/publish/record-ended.ts';
import { skippedOutcome } from '../../src/pipeline/skipped.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { SteppingClock } from '../adapters/kubernetes/local-api.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { stillClock } from '../tasks/environment.ts';

const during = Date.parse('2026-11-24T02:07:00Z');
const outside = Date.parse('2026-11-24T12:00:00Z');

const catalogue: readonly CatalogueTask[] = [
  {
    id: 'rotate-logs',
    windows: ['daily'],
    type: 'preventive',
    priority: 'medium',
    estimateMs: 60_000,
    undoMs: 0,
    needs: [],
    after: [],
    steps: ['rotate-logs'],
    changesWorkloads: false,
  },
  {
    id: 'check-health',
    windows: ['daily'],
    type: 'preventive',
    priority: 'high',
    estimateMs: 60_000,
    undoMs: 0,
    needs: [],
    after: 'all',
    steps: ['probe-network'],
    changesWorkloads: false,
  },
];

const step: Step = {
  id: 'delete-files pod/a /tmp',
  kind: 'delete-files',
  subject: 'pod/a /tmp',
  from: 1,
  to: 0,
  parameters: { namespace: 'n', pod: 'a', podUid: 'u', container: 'c', directory: '/tmp', minimumAgeMs: 1, files: [] },
  why: '',
  risk: '',
  undo: '',
  deadlineMs: 16_000,
};

let cluster: FakeCluster;
let maintenance: Maintenance;

beforeEach(() => {
  cluster = new FakeCluster();
  cluster.add(resources.namespaces, { metadata: { name: 'rooivalk-maintenance' } });
  maintenance = openMaintenance(cluster, stillClock(during));
});

const beginning = (trigger: Partial<Trigger>, now: number, run = 'run 1'): Beginning => ({
  trigger: { kind: 'schedule', window: 'daily', mode: 'apply', ...trigger },
  configuration: defaultConfiguration({}),
  catalogue,
  maintenance,
  clock: stillClock(now),
  run: { url: 'https://x', attempt: 1, event: 'schedule', actor: 'a', requestedBy: 'a' },
  platform: { name: 'p', cluster: 'c', namespace: 'n' },
  runWord: run,
  holder: `${run} token`,
  jobStartedAt: now,
  closing: { executor: async () => ({ settle: async () => 'done' }) as never, context: {} as never },
  progress: () => undefined,
});

const ended = (id: string) => {
  const { entry, findings } = skippedOutcome({ id, title: id, type: 'preventive' }, 'main', '');
  return { entry: { ...entry, status: 'done' as const, verdict: 'pass' as const, durationMs: 5 }, findings };
};

const finishing = (job: Job, ids: readonly string[], run = 'run 1') =>
  finish({
    kind: 'window',
    id: 'daily',
    job,
    outcomes: ids.map(ended),
    describe: (id) => ({ title: id, type: 'preventive' }),
    state: maintenance.state,
    clock: stillClock(during),
    runWord: run,
  });

describe('the conductor begins', () => {
  test('outside every opening it does not even ask the cluster', async () => {
    const job = await begin(beginning({}, outside));
    expect(job).toMatchObject({ due: [], notDue: [] });
    expect(job.notes[0]).toMatch(/nothing due: .*next opening: daily, Wednesday 2026-11-25 02:00 UTC/);
    expect(cluster.calls()).toHaveLength(0);
  });

  test('in an opening it holds the Lease and claims', async () => {
    const job = await begin(beginning({}, during));
    expect(job).toMatchObject({
      due: ['rotate-logs', 'check-health'],
      opening: 'daily@2026-11-24T02:00:00Z',
      leaseHolder: 'run 1 token',
    });
    expect(await maintenance.state.read('claims')).toMatchObject([
      { opening: 'daily@2026-11-24T02:00:00Z', run: 'run 1' },
    ]);
    expect(await maintenance.lease.renew('run 1 token')).toBe(true);
  });

  test('plan mode writes nothing', async () => {
    const job = await begin(beginning({ mode: 'plan', kind: 'dispatch' }, during));
    expect(job.due).toEqual(['rotate-logs', 'check-health']);
    expect(job.leaseHolder).toBeUndefined();
    expect(cluster.changes()).toEqual([]);
  });

  const all = ['rotate-logs', 'check-health'];
  test.each<[string, Partial<Trigger>, number, readonly string[], number]>([
    ['by hand it waits for a run that is at work', { kind: 'dispatch', mode: 'plan' }, 40_000, all, 45_000],
    ['by hand it waits no longer than a minute', { kind: 'dispatch', mode: 'plan' }, 90_000, [], 60_000],
    ['a schedule does not wait', { kind: 'schedule', mode: 'plan' }, 40_000, [], 0],
  ])('in plan mode %s', async (_, trigger, endsAfterMs, due, waitedMs) => {
    const clock = new SteppingClock();
    const plan = sealPlan('t', {}, {}, { steps: [step], refusals: [] });
    const writer = await maintenance.journal.open({ run: 'run 0', id: 'i', plan });
    const sleep = async (ms: number) => {
      await clock.sleep(ms);
      if (clock.monotonic() >= endsAfterMs) await writer.close();
    };
    const job = await begin({ ...beginning(trigger, during), clock: { ...stillClock(during), sleep } });
    expect([job.due, clock.monotonic()]).toEqual([due, waitedMs]);
    if (due.length === 0) expect(JSON.stringify(job)).toContain('run 0 began t and has not ended it');
  });

  test('by hand outside a window it asks for a reason, and takes nothing', async () => {
    const job = await begin(beginning({ kind: 'dispatch' }, outside));
    expect(job).toMatchObject({ due: [], refusal: { rule: expect.stringContaining('written reason') } });
    expect(cluster.changes()).toEqual([]);
  });

  test('by hand outside a window with a reason it runs, and claims nothing', async () => {
    const job = await begin(beginning({ kind: 'dispatch', reason: 'disk is filling' }, outside));
    expect(job).toMatchObject({ due: ['rotate-logs', 'check-health'], run: { reason: 'disk is filling' } });
    expect(job.opening).toBeUndefined();
    expect(await maintenance.state.read('claims')).toEqual([]);
  });

  test('while another run holds the Lease everything is deferred', async () => {
    const clock = hastyClock();
    maintenance = openMaintenance(cluster, clock);
    await maintenance.lease.take('somebody else', { patienceMs: 0, grace: async () => 0 });
    const somebody = setInterval(() => void maintenance.lease.renew('somebody else'), 0);
    const job = await begin({ ...beginning({}, during), clock });
    clearInterval(somebody);
    expect(job.due).toEqual([]);
    expect(job.notDue).toMatchObject([
      { id: 'rotate-logs', status: 'deferred', cause: expect.stringContaining('somebody else') },
      { id: 'check-health', status: 'deferred' },
    ]);
  });

  test('after a run that was killed in a long step, the next one takes its Lease and closes its journal', async () => {
    const clock = hastyClock();
    maintenance = openMaintenance(cluster, clock);
    await maintenance.lease.take('dead run', { patienceMs: 0, grace: async () => 0 });
    const long = { ...step, deadlineMs: 15 * 60_000 };
    const plan = sealPlan('clean-temporary-files', {}, null, { steps: [long], refusals: [] });
    await (await maintenance.journal.open({ run: 'run 0', id: 'x', plan })).write(long.id, 'begun');
    const job = await begin({ ...beginning({}, during), clock });
    expect(job.due).toEqual(['rotate-logs', 'check-health']);
    expect(await maintenance.journal.read()).toBeUndefined();
    expect(clock.monotonic()).toBeGreaterThanOrEqual(20 * 60_000);
  });

  test('state that cannot be read is a finding, and nothing that changes anything is due', async () => {
    const broken: Maintenance = {
      ...maintenance,
      state: { read: async () => Promise.reject(new Error('x')), update: async () => Promise.reject(new Error('x')) },
    };
    const job = await begin({ ...beginning({}, during), maintenance: broken });
    expect(job.findings).toMatchObject([{ code: 'state-not-read', severity: 'unknown' }]);
    expect(job.due.filter((id) => !job.lookOnly.includes(id))).toEqual([]);
  });

  test('the journal of a run that was cut off is settled and closed, and that is said', async () => {
    const plan = sealPlan('clean-temporary-files', {}, null, { steps: [step], refusals: [] });
    const writer = await maintenance.journal.open({ run: 'run 0', id: 'id-run 0', plan });
    await writer.write(step.id, 'begun');
    const job = await begin(beginning({}, during));
    expect(job.findings).toMatchObject([
      {
        code: 'run-cut-off',
        severity: 'warn',
        subject: 'clean-temporary-files',
        evidence: expect.stringContaining('delete-files pod/a /tmp: done'),
      },
    ]);
    expect(await maintenance.journal.read()).toBeUndefined();
    expect(job.due).toEqual(['rotate-logs', 'check-health']);
    await expect(writer.write(step.id, 'done')).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the conductor finishes', () => {
  test('a later tick of an opening that is through has nothing to do', async () => {
    await finishing(await begin(beginning({}, during)), ['rotate-logs', 'check-health']);
    await maintenance.lease.release('run 1 token');
    const later = await begin(beginning({}, during, 'run 2'));
    expect(later.due).toEqual([]);
    expect(later.notes[0]).toContain('has been carried out');
    expect(later.leaseHolder).toBeUndefined();
  });

  test('a tick after a run that was cut off goes on with the rest', async () => {
    await finishing(await begin(beginning({}, during)), ['rotate-logs']);
    await maintenance.lease.release('run 1 token');
    const later = await begin(beginning({}, during, 'run 2'));
    expect(later.due).toEqual(['check-health']);
    expect(later.earlier).toMatchObject({ 'rotate-logs': { status: 'done' } });
  });

  test('a tick after a runner that was killed goes on with the rest as well', async () => {
    const job = await begin(beginning({}, during));
    const recording = { job, state: maintenance.state, clock: stillClock(during), runWord: 'run 1' };
    const looked = ended('check-health');
    const before = { ...looked, entry: { ...looked.entry, phase: 'before' as const } };
    expect(await recordEnded(before, recording)).toBeUndefined();
    expect(await recordEnded(ended('rotate-logs'), recording)).toBeUndefined();
    await maintenance.lease.release('run 1 token');
    const later = await begin(beginning({}, during, 'run 2'));
    expect([later.due, Object.keys(later.earlier)]).toEqual([['check-health'], ['rotate-logs']]);
  });

  test('health before the changes does not stand for the look after them: the opening is not through', async () => {
    const job = await begin(beginning({}, during));
    const looked = ended('check-health');
    const before = { ...looked, entry: { ...looked.entry, phase: 'before' as const } };
    await finish({
      kind: 'window',
      id: 'daily',
      job,
      outcomes: [before, ended('rotate-logs')],
      describe: (id) => ({ title: id, type: 'preventive' }),
      state: maintenance.state,
      clock: stillClock(during),
      runWord: 'run 1',
    });
    await maintenance.lease.release('run 1 token');
    const later = await begin(beginning({}, during, 'run 2'));
    expect([later.due, Object.keys(later.earlier)]).toEqual([['check-health'], ['rotate-logs']]);
  });

  test('a result that cannot be written yet is said, and nothing else happens', async () => {
    const job = await begin(beginning({}, during));
    const update = () => Promise.reject(new PortError({ code: 'timeout', subject: 'state', message: 'no answer' }));
    const recording = { job, state: { update }, clock: stillClock(during), runWord: 'run 1' };
    expect(await recordEnded(ended('rotate-logs'), recording)).toMatch(/rotate-logs .*no answer/);
  });

  test('a run whose claim has gone to another writes nothing into it', async () => {
    const job = await begin(beginning({}, during));
    await maintenance.lease.release('run 1 token');
    await begin(beginning({}, during, 'run 2'));
    const recording = { job, state: maintenance.state, clock: stillClock(during), runWord: 'run 1' };
    await recordEnded(ended('rotate-logs'), recording);
    expect((await maintenance.state.read('claims'))[0]).toMatchObject({ run: 'run 2', tasks: {} });
  });

  test('a task that left nothing is reported as cancelled, never forgotten', async () => {
    const { report } = await finishing(await begin(beginning({}, during)), ['rotate-logs']);
    expect(report.verdict).toBe('unknown');
    expect(report.tasks).toMatchObject([
      { id: 'rotate-logs', status: 'done' },
      { id: 'check-health', status: 'cancelled', verdict: 'unknown' },
    ]);
  });

  test('durations are remembered, in apply mode only', async () => {
    const plan = await begin(beginning({ mode: 'plan', kind: 'dispatch' }, during));
    await finishing(plan, ['rotate-logs', 'check-health']);
    expect(await maintenance.state.read('durations')).toEqual({});
    await finishing(await begin(beginning({}, during)), ['rotate-logs', 'check-health']);
    expect(await maintenance.state.read('durations')).toEqual({ 'rotate-logs': [5], 'check-health': [5] });
  });
});

/** A clock on which waiting makes time pass at once. */
function hastyClock() {
  let elapsed = 0;
  return {
    now: () => during + elapsed,
    monotonic: () => elapsed,
    sleep: async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      elapsed += ms;
    },
  };
}
