import { comesFirst, openJournalOf } from '../../domain/conduct/open-journal.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import { unknownFinding } from '../carry-out/trouble.ts';

/** What looking for an open journal works from. */
export interface LookingFirst {
  readonly journal: Pick<Journal, 'read'>;
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
  /** What would be planned: the subject of a refusal. */
  readonly subject: string;
  /** How long a run that is at work is waited for, ms; 0: not at all. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/** Why nothing may be planned now; or that nobody knows whether something may. */
export interface First {
  readonly refusal?: Refusal;
  readonly findings: readonly Finding[];
}

/** How often an open journal is looked at again, ms. */
const lookAgainMs = 15_000;

/**
 * Whether a plan may be made at all (trust.md §5): not while a journal is open, since what it describes is half-way, and
 * whoever approved such a plan would see it refused. Never rejects: a journal that cannot be read is a finding, and no
 * refusal, because looking is allowed.
 */
export async function lookFirst(looking: LookingFirst): Promise<First> {
  const { journal, clock, subject, patienceMs, signal } = looking;
  const until = clock.monotonic() + patienceMs;
  try {
    let open = await journal.read();
    while (open !== undefined && clock.monotonic() + lookAgainMs <= until) {
      await clock.sleep(lookAgainMs, signal);
      open = await journal.read();
    }
    if (open === undefined) return { findings: [] };
    return { refusal: { subject, ...comesFirst(openJournalOf(open)) }, findings: [] };
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
