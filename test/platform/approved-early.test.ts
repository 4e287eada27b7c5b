/** An issue as gate, ahead of a window, through the real workflows under act: approved before it opens, applied by its tick. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scaleTo } from './workflow/platform.ts';
import { play } from './workflow/play.ts';
import { long, reportOf } from './workflow/runs.ts';
import { type ApprovedEarly, appliedId, plannedId } from './workflow/scenes/approved-early.ts';

/** Six runs, and minutes to wait for the opening. */
const sceneMs = 1_200_000;

let scene: ApprovedEarly;

beforeAll(async () => {
  scene = await play<ApprovedEarly>('approvedEarly');
}, sceneMs);

/** As the sandbox comes. */
afterAll(() => scaleTo('api-gateway', 3), long);

test('a plan that waits at its gate has succeeded, also where something of it is unknown', () => {
  expect(scene.planned.status).toBe(0);
  expect(scene.planned.jobs.plan).toBe('success');
  expect(reportOf(plannedId)).toMatchObject({
    verdict: 'unknown',
    findings: [{ code: 'database-cost-not-known' }],
  });
});

test('before the opening a reader is refused, and the reviewer is told when the plan is applied', () => {
  expect(scene.byReader.steps['check/Check']?.said).toContain('phoenix-reader may read');
  expect(scene.early.status).toBe(0);
  expect(scene.early.steps['check/Check']?.said).toMatch(/Accepted\. The plan is to be applied when the window opens/);
  expect(scene.beforeOpening).toEqual(scene.before);
});

test('the first tick of the window starts it by the number of the reviewer’s comment, and no later one does', () => {
  const [first, second] = scene.started;
  expect(first).toEqual([{ workflow: '.github/workflows/approve.yml', inputs: { comment: String(scene.comment) } }]);
  expect(second).toEqual([]);
});

test('what the tick has started applies the plan, and the report names who asked, who approved and what was not enforced', () => {
  expect(scene.after.replicas).toBe(scene.before.replicas + 1);
  expect(scene.after.spent).toHaveLength(scene.before.spent.length + 1);
  expect(reportOf(appliedId)).toMatchObject({
    mode: 'apply',
    run: { requestedBy: 'phoenix-engineer' },
    tasks: [{ id: 'increase-capacity', status: 'done' }],
    approvals: [
      {
        by: 'phoenix-reviewer',
        requesters: expect.arrayContaining([{ login: 'phoenix-engineer', as: 'who started the run' }]),
      },
    ],
    advisory: expect.stringContaining('approval.gate is issue'),
  });
});
