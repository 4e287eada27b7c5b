import { describe, expect, test } from '@jest/globals';
import { planArtifactName } from '../../../src/domain/approval/plan-artifact.ts';
import type { Issue } from '../../../src/domain/forge/discussions.ts';
import { plansAhead } from '../../../src/pipeline/ahead/plans-ahead.ts';
import { startApproved } from '../../../src/pipeline/ahead/start-approved.ts';
import { admitByIssue } from '../../../src/pipeline/approve/issue-gate.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { issueRun, people, review } from '../../domain/approval/guard/evidence.ts';
import type { FakeForge } from '../../fakes/forge/fake-forge.ts';
import {
  at,
  before,
  check,
  command,
  document,
  firstTick,
  laterTick,
  planned,
  preparePath,
  started,
  tick,
} from '../approve/ahead-scene.ts';
import { approvedForge, askingOver } from '../approve/scene.ts';

/** A tick that starts nothing, and has read everything. */
const nothing = { notes: [], cut: [] };

/** What a run of the approving workflow is at. */
function approving(forge: FakeForge, status: string): void {
  forge.workflowRuns = forge.workflowRuns.map((each) => (each.id === issueRun.id ? { ...each, status } : each));
}

describe('an issue as gate, ahead of a window', () => {
  test('what was accepted before the opening is started by its first tick, applied, and never started again', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    expect(await check(asking, before, id)).toMatchObject({ kind: 'early' });
    // The comment's own run is over long before the window opens.
    approving(forge, 'completed');

    expect((await startApproved(tick(forge, asking, firstTick))).notes).toHaveLength(1);
    expect(started(forge)).toEqual([id]);
    expect(await plansAhead(tick(forge, asking, firstTick))).toMatchObject([{ ended: false }]);

    approving(forge, 'in_progress');
    expect(await check(asking, firstTick, id)).toMatchObject({ kind: 'ready' });
    const admission = await admitByIssue({ ...at(asking, firstTick, id), type: 'adaptive' });
    if ('refusal' in admission) throw new Error(admission.refusal.state);
    expect(await admission.lastWord()).toBeUndefined();

    expect(await startApproved(tick(forge, asking, laterTick))).toEqual(nothing);
    expect(await plansAhead(tick(forge, asking, laterTick))).toMatchObject([{ ended: false }]);
    approving(forge, 'completed');
    expect(await startApproved(tick(forge, asking, laterTick))).toEqual(nothing);
    expect(await plansAhead(tick(forge, asking, laterTick))).toMatchObject([{ ended: true }]);
    expect(started(forge)).toEqual([id]);
  });

  test.each([people.admin, people.requester, people.bot])(
    'the right words of $login, who may not approve, do not hide those of somebody who may',
    async (first) => {
      const { forge, asking } = planned();
      const refused = forge.write(17, first, command);
      expect(await check(asking, before, refused.id)).toMatchObject({ kind: 'refused' });
      expect(await plansAhead(tick(forge, asking, before))).toEqual([]);
      const { id } = forge.write(17, people.reviewer, command);
      expect(await check(asking, before, id)).toMatchObject({ kind: 'early' });
      await startApproved(tick(forge, asking, firstTick));
      expect(started(forge)).toEqual([id]);
    },
  );

  test('an issue that was closed before its window is not started, and keeps nothing from other tasks', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    expect(await check(asking, before, id)).toMatchObject({ kind: 'early' });
    await forge.updateIssue(17, { isOpen: false });
    expect(await startApproved(tick(forge, asking, firstTick))).toEqual(nothing);
    expect(await plansAhead(tick(forge, asking, firstTick))).toEqual([]);
  });

  test('of two who approved, the second is tried when the first may no longer', async () => {
    const { forge, asking } = planned();
    const { id: first } = forge.write(17, people.reviewer, command);
    const { id: second } = forge.write(17, people.operator, command);
    for (const id of [first, second]) await check(asking, before, id);
    forge.permissions.set('reviewer', { level: 'none', account: people.reviewer });
    await startApproved(tick(forge, asking, firstTick));
    expect(await check(asking, firstTick, first)).toMatchObject({ kind: 'refused' });
    await startApproved(tick(forge, asking, laterTick));
    expect(started(forge)).toEqual([first, second]);
    expect(await check(asking, laterTick, second)).toMatchObject({ kind: 'ready' });
  });

  test('a comment whose own run could not answer is tried by the tick', async () => {
    const { forge, asking } = planned();
    const { id } = forge.write(17, people.reviewer, command);
    const down = new PortError({ code: 'unreachable', subject: 'the forge', message: 'the forge is down' });
    forge.failures.set('reply', down);
    await expect(check(asking, before, id)).rejects.toThrow('the forge is down');
    forge.failures.clear();
    await startApproved(tick(forge, asking, firstTick));
    expect(started(forge)).toEqual([id]);
  });

  test('a comment that is seconds old is left to its own run, and its plan is respected meanwhile', async () => {
    const { forge, asking } = planned();
    forge.now = firstTick;
    forge.write(17, people.reviewer, command);
    expect(await startApproved(tick(forge, asking, firstTick))).toEqual(nothing);
    expect(await plansAhead(tick(forge, asking, firstTick))).toMatchObject([
      { ended: false, tasks: [expect.any(String)] },
    ]);
  });

  test.each<readonly [string, (issue: Issue) => readonly Issue[]]>([
    ['opened by somebody else', (issue) => [{ ...issue, author: people.bot }]],
    ['about another plan', (issue) => [{ ...issue, body: 'Help!' }]],
    ['gone', () => []],
  ])('an issue that is %s approves nothing', async (_, change) => {
    const { forge, asking } = planned();
    await check(asking, before, forge.write(17, people.reviewer, command).id);
    forge.issues = forge.issues.flatMap(change);
    expect(await startApproved(tick(forge, asking, firstTick))).toEqual(nothing);
    expect(await plansAhead(tick(forge, asking, firstTick))).toEqual([]);
  });

  test('a forge that does not answer is no plan that nobody approved', async () => {
    const { forge, asking } = planned();
    forge.failures.set(
      'recentComments',
      new PortError({ code: 'timeout', subject: 'x', message: 'no answer in 10 s' }),
    );
    expect(await plansAhead(tick(forge, asking, firstTick))).toEqual({ unknown: 'no answer in 10 s' });
  });
});

describe('an environment as gate, ahead of a window', () => {
  const environment = 'maintenance-adaptive-window';
  const own = { ...document, environment };
  const reviewed = (state: 'approved' | 'rejected') =>
    review(people.reviewer, own, { state, environments: [{ id: 30, name: environment }] });

  test.each<readonly [string, readonly ('approved' | 'rejected')[], string, unknown]>([
    ['nobody has reviewed', [], 'waiting', []],
    ['approved', ['approved'], 'waiting', [{ ended: false }]],
    ['approved and over', ['approved'], 'completed', [{ ended: true }]],
    ['approved and rejected', ['approved', 'rejected'], 'waiting', []],
  ])('%s', async (_, states, status, expected) => {
    const forge = approvedForge(own);
    const asking = askingOver(forge);
    const [kept] = forge.kept;
    if (kept === undefined) throw new Error('a plan is kept');
    forge.kept = [{ ...kept, facts: { ...kept.facts, name: planArtifactName(own) } }];
    forge.workflowRuns = forge.workflowRuns.map((each) => ({
      ...each,
      path: preparePath,
      status,
      reviews: states.map(reviewed),
    }));
    expect(await plansAhead(tick(forge, asking, firstTick, 'environment'))).toMatchObject(expected as object[]);
    expect(await startApproved(tick(forge, asking, firstTick, 'environment'))).toEqual(nothing);
    expect(forge.dispatches).toEqual([]);
  });
});
