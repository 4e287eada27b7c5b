import { endApproval, isLastTry, mostTries, noteStart } from '../../domain/approval/accepted.ts';
import { type NextTry, nextTry } from '../../domain/approval/next-try.ts';
import type { Calendar } from '../../domain/calendar/window.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { isOurs } from '../../domain/forge/people.ts';
import type { AcceptedApproval, ApprovalEnd } from '../../domain/state/documents.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Forge } from '../../ports/forge.ts';
import { approveFile, stateOfTry } from '../ahead/try-over.ts';
import { outcomeMarker } from '../approve/outcome-marker.ts';
import type { Maintenance } from '../maintenance.ts';

/** What following approvals works from. */
export interface FollowingApprovals {
  readonly maintenance: Pick<Maintenance, 'state' | 'spent'>;
  readonly forge: Pick<
    Forge,
    'issue' | 'recentComments' | 'keepComment' | 'reply' | 'run' | 'runs' | 'repository' | 'dispatch'
  >;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** What was done about an approval. */
export interface Followed {
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

/** Approvals on issues that have not ended. Rejects with a PortError. */
export async function openApprovals({
  maintenance,
}: Pick<FollowingApprovals, 'maintenance'>): Promise<readonly AcceptedApproval[]> {
  return (await maintenance.state.read('approvals')).filter(({ ended }) => ended === undefined);
}

/**
 * Look after one accepted approval: start it (again) when its run ended without using it, and tell its issue each time; tell
 * the issue, and the report, of one that ended unused. Never starts a second run beside one that is at it. Rejects with a
 * PortError.
 */
export async function followApproval(following: FollowingApprovals, approval: AcceptedApproval): Promise<Followed> {
  const { maintenance, forge, calendar, clock } = following;
  const issue = await forge.issue(approval.issue);
  const isIssueOpen = issue?.isOpen === true && isOurs(issue.author);
  const isUsed = (await maintenance.spent.find(approval.digest)) !== undefined;
  const last = await stateOfTry(following, approval.tries.at(-1));
  const next = nextTry(approval, { now: clock.now(), calendar, isUsed, isIssueOpen, last });
  if (next.kind === 'wait') return nothing;
  if (next.kind === 'start') return start(following, approval, next);
  return end(following, approval, { how: next.how, isThere: issue !== undefined });
}

const nothing: Followed = { notes: [], findings: [] };

async function start(
  { maintenance, forge, clock }: FollowingApprovals,
  { digest, issue, tries }: AcceptedApproval,
  { comment, number }: Extract<NextTry, { kind: 'start' }>,
): Promise<Followed> {
  const own = { comment, at: new Date(clock.now()).toISOString() };
  const noted = await maintenance.state.update('approvals', (all) => noteStart(all, { digest }, own, tries.length));
  if (!isLastTry(noted, digest, own)) return nothing;
  await forge.dispatch(approveFile, { comment: String(comment) });
  if (tries.length > 0) {
    const run = tries.at(-1)?.run;
    const before = run === undefined ? 'The run that was started for it' : `Run ${run}`;
    const text = `${before} has ended without using the approval: nothing was changed by it. The plan is tried again, try ${number} of ${mostTries}.`;
    await forge.keepComment(issue, `<!-- rooivalk-maintenance: try ${comment} ${number} -->`, text);
  }
  return { notes: [`issue ${issue}: started comment ${comment}, try ${number} of ${mostTries}`], findings: [] };
}

async function end(
  following: FollowingApprovals,
  approval: AcceptedApproval,
  { how, isThere }: { readonly how: ApprovalEnd; readonly isThere: boolean },
): Promise<Followed> {
  const { maintenance, forge } = following;
  const { digest, issue } = approval;
  if (isThere) await (how === 'used' ? tellUsed(following, approval) : tellUnused(forge, approval, how));
  await maintenance.state.update('approvals', (all) => endApproval(all, digest, how));
  const finding: Finding = {
    code: 'approval-not-used',
    severity: 'fail',
    subject: `issue #${issue}`,
    title: 'what was approved was not applied',
    evidence: whyUnused[how],
    next: nextOf[how],
  };
  return {
    notes: [`issue ${issue}: ${whyUnused[how]}`],
    findings: how === 'expired' || how === 'given-up' ? [finding] : [],
  };
}

const whyUnused: Readonly<Record<ApprovalEnd, string>> = {
  used: 'it was used',
  refused: 'the approval was refused since it was accepted',
  stopped: 'its run was cancelled, or this issue was closed',
  expired: 'the plan is no longer valid, and no run has used the approval',
  'given-up': `${mostTries} runs have ended without using the approval`,
};

const nextOf: Readonly<Record<ApprovalEnd, string>> = {
  used: 'look at the report of that run',
  refused: 'plan again and have the new plan approved',
  stopped: 'to have it applied all the same, comment again while this issue is open',
  expired: 'plan again and have the new plan approved',
  'given-up': 'look at what the runs say, mend it, and comment again',
};

/** Nothing was applied. Said once an approval and end. */
async function tellUnused(
  forge: FollowingApprovals['forge'],
  approval: AcceptedApproval,
  how: ApprovalEnd,
): Promise<void> {
  const last = approval.tries.at(-1);
  const marker = `<!-- rooivalk-maintenance: ${how} ${approval.comments[0] ?? last?.comment ?? 0} ${approval.tries.length} -->`;
  const text = `Accepted, and not applied: ${whyUnused[how]}. Nothing was changed. Next: ${nextOf[how]}.`;
  await forge.keepComment(approval.issue, marker, text);
}

/** The run that used it has told the issue itself, unless it was lost before. */
async function tellUsed({ forge, maintenance }: FollowingApprovals, approval: AcceptedApproval): Promise<void> {
  const { comments } = await forge.recentComments(approval.issue);
  const run = approval.tries.at(-1)?.run;
  const marker = outcomeMarker(run ?? 0);
  if (comments.some(({ author, body }) => isOurs(author) && body.startsWith(marker))) return;
  const at = (await maintenance.spent.find(approval.digest))?.at ?? 'a time that is not known';
  const text = `The approval was used at ${at} by run ${run ?? 'that was started'}, which could not say here what became of it: its report does. What it left half-way is put back by job Recover.`;
  await forge.reply(approval.issue, `${marker}\n${text}`);
}
