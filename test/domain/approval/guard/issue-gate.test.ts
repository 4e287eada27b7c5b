import { describe, expect, test } from '@jest/globals';
import { approvalDigest, shownDigest } from '../../../../src/domain/approval/digest.ts';
import { approvedDigits } from '../../../../src/domain/approval/guard/comment.ts';
import type { IssueEvidence } from '../../../../src/domain/approval/guard/evidence.ts';
import { judgeIssue } from '../../../../src/domain/approval/guard/issue-gate.ts';
import type { RuleName } from '../../../../src/domain/approval/guard/judgement.ts';
import { issueMarker, readIssueReference } from '../../../../src/domain/approval/issue-reference.ts';
import { identity, issueDocument, issueEvidence, issueRun, people, run } from './evidence.ts';

const plan = issueDocument();
const digits = shownDigest(approvalDigest(plan));
const { comment, issue, planRun } = issueEvidence();
if (comment === undefined || issue === undefined) throw new Error('the evidence has both');

const withComment = (rest: object): IssueEvidence => issueEvidence({ comment: { ...comment, ...rest } });
const withIssue = (rest: object): IssueEvidence => issueEvidence({ issue: { ...issue, ...rest } });
const withPlanRun = (rest: object): IssueEvidence => issueEvidence({ planRun: { ...planRun, ...rest } });
const withPlanJob = (conclusion: string): IssueEvidence =>
  issueEvidence({ planJobs: [{ name: 'Plan', status: 'completed', conclusion }] });
const by = (author: (typeof comment)['author'], rest: Partial<IssueEvidence> = {}): IssueEvidence =>
  issueEvidence({ comment: { ...comment, author }, permission: { level: 'write', account: author }, ...rest });

/** Lines of trust.md §7, "Issue gate". */
const refused: readonly (readonly [string, IssueEvidence, RuleName, string])[] = [
  ['the comment is deleted', issueEvidence({ comment: undefined }), 'comment', 'does not exist'],
  ['edited', withComment({ updatedAt: '2026-11-24T02:31:00Z' }), 'comment', 'edited at 2026-11-24T02:31:00Z'],
  ['by an app', by(people.bot), 'comment', 'helpful-app[bot] is no person (Bot)'],
  ['by an app for a person', withComment({ viaApp: true }), 'comment', 'an app wrote it for reviewer'],
  ['on another issue', withComment({ issue: 18 }), 'comment', 'it is on issue 18'],
  ['the issue is gone', issueEvidence({ issue: undefined }), 'comment', 'does not exist'],
  ['on a pull request', withIssue({ isPullRequest: true }), 'issue', 'it is a pull request'],
  ['the issue is closed', withIssue({ isOpen: false }), 'issue', 'it is closed'],
  ['a look-alike by a person', withIssue({ author: people.author }), 'issue', 'author opened it'],
  [
    'a look-alike by an account with our login',
    withIssue({ author: { ...people.ours, type: 'User' } }),
    'issue',
    'github-actions[bot] opened it',
  ],
  [
    'a look-alike of ours for the same plan',
    issueEvidence({ issue: { ...issue, number: 18 }, comment: { ...comment, issue: 18 } }),
    'issue',
    'the plan belongs to issue 17',
  ],
  ['the body is edited', withIssue({ body: 'the plan, improved' }), 'issue', 'no longer the plan’s'],
  ['the plan cannot be shown whole', issueEvidence({ rendering: undefined }), 'issue', 'cannot be shown whole'],
  ['text around the command', withComment({ body: `I approve ${digits}` }), 'digest-in-comment', 'something else'],
  ['text behind the command', withComment({ body: `approve ${digits} please` }), 'digest-in-comment', 'something else'],
  ['two lines', withComment({ body: `approve ${digits}\nreally` }), 'digest-in-comment', 'something else'],
  ['7 digits', withComment({ body: `approve ${digits.slice(0, 7)}` }), 'digest-in-comment', 'something else'],
  ['other digits', withComment({ body: `approve ${'0'.repeat(20)}` }), 'digest-in-comment', '00000000000000000000'],
  [
    'by a reader',
    issueEvidence({ permission: { level: 'read', account: people.reviewer } }),
    'approver',
    'reviewer may read',
  ],
  [
    'by somebody who was removed since',
    issueEvidence({ permission: { level: 'none', account: people.reviewer } }),
    'approver',
    'reviewer may nothing',
  ],
  [
    'by an account whose login is another’s now',
    issueEvidence({ permission: { level: 'write', account: { ...people.reviewer, id: 44 } } }),
    'approver',
    'another account now (44, not 4)',
  ],
  ['permission unknown', issueEvidence({ permission: { unread: 'GitHub answered 403' } }), 'approver', '403'],
  ['not among those named', issueEvidence({ approvers: ['operator'] }), 'approver', 'reviewer is not'],
  ['by who asked', by(people.requester), 'approver', 'requester is who started the run'],
  ['by the author', by(people.author), 'approver', 'author is author of the last change'],
  ['by the merger', by(people.merger), 'approver', 'merger is merger of the last change'],
  [
    'by who asked, although named',
    by(people.requester, { approvers: ['requester'] }),
    'approver',
    'requester is who started the run',
  ],
  ['another workflow planned', withPlanRun({ path: '.github/workflows/evil.yml' }), 'plan-run', 'workflow: .github'],
  ['planned in a fork', withPlanRun({ headRepositoryId: 8 }), 'plan-run', 'fork: 8'],
  ['planned on a branch', withPlanRun({ branch: 'mine' }), 'plan-run', 'branch: mine'],
  [
    'planned by a pull request',
    withPlanRun({ event: 'pull_request_target' }),
    'plan-run',
    'event: pull_request_target',
  ],
  ['planned in attempt 2', withPlanRun({ attempt: 2 }), 'plan-run', 'attempt: 2'],
  ['planned at another commit', withPlanRun({ commit: 'f'.repeat(40) }), 'plan-run', 'commit: ffff'],
  ['the planning job failed', withPlanJob('failure'), 'plan-run', 'it is failure'],
  ['the planning job was skipped', withPlanJob('skipped'), 'plan-run', 'it is skipped'],
  ['there was no planning job', issueEvidence({ planJobs: [] }), 'plan-run', 'no job "Plan"'],
  [
    'a bot dispatched the plan',
    withPlanRun({ actor: people.bot, triggeringActor: people.bot }),
    'requesters-known',
    'helpful-app[bot] (Bot)',
  ],
  [
    'the job of another type',
    issueEvidence({ identity: { ...issueEvidence().identity, environment: 'maintenance-perfective' } }),
    'plan-here',
    'the job is for adaptive plans',
  ],
  [
    'a plan of another type',
    issueEvidence({}, issueDocument({ type: 'corrective' })),
    'plan-here',
    'the plan is corrective',
  ],
  ['attempt 2', issueEvidence({ run: { ...issueRun, attempt: 2 } }), 'first-attempt', 'attempt 2'],
  [
    'from a branch',
    issueEvidence({ identity: { ...issueEvidence().identity, ref: 'refs/heads/mine' } }),
    'default-branch',
    'refs/heads/mine',
  ],
  ['too late', issueEvidence({ now: Date.parse(plan.notAfter) }), 'not-after', 'it ended at'],
];

test.each(refused)('refused: %s', (_, evidence, name, state) => {
  const judgement = judgeIssue(evidence);
  expect(judgement.granted ? 'granted' : judgement.denial).toMatchObject({
    name,
    state: expect.stringContaining(state),
    next: expect.stringMatching(/^nothing was changed; /),
  });
});

describe('granted', () => {
  test.each<readonly [string, IssueEvidence]>([
    ['by whoever may write', issueEvidence()],
    ['by an administrator', issueEvidence({ permission: { level: 'admin', account: people.reviewer } })],
    ['by somebody whom the configuration names', issueEvidence({ approvers: ['Reviewer'] })],
    [
      'by somebody named who may only read',
      issueEvidence({ approvers: ['reviewer'], permission: { level: 'read', account: people.reviewer } }),
    ],
    ['beside a plan that was refused, by which the run has failed', withPlanRun({ conclusion: 'failure' })],
    ['while the run of the plan is at work', withPlanRun({ status: 'in_progress', conclusion: undefined })],
    ['for a plan that a schedule made', withPlanRun({ event: 'schedule', actor: people.bot })],
    ['with a line break behind the command', withComment({ body: `approve ${digits}\r\n` })],
    [
      'by a dispatch of the window’s tick',
      issueEvidence({
        run: { ...issueRun, event: 'workflow_dispatch', actor: people.ours, triggeringActor: people.ours },
      }),
    ],
  ])('%s', (_, evidence) => {
    expect(judgeIssue(evidence)).toMatchObject({
      granted: true,
      approver: people.reviewer,
      digest: approvalDigest(plan),
    });
  });

  test('before the opening only what does not depend on the moment is judged', () => {
    const late = issueEvidence({ now: Date.parse(plan.notAfter) });
    expect(judgeIssue(late, 'before')).toMatchObject({ granted: true });
  });
});

test.each([
  [`approve ${digits}`, digits],
  [`Approve ${digits}`, undefined],
  [` approve ${digits}`, undefined],
  [`approve  ${digits}`, undefined],
  [`approve ${digits.toUpperCase()}`, digits === digits.toUpperCase() ? digits : undefined],
  [`approve ${digits}\u200b`, undefined],
  ['', undefined],
])('the command %j', (body, found) => {
  expect(approvedDigits(body)).toBe(found);
});

describe('what an issue refers to', () => {
  const reference = { runId: run.id, type: 'adaptive', opening: 'weekly@2026-11-24T02:00:00Z' } as const;
  test('is read back from its first line', () => {
    expect(readIssueReference(`${issueMarker(reference)}# Approve?`)).toEqual(reference);
  });

  test.each([
    ['not at the beginning', ` ${issueMarker(reference)}`],
    ['a type that is no gate', issueMarker(reference).replace('adaptive', 'preventive')],
    ['no number', issueMarker(reference).replace('812', '../812')],
    ['nothing', ''],
  ])('%s: nothing', (_, body) => {
    expect(readIssueReference(body)).toBeUndefined();
  });

  test('identity and evidence are of the same repository', () => {
    expect(identity.repositoryId).toBe(issueEvidence().repository.id);
  });
});
