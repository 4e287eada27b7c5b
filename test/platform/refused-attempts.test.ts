/** A run that is started again (trust.md §7): GitHub keeps its reviews, so every attempt but the first is refused. */
import { beforeAll, expect, test } from '@jest/globals';
import { play } from './workflow/play.ts';
import type { StartedAgain } from './workflow/scenes/started-again.ts';

/** Five runs on two cores that other tests share. */
const sceneMs = 900_000;

let scene: StartedAgain;

beforeAll(async () => {
  scene = await play<StartedAgain>('startedAgain');
}, sceneMs);

test('attempt 2 by: all jobs', () => {
  const run = scene.attempts['all jobs'];
  expect(run?.runId).toBe(scene.first.runId);
  expect(run?.steps['plan/Plan']?.said).toMatch(/is at attempt [2-5]/);
  expect(run?.jobs).toEqual({ plan: 'failure' });
});

test.each(['failed jobs', 'this job', 'protection switched off in between'])('attempt 2 by: %s', (how) => {
  const run = scene.attempts[how];
  expect(run?.runId).toBe(scene.first.runId);
  expect(run?.steps['adaptive/Apply']?.said).toMatch(/attempt [2-5]/);
  expect(run?.jobs.adaptive).toBe('failure');
});

test('nothing was changed, and no approval was used', () => {
  expect(scene.after).toEqual(scene.before);
});
