import { expect, test } from '@jest/globals';
import type { JournalRecord, StepProgress } from '../../../src/domain/state/journal.ts';
import { putBackEarlier } from '../../../src/domain/state/put-back-earlier.ts';
import { planOf, scale } from '../../pipeline/scaled-world.ts';

const at = '2026-11-24T02:20:00.000Z';

/** The journal of a plan with steps a and b, and these records of step a. */
const journal = (...written: readonly StepProgress[]) => ({
  plan: planOf([scale('a'), scale('b')]),
  records: written.map(
    (progress, index): JournalRecord => ({ sequence: index + 1, step: scale('a').id, progress, at }),
  ),
});

test.each<readonly [what: string, written: readonly StepProgress[], outcomes: readonly string[]]>([
  ['put back', ['begun', 'done', 'undoing', 'undone'], ['done']],
  ['found not to have happened', ['begun', 'undone'], ['not-needed']],
  ['changed by somebody since', ['begun', 'frozen'], ['frozen']],
  ['changed by somebody while it was put back', ['begun', 'undoing', 'frozen'], ['frozen']],
  ['not to be rolled back', ['begun', 'held'], ['held']],
  ['in the middle of being put back', ['begun', 'undoing'], []],
  ['as planned', ['begun', 'done'], []],
  ['never begun', [], []],
])('%s', (_, written, outcomes) => {
  expect(putBackEarlier(journal(...written)).map(({ outcome }) => outcome)).toEqual(outcomes);
});

test('the last step comes first, as it is put back', () => {
  const { plan } = journal();
  const records = plan.steps.map(
    ({ id }, index): JournalRecord => ({ sequence: index + 1, step: id, progress: 'frozen', at }),
  );
  expect(putBackEarlier({ plan, records }).map(({ step }) => step.id)).toEqual([scale('b').id, scale('a').id]);
});
