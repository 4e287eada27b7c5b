import { describe, expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { PlanDocument } from '../../src/domain/approval/document.ts';
import type { Calendar } from '../../src/domain/calendar/window.ts';
import { calendarOf } from '../../src/domain/configuration/windows.ts';
import { sealPlan } from '../../src/domain/plan/plan.ts';
import type { Step } from '../../src/domain/step/step.ts';
import { type ApplyingDocument, applyDocument, refusedDocument } from '../../src/pipeline/apply/apply-document.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { type AnyTask, defineTask } from '../../src/tasks/contract.ts';
import { configured } from '../configured.ts';
import { documentOf } from '../domain/approval/plan-document.ts';
import { testNow } from '../tasks/environment.ts';
import { deadlineMs, ScaledWorld, scale, vacuum } from './scaled-world.ts';

const taskOf = (world: ScaledWorld, id: string, type: AnyTask['type'], basis: () => number): AnyTask =>
  defineTask({
    id,
    title: id,
    type,
    ports: [],
    steps: ['scale-workload', 'vacuum-table'],
    observe: async () => ({ basis: { replicas: basis() }, measurements: null }),
    plan: () => {
      throw new Error('planned again');
    },
    verify: async () => ({ findings: [], measurements: [], result: JSON.stringify(world.state()) }),
  } as unknown as AnyTask);

const entryOf = (task: string, steps: readonly Step[]): PlanDocument['plans'][number] => {
  const plan = sealPlan(task, {}, { replicas: 1 }, { steps, refusals: [] });
  const shown = { notChecked: [], findings: [], measurements: [], result: 'planned' };
  return { title: task, undoMs: 1000, plan: JSON.parse(JSON.stringify(plan)), shown };
};

/** A clock that moves only by waiting. */
function movingClock(): Clock {
  let now = testNow;
  const sleep = async (ms: number, signal?: AbortSignal) => {
    if (signal && (ms === deadlineMs || ms >= 60_000)) return new Promise<void>(() => undefined);
    now += ms;
  };
  return { now: () => now, monotonic: () => now, sleep };
}

/** A calendar with a blackout of an hour. */
const blackoutFrom = (from: number): Calendar => {
  const until = from + 3_600_000;
  return { windows: [], blackouts: [{ owner: 'o', reason: 'r', expires: until, spans: [{ from, until }] }] };
};

interface Trial {
  readonly document?: PlanDocument;
  readonly rest?: Partial<ApplyingDocument>;
  readonly replicas?: number;
  readonly type?: AnyTask['type'];
  /** How long the process stands still after the guard's last reading, ms. */
  readonly standsStillMs?: number;
  /** What another run has left. */
  readonly arrange?: (world: ScaledWorld) => Promise<void>;
}

async function trial({ document, rest, replicas = 1, type = 'adaptive', standsStillMs = 0, arrange }: Trial = {}) {
  const world = new ScaledWorld(['a', 'b']);
  await arrange?.(world);
  const moving = movingClock();
  const asked: string[] = [];
  const stood = () => (asked.length === 0 ? 0 : standsStillMs);
  const clock: Clock = { ...moving, now: () => moving.now() + stood(), monotonic: () => moving.monotonic() + stood() };
  const configuration = configured();
  const whole = document ?? documentOf({ plans: [entryOf('one', [scale('a')]), entryOf('two', [scale('b')])] });
  const outcomes = await applyDocument({
    document: whole,
    task: async ({ task }) => taskOf(world, task, type, () => replicas),
    environment: async (_task, changing) => ({
      ports: {} as never,
      platform: configuration.platform,
      thresholds: configuration.thresholds,
      calendar: calendarOf(configuration),
      clock,
      signal: new AbortController().signal,
      progress: () => undefined,
      executor: world.executor,
      changing,
    }),
    maintenance: openMaintenance(world.cluster, clock),
    clock,
    calendar: calendarOf(configuration),
    run: 'run 2',
    holder: 'run 2 token',
    jobEndsAt: testNow + 6 * 3_600_000,
    lastWord: async () => {
      asked.push('spent');
      return undefined;
    },
    closeJournal: async () => 'none',
    signal: new AbortController().signal,
    progress: () => undefined,
    ...rest,
  });
  return { world, asked, outcomes: outcomes.map(({ entry }) => entry) };
}

test('every plan is applied as it is, and the approval is spent once', async () => {
  const { world, asked, outcomes } = await trial();
  expect(world.state()).toEqual({ a: 2, b: 2 });
  expect(outcomes.map(({ id, status }) => [id, status])).toEqual([
    ['one', 'done'],
    ['two', 'done'],
  ]);
  expect(asked).toEqual(['spent']);
});

test('a holder that is dead is waited for, and taken over', async () => {
  const arrange = async ({ cluster }: ScaledWorld): Promise<void> => {
    const lease = openMaintenance(cluster, movingClock()).lease;
    expect(await lease.take('dead', { patienceMs: 0, grace: async () => 0 })).toEqual({ taken: true });
  };
  const { world, outcomes } = await trial({ arrange });
  expect(outcomes.map(({ status }) => status)).toEqual(['done', 'done']);
  expect(world.state()).toEqual({ a: 2, b: 2 });
});

describe('nothing is changed', () => {
  const spent = { subject: 'x', rule: 'an approval is used once', state: 'it was spent', next: 'plan again' };
  const busy = async () => 'left-open' as const;
  const preventive = documentOf({
    type: 'preventive',
    environment: 'maintenance-preventive',
    plans: [entryOf('one', [vacuum('t'), scale('a')])],
  });
  const cases: [string, Trial, string, RegExp][] = [
    ['when the basis moved', { replicas: 3 }, 'refused', /replicas: approved 1, now 3/],
    ['when the approval was spent', { rest: { lastWord: async () => spent } }, 'refused', /used once/],
    ['by a task of another gate', { type: 'perfective' }, 'refused', /gate of adaptive/],
    ['by a task that does not exist', { rest: { task: async () => undefined } }, 'refused', /no task/],
    [
      'by a preventive document with another step',
      { document: preventive, type: 'preventive' },
      'refused',
      /not preventive/,
    ],
    [
      'while an open journal waits',
      { rest: { closeJournal: busy, jobEndsAt: testNow + 60_000 } },
      'deferred',
      /open journal/,
    ],
    ['when there is no time left', { rest: { jobEndsAt: testNow + 1000 } }, 'deferred', /no time left/],
    ['shortly before a blackout', { rest: { calendar: blackoutFrom(testNow + 1000) } }, 'deferred', /no time left/],
    ['after the process stood still behind the last reading', { standsStillMs: 150_000 }, 'refused', /within 2 min/],
    ['after a cancellation', { rest: { signal: AbortSignal.abort() } }, 'deferred', /cancelled/],
  ];
  test.each(cases)('%s', async (_name, how, status, cause) => {
    const { world, outcomes } = await trial(how);
    expect(world.state()).toEqual({ a: 1, b: 1 });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status, applied: [] });
    expect(JSON.stringify(outcomes[0])).toMatch(cause);
  });
});

test('a basis that moved spends nothing', async () => {
  expect((await trial({ replicas: 3 })).asked).toEqual([]);
});

test('another holder is waited for until the undo no longer fits, holding nothing', async () => {
  const world = new ScaledWorld([]);
  const clock = movingClock();
  const theirs = openMaintenance(world.cluster, clock).lease;
  await theirs.take('somebody', { patienceMs: 0, grace: async () => 0 });
  const sleep = async (ms: number) => {
    await clock.sleep(ms);
    await theirs.renew('somebody');
  };
  const renewing = { ...clock, sleep };
  const { outcomes } = await trial({
    rest: {
      maintenance: openMaintenance(world.cluster, renewing),
      clock: renewing,
      jobEndsAt: testNow + 20 * 60_000,
    },
  });
  expect(outcomes[0]).toMatchObject({
    status: 'deferred',
    cause: expect.stringContaining('another run holds the Lease (somebody)'),
  });
});

test('what the guard refused is told for every plan, with the rule', () => {
  const refusal = {
    subject: 'approval',
    rule: 'the approver is none of the requesters',
    state: 'jv',
    next: 'ask another',
  };
  const [told] = refusedDocument(documentOf(), refusal);
  expect(told?.entry).toMatchObject({ status: 'refused', verdict: 'warn', plan: { refusals: [refusal] } });
});

test('what was found when a plan was made stands while nothing of it was applied', async () => {
  const found = { code: 'c', severity: 'unknown', subject: 's', title: 't', evidence: 'e', next: 'n' } as const;
  const entry = entryOf('one', [scale('a')]);
  const notChecked = [{ subject: 'database', why: 'it did not answer' }];
  const document = documentOf({ plans: [{ ...entry, shown: { ...entry.shown, findings: [found], notChecked } }] });
  const refusal = { subject: 'approval', rule: 'nobody rejects', state: 'mk has', next: 'ask again' };
  const deferred = await trial({ document, rest: { closeJournal: async () => 'left-open' } });
  const refused = refusedDocument(document, refusal);
  for (const told of [deferred.outcomes[0], refused[0]?.entry]) {
    expect(told).toMatchObject({ verdict: 'unknown', notChecked, applied: [] });
  }
  expect([deferred.outcomes[0]?.status, refused[0]?.entry.status]).toEqual(['deferred', 'refused']);
  expect(refused[0]?.findings).toEqual([found]);
});

test('what was found that cannot be read is not taken for nothing', () => {
  const refusal = { subject: 'approval', rule: 'nobody rejects', state: 'mk has', next: 'ask again' };
  const entry = { ...entryOf('one', [scale('a')]), shown: { findings: [{ severity: 'harmless' }] } };
  const [told] = refusedDocument(documentOf({ plans: [entry] }), refusal);
  expect(told).toMatchObject({ entry: { verdict: 'unknown' }, findings: [{ code: 'plan-not-read', subject: 'one' }] });
});
