/** A plan for a window whose gate is an issue, and everybody who is at it: who comments, checks, ticks, applies and watches. */
import { approvalDigest, shownDigest } from '../../../src/domain/approval/digest.ts';
import type { Calendar } from '../../../src/domain/calendar/window.ts';
import type { AcceptedApproval } from '../../../src/domain/state/documents.ts';
import type { AskingAhead } from '../../../src/pipeline/ahead/plans-ahead.ts';
import { type Answered, answerComment } from '../../../src/pipeline/approve/answer-comment.ts';
import { admitByIssue, type IssueAsking } from '../../../src/pipeline/approve/issue-gate.ts';
import type { Maintenance } from '../../../src/pipeline/maintenance.ts';
import type { FollowingApprovals } from '../../../src/pipeline/watch/approvals.ts';
import { issueDocument, issueRun, people, run } from '../../domain/approval/guard/evidence.ts';
import type { FakeForge } from '../../fakes/forge/fake-forge.ts';
import { stillClock } from '../../tasks/environment.ts';
import { approvedIssue, askingOver, thisTuesday, tuesdays } from './scene.ts';

export const opening = 'weekly@2026-11-24T04:00:00Z';
export const document = issueDocument({ window: thisTuesday, opening, notAfter: thisTuesday.closesAt });
export const digest = approvalDigest(document);
export const command = `approve ${shownDigest(digest)}`;
export const calendar: Calendar = { windows: [tuesdays], blackouts: [] };
export const before = '2026-11-24T03:00:00Z';
export const firstTick = '2026-11-24T04:08:00Z';
export const laterTick = '2026-11-24T04:28:00Z';
export const preparePath = '.github/workflows/prepare.yml';
const approvePath = '.github/workflows/approve.yml';

/** What jobs ask with, and what is remembered between them. */
export type Asking = IssueAsking & { readonly maintenance: Maintenance };

/** A plan for a window that opens in an hour, on an issue that nobody has commented on. */
export function planned(): { readonly forge: FakeForge; readonly asking: Asking } {
  const { forge } = approvedIssue(document);
  forge.allComments = [];
  forge.workflowRuns = forge.workflowRuns.map((each) => (each.id === run.id ? { ...each, path: preparePath } : each));
  forge.changes = [...forge.changes, { path: preparePath, commit: 'c'.repeat(40), author: people.author, pulls: [] }];
  forge.permissions.set('operator', { level: 'write', account: people.operator });
  forge.permissions.set('admin', { level: 'read', account: people.admin });
  forge.permissions.set('requester', { level: 'admin', account: people.requester });
  forge.workflows.set('approve.yml', { enabled: true });
  return { forge, asking: { ...askingOver(forge), comment: 0, calendar } };
}

/** The same asking at another time, about a comment. */
export const at = (asking: Asking, now: string, comment: number): Asking => ({
  ...asking,
  clock: stillClock(Date.parse(now)),
  comment,
});

/** What the job that looks at a comment has done besides answering. */
export interface Heard {
  readonly answered: Answered;
  /** Digests that were handed to the job that applies. */
  readonly handedOn: readonly string[];
}

/** How a run looks at a comment. */
export interface Looking {
  readonly runId?: number;
  readonly isByComment?: boolean;
  /** Instead of handing it on. */
  readonly handOn?: () => void;
}

/** The job that looks at a comment, of a run that the comment, the window's tick or watching has started. */
export async function look(asking: Asking, now: string, comment: number, how: Looking = {}): Promise<Heard> {
  const handedOn: string[] = [];
  const { runId = issueRun.id, isByComment = true } = how;
  const answered = await answerComment({
    ...at(asking, now, comment),
    state: asking.maintenance.state,
    job: 'check',
    runId,
    isByComment,
    words: ({ kind }) => kind,
    handOn: how.handOn ?? ((ready) => void handedOn.push(ready.digest)),
  });
  return { answered, handedOn };
}

/** What came of a comment. */
export async function check(asking: Asking, now: string, comment: number, runId?: number): Promise<Answered> {
  return (await look(asking, now, comment, runId === undefined ? {} : { runId })).answered;
}

/** The job that applies: admitted, and the approval used. */
export async function useIt(asking: Asking, now: string, comment: number): Promise<void> {
  const admission = await admitByIssue({ ...at(asking, now, comment), type: 'adaptive' });
  if ('refusal' in admission) throw new Error(admission.refusal.state);
  const refusal = await admission.lastWord();
  if (refusal !== undefined) throw new Error(refusal.state);
}

/** Another run of the approving workflow. */
export function begun(forge: FakeForge, id: number, createdAt: string, status = 'in_progress'): void {
  const event = 'workflow_dispatch';
  forge.workflowRuns.push({ ...issueRun, id, event, path: approvePath, status, createdAt, jobs: [], reviews: [] });
}

/** A run of the approving workflow has come to its end. */
export function ended(forge: FakeForge, id: number, conclusion = 'failure'): void {
  forge.workflowRuns = forge.workflowRuns.map((each) =>
    each.id === id ? { ...each, status: 'completed', conclusion } : each,
  );
}

/** What the tick of the window asks with. */
export const tick = (
  forge: FakeForge,
  { maintenance }: Pick<Asking, 'maintenance'>,
  now: string,
  gate: AskingAhead['gate'] = 'issue',
): AskingAhead => ({
  forge,
  maintenance,
  clock: stillClock(Date.parse(now)),
  gate,
  openings: [opening],
  since: '2026-11-22T02:00:00Z',
});

/** What watching asks with. */
export const watching = (forge: FakeForge, { maintenance }: Asking, now: string): FollowingApprovals => ({
  forge,
  maintenance,
  calendar,
  clock: stillClock(Date.parse(now)),
});

/** What is remembered of the approval. */
export async function remembered({ maintenance }: Asking): Promise<AcceptedApproval | undefined> {
  return (await maintenance.state.read('approvals')).find((each) => each.digest === digest);
}

/** The comments that ticks and watching have started the approving workflow for. */
export const started = (forge: FakeForge): readonly number[] =>
  forge.dispatches.map(({ inputs }) => Number(inputs.comment));

/** What was said by us on the issue, without the lines that nobody sees. */
export const said = (forge: FakeForge): readonly string[] =>
  forge.allComments
    .filter(({ author }) => author.login === people.ours.login)
    .map(({ body }) => body.replace(/<!--.*?-->\s*/g, ''));
