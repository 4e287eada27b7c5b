import { expect, test } from '@jest/globals';
import { type DefectName, defectBreaks } from './defects.ts';
import { search } from './property.ts';
import { simulate } from './simulate.ts';

test.each(Object.entries(defectBreaks) as [DefectName, RegExp][])(
  'a planted defect is found within a thousand worlds: %s',
  async (defect, broken) => {
    const { counterexample, worlds } = await search({ seed: 1, worlds: 1000, defect, asFound: true });
    expect(counterexample?.broken).toMatch(broken);
    expect(worlds).toBeLessThanOrEqual(1000);
    expect(counterexample?.trace.length).toBeGreaterThan(0);
    const { path = '' } = counterexample ?? {};
    const again = await search({ seed: 1, worlds: 1, path, defect, asFound: true });
    expect(again.counterexample).toMatchObject({ broken: counterexample?.broken, trace: counterexample?.trace });
    const without = await search({ seed: 1, worlds: 1, path });
    expect(without.counterexample).toBeUndefined();
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
