/** Runs that nobody may ask for, or of which something has changed since (trust.md §7), through the real workflow under act. */
import { beforeAll, expect, test } from '@jest/globals';
import { play } from './workflow/play.ts';
import type { Requested } from './workflow/scenes/requested.ts';

/** Six runs on two cores that other tests share. */
const sceneMs = 900_000;

let scene: Requested;

beforeAll(async () => {
  scene = await play<Requested>('requested');
}, sceneMs);

test.each<readonly [what: string, says: RegExp]>([
  ['dispatched by a bot', /helpful-app\[.*bot.*\] \(Bot\) started it by workflow_dispatch/],
  ['dispatched from a branch', /refs\/heads\/mine instead of refs\/heads\/main/],
  ['the same login, another id; and who triggered it', /phoenix-reviewer is no reviewer of this environment/],
  ['the same login, another id; and who triggered it', /phoenix-operator is who started the run/],
  ['the plan job failed', /it is failure/],
  // act tells nobody of a job that it skips; what GitHub lists of one is judged in test/domain/approval
  ['the plan job was skipped', /there is no job "Plan"/],
  ['a ConfigMap of the pods changed', /phoenix-ca-bundle/],
])('%s: %s', (what, says) => {
  const run = scene.runs[what];
  expect(run?.steps['adaptive/Apply']?.said).toMatch(says);
  expect(run?.jobs.adaptive).toBe('failure');
});

test('nothing was changed, and no approval was used', () => {
  expect(scene.after).toEqual(scene.before);
});
