import { expect, test } from '@jest/globals';
import type { JournalContent, StepProgress } from '../../../src/domain/state/journal.ts';
import { leaseDurationMs } from '../../../src/domain/state/lease.ts';
import { closedWithinMs, recoveryWithinMs, whyStuck } from '../../../src/domain/watch/stuck-journal.ts';
import { planOf, scale, vacuum } from '../../pipeline/scaled-world.ts';

const now = Date.parse('2026-11-21T05:00:00Z');
const deadlineMs = 30 * 60_000;
const reversible = planOf([scale('a', { deadlineMs })]);
const forward = planOf([vacuum('x', { deadlineMs })]);

const endless = planOf([scale('a', { deadlineMs: 1e15 })]);
const timeless = planOf([scale('a', { deadlineMs: 'long' as never })]);
/** No job, and so no step, lasts longer. */
const jobMs = 6 * 3_600_000;

/** A journal whose only record is so old. */
function journal(progress: StepProgress, ageMs: number, rest: Partial<JournalContent> = {}): JournalContent {
  const { plan = reversible } = rest;
  const step = plan.steps[0]?.id ?? '';
  const at = new Date(now - ageMs).toISOString();
  return {
    id: 'x',
    authenticity: 'verified',
    run: 'https://github.com/phoenix/rooivalk/actions/runs/1 attempt 1 job window',
    task: 'scale',
    plan,
    digest: plan.digest,
    records: [{ sequence: 1, step, progress, at }],
    ...rest,
  };
}

const byRecovery = { run: 'https://github.com/phoenix/rooivalk/actions/runs/2 attempt 1 job recover' };
const taken = leaseDurationMs + recoveryWithinMs;

test.each<[string, JournalContent, string | undefined]>([
  ['a step may be at work', journal('begun', deadlineMs), undefined],
  ['recovery has time to begin', journal('begun', deadlineMs + taken), undefined],
  ['recovery has not begun in time', journal('begun', deadlineMs + taken + 1), 'taken by no recovery'],
  ['a step claims to take for ever', journal('begun', jobMs + taken + 1, { plan: endless }), 'taken by no recovery'],
  [
    'a step claims to take no time that is one',
    journal('begun', taken + 1, { plan: timeless }),
    'taken by no recovery',
  ],
  ['the same between two steps', journal('failed', taken + 1), 'taken by no recovery'],
  ['recovery may be at work on a step', journal('undoing', deadlineMs + leaseDurationMs, byRecovery), undefined],
  ['recovery was cut off in a step', journal('undoing', deadlineMs + leaseDurationMs + 1, byRecovery), 'left open by'],
  ['recovery gave up', journal('failed', leaseDurationMs + 1, byRecovery), 'left open by recovery'],
  ['the next run closes it', journal('done', closedWithinMs, { plan: forward }), undefined],
  ['no run has closed it', journal('done', closedWithinMs + 1, { plan: forward }), 'closed by no run'],
  ['nothing was begun', journal('done', 0, { records: [] }), undefined],
  ['somebody else wrote it', journal('begun', 0, { authenticity: 'broken' }), 'not what a run of ours wrote'],
])('%s', (_, open, why) => {
  const found = whyStuck(open, now);
  if (why === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(why);
});
