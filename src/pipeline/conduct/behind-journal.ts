import { comesFirst, openJournalOf } from '../../domain/conduct/open-journal.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { JournalContent } from '../../domain/state/journal.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import { unknownFinding } from '../carry-out/trouble.ts';

/** What waiting for the run that has a journal open works from. */
export interface WaitingForJournal {
  readonly journal: Pick<Journal, 'read'>;
  readonly clock: Pick<Clock, 'sleep'>;
  /** How long a run that is at work is waited for, ms; 0: not at all. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  /** Told once, when it begins to wait. */
  readonly progress: (text: string) => void;
}

/** What looking for an open journal works from. */
export interface LookingFirst extends WaitingForJournal {
  /** What would be planned: the subject of a refusal. */
  readonly subject: string;
}

/** Why nothing may be planned now; or that nobody knows whether something may. */
export interface First {
  readonly refusal?: Refusal;
  readonly findings: readonly Finding[];
}

/** How long somebody who starts something by hand waits for a run that is at work, ms: no longer than people look on. */
export const byHandPatienceMs = 60_000;

/** How often an open journal is looked at again, ms. */
const lookAgainMs = 15_000;

/** Wait until no journal is open, or patience is at its end: what is open then. Rejects with a PortError. */
export async function waitForJournal(waiting: WaitingForJournal): Promise<JournalContent | undefined> {
  const { journal, clock, patienceMs, signal, progress } = waiting;
  let open = await journal.read();
  if (open !== undefined && patienceMs >= lookAgainMs) {
    progress(`Waiting up to ${formatSpan(patienceMs)}: ${open.run} began ${open.task} and has not ended it.`);
  }
  for (let waited = lookAgainMs; open !== undefined && waited <= patienceMs; waited += lookAgainMs) {
    await clock.sleep(lookAgainMs, signal);
    open = await journal.read();
  }
  return open;
}

/**
 * Whether a plan may be made at all (trust.md §5): not while a journal is open, since what it describes is half-way, and
 * whoever approved such a plan would see it refused. A run that is at work is waited for, as long as there is patience, and
 * named when it has not ended by then. Never rejects: a journal that cannot be read is a finding, and no refusal, because
 * looking is allowed.
 */
export async function lookFirst(looking: LookingFirst): Promise<First> {
  const { subject, patienceMs } = looking;
  try {
    const open = await waitForJournal(looking);
    if (open === undefined) return { findings: [] };
    const first = comesFirst(openJournalOf(open));
    const waited = patienceMs < lookAgainMs ? '' : `, also after a wait of ${formatSpan(patienceMs)}`;
    return { refusal: { subject, ...first, state: `${first.state}${waited}` }, findings: [] };
  } catch (error) {
    const title = 'whether an earlier run is half-way could not be read';
    return { findings: [unknownFinding('journal-not-read', 'journal', title, error)] };
  }
}

/** Why a plan is not handed over when nobody knows whether the platform is half-way; undefined when it is known. */
export function notKnown({ findings }: First, subject: string): Refusal | undefined {
  const [finding] = findings;
  if (finding === undefined) return undefined;
  const rule = 'a plan is handed over only when it is known that no run is half-way';
  return { subject, rule, state: finding.evidence, next: finding.next };
}

/** The job behind what was found first: refused with nothing due, or with what could not be read among its findings. */
export function behind(job: Job, { refusal, findings }: First): Job {
  const told = { ...job, findings: [...job.findings, ...findings] };
  if (refusal === undefined) return told;
  const refused = job.due.map((id) => ({
    id,
    status: 'refused' as const,
    verdict: 'warn' as const,
    cause: refusal.rule,
  }));
  return { ...told, due: [], notDue: [...job.notDue, ...refused], refusal: job.refusal ?? refusal };
}
