import { describe, expect, test } from '@jest/globals';
import { outlastsItsValidity, timeNeededMs } from '../../../src/domain/approval/time-needed.ts';
import type { Validity } from '../../../src/domain/approval/validity.ts';
import type { StepKind } from '../../../src/domain/step/kinds.ts';

const minute = 60_000;
const now = Date.parse('2026-11-24T02:00:00Z');
const at = (minutes: number) => new Date(now + minutes * minute).toISOString();

const plan = (undo: number, ...steps: readonly (readonly [kind: StepKind, deadline: number])[]) => ({
  undoMs: undo * minute,
  plan: { steps: steps.map(([kind, deadline]) => ({ kind, deadlineMs: deadline * minute })) },
});

test.each([
  ['steps with a way back are begun when all of them fit', plan(10, ['set-image', 5], ['record-images', 1]), 16],
  [
    'steps that stand for themselves are taken as far as they fit',
    plan(0, ['vacuum-table', 30], ['vacuum-table', 5]),
    30,
  ],
  ['nothing', plan(0), 0],
])('%s', (_, timed, minutes) => {
  expect(timeNeededMs(timed)).toBe(minutes * minute);
});

const outside = (minutes: number): Validity => ({ opening: 'outside:7', notAfter: at(minutes) });
const weekly = (opens: number, closes: number): Validity => ({
  opening: 'weekly',
  window: { name: 'weekly', opensAt: at(opens), closesAt: at(closes) },
  notAfter: at(closes),
});

const fitting = (validity: Validity, before = 0) => ({ task: 'scale', beforeMs: before * minute, validity, now });
const scaled = plan(10, ['scale-workload', 5]);

describe('a plan is handed over', () => {
  test.each([
    ['when it fits to the millisecond', outside(15), 0],
    ['when it fits behind the plans before it', outside(30), 15],
    ['when the window that comes is long enough', weekly(600, 615), 0],
    ['when the window is open for long enough', weekly(-60, 15), 0],
  ])('%s', (_, validity, before) => {
    expect(outlastsItsValidity(scaled, fitting(validity, before))).toBeUndefined();
  });
});

describe('a plan is refused that could never be applied', () => {
  const takes = 'that may take 15 min (10 min of it to undo it)';
  test.each([
    [
      'its validity outside windows',
      scaled,
      fitting(outside(14)),
      `${takes}, and a plan outside windows is valid for 14 min (approval.valid-for)`,
      'set approval.valid-for in .github/maintenance.yml to more than 15 min',
    ],
    [
      'the plans before it',
      scaled,
      fitting(outside(20), 10),
      'that may take 25 min (10 min of it to undo it, 10 min of it for the plans before it), and',
      'more than 25 min',
    ],
    [
      'the window that comes',
      scaled,
      fitting(weekly(600, 614)),
      `${takes}, and weekly is open for 14 min`,
      'raise windows.weekly.duration in .github/maintenance.yml, or plan for fewer objects at a time',
    ],
    [
      'the window that is open',
      scaled,
      fitting(weekly(-60, 14)),
      `${takes}, and weekly closes in 14 min`,
      'plan again after 2026-11-24T02:14:00Z with a reason, or raise windows.weekly.duration',
    ],
    [
      'the hours of a job',
      plan(10, ['scale-workload', 120], ['scale-workload', 120], ['set-image', 120]),
      fitting(outside(72 * 60)),
      'and a job has 5 h 20 min for it',
      'plan for fewer objects at a time',
    ],
    [
      'a window that has closed meanwhile',
      scaled,
      fitting(weekly(-60, -1)),
      'weekly closes in 0 ms',
      'plan again after',
    ],
  ])('%s', (_, timed, fits, state, next) => {
    expect(outlastsItsValidity(timed, fits)).toMatchObject({
      subject: 'scale',
      state: expect.stringContaining(state),
      next: expect.stringContaining(next),
    });
  });
});
