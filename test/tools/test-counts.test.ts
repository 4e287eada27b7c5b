import { describe, expect, test } from '@jest/globals';
import { countsOf, lastLine, sumOf } from '../../tools/test-counts.ts';

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

describe('the counts that CI reads come from the results themselves', () => {
  test.each([
    ['all passed', [file('passed', 'passed', 'passed')], '2 passed, 0 failed'],
    ['one failed', [file('failed', 'passed', 'failed')], '1 passed, 1 failed'],
    ['a file that did not load', [file('failed')], '0 passed, 1 failed'],
    ['a file whose set-up failed after a test', [file('failed', 'passed')], '1 passed, 1 failed'],
    ['skipped', [file('passed', 'passed', 'pending', 'todo')], '1 passed, 0 failed, 2 skipped'],
  ])('%s', (_, testResults, expected) => expect(lastLine(countsOf({ testResults }))).toBe(expected));
});

test('runs are added up', () => {
  const one = { passed: 1, failed: 0, skipped: 2 };
  expect(sumOf([one, { passed: 3, failed: 4, skipped: 0 }])).toEqual({ passed: 4, failed: 4, skipped: 2 });
});
