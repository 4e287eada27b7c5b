import type { IssueComment } from '../forge/discussions.ts';
import { isOurs } from '../forge/people.ts';
import type { AcceptedApproval } from '../state/documents.ts';
import { approvedDigits } from './guard/comment.ts';

/** What was said of a comment: it approves nothing, it is applied when the window opens, or it is applied by the run that says so. */
export const answerWords = ['refused', 'early', 'ready'] as const;

/** An answer of ours to a comment that may approve a plan. */
export interface CommentAnswer {
  /** The comment that is answered. */
  readonly comment: number;
  /** The run that answers; after `ready` it is the one that applies. */
  readonly runId: number;
  readonly says: (typeof answerWords)[number];
}

const marker = /^<!-- rooivalk-maintenance answer comment=(\d{1,16}) run=(\d{1,16}) says=([a-z]+) -->\n/;

/** The first line of an answer, which nobody sees. */
export function answerMarker({ comment, runId, says }: CommentAnswer): string {
  return `<!-- rooivalk-maintenance answer comment=${comment} run=${runId} says=${says} -->\n`;
}

/** What a comment answers; undefined when it is no answer of ours, whatever its text claims. */
export function readAnswer({ author, body }: Pick<IssueComment, 'author' | 'body'>): CommentAnswer | undefined {
  const [, comment, run, word] = marker.exec(body) ?? [];
  const says = answerWords.find((known) => known === word);
  return says === undefined || !isOurs(author) ? undefined : { comment: Number(comment), runId: Number(run), says };
}

/**
 * Longest that a comment's own run takes to answer it, ms: the time limit of job `check` in `approve.yml`, and as much again
 * for a runner to be found.
 */
export const answeredWithinMs = 30 * 60_000;

/**
 * How far an issue's comments have brought its plan. `none`: nobody has approved it. `asked`: somebody says the digits, and
 * their comment's own run has yet to judge that. `waits`: comments whose approval is to be tried when the window opens, in
 * this order. `started`: the runs that apply it, or have.
 */
export type IssueProgress =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'waits'; readonly comments: readonly number[] }
  | { readonly kind: 'started'; readonly runs: readonly number[] };

/**
 * How far a plan is: by what is remembered of its approval, and where that says nothing by the comments of its issue. It decides
 * what is tried, not what is allowed: the guard of the job judges everything again.
 */
export function progressWith(
  accepted: AcceptedApproval | undefined,
  comments: readonly IssueComment[],
  digits: string,
  now: number,
): IssueProgress {
  if (accepted?.ended === 'refused' || accepted === undefined) return progressOf(comments, digits, now);
  const { tries, ended } = accepted;
  const last = tries.at(-1);
  // one that was refused since leaves it to the next who approved
  const isNext = accepted.comments.length > 0 && last !== undefined && !accepted.comments.includes(last.comment);
  if (last !== undefined && !isNext) return { kind: 'started', runs: tries.flatMap(({ run }) => run ?? []) };
  return ended === undefined ? { kind: 'waits', comments: accepted.comments } : { kind: 'none' };
}

/**
 * Read how far a plan is from the comments of its issue, oldest first. Whoever says the digits counts until an answer
 * refuses it: a comment of somebody who may not approve never hides that of somebody who may.
 */
export function progressOf(comments: readonly IssueComment[], digits: string, now: number): IssueProgress {
  const answers = comments.map(readAnswer).filter((answer) => answer !== undefined);
  const saying = comments.filter(({ body }) => approvedDigits(body) === digits);
  const ids = new Set(saying.map(({ id }) => id));
  const runs = answers.filter(({ comment, says }) => says === 'ready' && ids.has(comment)).map(({ runId }) => runId);
  if (runs.length > 0) return { kind: 'started', runs };
  const answerTo = (id: number): CommentAnswer['says'] | undefined =>
    answers.findLast(({ comment }) => comment === id)?.says;
  const accepted = saying.find(({ id }) => answerTo(id) === 'early');
  if (accepted !== undefined) return { kind: 'waits', comments: [accepted.id] };
  const unanswered = saying.filter(({ id }) => answerTo(id) === undefined);
  const left = unanswered.filter(({ createdAt }) => now - Date.parse(createdAt) > answeredWithinMs);
  if (left.length > 0) return { kind: 'waits', comments: left.map(({ id }) => id) };
  return { kind: unanswered.length > 0 ? 'asked' : 'none' };
}
