import type { Finding } from '../../domain/finding/finding.ts';
import type { JournalContent } from '../../domain/state/journal.ts';
import { type Step, undoClassOf } from '../../domain/step/step.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Settlement, StepExecutor } from '../../steps/executor.ts';

/** What became of the journal of a run that was cut off. */
export type ClosedJournal =
  | { readonly kind: 'none' }
  /** It held only steps without an inverse: settled, marked and closed. */
  | { readonly kind: 'closed'; readonly finding: Finding }
  /** It holds reversible steps: those are undone by recovery, before any other change. */
  | { readonly kind: 'needs-recovery'; readonly finding: Finding };

/** What closing needs: the journal, who writes it now, and how to ask the world about a step. */
export interface Closing {
  readonly journal: Journal;
  readonly run: string;
  readonly executor: (step: Step) => Promise<StepExecutor<never>>;
  readonly context: TaskContext;
}

/**
 * Close the journal that a run left open when it was killed. The Lease is held, so that run is over. Forward and final
 * steps are marked done or dropped by what the world shows; nothing is taken again, and the next run plans afresh.
 */
export async function closeOpenJournal(closing: Closing): Promise<ClosedJournal> {
  const open = await closing.journal.read();
  if (open === undefined) return { kind: 'none' };
  const begun = unfinished(open);
  if (open.plan.steps.some((step) => undoClassOf(step) === 'reversible')) {
    return {
      kind: 'needs-recovery',
      finding: cutOff(open, 'fail', `${begun.length} steps begun; reversible steps wait for recovery`),
    };
  }
  const writer = await closing.journal.takeOver(closing.run);
  if (writer === undefined) return { kind: 'none' };
  const settled: string[] = [];
  for (const step of begun) {
    const settlement = await settle(closing, step);
    await writer.write(step.id, settlement === 'done' ? 'done' : 'dropped');
    settled.push(`${step.id}: ${words[settlement]}`);
  }
  await writer.close();
  const done = open.records.filter((record) => record.progress === 'done').length;
  const evidence = [`${done} of ${open.plan.steps.length} steps were done`, ...settled.slice(0, 5)].join('; ');
  return { kind: 'closed', finding: cutOff(open, 'warn', evidence) };
}

/** Steps that were begun and about which nothing more was written. */
function unfinished(open: JournalContent): readonly Step[] {
  const last = new Map(open.records.map((record) => [record.step, record.progress]));
  return open.plan.steps.filter((step) => last.get(step.id) === 'begun');
}

/** What a reader is told of a step that was begun. */
const words: Readonly<Record<Settlement, string>> = {
  done: 'done, as the world shows',
  'not-done': 'it did not happen',
  moved: 'its subject is no longer as it was',
  'cannot-tell': 'begun; whether it took effect cannot be told',
};

async function settle(closing: Closing, step: Step): Promise<Settlement> {
  try {
    const executor = await closing.executor(step);
    return await executor.settle(closing.context, step as never);
  } catch {
    return 'cannot-tell';
  }
}

function cutOff(open: JournalContent, severity: Finding['severity'], evidence: string): Finding {
  return {
    code: 'run-cut-off',
    severity,
    subject: open.task,
    title: 'an earlier run was cut off in the middle of this task',
    evidence: `${evidence} (${open.run})`,
    next: severity === 'fail' ? 'run the recovery job' : `nothing: ${open.task} plans afresh`,
  };
}
