import { accept, isTakenBy, refuseComment, take } from '../../domain/approval/accepted.ts';
import { approvalDigest } from '../../domain/approval/digest.ts';
import { isMomentary } from '../../domain/approval/guard/judgement.ts';
import { answerMarker } from '../../domain/approval/issue-answers.ts';
import type { Digest } from '../../domain/json.ts';
import type { AcceptedApproval } from '../../domain/state/documents.ts';
import type { State } from '../../ports/state.ts';
import { isTryOver } from '../ahead/try-over.ts';
import { unread } from './asking.ts';
import { type Checked, checkComment, type IssueAsking } from './issue-gate.ts';
import { usedUp } from './spend.ts';

/** Who answers, and in which words. */
export interface Answering extends IssueAsking {
  /** What was accepted is remembered here, where nobody else can write or hide it. */
  readonly state: Pick<State, 'update'>;
  /** The run that answers, by its number. */
  readonly runId: number;
  /** A comment has started the run, and not the tick of a window or of watching. */
  readonly isByComment: boolean;
  readonly words: (answered: Answered) => string;
  /** Hands an approval that may be used now to the job that applies. Called before anything is answered. */
  readonly handOn: (ready: Extract<Checked, { kind: 'ready' }>) => void;
}

/** What came of a comment. */
export type Answered =
  | Checked
  /** Another run is at it, by its number; undefined: one that was started, and has not said so yet. */
  | { readonly kind: 'under-way'; readonly run: number | undefined; readonly issue: number };

/**
 * Check a comment and answer it where it stands. First what was accepted is remembered, and taken for this run alone; then it
 * is handed on; and then it is answered: whatever is lost on the way, the answer says nothing that was not so. A second run that
 * was started for the same comment finds the first at it, and answers nothing. Rejects with a PortError when the comment
 * could not be answered.
 */
export async function answerComment(asking: Answering): Promise<Answered> {
  const { forge, comment, runId, words, isByComment } = asking;
  const answered = await remembered(asking, await checkComment(asking));
  if (answered.kind === 'ready') asking.handOn(answered);
  const { issue } = answered;
  const isSecond = answered.kind === 'under-way' || isUsedUp(answered);
  if (issue === undefined || issue === 0 || (isSecond && !isByComment)) return answered;
  const says = answered.kind === 'under-way' ? 'ready' : answered.kind;
  const marker = answerMarker({ comment, runId: saysRun(answered, runId), says });
  await forge.reply(issue, `${marker}\n${words(answered)}`);
  return answered;
}

/** The run that applies it: this one, or the one that is at it. */
const saysRun = (answered: Answered, own: number): number =>
  answered.kind === 'under-way' ? (answered.run ?? own) : own;

/** It was refused because it has been used: for a second run of the same comment that is no trouble. */
export const isUsedUp = (answered: Answered): boolean =>
  answered.kind === 'refused' && 'name' in answered.refusal && answered.refusal.name === 'unspent';

async function remembered(asking: Answering, checked: Checked): Promise<Answered> {
  const { state, comment } = asking;
  try {
    if (checked.kind === 'ready') return await taken(asking, checked);
    if (checked.kind === 'early') {
      await state.update('approvals', (known) => accept(known, checked.document, comment, asking.clock.now()));
      return checked;
    }
    if (!checked.isTalk && !isMomentary(checked.refusal)) {
      await state.update('approvals', (known) => refuseComment(known, comment));
    }
    return checked;
  } catch (error) {
    // a refusal stands whether it is remembered or not
    if (checked.kind === 'refused') return checked;
    return { kind: 'refused', refusal: unread(error), isTalk: false, issue: checked.issue };
  }
}

/** Take the approval for this run, unless it has been used or another run is at it. */
async function taken(asking: Answering, ready: Extract<Checked, { kind: 'ready' }>): Promise<Answered> {
  const { state, spent, comment, runId, clock } = asking;
  const { document, issue } = ready;
  const digest = approvalDigest(document);
  const facts = await spent.find(digest);
  if (facts !== undefined) return { kind: 'refused', refusal: usedUp(digest, facts), issue, isTalk: false };
  const known = await state.update('approvals', (all) => accept(all, document, comment, clock.now()));
  const isOver = await isTryOver(asking, lastTryIn(known, digest));
  const own = { comment, run: runId, at: new Date(clock.now()).toISOString() };
  const next = await state.update('approvals', (all) => take(all, digest, own, isOver));
  return isTakenBy(next, digest, runId) ? ready : { kind: 'under-way', run: lastTryIn(next, digest)?.run, issue };
}

const lastTryIn = (approvals: readonly AcceptedApproval[], digest: Digest) =>
  approvals.find((each) => each.digest === digest)?.tries.at(-1);
