import { z } from 'zod';
import type { Issue, IssueComment } from '../../domain/forge/discussions.ts';
import type { Environment, Review, Reviewer } from '../../domain/forge/environments.ts';
import type { Account } from '../../domain/forge/people.ts';
import type { ArtifactFacts, JobResult, WorkflowRun } from '../../domain/forge/runs.ts';

/** What is believed of GitHub's answers: the fields that are used, each of its form; everything else is passed over. */

/** An account. */
export const account = z
  .object({ id: z.int(), login: z.string(), type: z.string() })
  .transform(({ id, login, type }): Account => ({ id, login, type }));

/** An account that may be unknown: `null`, or the empty object that commits have. */
export const someAccount = z
  .union([account, z.null(), z.strictObject({})])
  .transform((found): Account | undefined => (found !== null && 'id' in found ? (found as Account) : undefined));

/** The repository. */
export const repository = z.object({ id: z.int(), default_branch: z.string(), private: z.boolean() });

const named = z.object({ id: z.int() });

/** A run. */
export const run = z
  .object({
    id: z.int(),
    run_attempt: z.int(),
    event: z.string(),
    path: z.string(),
    head_sha: z.string(),
    head_branch: z.string().nullable(),
    repository: named,
    head_repository: named.nullish(),
    status: z.string().nullable(),
    conclusion: z.string().nullable(),
    actor: account,
    triggering_actor: account,
    created_at: z.string(),
    html_url: z.string(),
  })
  .transform(
    (found): WorkflowRun => ({
      id: found.id,
      attempt: found.run_attempt,
      event: found.event,
      // runs of reusable and dispatched workflows may carry a ref behind the path
      path: found.path.split('@')[0] ?? found.path,
      commit: found.head_sha,
      branch: found.head_branch ?? '',
      repositoryId: found.repository.id,
      ...(found.head_repository == null ? {} : { headRepositoryId: found.head_repository.id }),
      status: found.status ?? 'unknown',
      ...(found.conclusion === null ? {} : { conclusion: found.conclusion }),
      actor: found.actor,
      triggeringActor: found.triggering_actor,
      createdAt: found.created_at,
      url: found.html_url,
    }),
  );

/** A job. */
export const job = z
  .object({ name: z.string(), status: z.string(), conclusion: z.string().nullable() })
  .transform(({ conclusion, ...rest }): JobResult => ({ ...rest, ...(conclusion === null ? {} : { conclusion }) }));

/** A review of a run's environments. */
export const review = z
  .object({
    environments: z.array(z.object({ id: z.int(), name: z.string() })),
    state: z.string(),
    user: account,
    comment: z.string(),
  })
  .transform(({ environments, state, user, comment }): Review => ({ environments, state, by: user, comment }));

const reviewer = z
  .union([
    z.object({ type: z.literal('User'), reviewer: account }),
    z.object({ type: z.literal('Team'), reviewer: z.object({ slug: z.string(), html_url: z.string() }) }),
  ])
  .transform((found): Reviewer => {
    if (found.type === 'User') return { kind: 'person', account: found.reviewer };
    // A team does not say whose it is, but for the address of its page: https://github.com/orgs/<organization>/teams/<slug>
    const organization = /\/orgs\/([^/]+)\/teams\//.exec(found.reviewer.html_url)?.[1] ?? '';
    return { kind: 'team', organization, slug: found.reviewer.slug };
  });

const rule = z.object({
  type: z.string(),
  wait_timer: z.int().optional(),
  prevent_self_review: z.boolean().optional(),
  reviewers: z.array(reviewer).optional(),
});

/** An environment without the patterns of its branches, which are a request of their own. */
export const environment = z
  .object({
    id: z.int(),
    name: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
    can_admins_bypass: z.boolean().nullish(),
    protection_rules: z.array(rule).default([]),
    deployment_branch_policy: z
      .object({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
      .nullish(),
  })
  .transform((found): Environment & { readonly hasPatterns: boolean } => {
    const review = found.protection_rules.find(({ type }) => type === 'required_reviewers');
    const policy = found.deployment_branch_policy;
    return {
      id: found.id,
      name: found.name,
      createdAt: found.created_at,
      updatedAt: found.updated_at,
      reviewers: review?.reviewers ?? [],
      ...(review?.prevent_self_review === undefined ? {} : { preventSelfReview: review.prevent_self_review }),
      ...(found.can_admins_bypass == null ? {} : { adminsMayBypass: found.can_admins_bypass }),
      waitMinutes: found.protection_rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
      branches: { kind: policy?.protected_branches === true ? 'protected' : 'any' },
      hasPatterns: policy?.custom_branch_policies === true,
    };
  });

/** A page of branch patterns. */
export const branchPatterns = z
  .object({
    branch_policies: z.array(z.object({ name: z.string(), type: z.string().default('branch') })),
  })
  .transform(({ branch_policies: policies }) => policies);

/** An artifact. */
export const artifact = z
  .object({
    id: z.int(),
    name: z.string(),
    size_in_bytes: z.int(),
    expired: z.boolean(),
    workflow_run: z.object({ id: z.int(), head_repository_id: z.int() }),
  })
  .transform(
    (found): ArtifactFacts => ({
      id: found.id,
      name: found.name,
      runId: found.workflow_run.id,
      headRepositoryId: found.workflow_run.head_repository_id,
      bytes: found.size_in_bytes,
      expired: found.expired,
    }),
  );

/** A commit with its people. */
export const commit = z.object({ sha: z.string(), author: someAccount, committer: someAccount });

/** A pull request. */
export const pull = z.object({ number: z.int(), user: account.nullable(), merged_by: account.nullish() });

/** What an account may do. */
export const permission = z.object({
  permission: z.enum(['admin', 'write', 'read', 'none']),
  user: account.nullable(),
});

/** An issue. */
export const issue = z
  .object({
    number: z.int(),
    title: z.string(),
    body: z.string().nullish(),
    user: account.nullable(),
    state: z.string(),
    html_url: z.string(),
    pull_request: z.unknown().optional(),
  })
  .transform(
    (found): Issue => ({
      number: found.number,
      isPullRequest: found.pull_request !== undefined && found.pull_request !== null,
      title: found.title,
      body: found.body ?? '',
      author: found.user ?? ghost,
      isOpen: found.state === 'open',
      url: found.html_url,
    }),
  );

/** A comment. */
export const comment = z
  .object({
    id: z.int(),
    issue_url: z.string(),
    user: account.nullable(),
    body: z.string().nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    performed_via_github_app: z.unknown().optional(),
  })
  .transform(
    (found): IssueComment => ({
      id: found.id,
      issue: Number(/\/issues\/(\d+)$/.exec(found.issue_url)?.[1] ?? -1),
      author: found.user ?? ghost,
      body: found.body ?? '',
      createdAt: found.created_at,
      updatedAt: found.updated_at,
      viaApp: found.performed_via_github_app != null,
    }),
  );

/** Whoever has deleted their account. */
const ghost: Account = { id: -1, login: 'ghost', type: 'Mannequin' };
