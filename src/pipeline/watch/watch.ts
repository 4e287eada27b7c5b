import type { Calendar, EpochMs } from '../../domain/calendar/window.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { isOurs } from '../../domain/forge/people.ts';
import type { Claim } from '../../domain/state/documents.ts';
import { deadlineOfBegun, type JournalContent, needsUndo } from '../../domain/state/journal.ts';
import { type Adopted, describeOverdue, type Overdue, overdue } from '../../domain/watch/overdue.ts';
import { whyStuck } from '../../domain/watch/stuck-journal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Forge } from '../../ports/forge.ts';
import type { Journal } from '../../ports/journal.ts';
import { PortError } from '../../ports/port-error.ts';
import { causeOf, unknownFinding } from '../carry-out/trouble.ts';
import { notAuthentic } from '../conduct/journal-findings.ts';
import type { Maintenance } from '../maintenance.ts';
import { type FollowingApprovals, followApproval, openApprovals } from './approvals.ts';
import {
  damagedFinding,
  issueOfDamaged,
  issueOfStuck,
  type JournalIssue,
  keepJournalIssue,
  markerOf as markerOfJournal,
  stuckFinding,
} from './journal-issue.ts';

/** What watching works from. */
export interface Watching {
  readonly maintenance: Pick<Maintenance, 'journal' | 'state' | 'spent'>;
  readonly forge: FollowingApprovals['forge'] &
    Pick<Forge, 'openIssues' | 'openIssue' | 'updateIssue' | 'workflow' | 'enable'>;
  readonly calendar: Calendar;
  readonly clock: Clock;
  /** Workflow files whose schedules are kept alive, as far as the repository has them. */
  readonly workflows: readonly string[];
  readonly assignees: readonly string[];
  /** Tell whoever listens that schedules still run; absent: nobody does. */
  readonly heartbeat?: () => Promise<void>;
}

/** What was seen, and whether job `recover` comes next. */
export interface Watched {
  readonly recover: boolean;
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

/** The label of every issue that watching opens. */
export const watchLabel = 'rooivalk-maintenance-watch';

/**
 * Look after the other workflows: whether a run that is over left something half-way, whether a window passed unused,
 * whether schedules are still on, and whether what was approved on an issue was applied. One issue of ours tells of each window and each journal that needs a person. Changes
 * nothing on the platform. Each look stands for itself: one that fails is a finding, and the others go on.
 */
export async function watch(watching: Watching): Promise<Watched> {
  const notes: string[] = [];
  const findings: Finding[] = [];
  let recover = false;
  const look = async (subject: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      findings.push(unknownFinding('not-watched', subject, `${subject} could not be looked after`, error));
      notes.push(`${subject}: ${causeOf(error)}`);
    }
  };
  await look('journal', async () => {
    const open = await journalOrDamage(watching.maintenance.journal);
    if (open instanceof PortError) {
      findings.push(damagedFinding(open));
      const issue = issueOfDamaged(open);
      await look('issue of the journal', async () => void notes.push(...(await keep(watching, issue.marker, issue))));
      return;
    }
    const seen = journalSeen(open, watching.clock.now());
    recover = seen.recover;
    notes.push(seen.note);
    findings.push(...seen.findings);
    await look('issue of the journal', async () => void notes.push(...(await told(watching, open, findings))));
  });
  const adopted = new Map<string, Adopted>();
  for (const workflow of watching.workflows) {
    await look(workflow, async () => {
      const known = await watching.forge.workflow(workflow);
      adopted.set(workflow.replace(/\.yml$/, ''), known === undefined ? 'none' : Date.parse(known.createdAt));
      if (known === undefined || known.isEnabled) return;
      await watching.forge.enable(workflow);
      notes.push(`${workflow} had been switched off for idleness and is on again`);
    });
  }
  await look('windows', async () => {
    const claims = await watching.maintenance.state.read('claims');
    const late = overdue(watching.calendar, claims, watching.clock.now(), adopted);
    findings.push(...late.map(passedUnused));
    notes.push(...(await keepIssues(watching, late, claims)));
  });
  await look('approvals', async () => {
    for (const approval of await openApprovals(watching)) {
      await look(`issue #${approval.issue}`, async () => {
        const followed = await followApproval(watching, approval);
        notes.push(...followed.notes);
        findings.push(...followed.findings);
      });
    }
  });
  const { heartbeat } = watching;
  if (heartbeat !== undefined) await look('heartbeat', heartbeat);
  return { recover, notes, findings };
}

/** What an open journal means: a run may still be at work until its last step's deadline has passed. */
function journalSeen(
  open: JournalContent | undefined,
  now: EpochMs,
): Pick<Watched, 'recover' | 'findings'> & { readonly note: string } {
  if (open === undefined) return { recover: false, note: 'no journal is open', findings: [] };
  if (open.authenticity === 'broken') {
    const finding = notAuthentic(open);
    return { recover: false, note: finding.title, findings: [finding] };
  }
  if (!needsUndo(open)) {
    return { recover: false, note: `${open.run} left a journal that the next run closes`, findings: [] };
  }
  const last = open.records.at(-1);
  const quietAt = (last === undefined ? 0 : Date.parse(last.at)) + deadlineOfBegun(open);
  return now > quietAt
    ? { recover: true, note: `${open.run} was cut off in ${open.task}: recovery comes next`, findings: [] }
    : { recover: false, note: `${open.run} may still be at work in ${open.task}`, findings: [] };
}

/** People are told of an open journal that nothing of ours closes: by the report, and by an issue as long as it is open. */
async function told(
  watching: Watching,
  open: JournalContent | undefined,
  findings: Finding[],
): Promise<readonly string[]> {
  const why = open === undefined ? undefined : whyStuck(open, watching.clock.now());
  const stuck = open === undefined || why === undefined ? undefined : { open, why };
  if (stuck !== undefined && open?.authenticity !== 'broken') findings.push(stuckFinding(stuck));
  return keep(watching, open && markerOfJournal(open), stuck && issueOfStuck(stuck));
}

const keep = ({ forge, assignees }: Watching, current: string | undefined, wanted: JournalIssue | undefined) =>
  keepJournalIssue({ forge, label: watchLabel, assignees }, current, wanted);

/** The journal, or what is wrong with it where it is there and none. Rejects where nobody knows. */
async function journalOrDamage(journal: Pick<Journal, 'read'>): Promise<JournalContent | PortError | undefined> {
  try {
    return await journal.read();
  } catch (error) {
    if (error instanceof PortError && error.code === 'invalid') return error;
    throw error;
  }
}

const passedUnused = (late: Overdue): Finding => ({
  code: 'window-passed-unused',
  severity: 'fail',
  subject: `window ${late.opening.window}`,
  title: 'a window passed without a run that came to its end',
  evidence: describeOverdue(late),
  next: `gh workflow run ${late.opening.window}.yml -f mode=apply -f reason=…`,
});

const markerOf = (window: string): string => `<!-- rooivalk-maintenance: window ${window} -->`;

/** Marks what is said once: a comment whose answer was lost is found again, and not written twice. */
const commentOn = (what: string): string => `<!-- rooivalk-maintenance: ${what} -->`;

/** One issue of ours a window: opened when it passed unused, closed when a later opening was carried out. */
async function keepIssues(
  { forge, assignees }: Watching,
  late: readonly Overdue[],
  claims: readonly Claim[],
): Promise<readonly string[]> {
  const notes: string[] = [];
  const open = (await forge.openIssues(watchLabel)).filter(({ author }) => isOurs(author));
  for (const each of late) {
    const { window, id } = each.opening;
    const marker = markerOf(window);
    const existing = open.find(({ body }) => body.includes(marker));
    if (existing?.body.includes(id)) continue;
    if (existing !== undefined) {
      await forge.keepComment(existing.number, commentOn(id), `${describeOverdue(each)} (${id}).`);
      await forge.updateIssue(existing.number, { body: `${existing.body}\n${id}` });
      continue;
    }
    const body = `${describeOverdue(each)}.\n\nRun it by hand, with a reason: \`${passedUnused(each).next}\`\n\n${marker}\n${id}`;
    const issue = await forge.openIssue({
      title: `Maintenance window passed unused: ${window}`,
      body,
      labels: [watchLabel],
      assignees,
    });
    notes.push(`opened issue ${issue.number} for ${id}`);
  }
  const stillLate = new Set(late.map(({ opening }) => opening.window));
  const carriedOut = new Set(claims.filter(({ completedAt }) => completedAt !== undefined).map(({ window }) => window));
  for (const issue of open) {
    const window = [...carriedOut].find((name) => issue.body.includes(markerOf(name)));
    if (window === undefined || stillLate.has(window)) continue;
    await forge.keepComment(issue.number, commentOn('carried-out'), `A later opening of ${window} was carried out.`);
    await forge.updateIssue(issue.number, { isOpen: false });
    notes.push(`closed issue ${issue.number}: ${window} was carried out`);
  }
  return notes;
}
