/** Approvals that are none (trust.md §7), each through the real workflow under act: refused in words, and nothing is changed. */
import { afterAll, expect, test } from '@jest/globals';
import { reviewScripts } from '../../sandbox/github/script.ts';
import { kubectl, replicasOf, scaleTo } from './workflow/platform.ts';
import { dispatch, expectNoSecrets, long, out } from './workflow/runs.ts';

/** As the sandbox comes. */
const usual = 3;
const words = [
  'dispatch',
  'task=increase-capacity',
  'mode=apply',
  'target=deployment/api-gateway',
  `inputs=replicas=${usual + 1}`,
  'reason=launch on Friday',
];
/** Digests that were spent on an approval. */
const spent = (): string =>
  kubectl(
    '-n',
    'rooivalk-maintenance',
    'get',
    'configmaps',
    '-o',
    'name',
    '-l',
    'rooivalk-maintenance/kind=spent-approval',
  );

afterAll(() => scaleTo('api-gateway', usual), long);

/** Scripts by name, and what the person who is annoyed by the refusal reads. */
const refused: readonly (readonly [string, RegExp])[] = [
  ['reject', /rejected by phoenix-reviewer/],
  ['approve-and-reject', /rejected by phoenix-operator/],
  ['no-digits', /is not in the comment of phoenix-reviewer/],
  ['seven-digits', /is not in the comment of phoenix-reviewer/],
  ['other-digits', /is not in the comment of phoenix-reviewer/],
  ['own-request', /phoenix-engineer is who started the run/],
  ['by-author', /phoenix-author is author of the last change/],
  ['by-merger', /phoenix-maintainer is merger of the last change/],
  ['by-app', /is no person/],
  ['admin-bypass', /phoenix-admin is no reviewer of this environment/],
  ['unprotected', /no review is required/],
  ['no-reviewers', /no review is required/],
  ['self-review', /whoever starts a run may approve it/],
  ['bypass-allowed', /administrators may bypass it/],
  ['bypass-unsaid', /does not say whether administrators may bypass it/],
  ['any-branch', /every branch may use it/],
  ['other-branch', /may use it as well/],
  ['unprotected-later', /a gated environment requires reviewers/],
  ['recreated', /an environment stays as it was from the guard/],
];

/** Waiting is no refusal: a job that nobody looks at, and one that waits until its plan has ended (test/domain/approval). */
const waiting = new Set(['nobody', 'late']);

test('every script of the reviewer that is no approval is in the table', () => {
  const approvals = ['approve', 'approve-by-team'];
  const tried = [...approvals, ...refused.map(([name]) => name)];
  expect(Object.keys(reviewScripts).filter((name) => !tried.includes(name) && !waiting.has(name))).toEqual([]);
});

test.each(refused)(
  '%s',
  async (review, says) => {
    const before = spent();
    const ended = await dispatch(...words, '--review', review);
    const said = `${ended.output}\n${out('dispatch', 'summary.md')}`;
    expect(said).toMatch(says);
    expect([ended.status === 0, await replicasOf('api-gateway'), spent()]).toEqual([false, usual, before]);
    expectNoSecrets('dispatch');
  },
  long,
);
