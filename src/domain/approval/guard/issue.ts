import { isOurs } from '../../forge/people.ts';
import type { IssueEvidence } from './evidence.ts';
import { type Denial, denied } from './judgement.ts';

/** The issue is the one that our token opened for this plan, and shows it unchanged. */
export function isOwnIssue({ issue, document, rendering }: IssueEvidence): Denial | undefined {
  const refuse = (state: string): Denial =>
    denied('issue', issue === undefined ? 'the issue' : `issue ${issue.number}`, {
      rule: 'an approval is given on the issue that our own token opened for the plan, and which shows it as it was made',
      state,
    });
  if (issue === undefined) return refuse('it does not exist');
  if (issue.isPullRequest) return refuse('it is a pull request');
  if (!issue.isOpen) return refuse('it is closed');
  if (!isOurs(issue.author)) return refuse(`${issue.author.login} opened it`);
  if ('unreadable' in document) return undefined;
  if (document.issue !== issue.number) return refuse(`the plan belongs to issue ${document.issue ?? 'none'}`);
  if (rendering === undefined) return refuse('the plan cannot be shown whole');
  return issue.body === rendering ? undefined : refuse('its text is no longer the plan’s');
}

/** The plan was made by our own workflow, on the default branch and this commit, by a schedule or a person's dispatch. */
export function isOwnPlanRun(evidence: IssueEvidence): Denial | undefined {
  const { planRun, repository, identity, planWorkflows } = evidence;
  const wanted: readonly (readonly [what: string, met: boolean, found: string])[] = [
    ['workflow', planWorkflows.includes(planRun.path), planRun.path],
    ['repository', planRun.repositoryId === repository.id, String(planRun.repositoryId)],
    ['fork', planRun.headRepositoryId === repository.id, String(planRun.headRepositoryId ?? 'unknown')],
    ['branch', planRun.branch === repository.defaultBranch, planRun.branch],
    ['event', ['schedule', 'workflow_dispatch'].includes(planRun.event), planRun.event],
    ['attempt', planRun.attempt === 1, String(planRun.attempt)],
    ['commit', planRun.commit === identity.commit, planRun.commit],
  ];
  const other = wanted.find(([, met]) => !met);
  if (other === undefined) return undefined;
  return denied('plan-run', `run ${planRun.id}`, {
    rule: 'a plan is of our own workflow, this repository, its default branch, the commit of now, the first attempt, and by a schedule or a dispatch',
    state: `${other[0]}: ${other[2]}`,
  });
}

/** The job's environment and the plan are of the type that the job is for. */
export function isOfType({ document, identity, type }: IssueEvidence): Denial | undefined {
  const refuse = (state: string): Denial =>
    denied('plan-here', `environment ${identity.environment ?? 'none'}`, {
      rule: 'a plan is applied by the job of its own type, in the environment of that type',
      state,
    });
  if (identity.environment !== `maintenance-${type}`) return refuse(`the job is for ${type} plans`);
  if ('unreadable' in document || document.type === type) return undefined;
  return refuse(`the plan is ${document.type}`);
}
