import { describe, expect, test } from '@jest/globals';
import { endedAs, whyUnmet } from '../../../src/domain/conduct/met-need.ts';
import { ownedRefusal } from '../../../src/domain/owner/owner.ts';
import type { Refusal } from '../../../src/domain/plan/plan.ts';
import type { TaskEntry } from '../../../src/domain/report/schema.ts';
import { unmetNeed } from '../../../src/pipeline/needs.ts';

const argo = { kind: 'argocd', name: 'Argo CD', mark: 'its label', where: 'in its repository' } as never;
const owned = ownedRefusal('deployment/api-gateway', [argo], 'its image');
const other: Refusal = {
  subject: 'deployment/x',
  rule: 'nothing is changed while it is rolled out',
  state: '',
  next: '',
};
const step = { id: 'set-image deployment/a' } as never;

/** An entry that ended so, with a plan of so many steps and these refusals. */
const entry = (
  status: TaskEntry['status'],
  verdict: TaskEntry['verdict'],
  refusals?: readonly Refusal[],
  steps: readonly never[] = [],
): Pick<TaskEntry, 'status' | 'verdict' | 'plan'> =>
  refusals === undefined
    ? { status, verdict }
    : { status, verdict, plan: { digest: '', steps: [...steps], refusals: [...refusals] } };

describe('what another task needs is met', () => {
  test.each([
    ['by done', entry('done', 'pass'), true],
    ['by done with a warning', entry('done', 'warn'), true],
    ['by nothing to do', entry('nothing-to-do', 'pass'), true],
    ['by a plan in a dry run', entry('planned', 'pass', [], [step]), true],
    ['not by done when it could not tell', entry('done', 'unknown'), false],
    ['by refused because all of it is owned', entry('refused', 'warn', [owned, owned]), true],
    ['not when some of it is refused otherwise', entry('refused', 'warn', [owned, other]), false],
    ['not by any other refusal', entry('refused', 'warn', [other]), false],
    ['not by a refusal without a plan', entry('refused', 'warn'), false],
    ['not when a plan with steps was refused as a whole', entry('refused', 'warn', [owned], [step]), false],
    ['not by owned when it could not tell', entry('refused', 'unknown', [owned]), false],
    ['not by failed', entry('failed', 'warn'), false],
    ['not by deferred', entry('deferred', 'warn'), false],
  ])('%s', (_, given, met) => {
    expect(whyUnmet('a', endedAs(given)) === undefined).toBe(met);
    expect(unmetNeed(['a'], new Map([['a', endedAs(given)]])) === undefined).toBe(met);
  });

  test('not when it has not run, whatever the cause', () => {
    expect(unmetNeed(['a'], new Map())).toBe('it needs a, which has not run');
  });
});
