import { expect, test } from '@jest/globals';
import type { LeftStep } from '../../../src/domain/state/documents.ts';
import { leftToTell, toldLeft } from '../../../src/domain/state/left.ts';

const dayMs = 24 * 3_600_000;
const now = Date.parse('2026-11-24T03:00:00.000Z');
const left = (at: string, over: Partial<LeftStep> = {}): LeftStep => ({
  run: 'run 1',
  task: 'increase-capacity',
  step: 'scale-workload deployment/w0',
  subject: 'deployment/w0',
  how: 'frozen',
  at,
  ...over,
});
const early = left('2026-11-24T02:20:00.000Z');
const late = left('2026-11-24T02:50:00.000Z');
const toldAt = new Date(now).toISOString();

test('what a report has read is told by it, what was left since then is not', () => {
  expect(toldLeft([early, late], [early], now)).toEqual([{ ...early, toldAt }, late]);
});

test('what was told stays as first told, and goes a day later', () => {
  const told = toldLeft([early], [early], now);
  expect(toldLeft(told, told, now + 1)).toEqual(told);
  expect(leftToTell(told, now + dayMs - 1)).toEqual(told);
  expect(toldLeft(told, told, now + dayMs)).toEqual([]);
});
