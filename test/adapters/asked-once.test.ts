import { expect, test } from '@jest/globals';
import { askedOnce } from '../../src/adapters/asked-once.ts';

test('questions at the same time, and later ones, share one answer', async () => {
  let asked = 0;
  const ask = askedOnce(async () => ++asked);
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  expect([await ask(), asked]).toEqual([1, 1]);
});

test('after a failure the next one asks again', async () => {
  let asked = 0;
  const ask = askedOnce(async () => {
    asked += 1;
    if (asked === 1) throw new Error('not yet');
    return asked;
  });
  await expect(ask()).rejects.toThrow('not yet');
  expect(await ask()).toBe(2);
});
