import { describe, expect, test } from '@jest/globals';
import type { Job } from '../../src/domain/job/job.ts';
import type { Step } from '../../src/domain/step/step.ts';
import { changingIn } from '../../src/pipeline/carry-out/changing.ts';
import { testNow } from '../tasks/environment.ts';
import { ScaledWorld, scale } from './scaled-world.ts';
import { take } from './taking.ts';

const minute = 60_000;
const job: Job = {
  mode: 'apply',
  leaseHolder: 'run 1 token',
  lookOnly: ['check-health'],
  closesAt: new Date(testNow + 20 * minute).toISOString(),
} as unknown as Job;

const keeper = () => ({ holds: async () => true });

/** Take one step, of four minutes, in a job that closes in twenty. */
async function taken(undoMs: number) {
  const world = new ScaledWorld(['a']);
  const changing = changingIn(
    { job, maintenance: { journal: world.journal() }, keeper, run: 'run 1' },
    { id: 'apply-security-updates', undoMs },
  );
  if (changing.mode === 'plan') throw new Error('it may change nothing');
  const step: Step = { ...scale('a'), deadlineMs: 4 * minute };
  return take(world, [step], changing);
}

describe('how late a step starts in a window', () => {
  test.each([
    ['nothing to undo', 0, 'done'],
    ['step and undo end together with the window', 16 * minute, 'done'],
    ['its undo would end after the window', 16 * minute + 1, 'deferred'],
  ] as const)('%s', async (_, undoMs, how) => {
    const { stopped, applied } = await taken(undoMs);
    expect(stopped?.status ?? applied[0]?.outcome).toBe(how);
  });
});

describe('who may change something', () => {
  const { leaseHolder, ...unheld } = job;
  test.each<[string, string, Job, 'plan' | 'apply']>([
    ['who holds the Lease', 'rotate-logs', job, 'apply'],
    ['not in plan mode', 'rotate-logs', { ...job, mode: 'plan' }, 'plan'],
    ['not without the Lease', 'rotate-logs', unheld, 'plan'],
    ['not who only looks', 'check-health', job, 'plan'],
  ])('%s', (_, id, given, mode) => {
    const maintenance = { journal: new ScaledWorld(['a']).journal() };
    expect(changingIn({ job: given, maintenance, keeper, run: 'run 1' }, { id, undoMs: 0 }).mode).toBe(mode);
  });
});
