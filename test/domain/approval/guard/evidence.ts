import { approvalDigest, shownDigest } from '../../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../../src/domain/approval/document.ts';
import type { EnvironmentEvidence, IssueEvidence } from '../../../../src/domain/approval/guard/evidence.ts';
import type { Here } from '../../../../src/domain/approval/here.ts';
import type { Environment, Review } from '../../../../src/domain/forge/environments.ts';
import type { Account } from '../../../../src/domain/forge/people.ts';
import type { JobIdentity, WorkflowRun } from '../../../../src/domain/forge/runs.ts';
import { documentOf } from '../plan-document.ts';

const person = (id: number, login: string): Account => ({ id, login, type: 'User' });
/** Who plays which part in the evidence. */
export const people = {
  requester: person(1, 'requester'),
  author: person(2, 'author'),
  merger: person(3, 'merger'),
  reviewer: person(4, 'reviewer'),
  operator: person(5, 'operator'),
  admin: person(6, 'admin'),
  committer: person(7, 'committer'),
  bot: { id: 8, login: 'helpful-app[bot]', type: 'Bot' },
  ours: { id: 41898282, login: 'github-actions[bot]', type: 'Bot' },
} as const satisfies Record<string, Account>;

export const workflowPath = '.github/workflows/dispatch.yml';
const commit = 'a'.repeat(40);
const reference = `phoenix/rooivalk/${workflowPath}@refs/heads/main`;

export const identity: JobIdentity = {
  audience: 'rooivalk/adaptive',
  repository: 'phoenix/rooivalk',
  repositoryId: 7,
  environment: 'maintenance-adaptive',
  ref: 'refs/heads/main',
  commit,
  runId: 812,
  attempt: 1,
  event: 'workflow_dispatch',
  workflowRef: reference,
  jobWorkflowRef: reference,
};

export const run: WorkflowRun = {
  id: 812,
  attempt: 1,
  event: 'workflow_dispatch',
  path: workflowPath,
  commit,
  branch: 'main',
  repositoryId: 7,
  headRepositoryId: 7,
  status: 'in_progress',
  actor: people.requester,
  triggeringActor: people.requester,
  createdAt: '2026-11-24T02:05:00Z',
  url: 'https://github.com/phoenix/rooivalk/actions/runs/812',
};

export const environment: Environment = {
  id: 30,
  name: 'maintenance-adaptive',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  reviewers: [
    { kind: 'person', account: people.reviewer },
    { kind: 'team', organization: 'phoenix', slug: 'operators' },
  ],
  preventSelfReview: true,
  adminsMayBypass: false,
  waitMinutes: 0,
  branches: { kind: 'named', patterns: [{ name: 'main', type: 'branch' }] },
};

export const here = ({ build, configuration, platform }: PlanDocument): Here => ({
  repositoryId: 7,
  commit,
  build,
  configuration,
  cluster: platform.uid,
  databases: platform.databases,
});

/** A review by somebody, with the digits of a plan in the comment unless it says otherwise. */
export function review(by: Account, document: PlanDocument, rest: Partial<Review> = {}): Review {
  const comment = `Read it: ${shownDigest(approvalDigest(document))}`;
  return { environments: [{ id: 30, name: 'maintenance-adaptive' }], state: 'approved', by, comment, ...rest };
}

export const workflow = `
on: workflow_dispatch
jobs:
  plan:
    environment: maintenance-plan
  adaptive:
    needs: plan
    environment: maintenance-adaptive
  perfective:
    environment: { name: maintenance-perfective }
`;

/** Evidence that carries the plan, but for what is given. */
export function environmentEvidence(
  rest: Partial<EnvironmentEvidence> = {},
  document: PlanDocument = documentOf(),
): EnvironmentEvidence {
  return {
    now: Date.parse('2026-11-24T03:00:00Z'),
    repository: { id: 7, defaultBranch: 'main' },
    identity,
    run,
    planRun: run,
    changes: [
      {
        path: '.github/maintenance.yml',
        commit: 'c'.repeat(40),
        author: people.author,
        committer: people.committer,
        pulls: [{ number: 5, author: people.author, mergedBy: people.merger }],
      },
    ],
    artifact: {
      facts: {
        id: 99,
        name: 'plan-outside-812-adaptive',
        runId: 812,
        headRepositoryId: 7,
        bytes: 2_000,
        expired: false,
      },
      namesakes: 1,
    },
    document,
    here: here(document),
    calendar: { windows: [], blackouts: [] },
    digestInComment: true,
    workflow,
    planJobs: [
      { name: 'Plan', status: 'completed', conclusion: 'success' },
      { name: 'Apply (adaptive)', status: 'in_progress' },
    ],
    planJob: 'Plan',
    handedDigest: approvalDigest(document),
    environment,
    listed: [people.reviewer, people.operator],
    reviews: [review(people.reviewer, document)],
    ...rest,
  };
}

export const issueRun: WorkflowRun = {
  ...run,
  id: 900,
  event: 'issue_comment',
  path: '.github/workflows/approve.yml',
  actor: people.reviewer,
  triggeringActor: people.reviewer,
};

const approveReference = 'phoenix/rooivalk/.github/workflows/approve.yml@refs/heads/main';

/** The document of a plan that an issue is the gate of. */
export const issueDocument = (rest: Partial<PlanDocument> = {}): PlanDocument => documentOf({ issue: 17, ...rest });

/** Evidence of an issue that carries the plan, but for what is given. */
export function issueEvidence(
  rest: Partial<IssueEvidence> = {},
  document: PlanDocument = issueDocument(),
): IssueEvidence {
  const {
    workflow: _w,
    handedDigest: _h,
    environment: _e,
    listed: _l,
    reviews: _r,
    ...common
  } = environmentEvidence({}, document);
  const at = '2026-11-24T02:30:00Z';
  return {
    ...common,
    identity: {
      ...identity,
      runId: 900,
      event: 'issue_comment',
      workflowRef: approveReference,
      jobWorkflowRef: approveReference,
    },
    run: issueRun,
    planRun: { ...run, status: 'completed', conclusion: 'success' },
    comment: {
      id: 4711,
      issue: 17,
      author: people.reviewer,
      body: `approve ${shownDigest(approvalDigest(document))}`,
      createdAt: at,
      updatedAt: at,
      viaApp: false,
    },
    issue: {
      number: 17,
      isPullRequest: false,
      title: 'Approve',
      body: 'the plan',
      author: people.ours,
      isOpen: true,
      url: 'https://github.com/phoenix/rooivalk/issues/17',
    },
    rendering: 'the plan',
    permission: { level: 'write', account: people.reviewer },
    type: 'adaptive',
    planWorkflows: [workflowPath, '.github/workflows/prepare.yml'],
    ...rest,
  };
}
