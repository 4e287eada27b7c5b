import { verdictOf } from '../../domain/finding/finding.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { TaskEntry } from '../../domain/report/schema.ts';
import { deadlineOfBegun, type JournalContent } from '../../domain/state/journal.ts';
import { undoClassOf } from '../../domain/step/step.ts';
import type { UndoneStep } from '../../domain/step/undone.ts';
import { type ClosedJournal, type Closing, closeOpenJournal } from '../conduct/close-journal.ts';
import { LeaseKeeper } from '../lease-keeper.ts';
import { graceBy, outlasting } from '../lease-patience.ts';
import type { Maintenance } from '../maintenance.ts';
import { undoneEntry } from '../undo/undone-entry.ts';

/** What recovery works from. */
export interface Recovering {
  readonly maintenance: Maintenance;
  /** URL, attempt and job: who writes the journal from now on. */
  readonly run: string;
  /** {@link run} and a random token: who holds the Lease. */
  readonly holder: string;
  readonly closing: Pick<Closing, 'executor' | 'context' | 'clock'>;
  /** How long it waits for the Lease of a run that is alive, ms; that of one which is over is outlasted, whatever this is. */
  readonly patienceMs: number;
  readonly describe: (id: string) => Pick<TaskEntry, 'title' | 'type'>;
  readonly progress: (text: string) => void;
}

/** How a recovery ended; `outcome` is absent when there was nothing to recover, or another run holds the Lease. */
export interface Recovery {
  readonly kind: ClosedJournal['kind'] | 'not-allowed-yet';
  readonly outcome?: TaskOutcome;
  readonly note: string;
}

/**
 * Put back what a run that is over left half-way, before anything else is changed: wait until its Lease may be taken
 * over (its duration, and the deadline of the step that the journal shows begun), then undo, prove, and close the
 * journal. Rejects with a PortError when the cluster cannot be asked.
 */
export async function recover(recovering: Recovering): Promise<Recovery> {
  const { maintenance, holder, progress } = recovering;
  const open = await maintenance.journal.read();
  if (open === undefined) return { kind: 'none', note: 'no journal is open: there is nothing to recover' };
  progress(`${open.run} was cut off in ${open.task}; taking the Lease`);
  const patienceMs = Math.max(recovering.patienceMs, outlasting(deadlineOfBegun(open)));
  const taken = await maintenance.lease.take(holder, { patienceMs, grace: graceBy(maintenance.journal) });
  if (!taken.taken) {
    return { kind: 'not-allowed-yet', note: `another run holds the Lease (${taken.holder}); it may still be at work` };
  }
  const keeper = new LeaseKeeper(maintenance.lease, holder, recovering.closing.clock);
  try {
    return await close(recovering, keeper);
  } finally {
    await maintenance.lease
      .release(holder)
      .catch(() => progress('The Lease could not be given back; it expires by itself.'));
  }
}

async function close(recovering: Recovering, keeper: LeaseKeeper): Promise<Recovery> {
  const started = recovering.closing.clock.monotonic();
  const closed = await closeOpenJournal({
    ...recovering.closing,
    journal: recovering.maintenance.journal,
    run: recovering.run,
    undo: { holdsLease: () => keeper.holds() },
  });
  if (closed.kind === 'none') return { kind: 'none', note: 'the journal was closed by somebody else meanwhile' };
  const durationMs = Math.round(recovering.closing.clock.monotonic() - started);
  return {
    kind: closed.kind,
    outcome: outcomeOf(closed, recovering.describe(closed.open.task), durationMs),
    note: `${closed.finding.title}: ${closed.finding.evidence}`,
  };
}

/** What recovery did, as a task's part of a report: the plan that was cut off, and what became of its steps. */
export function outcomeOf(
  closed: Exclude<ClosedJournal, { readonly kind: 'none' }>,
  described: Pick<TaskEntry, 'title' | 'type'>,
  durationMs: number,
): TaskOutcome {
  const { open, undone, finding } = closed;
  const { plan } = open;
  return {
    entry: {
      id: open.task,
      ...described,
      phase: 'main',
      verdict: verdictOf([finding]),
      status: closed.kind === 'left-open' ? 'failed' : statusOf(undone),
      cause: `${open.run} was cut off`,
      result: finding.title,
      notChecked: [],
      plan: { digest: plan.digest, steps: plan.steps.map((step) => ({ ...step })), refusals: [...plan.refusals] },
      applied: appliedOf(open),
      undone: undone.map(undoneEntry),
      measurements: [],
      durationMs,
    },
    findings: [finding],
  };
}

function statusOf(undone: readonly UndoneStep[]): TaskEntry['status'] {
  if (undone.some(({ outcome }) => outcome === 'frozen' || outcome === 'held')) return 'frozen';
  const reversed = undone.some(({ step }) => undoClassOf(step) === 'reversible');
  return reversed ? 'rolled-back' : 'cancelled';
}

/** How far the dead run came, by its journal. */
function appliedOf({ plan, records }: JournalContent): TaskEntry['applied'] {
  const began = new Map<string, number>();
  const applied: TaskEntry['applied'][number][] = [];
  for (const { step, progress, at } of records) {
    if (progress === 'begun') began.set(step, Date.parse(at));
    if (progress !== 'done' && progress !== 'failed') continue;
    if (!plan.steps.some(({ id }) => id === step)) continue;
    applied.push({ step, outcome: progress, durationMs: Date.parse(at) - (began.get(step) ?? Date.parse(at)) });
  }
  return applied;
}
