import type { Finding } from '../../domain/finding/finding.ts';
import {
  type JournalContent,
  progressOf,
  stepsBegun,
  stepsToRelease,
  unitsToUndo,
} from '../../domain/state/journal.ts';
import { putBackEarlier } from '../../domain/state/put-back-earlier.ts';
import type { Step } from '../../domain/step/step.ts';
import { isKept, type UndoneStep } from '../../domain/step/undone.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Journal, JournalWriter } from '../../ports/journal.ts';
import type { Settlement, StepExecutor } from '../../steps/executor.ts';
import { releaseKept } from '../undo/release-kept.ts';
import { undoUnit } from '../undo/undo-unit.ts';
import { cutOff, notAuthentic, undoneFinding } from './journal-findings.ts';

/** What became of the journal that a run left open. */
export type ClosedJournal =
  | { readonly kind: 'none' }
  /** Every step is marked by what the world shows, what had to be put back is, and the journal is closed. */
  | {
      readonly kind: 'closed';
      readonly finding: Finding;
      readonly open: JournalContent;
      readonly undone: readonly UndoneStep[];
    }
  /** It is still open: recovery has to come first, or a person. Nothing else may be changed meanwhile. */
  | {
      readonly kind: 'left-open';
      readonly finding: Finding;
      readonly open: JournalContent;
      readonly undone: readonly UndoneStep[];
    };

/** What closing needs: the journal, who writes it now, and how to ask the world about a step. */
export interface Closing {
  readonly journal: Journal;
  readonly run: string;
  readonly executor: (step: Step) => Promise<StepExecutor<never>>;
  readonly context: TaskContext;
  readonly clock: Clock;
  /** Present for whoever may put back what a run left half-way; absent: such a journal is left open. */
  readonly undo?: {
    readonly holdsLease: () => Promise<boolean>;
    /** No undo starts after this moment, epoch ms. */
    readonly until?: number;
  };
}

/**
 * Close the journal that a run left open when it was killed or cancelled. The Lease is held, so that run is over. Units
 * that are half-way are put back, last first; steps without a way back are marked done or dropped by what the world
 * shows. Nothing is taken again: the next run plans afresh. A journal that is not what a run of ours wrote is touched by
 * nobody.
 */
export async function closeOpenJournal(closing: Closing): Promise<ClosedJournal> {
  const open = await closing.journal.read();
  if (open === undefined) return { kind: 'none' };
  if (open.authenticity === 'broken') return { kind: 'left-open', finding: notAuthentic(open), open, undone: [] };
  const units = unitsToUndo(open);
  if (units.length > 0 && closing.undo === undefined) {
    const evidence = `${stepsBegun(open).length} steps begun; reversible steps wait for recovery`;
    return { kind: 'left-open', finding: cutOff(open, closing.run, 'fail', evidence), open, undone: [] };
  }
  const writer = await closing.journal.takeOver(closing.run);
  if (writer === undefined) return { kind: 'none' };
  await endBackends(closing, open);
  const { undone: undoneNow, whole } = await undoUnits(closing, open, writer);
  const undone = [...putBackEarlier(open), ...undoneNow];
  if (!whole) return { kind: 'left-open', finding: undoneFinding(open, closing.run, undone, false), open, undone };
  const handled = new Set(undoneNow.map(({ step }) => step.id));
  const settled: string[] = [];
  for (const step of stepsBegun(open).filter(({ id }) => !handled.has(id))) {
    const settlement = await settle(closing, step, open.id);
    await writer.write(step.id, settlement === 'done' ? 'done' : 'dropped');
    settled.push(`${step.id}: ${words[settlement]}`);
  }
  const notRemoved = await release(closing, open, undone);
  await writer.close();
  const facts = [...settled.slice(0, 5), ...notRemoved.slice(0, 5)];
  if (undone.length > 0)
    return { kind: 'closed', finding: undoneFinding(open, closing.run, undone, true, facts), open, undone };
  const done = open.records.filter((record) => record.progress === 'done').length;
  const evidence = [`${done} of ${open.plan.steps.length} steps were done`, ...facts].join('; ');
  return { kind: 'closed', finding: cutOff(open, closing.run, 'warn', evidence), open, undone };
}

/** Remove what steps kept for a way back that nobody needs any more; what could not be removed is said. */
async function release(
  { executor, context, clock }: Closing,
  open: JournalContent,
  undone: readonly UndoneStep[],
): Promise<readonly string[]> {
  const left = new Set(undone.filter(isKept).map(({ step }) => step.id));
  const findings = await releaseKept(stepsToRelease(open, left), {
    executor,
    clock,
    context: { ...context, planId: open.id },
  });
  return findings.map(({ title, evidence }) => `${title}: ${evidence}`);
}

/**
 * End what the dead run still has running inside databases, before anything is looked at. A server that cannot be asked
 * is left to the steps, which then cannot be settled, and say so.
 */
async function endBackends({ context }: Closing, open: JournalContent): Promise<void> {
  const servers = new Set(
    stepsBegun(open).flatMap(({ parameters }) => ('server' in parameters ? [parameters.server] : [])),
  );
  for (const server of servers) await context.ports.database.endDeadRun(server, open.run).catch(() => undefined);
}

async function undoUnits(
  { executor, context, clock, undo }: Closing,
  open: JournalContent,
  writer: JournalWriter,
): Promise<{ readonly undone: readonly UndoneStep[]; readonly whole: boolean }> {
  const undone: UndoneStep[] = [];
  if (undo === undefined) return { undone, whole: true };
  const progress = progressOf(open);
  const undoing = { ...undo, writer, executor, clock, context: { ...context, planId: open.id } };
  for (const unit of [...unitsToUndo(open)].reverse()) {
    const steps = unit.steps.filter(({ id }) => progress.has(id));
    const result = await undoUnit(steps, undoing, progress);
    undone.push(...result.steps);
    if (!result.whole) return { undone, whole: false };
  }
  return { undone, whole: true };
}

/** What a reader is told of a step that was begun. */
const words: Readonly<Record<Settlement, string>> = {
  done: 'done, as the world shows',
  'not-done': 'it did not happen',
  moved: 'its subject is no longer as it was',
  'cannot-tell': 'begun; whether it took effect cannot be told',
};

async function settle({ executor, context }: Closing, step: Step, planId: string): Promise<Settlement> {
  try {
    return await (await executor(step)).settle({ ...context, planId }, step as never);
  } catch {
    return 'cannot-tell';
  }
}
