import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { TaskEntry } from '../../domain/report/schema.ts';
import { type Closing, closeOpenJournal } from '../conduct/close-journal.ts';
import { LeaseKeeper } from '../lease-keeper.ts';
import type { Maintenance } from '../maintenance.ts';
import { outcomeOf } from './recover.ts';

/** What the end of a job puts back may take so long, ms; GitHub gives it less than five minutes after a cancellation. */
const budgetMs = 180_000;

/** What the end of a job works from. */
export interface OwnUndo {
  readonly maintenance: Maintenance;
  readonly run: string;
  /** Who holds the Lease for this job. */
  readonly holder: string;
  readonly closing: Pick<Closing, 'executor' | 'context' | 'clock'>;
  readonly describe: (id: string) => Pick<TaskEntry, 'title' | 'type'>;
}

/**
 * Put back what this very job left half-way (it was cancelled, or one of its processes was killed), as far as three
 * minutes reach; the rest waits, journalled, for recovery. Truth comes from the journal, not from what the job remembers.
 */
export async function undoOwn(own: OwnUndo): Promise<TaskOutcome | undefined> {
  const { maintenance, run, holder, closing } = own;
  const open = await maintenance.journal.read();
  if (open === undefined || open.run !== run) return undefined;
  const { clock } = closing;
  const keeper = new LeaseKeeper(maintenance.lease, holder, clock);
  const started = clock.monotonic();
  const closed = await closeOpenJournal({
    ...closing,
    journal: maintenance.journal,
    run,
    undo: { holdsLease: () => keeper.holds(), until: clock.now() + budgetMs },
  });
  if (closed.kind === 'none') return undefined;
  return outcomeOf(closed, own.describe(closed.open.task), Math.round(clock.monotonic() - started));
}

/** The outcomes of a job with what its end put back: that is the task's last word about how the platform was left. */
export function withUndone(outcomes: readonly TaskOutcome[], late: TaskOutcome | undefined): readonly TaskOutcome[] {
  if (late === undefined) return outcomes;
  const index = outcomes.findLastIndex(({ entry }) => entry.id === late.entry.id);
  const told = outcomes[index];
  if (told === undefined) return [...outcomes, late];
  const { status, verdict, undone, cause } = late.entry;
  const merged: TaskOutcome = {
    entry: { ...told.entry, status, verdict, undone, cause: told.entry.cause ?? cause },
    findings: [...told.findings, ...late.findings],
  };
  return outcomes.map((outcome, place) => (place === index ? merged : outcome));
}
