import { describe, expect, test } from '@jest/globals';
import type { UntoldPlan } from '../../../src/domain/state/documents.ts';
import type { StepProgress } from '../../../src/domain/state/journal.ts';
import {
  findingsOfUntold,
  rememberUntold,
  stillUntold,
  type Teller,
  untoldToTell,
} from '../../../src/domain/state/untold.ts';
import { planOf, scale } from '../../pipeline/scaled-world.ts';

const at = '2026-11-24T02:20:00.000Z';
const numbered = (index: number): string => `w${index}`;

/** What is remembered of a plan whose steps came so far. */
function remembered(progress: readonly (StepProgress | undefined)[], run = 'run 1'): readonly UntoldPlan[] {
  const plan = planOf(progress.map((_, index) => scale(numbered(index))));
  const records = progress.flatMap((each, index) => {
    const step = plan.steps[index]?.id ?? '';
    const taken: readonly StepProgress[] = each === undefined ? [] : ['begun', each];
    return taken.map((one, place) => ({ sequence: index * 2 + place + 1, step, progress: one, at }));
  });
  return rememberUntold([], { run, task: plan.task, digest: plan.digest, plan, records }, at);
}

test('a plan that changed nothing is not remembered', () => {
  expect(remembered(['dropped', undefined])).toEqual([]);
});

test('what is told of a plan: the steps that stay, and how many changed something', () => {
  const [finding] = findingsOfUntold(remembered(['done', 'undone', 'dropped', 'done']), 'run 2');
  expect(finding).toMatchObject({ code: 'run-not-reported', severity: 'warn', subject: 'increase-capacity' });
  expect(finding?.evidence).toBe(
    '3 of its steps changed something, done: "scale-workload deployment/w0", "scale-workload deployment/w3" (run 1, 2026-11-24T02:20:00.000Z)',
  );
  expect(findingsOfUntold(remembered(['undone']), 'run 2')[0]?.evidence).toContain('none stays');
});

test.each([
  ['run 1', 'this run took steps that are in no report that is known'],
  ['run 2', 'an earlier run took steps that are in no report that is known'],
])('%s says whose steps they were', (teller, title) => {
  expect(findingsOfUntold(remembered(['done']), teller)[0]?.title).toBe(title);
});

test('of a long plan 20 steps are named, and plans are bounded', () => {
  const [plan] = remembered(Array.from({ length: 25 }, () => 'done' as const));
  if (plan === undefined) throw new Error('nothing is remembered');
  expect([plan.done.length, plan.doneInAll, plan.steps]).toEqual([20, 25, 25]);
  const evidence = findingsOfUntold([plan], 'run 2')[0]?.evidence;
  expect(evidence).toContain('and 5 more');
  expect(evidence?.match(/deployment\/w\d+/g)).toHaveLength(20);
  const content = { run: 'run 1', task: 't', plan: planOf([scale('a')]), digest: plan.digest as never };
  const records = [{ sequence: 1, step: scale('a').id, progress: 'done' as const, at }];
  const many = Array.from({ length: 60 }, () => plan);
  expect(rememberUntold(many, { ...content, records }, at)).toHaveLength(50);
});

describe('who tells of it', () => {
  const [plan] = remembered(['done']);
  const digests = new Set(plan === undefined ? [] : [plan.digest]);
  const none: ReadonlySet<string> = new Set();
  const cases: readonly (readonly [string, Teller, told: number, still: number])[] = [
    ['its own run, in its entry', { run: 'run 1', digests, holdsLease: true }, 0, 0],
    ['its own run, which lost the entry', { run: 'run 1', digests: none, holdsLease: true }, 1, 0],
    ['another run under the Lease: that one is over', { run: 'run 2', digests: none, holdsLease: true }, 1, 0],
    ['another run of the same plan', { run: 'run 2', digests, holdsLease: true }, 1, 0],
    [
      'another run without the Lease: that one may be under way',
      { run: 'run 2', digests: none, holdsLease: false },
      0,
      1,
    ],
  ];
  test.each(cases)('%s', (_, teller, told, still) => {
    const untold = remembered(['done']);
    expect([untoldToTell(untold, teller).length, stillUntold(untold, untold, teller).length]).toEqual([told, still]);
  });

  test.each(cases)('%s: what was remembered after the report had read stays untold', (_, teller) => {
    const read = remembered(['done']);
    const later = read.map((each) => ({ ...each, at: '2026-11-24T02:21:00.000Z' }));
    expect(stillUntold([...read, ...later], [], teller)).toEqual([...read, ...later]);
    const still = stillUntold([...read, ...later], read, teller);
    expect(still.slice(-1)).toEqual(later);
  });
});
