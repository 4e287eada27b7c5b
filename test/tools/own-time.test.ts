import { expect, test } from '@jest/globals';
import type { Report } from '../../src/domain/report/schema.ts';
import { windowTime } from '../../tools/bench/own-time.ts';

const task = (...durations: readonly number[]) => ({ applied: durations.map((durationMs) => ({ durationMs })) });

test('what is in no step, and was not waited for on purpose, is our own time', () => {
  const report = {
    startedAt: '2026-11-24T02:00:00.000Z',
    finishedAt: '2026-11-24T02:00:30.000Z',
    tasks: [task(4_000, 2_000), task(), task(1_500)],
  } as unknown as Report;
  expect(windowTime(report, 10_000)).toEqual({ wholeMs: 30_000, stepsMs: 7_500, waitedMs: 10_000, ownMs: 12_500 });
});
