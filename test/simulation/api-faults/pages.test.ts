import { expect, test } from '@jest/globals';
import { withEveryFault } from './every-call.ts';
import { faultsOfPages, ofLaterPages, ofLists } from './faults.ts';
import { essence } from './judge.ts';
import { runWith } from './run.ts';
import { health, healthInPages, updates, updatesInPages } from './scenarios.ts';

withEveryFault(healthInPages, 'every page of its lists', ofLists, faultsOfPages);
withEveryFault(updatesInPages, 'every later page of its lists', ofLaterPages, faultsOfPages);

test.each([
  { task: health.task, whole: health, inPages: healthInPages },
  { task: updates.task, whole: updates, inPages: updatesInPages },
])('$task reports the same, in however many pages its lists come', async ({ whole, inPages }) => {
  const [one, many] = [await runWith(whole), await runWith(inPages)];
  expect(many.calls.filter(({ path }) => path.includes('continue=')).length).toBeGreaterThan(1);
  expect(essence(many.told[0]?.report)).toBe(essence(one.told[0]?.report));
});
