import { expect, test } from '@jest/globals';
import type { Draft } from '../../../src/domain/plan/plan.ts';
import { withoutReserved } from '../../../src/domain/plan/reserved.ts';
import { scale } from '../../pipeline/scaled-world.ts';

test('a unit that touches what an approved plan changes is left out as a whole, and said', () => {
  const steps = [scale('a', { unit: 'x' }), scale('b', { unit: 'x' }), scale('c', { unit: 'y' })];
  const draft = { steps, refusals: [] } as unknown as Draft;
  const left = withoutReserved(draft, [{ subject: 'deployment/b', by: 'apply-major-updates' }]);
  expect(left.steps.map(({ subject }) => subject)).toEqual(['deployment/c']);
  expect(left.refusals).toMatchObject([
    { subject: 'deployment/b', state: expect.stringContaining('apply-major-updates') },
  ]);
  expect(withoutReserved(draft, [])).toBe(draft);
});
