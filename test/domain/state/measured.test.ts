import { describe, expect, test } from '@jest/globals';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import { measuredDuration, rememberDurations } from '../../../src/domain/state/measured.ts';

const MINUTE = 60_000;
const outcome = (id: string, status: TaskOutcome['entry']['status'], durationMs: number): TaskOutcome =>
  ({ entry: { id, status, durationMs }, findings: [] }) as object as TaskOutcome;
const takesSteps = (id: string): boolean => id === 'apply-security-updates';

describe('how long a task takes', () => {
  test.each<[string, TaskOutcome['entry']['status'], boolean]>([
    ['apply-security-updates', 'done', true],
    ['apply-security-updates', 'nothing-to-do', false],
    ['apply-security-updates', 'planned', false],
    ['apply-security-updates', 'failed', false],
    ['analyze-capacity', 'nothing-to-do', true],
    ['analyze-capacity', 'cancelled', false],
  ])('of %s, %s counts: %s', (id, status, counts) => {
    expect(rememberDurations({}, [outcome(id, status, MINUTE)], takesSteps)).toEqual(counts ? { [id]: [MINUTE] } : {});
  });

  test('quiet weeks leave an update its estimate, and five updates replace it', () => {
    const id = 'apply-security-updates';
    const weeks = (count: number, status: TaskOutcome['entry']['status'], ms: number) =>
      Array.from({ length: count }, () => outcome(id, status, ms));
    const quiet = rememberDurations({}, weeks(6, 'nothing-to-do', 20_000), takesSteps);
    expect(measuredDuration(quiet, id)).toBeUndefined();
    const busy = rememberDurations(quiet, weeks(5, 'done', 50 * MINUTE), takesSteps);
    expect(measuredDuration(busy, id)).toBe(50 * MINUTE);
  });
});
