import { describe, expect, test } from '@jest/globals';
import { approvalDigest, shownDigest } from '../../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../../src/domain/approval/document.ts';
import { isUnchanged } from '../../../../src/domain/approval/guard/environment.ts';
import { judgeEnvironment } from '../../../../src/domain/approval/guard/environment-gate.ts';
import type { EnvironmentEvidence } from '../../../../src/domain/approval/guard/evidence.ts';
import type { RuleName } from '../../../../src/domain/approval/guard/judgement.ts';
import { environmentDigest } from '../../../../src/domain/forge/environments.ts';
import { documentOf } from '../plan-document.ts';
import { environment, environmentEvidence, here, identity, people, review, run, workflow } from './evidence.ts';

const plan = documentOf();
const digits = shownDigest(approvalDigest(plan));
const window = {
  name: 'weekly',
  recurrence: { every: 'week', days: ['tuesday'] },
  start: '02:00',
  durationMs: 4 * 3_600_000,
  zone: 'UTC',
  rank: 1,
} as const;
const calendar = { windows: [window], blackouts: [] };
const weekly = documentOf({
  opening: 'weekly@2026-11-24T02:00:00Z',
  window: { name: 'weekly', opensAt: '2026-11-24T02:00:00.000Z', closesAt: '2026-11-24T06:00:00.000Z' },
  plannedAt: '2026-11-22T02:10:00.000Z',
  notAfter: '2026-11-24T06:00:00.000Z',
});
const blackout = {
  spans: [{ from: Date.parse('2026-11-24T02:30:00Z'), until: Date.parse('2026-11-24T05:00:00Z') }],
  owner: 'jv',
  reason: 'launch',
  expires: Date.parse('2026-12-01T00:00:00Z'),
};

type Case = readonly [what: string, evidence: EnvironmentEvidence, rule: RuleName, state: string];

const judged = (evidence: EnvironmentEvidence) => {
  const judgement = judgeEnvironment(evidence);
  return judgement.granted ? 'granted' : judgement.denial;
};

const withIdentity = (rest: object): EnvironmentEvidence => environmentEvidence({ identity: { ...identity, ...rest } });
const withRun = (rest: object): EnvironmentEvidence => {
  const changed = { ...run, ...rest };
  return environmentEvidence({ run: changed, planRun: changed });
};
const withEnvironment = (rest: object): EnvironmentEvidence =>
  environmentEvidence({ environment: { ...environment, ...rest } });
const reviewedBy = (by: EnvironmentEvidence['reviews'][number]['by'], rest = {}): EnvironmentEvidence =>
  environmentEvidence({ reviews: [review(by, plan)], listed: [by, people.reviewer], ...rest });
const saying = (comment: string): EnvironmentEvidence =>
  environmentEvidence({ reviews: [review(people.reviewer, plan, { comment })] });
const artifact = (facts: object, namesakes = 1): EnvironmentEvidence => {
  const { artifact: found } = environmentEvidence();
  if ('unread' in found) throw new Error('the evidence has an artifact');
  return environmentEvidence({ artifact: { facts: { ...found.facts, ...facts }, namesakes } });
};
const applied = (document: PlanDocument, rest: Partial<EnvironmentEvidence> = {}): EnvironmentEvidence =>
  environmentEvidence(rest, document);
const elsewhere = (rest: object): EnvironmentEvidence => environmentEvidence({ here: { ...here(plan), ...rest } });
const other = documentOf({ planId: '3f0c1f4e-0f5b-4a53-9a3e-3a3f6b3f5d12' });

/** Lines of trust.md §7, "Approval" and "Plan", as far as they are judged from what was read. */
const refused: readonly Case[] = [
  ['attempt 2, by the token', withIdentity({ attempt: 2 }), 'first-attempt', 'attempt 2'],
  ['attempt 2, by the run', withRun({ attempt: 2 }), 'first-attempt', 'attempt 2'],
  ['another run', withIdentity({ runId: 811 }), 'own-identity', 'run: 811 here, 812 there'],
  ['another repository', withIdentity({ repositoryId: 8 }), 'own-identity', 'repository: 8 here, 7 there'],
  ['another commit', withIdentity({ commit: 'b'.repeat(40) }), 'own-identity', 'commit: bbbb'],
  ['from a fork', withRun({ headRepositoryId: 8 }), 'own-identity', 'repository of the commit: 8 here, 7 there'],
  ['dispatched from a branch', withIdentity({ ref: 'refs/heads/mine' }), 'default-branch', 'refs/heads/mine'],
  ['a run of a branch', withRun({ branch: 'mine' }), 'default-branch', 'refs/heads/mine'],
  ['of a tag', withIdentity({ ref: 'refs/tags/main' }), 'default-branch', 'refs/tags/main'],
  [
    'a job of another workflow',
    withIdentity({ workflowRef: 'phoenix/rooivalk/.github/workflows/evil.yml@refs/heads/main' }),
    'default-branch',
    'the job is of .github/workflows/evil.yml',
  ],
  ['a job without environment', withIdentity({ environment: undefined }), 'own-identity', 'names none'],
  [
    'a second gated job',
    environmentEvidence({ workflow: `${workflow}  second:\n    environment: maintenance-adaptive\n` }),
    'one-gated-job',
    'adaptive, second',
  ],
  [
    'a second job whose environment is an expression',
    environmentEvidence({ workflow: `${workflow}  second:\n    environment: \${{ inputs.where }}\n` }),
    'one-gated-job',
    'adaptive, second',
  ],
  [
    'a second job in another file',
    environmentEvidence({ workflow: `${workflow}  second:\n    uses: ./.github/workflows/other.yml\n` }),
    'one-gated-job',
    'adaptive, second',
  ],
  ['a workflow that cannot be read', environmentEvidence({ workflow: '' }), 'one-gated-job', 'nowhere'],
  ['no environment', environmentEvidence({ environment: undefined }), 'environment-protected', 'no such environment'],
  ['no reviewers', withEnvironment({ reviewers: [] }), 'environment-protected', 'no review is required'],
  ['self-review allowed', withEnvironment({ preventSelfReview: false }), 'environment-protected', 'may approve it'],
  ['bypass allowed', withEnvironment({ adminsMayBypass: true }), 'environment-protected', 'administrators may bypass'],
  ['bypass unsaid', withEnvironment({ adminsMayBypass: undefined }), 'environment-protected', 'does not say'],
  ['every branch', withEnvironment({ branches: { kind: 'any' } }), 'environment-protected', 'every branch'],
  ['protected branches', withEnvironment({ branches: { kind: 'protected' } }), 'environment-protected', 'protected'],
  [
    'another branch too',
    withEnvironment({
      branches: {
        kind: 'named',
        patterns: [
          { name: 'main', type: 'branch' },
          { name: 'release/*', type: 'branch' },
        ],
      },
    }),
    'environment-protected',
    'branch release/* may use it as well',
  ],
  [
    'a tag of the branch’s name',
    withEnvironment({ branches: { kind: 'named', patterns: [{ name: 'main', type: 'tag' }] } }),
    'environment-protected',
    'tag main',
  ],
  [
    'a team that cannot be read',
    environmentEvidence({ listed: { unread: 'GitHub answered 403' } }),
    'reviewers-known',
    '403',
  ],
  [
    'a run that a bot dispatched',
    withRun({ actor: people.bot, triggeringActor: people.bot }),
    'requesters-known',
    'helpful-app[bot] (Bot)',
  ],
  [
    'a run that a bot started for a person',
    withRun({ triggeringActor: people.bot }),
    'requesters-known',
    'helpful-app[bot] (Bot)',
  ],
  ['no commit that changed the configuration', environmentEvidence({ changes: [] }), 'requesters-known', 'no commit'],
  [
    'a commit by nobody that the forge knows',
    environmentEvidence({ changes: [{ path: '.github/maintenance.yml', commit: 'd'.repeat(40), pulls: [] }] }),
    'requesters-known',
    'commit dddddddddddd',
  ],
  ['no review', environmentEvidence({ reviews: [] }), 'approved', 'nobody has reviewed'],
  [
    'a review of another environment',
    environmentEvidence({
      reviews: [review(people.reviewer, plan, { environments: [{ id: 31, name: 'maintenance-perfective' }] })],
    }),
    'approved',
    'nobody has reviewed',
  ],
  [
    'one approval and one rejection',
    environmentEvidence({
      reviews: [review(people.reviewer, plan), review(people.operator, plan, { state: 'rejected' })],
    }),
    'approved',
    'rejected by operator',
  ],
  [
    'a review that is pending',
    environmentEvidence({ reviews: [review(people.reviewer, plan, { state: 'pending' })] }),
    'approved',
    'pending by reviewer',
  ],
  [
    'approved in an environment of that name which has been made anew since',
    environmentEvidence({
      reviews: [review(people.reviewer, plan, { environments: [{ id: 29, name: 'maintenance-adaptive' }] })],
    }),
    'approver',
    'reviewer approved in an environment of this name that has been made anew since',
  ],
  [
    'rejected in an environment of that name which has been made anew since',
    environmentEvidence({
      reviews: [
        review(people.reviewer, plan),
        review(people.operator, plan, { state: 'rejected', environments: [{ id: 29, name: 'maintenance-adaptive' }] }),
      ],
    }),
    'approved',
    'rejected by operator',
  ],
  ['approved by the actor', reviewedBy(people.requester), 'approver', 'requester is who started the run'],
  [
    'approved by the triggering actor',
    environmentEvidence({
      planRun: { ...run, triggeringActor: people.operator },
      reviews: [review(people.operator, plan)],
    }),
    'approver',
    'operator is who started the run',
  ],
  ['approved by the author', reviewedBy(people.author), 'approver', 'author is author of the last change'],
  ['approved by the committer', reviewedBy(people.committer), 'approver', 'committer is committer of the last change'],
  ['approved by the merger', reviewedBy(people.merger), 'approver', 'merger is merger of the last change'],
  ['approved by a bot', reviewedBy(people.bot), 'approver', 'helpful-app[bot] is no person (Bot)'],
  [
    'approved by an administrator alone',
    environmentEvidence({ reviews: [review(people.admin, plan)] }),
    'approver',
    'admin is no reviewer',
  ],
  [
    'the same login, another number',
    environmentEvidence({ reviews: [review({ ...people.reviewer, id: 44 }, plan)] }),
    'approver',
    'reviewer is no reviewer of this environment',
  ],
  [
    'the requester under a new login',
    reviewedBy({ ...people.requester, login: 'somebody-else' }),
    'approver',
    'somebody-else is who started the run',
  ],
  ['no digits', saying('Ship it!'), 'digest-in-comment', `${digits} is not in the comment of reviewer`],
  ['7 digits', saying(digits.slice(0, 7)), 'digest-in-comment', digits],
  ['other digits', saying('0'.repeat(20)), 'digest-in-comment', digits],
  ['digits inside a longer row', saying(`${digits}0`), 'digest-in-comment', digits],
  ['digits inside a word', saying(`x${digits}`), 'digest-in-comment', digits],
  [
    'the digits only in the comment of somebody who may not approve',
    environmentEvidence({
      reviews: [review(people.reviewer, plan, { comment: 'fine' }), review(people.admin, plan)],
    }),
    'digest-in-comment',
    'reviewer',
  ],
  [
    'the plan job failed',
    environmentEvidence({ jobs: [{ name: 'Plan', status: 'completed', conclusion: 'failure' }] }),
    'plan-run',
    'it is failure',
  ],
  [
    'the plan job was skipped',
    environmentEvidence({ jobs: [{ name: 'Plan', status: 'completed', conclusion: 'skipped' }] }),
    'plan-run',
    'it is skipped',
  ],
  ['there was no plan job', environmentEvidence({ jobs: [] }), 'plan-run', 'no job "Plan"'],
  ['the artifact of another run', artifact({ runId: 811 }), 'plan-file', 'of run 811'],
  ['the artifact of a fork', artifact({ headRepositoryId: 8 }), 'plan-file', 'from a fork'],
  ['an artifact that is doubled', artifact({}, 2), 'plan-file', 'the run has 2 artifacts'],
  ['an artifact that has expired', artifact({ expired: true }), 'plan-file', 'has expired'],
  [
    'an artifact that is oversized, or holds ../',
    environmentEvidence({ artifact: { unread: 'artifact 99: its file is called "../plan.json"' } }),
    'plan-file',
    '../plan.json',
  ],
  [
    'a file of another form, an unknown kind of step among them',
    environmentEvidence({ document: { unreadable: 'plans.0.plan.steps.0.kind: is no kind of step' } }),
    'plan-file',
    'is no kind of step',
  ],
  ['another plan in the artifact', applied(other, { handedDigest: approvalDigest(plan) }), 'plan-digest', 'found'],
  ['nothing handed over', environmentEvidence({ handedDigest: '' }), 'plan-digest', 'is no digest: ""'],
  ['20 digits handed over', environmentEvidence({ handedDigest: `sha256:${digits}` }), 'plan-digest', 'is no digest'],
  [
    'a plan for another environment',
    applied(documentOf({ environment: 'maintenance-perfective' })),
    'plan-here',
    'it names maintenance-perfective',
  ],
  ['another cluster', elsewhere({ cluster: 'other-uid' }), 'plan-here', 'cluster (UID of kube-system): planned'],
  ['another commit', elsewhere({ commit: 'f'.repeat(40) }), 'plan-here', 'commit: planned'],
  ['another build', elsewhere({ build: `sha256:${'e'.repeat(64)}` }), 'plan-here', 'code (digest of dist/)'],
  ['another configuration', elsewhere({ configuration: `sha256:${'e'.repeat(64)}` }), 'plan-here', 'configuration'],
  [
    'another database',
    applied(documentOf({ platform: { ...plan.platform, databases: { primary: '7' } } }), {
      here: { ...here(plan), databases: { primary: '8' } },
    }),
    'plan-here',
    'database primary: planned 7, here 8',
  ],
  [
    'a plan of another run',
    applied(documentOf({ run: { ...plan.run, id: 811 } })),
    'plan-here',
    'it was made in run 811',
  ],
  ['after notAfter', environmentEvidence({ now: Date.parse(plan.notAfter) }), 'not-after', 'it ended at'],
  [
    'without time to undo',
    environmentEvidence({ now: Date.parse(plan.notAfter) - 19_000 }),
    'not-after',
    'undoing it may take 20 s, and 19 s are left',
  ],
  [
    'valid for more than 72 h',
    applied(documentOf({ notAfter: '2026-11-27T02:10:00.001Z' })),
    'not-after',
    'more than 3 days',
  ],
  [
    'before the window',
    applied(weekly, { calendar, now: Date.parse('2026-11-24T01:59:59Z') }),
    'opening',
    'and it is closed',
  ],
  ['after the window', applied(weekly, { calendar, now: Date.parse('2026-11-24T06:00:00Z') }), 'opening', 'closed'],
  ['a window that the calendar does not have', applied(weekly), 'opening', 'the calendar has no such opening'],
  [
    'a blackout in the window',
    applied(weekly, { calendar: { ...calendar, blackouts: [blackout] } }),
    'opening',
    'blackout until 2026-11-24T05:00:00Z: launch',
  ],
  [
    'a blackout outside windows',
    environmentEvidence({ calendar: { windows: [], blackouts: [blackout] } }),
    'opening',
    'by jv: launch',
  ],
  ['outside windows without a reason', applied(documentOf({ reason: ' ' })), 'opening', 'there is none'],
  ['outside windows, of another run', applied(documentOf({ opening: 'outside:811' })), 'opening', 'this is run 812'],
];

test.each(refused)('refused: %s', (_, evidence, name, state) => {
  expect(judged(evidence)).toMatchObject({
    name,
    rule: expect.stringMatching(/\S/),
    state: expect.stringContaining(state),
    next: expect.stringMatching(/^nothing was changed; /),
  });
});

describe('granted', () => {
  const squash = {
    path: '.github/maintenance.yml',
    commit: 'c'.repeat(40),
    committer: { id: 19864447, login: 'web-flow', type: 'User' },
    pulls: [{ number: 5, author: people.author, mergedBy: people.merger }],
  };
  test.each<readonly [string, EnvironmentEvidence, string]>([
    ['a listed person approves with the digits', environmentEvidence(), 'reviewer'],
    ['a member of a listed team', environmentEvidence({ reviews: [review(people.operator, plan)] }), 'operator'],
    ['the digits alone', saying(digits), 'reviewer'],
    ['the digits in a sentence, between marks', saying(`ok (\`${digits}\`).`), 'reviewer'],
    [
      'two approve; the one who may counts',
      environmentEvidence({ reviews: [review(people.requester, plan), review(people.operator, plan)] }),
      'operator',
    ],
    [
      'a schedule, whose actor is a bot: the people of the commit stand in',
      withRun({ event: 'schedule', actor: people.bot, triggeringActor: people.bot }),
      'reviewer',
    ],
    ['the forge’s own merge button stands for nobody', environmentEvidence({ changes: [squash] }), 'reviewer'],
    ['while its window is open', applied(weekly, { calendar }), 'reviewer'],
    ['the digits are not asked for', { ...saying('fine'), digestInComment: false }, 'reviewer'],
    [
      'jobs that choose between environments without a gate',
      environmentEvidence({
        workflow: `${workflow}  window:\n    environment: \${{ inputs.mode == 'plan' && 'maintenance-plan' || 'maintenance-preventive' }}\n`,
      }),
      'reviewer',
    ],
  ])('%s', (_, evidence, login) => {
    expect(judgeEnvironment(evidence)).toMatchObject({ granted: true, approver: { login } });
  });

  test('says who approved what, and who asked', () => {
    expect(judgeEnvironment(environmentEvidence())).toMatchObject({
      digest: approvalDigest(plan),
      comment: `Read it: ${digits}`,
      environment: environmentDigest(environment),
      requesters: [
        { account: people.requester },
        { account: people.requester },
        { account: people.author },
        { account: people.committer },
        { account: people.author },
        { account: people.merger },
      ],
    });
  });
});

describe('between the two readings of the environment', () => {
  const before = environmentDigest(environment);
  test('nothing has changed', () => {
    expect(isUnchanged({ ...environment }, before)).toBeUndefined();
  });

  test.each([
    ['gone', undefined],
    ['made anew', { ...environment, id: 31 }],
    ['made anew under the same number', { ...environment, createdAt: '2026-11-24T02:59:00Z' }],
    ['another reviewer', { ...environment, reviewers: [{ kind: 'person', account: people.admin } as const] }],
    ['bypass switched on', { ...environment, adminsMayBypass: true }],
    ['another wait timer', { ...environment, waitMinutes: 1 }],
  ])('%s: refused', (_, now) => {
    expect(isUnchanged(now, before)).toMatchObject({ name: 'environment-unchanged' });
  });
});
