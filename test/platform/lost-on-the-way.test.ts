/** An issue as gate, through the real workflows under act: the run of an accepted comment is lost, and watching starts it again, once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scaleTo } from './workflow/platform.ts';
import { play } from './workflow/play.ts';
import { long, reportOf } from './workflow/runs.ts';
import type { LostOnTheWay } from './workflow/scenes/lost-on-the-way.ts';

/** Seven runs on two cores that others share. */
const sceneMs = 1_200_000;

let scene: LostOnTheWay;

beforeAll(async () => {
  scene = await play<LostOnTheWay>('lostOnTheWay');
}, sceneMs);

/** As the sandbox comes. */
afterAll(() => scaleTo('api-gateway', 3), long);

test('the comment is accepted in words that are true although its plan was not applied', () => {
  const said = scene.lost.steps['check/Check']?.said;
  expect([scene.lost.status, said]).toEqual([0, expect.stringContaining('goes on to apply the plan')]);
  expect(said).toContain('also when it comes to nothing');
  expect(scene.afterLost).toEqual(scene.before);
});

test('watching starts it again by the number of the comment, once, and tells the issue', () => {
  const inputs = { comment: String(scene.comment) };
  expect(scene.started).toEqual([[{ workflow: '.github/workflows/approve.yml', inputs }], [], []]);
  expect(scene.watched[0].steps['watch/Watch']?.said).toContain(`started comment ${scene.comment}, try 2 of 3`);
  expect(scene.watched.map(({ status }) => status)).toEqual([0, 0]);
});

test('what was started applies the plan, and its last job tells the issue what became of it', () => {
  expect(scene.applied.status).toBe(0);
  expect(scene.afterApplied.replicas).toBe(scene.before.replicas + 1);
  expect(scene.applied.steps['close/Merge the reports']?.said).toMatch(/Issue [0-9]+ has been told/);
  expect(reportOf('scene-lost-on-the-way')).toMatchObject({ mode: 'apply', tasks: [{ status: 'done' }] });
});

test('a second run for it ends green, says that it has been used, and changes nothing', () => {
  expect(scene.again.steps['check/Check']?.said).toContain('it has been used by');
  expect(scene.again.status).toBe(0);
  expect(scene.after).toEqual(scene.afterApplied);
});
