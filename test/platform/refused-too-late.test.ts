/** Approvals that come too late (trust.md §7), each through the real workflow under act: refused in words, and nothing is changed. */
import { beforeAll, expect, test } from '@jest/globals';
import { play } from './workflow/play.ts';
import type { TooLate } from './workflow/scenes/too-late.ts';

/** Three runs beside each other, which wait for three minutes. */
const sceneMs = 600_000;

const scenes = new Map<string, TooLate>();

beforeAll(async () => {
  const names = ['windowClosed', 'inBlackout', 'noLongerValid'];
  for (const [at, scene] of (await Promise.all(names.map((name) => play<TooLate>(name)))).entries()) {
    scenes.set(names[at] ?? '', scene);
  }
}, sceneMs);

const cases: readonly (readonly [what: string, scene: string, opening: RegExp, says: RegExp])[] = [
  ['window closed', 'windowClosed', /^daily@/, /it is 20.*Z, and it is closed/],
  ['blackout', 'inBlackout', /^outside:/, /until 20.*Z, by release management: the launch/],
  ['notAfter passed', 'noLongerValid', /^outside:/, /it ended at 20.*Z, and it is 20.*Z/],
];

test.each(cases)('%s: the plan was good when it was made, and approved as it should be', (_, name, opening) => {
  const scene = scenes.get(name);
  expect(scene?.run.jobs.plan).toBe('success');
  expect(scene?.plan.opening).toMatch(opening);
  expect(scene?.approved).toEqual(['maintenance-corrective']);
});

test.each(cases)('too late: %s', (_, name, __, says) => {
  const scene = scenes.get(name);
  expect(scene?.run.steps['corrective/Apply']).toMatchObject({ ended: 'failure', said: expect.stringMatching(says) });
  expect(scene?.run.jobs.corrective).toBe('failure');
  expect(scene?.after).toEqual(scene?.before);
});
