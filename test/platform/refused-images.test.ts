/** Images that may not go out by themselves (trust.md §7), in one real run of the weekly window under act: refused in words. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cli } from './faults/world.ts';
import { play } from './workflow/play.ts';
import type { Pushed } from './workflow/scenes/pushed.ts';

const faults = ['unsigned-patch', 'repushed-tag'];
const sceneMs = 600_000;

let scene: Pushed;

beforeAll(async () => {
  for (const fault of faults) expect(await cli('break', fault)).toMatchObject({ status: 0 });
  scene = await play<Pushed>('pushed');
}, sceneMs);

afterAll(async () => {
  for (const fault of faults.toReversed()) expect(await cli('mend', fault)).toMatchObject({ status: 0 });
}, sceneMs);

test('the window came to it, with the backups validated before', () => {
  expect(scene.report).toMatchObject({ mode: 'apply', window: { name: 'weekly' } });
  const ran = scene.report.tasks.filter(({ status }) => status !== 'skipped');
  expect(ran.map(({ id }) => id)).toEqual(['validate-backups', 'apply-security-updates']);
});

/** What the report says against each subject: refusals and findings. */
function saidAgainst(subject: string): readonly string[] {
  const refused = scene.report.tasks.flatMap(({ plan }) => plan?.refusals ?? []);
  const said = [
    ...refused.map(({ subject: of, state }) => ({ of, text: state })),
    ...scene.report.findings.map(({ subject: of, evidence }) => ({ of, text: evidence })),
  ];
  return said.flatMap(({ of, text }) => (of.includes(subject) ? [text] : []));
}

const unsigned = /^(2\.1\.\d+): not signed, and never seen before \(must be 7 days\)/;
const pushedOver = /^now sha256:[0-9a-f]{12}…, before sha256:[0-9a-f]{12}…$/;

test.each([
  ['unsigned new image', 'deployment/api-gateway', unsigned],
  ['re-pushed tag', 'phoenix/prometheus:2.42.0', pushedOver],
])('%s: refused in words', (_, subject, says) => {
  expect(saidAgainst(subject)).toContainEqual(expect.stringMatching(says));
});

test('neither has gone out, and the run is red', () => {
  const tags = saidAgainst('deployment/api-gateway').flatMap((text) => unsigned.exec(text)?.[1] ?? []);
  expect(tags).toHaveLength(1);
  expect(scene.after['Deployment/api-gateway']).not.toContain(`:${tags[0]}`);
  expect(scene.after['Deployment/monitoring-stack']).toBe(scene.before['Deployment/monitoring-stack']);
  expect(scene.run.jobs.window).toBe('failure');
});
