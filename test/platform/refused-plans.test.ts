/** Plans that are not the one that was approved, or not for here (trust.md §7), in one real run under act: refused in words. */
import { beforeAll, expect, test } from '@jest/globals';
import { play } from './workflow/play.ts';
import type { HandedOver } from './workflow/scenes/handed-over.ts';
import type { PlannedBadly } from './workflow/scenes/planned.ts';

/** One run with some twenty actions in it, on two cores that other tests share. */
const sceneMs = 900_000;

let handed: HandedOver;
let planned: PlannedBadly;

beforeAll(async () => {
  handed = await play<HandedOver>('handedOver');
  planned = await play<PlannedBadly>('plannedBadly');
}, sceneMs);

test.each<readonly [what: string, job: string, says: RegExp]>([
  ['nothing handed over', 'adaptive', /no number of an artifact was handed over: ""/],
  ['empty on both sides', 'adaptive', /handed over is no digest: ""/],
  ['replaced by one with other inputs', 'adaptive', /handed over sha256:[0-9a-f]{64}, found sha256:[0-9a-f]{64}/],
  ['doubled', 'adaptive', /the run has 2 artifacts called twice/],
  ['oversized', 'adaptive', /its file unpacks to more than 8388608 bytes/],
  ['with ../ in its name', 'adaptive', /\.\.\/plan\.json/],
  ['from a fork', 'adaptive', /comes from a fork/],
  ['of another run', 'adaptive', /is of run [0-9]+/],
  ['an unknown kind of step', 'adaptive', /steps\.0\.kind: is no kind of step/],
  ['a generic kind of step', 'adaptive', /steps\.0\.kind: is no kind of step/],
  ['configuration changed', 'adaptive', /configuration: planned sha256:[0-9a-f]{64}, here sha256:/],
  ['build changed', 'adaptive', /code \(digest of dist\/\): planned sha256:[0-9a-f]{64}, here sha256:/],
  ['another cluster', 'adaptive', /cluster \(UID of kube-system\): planned .*, here 00000000-0000-4000-8000-/],
  ['no environment', 'bare', /the job’s own token names none/],
  ['a second gated job', 'corrective', /these may: corrective, second/],
  ['a second gated job', 'second', /these may: corrective, second/],
  ['not preventive', 'preventive', /is not preventive: environment maintenance-preventive may not take it/],
])('handed over: %s, to job %s', (what, job, says) => {
  const step = handed.run.steps[`${job}/${what}`];
  expect(step?.said).toMatch(says);
  expect([step?.ended, handed.run.jobs[job]]).toEqual(['failure', 'failure']);
});

test('all of them have changed nothing and used no approval; the plan that was approved does both', () => {
  expect(handed.refused).toEqual(handed.before);
  expect(handed.run.steps['adaptive/approved']).toMatchObject({ ended: 'success' });
  expect(handed.after.replicas).toBe(handed.before.replicas + 1);
  expect(handed.after.spent).toHaveLength(handed.before.spent.length + 1);
});

test.each<readonly [what: string, says: RegExp]>([
  ['an unknown id', /there is no task "make-coffee"/],
  ['a path', /input task: \\?"\.\.\/x\\?" is not allowed here/],
  ['__proto__', /input task: \\?"__proto__\\?" is not allowed here/],
  ['too long to show', /a plan is shown whole to whoever approves it; .* not fit into what the forge shows\. split it/],
])('planned: %s', (what, says) => {
  const step = planned.run.steps[`plan/${what}`];
  expect(step?.said).toMatch(says);
  expect([step?.ended, planned.run.jobs.plan]).toEqual(['failure', 'failure']);
});

test('planned: paused rollout', () => {
  expect(planned.paused).toMatchObject([
    {
      subject: 'deployment/api-gateway',
      state: 'deployment/api-gateway is paused',
      next: expect.stringContaining('rollout resume'),
    },
  ]);
  const step = planned.run.steps['plan/paused rollout'];
  expect(step?.said).toMatch(/restart-workload: everything was refused; the report says why/);
  expect(step?.ended).toBe('failure');
});

test('none of them has come to a gate, or changed anything', () => {
  expect(Object.keys(planned.run.jobs)).not.toEqual(expect.arrayContaining(['adaptive', 'corrective', 'preventive']));
  expect(planned.after).toEqual(planned.before);
});
