/** Two gates in a window, through the real workflow under act: what is refused is a red job, and what waits is approved and applied. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scaleTo } from './workflow/platform.ts';
import { play } from './workflow/play.ts';
import { long, out, reportOf } from './workflow/runs.ts';
import { besideId, type RefusedBeside } from './workflow/scenes/refused-beside.ts';

/** One run with a gate, on two cores that others share. */
const sceneMs = 600_000;

let scene: RefusedBeside;

beforeAll(async () => {
  scene = await play<RefusedBeside>('refusedBeside');
}, sceneMs);

/** As the sandbox comes. */
afterAll(() => scaleTo('api-gateway', 3), long);

test('the planning job succeeds, and a job of its own is red for the plan that was refused', () => {
  expect(scene.run.jobs).toMatchObject({ plan: 'success', refused: 'failure', adaptive: 'success' });
  expect(scene.run.jobs).not.toHaveProperty('corrective');
  expect(out(besideId, 'log.txt')).toMatch(/refused │ +error: refused: Refused: maintenance-corrective-window\./);
});

test('what waited is applied after its approval', () => {
  expect(scene.after.replicas).toBe(scene.before.replicas + 1);
  expect(scene.after.spent).toHaveLength(scene.before.spent.length + 1);
});

test('the report of the run says what was refused, why, and how to go on', () => {
  const { findings } = reportOf(besideId);
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'plan-not-handed-over',
      severity: 'fail',
      subject: 'maintenance-corrective-window',
      next: expect.stringContaining('required reviewers'),
    }),
  );
});
