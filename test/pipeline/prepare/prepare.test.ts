import { expect, test } from '@jest/globals';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import type { Step } from '../../../src/domain/step/step.ts';
import { isRefusedWhole, prepare } from '../../../src/pipeline/prepare/prepare.ts';
import { type AnyTask, defineTask } from '../../../src/tasks/contract.ts';
import { configured } from '../../configured.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import { stillClock, testNow } from '../../tasks/environment.ts';
import { deadlineMs, scale } from '../scaled-world.ts';

const undoMs = 60_000;

const taskOf = (id: string, steps: readonly Step[], type: AnyTask['type'] = 'adaptive'): AnyTask =>
  defineTask({
    id,
    title: id,
    type,
    undoMs,
    ports: [],
    steps: ['scale-workload'],
    observe: async () => ({ basis: { id }, measurements: null }),
    plan: () => ({ steps, refusals: [], notChecked: [], findings: [], measurements: [], result: 'planned' }),
  } as unknown as AnyTask);

/** Plans of these tasks, valid for so long. */
async function planned(tasks: readonly AnyTask[], validMs: number) {
  const configuration = configured();
  const {
    schemaVersion: _version,
    planId: _id,
    type: _type,
    environment: _name,
    plans: _plans,
    ...common
  } = documentOf();
  const made = await prepare({
    asked: tasks.map((task) => ({ task, inputs: {} })),
    ahead: false,
    validity: { opening: 'outside:7', notAfter: new Date(testNow + validMs).toISOString() },
    clock: stillClock(),
    planId: (type) => type,
    common: async () => common,
    environment: async () => ({
      ports: {} as never,
      platform: configuration.platform,
      thresholds: configuration.thresholds,
      calendar: calendarOf(configuration),
      clock: stillClock(),
      signal: new AbortController().signal,
      progress: () => undefined,
      executor: () => Promise.reject(new Error('a step was loaded')),
      changing: { mode: 'plan' },
    }),
  });
  const handed = made.sealed.map(({ document }) => [document.type, document.plans.map(({ title }) => title)]);
  const told = made.outcomes.map(({ entry }) => [entry.id, entry.status, entry.verdict, entry.cause?.split(':')[0]]);
  return { made, handed, told };
}

const needed = deadlineMs + undoMs;
const short = 'a plan is valid for as long as applying it and undoing it may take';

test.each([
  [needed, ['one'], [['one', 'planned', 'pass', undefined]]],
  [needed - 1, undefined, [['one', 'refused', 'warn', short]]],
])('a plan that is valid for %i ms', async (validMs, tasks, outcomes) => {
  const { handed, told, made } = await planned([taskOf('one', [scale('a')])], validMs);
  expect(handed).toEqual(tasks === undefined ? [] : [['adaptive', tasks]]);
  expect(told).toEqual(outcomes);
  expect(isRefusedWhole(made)).toBe(tasks === undefined);
});

test('plans of one gate share the time, those of another have their own; what is refused reserves nothing', async () => {
  const tasks = [
    taskOf('one', [scale('a')]),
    taskOf('two', [scale('b')]),
    taskOf('three', [scale('b')], 'corrective'),
    taskOf('four', [scale('a')], 'corrective'),
  ];
  const { handed, told } = await planned(tasks, 2 * needed - 1);
  expect(handed).toEqual([
    ['adaptive', ['one']],
    ['corrective', ['three']],
  ]);
  expect(told.map(([id, status]) => [id, status])).toEqual([
    ['one', 'planned'],
    ['two', 'refused'],
    ['three', 'planned'],
    ['four', 'deferred'],
  ]);
});

test('a plan that is refused is shown with its steps and the way on', async () => {
  const { made } = await planned([taskOf('one', [scale('a')])], 1000);
  expect(made.outcomes[0]?.entry.plan).toMatchObject({
    steps: [{ subject: scale('a').subject }],
    refusals: [{ subject: 'one', rule: short, next: expect.stringContaining('approval.valid-for') }],
  });
});
