import { approvalDigest } from '../../domain/approval/digest.ts';
import type { PlanDocument } from '../../domain/approval/document.ts';
import { isMeantAsApproval } from '../../domain/approval/guard/comment.ts';
import type { IssueEvidence } from '../../domain/approval/guard/evidence.ts';
import { issueTimeRules, judgeIssue } from '../../domain/approval/guard/issue-gate.ts';
import { firstDenial } from '../../domain/approval/guard/judgement.ts';
import { namedRequesters } from '../../domain/approval/guard/requesters.ts';
import { type IssueReference, readIssueReference } from '../../domain/approval/issue-reference.ts';
import { planArtifactName } from '../../domain/approval/plan-artifact.ts';
import type { Issue, IssueComment } from '../../domain/forge/discussions.ts';
import type { WorkflowRun } from '../../domain/forge/runs.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { PortError } from '../../ports/port-error.ts';
import { type Admission, type Asking, planJobName, unread } from './asking.ts';
import { existingRun, lastChanges, planEvidence } from './gather.ts';
import { spend } from './spend.ts';

/** The workflow files that plan for gates. */
const planWorkflows = ['.github/workflows/dispatch.yml', '.github/workflows/prepare.yml'];

/** Who approves with this gate, and the comment by which. */
export interface IssueAsking extends Asking {
  /** Logins that the configuration names; absent: whoever may write to the repository. */
  readonly approvers?: readonly string[];
  readonly comment: number;
  /** The type of the job that asks; absent in the job that only checks and answers. */
  readonly type?: string;
}

/**
 * Everything that the guard of an issue judges by (trust.md §4), fetched again by the comment's number alone. Rejects with a
 * PortError for what can be neither read nor judged without.
 */
export async function gatherIssue(asking: IssueAsking): Promise<IssueEvidence> {
  const { forge, clock, calendar } = asking;
  const identity = await forge.identity(asking.job);
  const [repository, run] = [await forge.repository(), await existingRun(asking, identity.runId)];
  const comment = await forge.comment(asking.comment);
  const issue = comment === undefined ? undefined : await forge.issue(comment.issue);
  const reference = issue === undefined ? undefined : readIssueReference(issue.body);
  if (comment === undefined) throw gone(asking.comment);
  if (issue === undefined || reference === undefined) throw new Unrelated(asking.comment);
  const planRun = await existingRun(asking, reference.runId);
  const plan = await planEvidence(asking, identity, await artifactOf(asking, planRun, reference));
  const { document } = plan;
  return {
    now: clock.now(),
    repository,
    identity,
    run,
    planRun,
    planJobs: await forge.jobs(planRun.id, planRun.attempt),
    planJob: planJobName,
    changes: await lastChanges(asking, planRun),
    ...plan,
    calendar,
    digestInComment: true,
    comment,
    issue,
    rendering: 'unreadable' in document ? undefined : asking.render(document),
    permission: await permissionOf(asking, comment),
    ...(asking.approvers === undefined ? {} : { approvers: asking.approvers }),
    type: asking.type ?? reference.type,
    planWorkflows,
  };
}

const gone = (comment: number): PortError =>
  new PortError({
    code: 'not-found',
    subject: `comment ${comment}`,
    message: `comment ${comment} does not exist, or does no longer`,
    next: 'comment on the issue that maintenance opened for the plan',
  });

/** A comment that has nothing to do with maintenance. */
class Unrelated extends PortError {
  constructor(comment: number) {
    super({
      code: 'not-found',
      subject: `comment ${comment}`,
      message: `comment ${comment} is on no issue of ours`,
      next: 'comment on the issue that maintenance opened for the plan',
    });
  }
}

/** The artifact of the plan that an issue refers to, by its name: the number is none of what an issue can say. */
async function artifactOf({ forge }: Asking, { id }: WorkflowRun, reference: IssueReference): Promise<string> {
  const [found] = await forge.artifacts(id, planArtifactName(reference));
  return found === undefined ? '' : String(found.id);
}

async function permissionOf({ forge }: Asking, { author }: IssueComment): Promise<IssueEvidence['permission']> {
  try {
    return await forge.permission(author.login);
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    return { unread: error.message };
  }
}

/** Judge what a comment on an issue carries: the first reading now, comment and issue once more as the last word. */
export async function admitByIssue(asking: IssueAsking): Promise<Admission> {
  let evidence: IssueEvidence;
  try {
    evidence = await gatherIssue(asking);
  } catch (error) {
    return { refusal: unread(error), approvals: [] };
  }
  const judgement = judgeIssue(evidence);
  const { document } = evidence;
  const approvals = approvalsOf(evidence);
  if (!judgement.granted) {
    return { refusal: judgement.denial, approvals, ...('unreadable' in document ? {} : { document }) };
  }
  return {
    document: judgement.document,
    digest: judgement.digest,
    approvals,
    lastWord: () => lastWord(asking, evidence, judgement),
    advisory: noCredentialWaits,
  };
}

/** What an issue as gate does not enforce (trust.md §1). */
const noCredentialWaits =
  'approval.gate is issue: no credentials wait for the approval, so it stops mistakes, and nobody who may write to the repository';

async function lastWord(
  asking: IssueAsking,
  first: IssueEvidence,
  {
    digest,
    approver,
    document,
  }: { digest: PlanDocument['build']; approver: { login: string }; document: PlanDocument },
): Promise<Refusal | undefined> {
  try {
    const { comment: before, issue: shown } = first;
    const comment = before === undefined ? undefined : await asking.forge.comment(before.id);
    const issue: Issue | undefined = shown === undefined ? undefined : await asking.forge.issue(shown.number);
    const permission = comment === undefined ? first.permission : await permissionOf(asking, comment);
    const again = { ...first, comment, issue, permission, now: asking.clock.now() };
    const judged = judgeIssue(again);
    if (!judged.granted) return judged.denial;
    return await spend(asking, { digest, approver: approver.login, notAfter: document.notAfter });
  } catch (error) {
    return unread(error);
  }
}

/** What the job that only looks says of a comment. */
export type Checked =
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      readonly issue?: number;
      /** Somebody has only talked, here or elsewhere: it was no try to approve anything. */
      readonly isTalk: boolean;
    }
  /** Approved, and applied when its window opens. */
  | { readonly kind: 'early'; readonly document: PlanDocument; readonly issue: number; readonly refusal: Refusal }
  | { readonly kind: 'ready'; readonly document: PlanDocument; readonly digest: string; readonly issue: number };

/** Check a comment without applying anything: before the opening it is only answered. */
export async function checkComment(asking: IssueAsking): Promise<Checked> {
  let evidence: IssueEvidence;
  try {
    evidence = await gatherIssue({ ...asking });
  } catch (error) {
    return { kind: 'refused', refusal: unread(error), isTalk: error instanceof Unrelated };
  }
  const { issue, type } = evidence;
  const isTalk = evidence.comment !== undefined && !isMeantAsApproval(evidence.comment.body);
  // The job that checks is in the environment of planning; the one that applies is judged by its own.
  const seen = { ...evidence, identity: { ...evidence.identity, environment: `maintenance-${type}` } };
  const judgement = judgeIssue(seen, 'before');
  const number = issue?.number ?? 0;
  if (!judgement.granted) return { kind: 'refused', refusal: judgement.denial, issue: number, isTalk };
  const { document, digest } = judgement;
  const time = firstDenial(issueTimeRules, seen);
  if (time === undefined) return { kind: 'ready', document, digest, issue: number };
  const opensAt = Date.parse(document.window?.opensAt ?? document.plannedAt);
  const isEarly = evidence.now < opensAt && time.name === 'opening';
  return isEarly
    ? { kind: 'early', document, issue: number, refusal: time }
    : { kind: 'refused', refusal: time, issue: number, isTalk };
}

function approvalsOf(evidence: IssueEvidence): ApprovalsOf {
  const { identity, comment, document } = evidence;
  if (comment === undefined) return [];
  const { author, body } = comment;
  const digest = 'unreadable' in document ? '' : approvalDigest(document);
  const requesters = [...namedRequesters(evidence)];
  return [{ environment: identity.environment ?? '', by: author.login, comment: body, digest, requesters }];
}

type ApprovalsOf = Admission['approvals'];
