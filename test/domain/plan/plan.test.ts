import { expect, test } from '@jest/globals';
import { sealPlan } from '../../../src/domain/plan/plan.ts';
import { scale } from '../../pipeline/scaled-world.ts';

const sealed = (names: readonly string[]) =>
  sealPlan('t', {}, null, { steps: names.map((name) => scale(name)), refusals: [] });

test('steps that share an id make no plan: nobody could tell them apart', () => {
  expect(() => sealed(['a', 'b', 'a'])).toThrow('two steps of t have the id "scale-workload deployment/a"');
  expect(sealed(['a', 'b']).steps).toHaveLength(2);
});
