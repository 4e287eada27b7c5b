import { expect, test } from '@jest/globals';
import type { Unit } from '../../src/domain/measurement.ts';
import { withUnit } from '../../src/domain/with-unit.ts';

test.each<readonly [value: number, unit: Unit, text: string]>([
  [2000, 'bytes', '2 kB'],
  [2000, 'bytes-per-second', '2 kB a second'],
  [2000, 'bytes-per-day', '2 kB a day'],
  [0.4, 'ms', '0.4 ms'],
  [250, 'ms', '250 ms'],
  [90_000, 'ms', '1 min 30 s'],
  [0.421, 'share', '42 %'],
  [1.25, 'per-second', '1.25 a second'],
  [1250, 'per-second', '1,250 a second'],
  [3, 'days', '3 days'],
  [0.25, 'cores', '0.25 cores'],
  [12_345, 'count', '12,345'],
])('%p %s', (value, unit, text) => {
  expect(withUnit(value, unit)).toBe(text);
});
