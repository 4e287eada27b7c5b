import type { Environment, Gate, Review, Run } from '../state.ts';
import { simpleUser, teamBody } from './people.ts';
import { page, repositoryUrl } from './repository.ts';
import { type Body, nodeId, type Scene } from './scene.ts';

type Named = Pick<Environment, 'id' | 'name' | 'createdAt' | 'updatedAt'>;

function named(scene: Scene, { id, name }: Pick<Named, 'id' | 'name'>): Body {
  return {
    id,
    node_id: nodeId('EN', id),
    name,
    url: `${repositoryUrl(scene)}/environments/${encodeURIComponent(name)}`,
    html_url: `${page(scene.state.repository)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
  };
}

function dated(scene: Scene, environment: Named): Body {
  const { createdAt, updatedAt } = environment;
  return { ...named(scene, environment), created_at: createdAt, updated_at: updatedAt };
}

function reviewersOf(scene: Scene, { reviewers }: Environment): Body[] {
  return reviewers.flatMap(({ type, id }): Body[] => {
    const account = scene.state.accounts.find((known) => known.id === id);
    const team = scene.state.teams.find((known) => known.id === id);
    if (type === 'User') return account === undefined ? [] : [{ type, reviewer: simpleUser(scene, account) }];
    return team === undefined ? [] : [{ type, reviewer: teamBody(scene, team) }];
  });
}

function rulesOf(scene: Scene, environment: Environment): Body[] {
  const rule = (offset: number, type: string, more: Body = {}): Body => {
    const id = environment.id * 10 + offset;
    return { id, node_id: nodeId('GA', id), type, ...more };
  };
  const reviewers = reviewersOf(scene, environment);
  return [
    ...(environment.waitTimer > 0 ? [rule(1, 'wait_timer', { wait_timer: environment.waitTimer })] : []),
    ...(reviewers.length > 0
      ? [rule(2, 'required_reviewers', { prevent_self_review: environment.preventSelfReview, reviewers })]
      : []),
    ...(environment.branches === 'all' ? [] : [rule(3, 'branch_policy')]),
  ];
}

/** An environment with its protection rules. */
export function environmentBody(scene: Scene, environment: Environment): Body {
  const { branches, canAdminsBypass } = environment;
  return {
    ...dated(scene, environment),
    ...(canAdminsBypass === null ? {} : { can_admins_bypass: canAdminsBypass }),
    protection_rules: rulesOf(scene, environment),
    deployment_branch_policy:
      branches === 'all'
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  };
}

/** The patterns of branches that may deploy to an environment. */
export function branchPolicies({ id, branches }: Environment): Body[] {
  if (typeof branches === 'string') return [];
  return branches.map((name, index) => {
    const own = id * 100 + index;
    return { id: own, node_id: nodeId('BP', own), name, type: 'branch' };
  });
}

/** One review of a run. */
export function approval(scene: Scene, { environments, state, user, comment }: Review): Body {
  return {
    environments: environments.map((environment) => dated(scene, environment)),
    state,
    user: simpleUser(scene, user),
    comment,
  };
}

/** A job that waits at an environment. */
export function pendingDeployment(scene: Scene, gate: Gate, environment: Environment, mayApprove: boolean): Body {
  return {
    environment: named(scene, environment),
    wait_timer: environment.waitTimer,
    wait_timer_started_at: gate.since,
    current_user_can_approve: mayApprove,
    reviewers: reviewersOf(scene, environment),
  };
}

/** The deployment that a review lets through or ends. */
export function deployment(scene: Scene, run: Run, environment: Environment): Body {
  const id = run.id * 10 + (environment.id % 10);
  const url = `${repositoryUrl(scene)}/deployments/${id}`;
  return {
    url,
    id,
    node_id: nodeId('DE', id),
    sha: run.sha,
    ref: run.branch,
    task: 'deploy',
    payload: {},
    environment: environment.name,
    description: null,
    creator: simpleUser(scene, run.triggeringActor),
    created_at: run.startedAt,
    updated_at: run.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(scene),
  };
}
