import { acceptedOf } from '../../domain/approval/accepted.ts';
import { approvalDigest, shownDigest } from '../../domain/approval/digest.ts';
import type { PlanDocument } from '../../domain/approval/document.ts';
import { type IssueProgress, progressWith } from '../../domain/approval/issue-answers.ts';
import { readIssueReference } from '../../domain/approval/issue-reference.ts';
import type { IssueComment } from '../../domain/forge/discussions.ts';
import { isOurs } from '../../domain/forge/people.ts';
import type { AcceptedApproval } from '../../domain/state/documents.ts';
import type { Forge } from '../../ports/forge.ts';
import type { Maintenance } from '../maintenance.ts';

/** A plan, and the number of the run that made it. */
interface AskedFor {
  readonly document: PlanDocument;
  readonly run: { readonly id: number };
}

/** What is asked about the approval of a plan on its issue. */
export interface AskingIssue {
  readonly forge: Pick<Forge, 'issue' | 'recentComments' | 'run'>;
  readonly maintenance: {
    readonly state: Pick<Maintenance['state'], 'read' | 'update'>;
    readonly spent: Pick<Maintenance['spent'], 'find'>;
  };
}

/** How far a plan has come, and from what that was read. */
export interface Progress {
  readonly progress: IssueProgress;
  readonly accepted?: AcceptedApproval;
  readonly comments: readonly IssueComment[];
  /** The issue has older comments than were read. */
  readonly isCut: boolean;
}

/**
 * How far a plan has come on the issue that asks for it: by what is remembered in the cluster, and by the newest comments
 * there with our answers to them. Whoever closes the issue takes back what was approved on it and has not begun (the guard
 * applies nothing of a closed one). Rejects with a PortError.
 */
export async function issueProgress(
  { forge, maintenance }: AskingIssue,
  { document, run }: AskedFor,
  now: number,
): Promise<Progress> {
  const none: Progress = { progress: { kind: 'none' }, comments: [], isCut: false };
  const issue = document.issue === undefined ? undefined : await forge.issue(document.issue);
  if (issue === undefined || !isOurs(issue.author)) return none;
  const reference = readIssueReference(issue.body);
  if (reference?.runId !== run.id || reference.type !== document.type) return none;
  const digest = approvalDigest(document);
  const accepted = acceptedOf(await maintenance.state.read('approvals'), digest);
  const { comments, isWhole } = await forge.recentComments(issue.number);
  const progress = progressWith(accepted, comments, shownDigest(digest), now);
  const isTakenBack = !issue.isOpen && progress.kind !== 'started';
  return {
    progress: isTakenBack ? none.progress : progress,
    comments,
    isCut: !isWhole,
    ...(accepted === undefined ? {} : { accepted }),
  };
}

/** Whether what was approved on an issue is still to be applied or has ended; undefined: nobody has approved it. */
export async function issueState(
  asking: AskingIssue,
  asked: AskedFor,
  now: number,
): Promise<'open' | 'ended' | undefined> {
  const { progress, accepted } = await issueProgress(asking, asked, now);
  if (progress.kind === 'none') return undefined;
  if (progress.kind !== 'started') return 'open';
  const isOver = await Promise.all(progress.runs.map((id) => isRunOver(asking, id)));
  if (isOver.includes(false)) return 'open';
  // a run that ended without using what is remembered is started again
  if (accepted === undefined || accepted.ended !== undefined) return 'ended';
  return (await asking.maintenance.spent.find(accepted.digest)) === undefined ? 'open' : 'ended';
}

async function isRunOver({ forge }: AskingIssue, id: number): Promise<boolean> {
  const run = await forge.run(id);
  return run === undefined || run.status === 'completed';
}
