import { expect, test } from '@jest/globals';
import { costOfMonth, formatMoney } from '../../../src/domain/usage/cost.ts';

const prices = { cpuCoreHour: 0.04, memoryGibHour: 0.005, currency: 'EUR' };

test.each([
  [{ cpu: 1, memory: 0 }, 29.2],
  [{ cpu: 0, memory: 2 ** 30 }, 3.65],
  [{ cpu: 2, memory: 4 * 2 ** 30 }, 73],
  [{ cpu: 0, memory: 0 }, 0],
])('%j costs %d a month of 730 hours', (amounts, expected) => {
  expect(costOfMonth(amounts, prices)).toBeCloseTo(expected, 9);
});

test.each([
  [1234.5, 'EUR', '1,234.50 EUR'],
  [1234.5, 'JPY', '1,235 JPY'],
  [0, 'USD', '0.00 USD'],
])('%d %s is written %s', (amount, currency, expected) => {
  expect(formatMoney(amount, currency)).toBe(expected);
});
