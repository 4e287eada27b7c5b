import { expect, test } from '@jest/globals';
import { defectNames } from './defects.ts';
import { search } from './property.ts';
import { simulate } from './simulate.ts';

test.each(defectNames)(
  'a planted defect is found within a thousand worlds: %s',
  async (defect) => {
    const { counterexample, worlds } = await search({ seed: 1, worlds: 1000, defect, asFound: true });
    expect(counterexample?.broken).toMatch(/journal|Lease|without having seen|overwritten|still open/);
    expect(worlds).toBeLessThanOrEqual(1000);
    expect(counterexample?.trace.length).toBeGreaterThan(0);
  },
  300_000,
);

test('the same tape tells the same story', async () => {
  const tape = Array.from({ length: 300 }, (_, index) => (index * 7919) % 1000);
  expect(await simulate(tape)).toEqual(await simulate(tape));
});

test('an empty tape goes well to its end', async () => {
  const { broken, happened } = await simulate([]);
  expect(broken).toBeUndefined();
  expect([happened.get('documents applied'), happened.get('killed')]).toEqual([1, 0]);
});
