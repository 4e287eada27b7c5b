/** Comments that approve nothing (trust.md §7, "Issue gate"), through the real workflow under act: refused in words, and nothing is changed. */
import { beforeAll, expect, test } from '@jest/globals';
import { play } from './workflow/play.ts';
import { type Commented, changedSince, last } from './workflow/scenes/commented.ts';

/** Four runs, one of them with some thirty actions in it, on two cores that other tests share. */
const sceneMs = 900_000;

let scene: Commented;

beforeAll(async () => {
  scene = await play<Commented>('commented');
}, sceneMs);

const refused: readonly (readonly [what: string, says: RegExp])[] = [
  ['comment edited', /it was edited at/],
  ['comment restored', /it was edited at/],
  ['comment deleted', /comment [0-9]+ does not exist, or does no longer/],
  ['by an app', /helpful-app\[.*bot.*\] is no person/],
  ['by an app for a person', /an app wrote it for phoenix-reviewer/],
  ['by a reader', /phoenix-reader may read/],
  ['by a stranger', /passer-by may nothing/],
  ['by somebody removed since', /phoenix-operator may nothing/],
  ['by who asked', /phoenix-engineer is who started the run/],
  ['text around the command', /it says something else/],
  ['only 7 digits', /it says something else/],
  ["another plan's digits", /it says [0-9a-f]{20}, and the plan is [0-9a-f]{20}/],
  ['on a look-alike by a person', /phoenix-author opened it/],
  ['on a look-alike by our own account', /the plan belongs to issue [0-9]+/],
  ['on a pull request', /it is a pull request/],
  ['on an issue of somebody else', /comment [0-9]+ is on no issue of ours/],
  ['body edited', /its text is no longer the plan’s/],
];

test.each(refused)('checked: %s', (what, says) => {
  expectRefused('check', what, says);
});

/** What was in order when it was checked may be so no longer: the job that applies looks again. */
test.each(refused.filter(([what]) => [...changedSince, last].includes(what)))('applied: %s', (what, says) => {
  expectRefused('adaptive', what, says);
});

function expectRefused(job: string, what: string, says: RegExp): void {
  const step = scene.run.steps[`${job}/${what}`];
  expect(step?.said).toMatch(says);
  expect([step?.ended, scene.run.jobs[job]]).toEqual(['failure', 'failure']);
}

test('by a reader, as the event starts it: the check is red, and no gate is asked', () => {
  expect(scene.byEvent.steps['check/Check']).toMatchObject({ ended: 'failure' });
  expect(scene.byEvent.jobs).toEqual({ check: 'failure', close: 'success' });
});

test('the right comment, but on another commit', () => {
  expect(scene.later.steps['check/Check']?.said).toMatch(/commit: [0-9a-f]{40}/);
  expect(scene.later.jobs).toEqual({ check: 'failure', close: 'success' });
});

test('nothing was changed, and no approval was used', () => {
  expect(scene.planned.status).toBe(0);
  expect(scene.after).toEqual(scene.before);
});
