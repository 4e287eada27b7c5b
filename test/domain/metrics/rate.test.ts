import { expect, test } from '@jest/globals';
import { counterRate } from '../../../src/domain/metrics/rate.ts';
import { readTextFormat } from '../../../src/domain/metrics/text-format.ts';

const samples = (page: string) => readTextFormat(page).samples;

test.each<[string, string, string, number, object | undefined]>([
  ['it grows', 'c 100', 'c 600', 10_000, { rate: 50, increase: 500, resets: 0 }],
  ['it stands still', 'c 100', 'c 100', 10_000, { rate: 0, increase: 0, resets: 0 }],
  ['it began anew', 'c 100000', 'c 30', 10_000, { rate: 3, increase: 30, resets: 1 }],
  ['it began anew at zero', 'c 100000', 'c 0', 10_000, { rate: 0, increase: 0, resets: 1 }],
  ['several series are summed', 'c{a="1"} 1\nc{a="2"} 1', 'c{a="1"} 11\nc{a="2"} 21', 10_000, { rate: 3, resets: 0 }],
  ['label order does not matter', 'c{a="1",b="2"} 5', 'c{b="2",a="1"} 15', 10_000, { rate: 1 }],
  ['a new series counts from zero', 'c{a="1"} 5', 'c{a="1"} 5\nc{a="2"} 10', 10_000, { rate: 1 }],
  ['a series that is gone counts nothing', 'c{a="1"} 5\nc{a="2"} 9', 'c{a="1"} 15', 10_000, { rate: 1 }],
  ['nothing the second time', 'c 1', '', 10_000, undefined],
  ['no time between', 'c 1', 'c 2', 0, undefined],
  ['no number', 'c 1', 'c NaN', 10_000, undefined],
])('%s', (_, first, second, elapsed, expected) => {
  const rate = counterRate(samples(first), samples(second), elapsed);
  if (expected === undefined) expect(rate).toBeUndefined();
  else expect(rate).toMatchObject(expected);
});
