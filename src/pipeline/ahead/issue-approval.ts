import { approvalDigest, shownDigest } from '../../domain/approval/digest.ts';
import type { PlanDocument } from '../../domain/approval/document.ts';
import { type IssueProgress, progressOf } from '../../domain/approval/issue-answers.ts';
import { readIssueReference } from '../../domain/approval/issue-reference.ts';
import { isOurs } from '../../domain/forge/people.ts';
import type { Forge } from '../../ports/forge.ts';

/** A plan, and the number of the run that made it. */
interface AskedFor {
  readonly document: PlanDocument;
  readonly run: { readonly id: number };
}

/**
 * How far a plan has come on the issue that asks for it: read from the comments there, and from our answers to them. Whoever
 * closes the issue takes back what was approved on it and has not begun (the guard applies nothing of a closed one). Rejects
 * with a PortError.
 */
export async function issueProgress(
  forge: Pick<Forge, 'issue' | 'comments'>,
  { document, run }: AskedFor,
  now: number,
): Promise<IssueProgress> {
  const issue = document.issue === undefined ? undefined : await forge.issue(document.issue);
  if (issue === undefined || !isOurs(issue.author)) return { kind: 'none' };
  const reference = readIssueReference(issue.body);
  if (reference?.runId !== run.id || reference.type !== document.type) return { kind: 'none' };
  const progress = progressOf(await forge.comments(issue.number), shownDigest(approvalDigest(document)), now);
  return issue.isOpen || progress.kind === 'started' ? progress : { kind: 'none' };
}

/** Whether what was approved on an issue is still to be applied or has ended; undefined: nobody has approved it. */
export async function issueState(
  forge: Pick<Forge, 'issue' | 'comments' | 'run'>,
  asked: AskedFor,
  now: number,
): Promise<'open' | 'ended' | undefined> {
  const progress = await issueProgress(forge, asked, now);
  if (progress.kind === 'none') return undefined;
  if (progress.kind !== 'started') return 'open';
  const runs = await Promise.all(progress.runs.map((id) => forge.run(id)));
  return runs.every((run) => run === undefined || run.status === 'completed') ? 'ended' : 'open';
}
