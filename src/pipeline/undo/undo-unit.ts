import { isSettled, type StepProgress } from '../../domain/state/journal.ts';
import type { Effect } from '../../domain/step/effect.ts';
import { inverseOf } from '../../domain/step/inverse.ts';
import { isReversible, type Step } from '../../domain/step/step.ts';
import type { UndoneStep } from '../../domain/step/undone.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JournalWriter } from '../../ports/journal.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Settlement, StepContext, StepExecutor } from '../../steps/executor.ts';
import { lookUntilArrived, type Patience, untilArrived } from '../../steps/rollout/on-its-way.ts';
import { boundContext } from '../carry-out/bound-context.ts';
import { causeOf } from '../carry-out/trouble.ts';
import { withWhatMoved } from '../what-moved.ts';

/** What putting back needs: who writes the journal, whether the Lease is held, and how a step is carried out. */
export interface Undoing {
  readonly writer: JournalWriter;
  readonly holdsLease: () => Promise<boolean>;
  readonly executor: (step: Step) => Promise<StepExecutor<never>>;
  readonly context: StepContext;
  readonly clock: Clock;
  /** No undo starts after this moment, epoch ms; absent: there is time. */
  readonly until?: number;
}

/** How far an undo came. `whole`: nothing that can be put back is left; else a later recovery goes on, or a person does. */
export interface UndoneUnit {
  readonly steps: readonly UndoneStep[];
  readonly whole: boolean;
}

/**
 * Put back the begun steps of a unit, last first, and prove each by the world. A step is undone only while its subject
 * is the same object and every field that it wrote holds what it wrote: else it is frozen, and so is what came before it
 * in the unit, since that may rest on it. Nothing is undone in a unit that holds a step with `hold`. What an earlier
 * recovery has settled, by the `progress` that the journal shows, is not looked at again. Rejects only when the journal
 * cannot be written: another run has it then.
 */
export async function undoUnit(
  begun: readonly Step[],
  undoing: Undoing,
  progress: ReadonlyMap<string, StepProgress> = new Map(),
): Promise<UndoneUnit> {
  const open = begun.filter(({ id }) => !isSettled(progress.get(id)));
  const held = begun.find(({ hold }) => hold !== undefined);
  if (held !== undefined) return holdAll(open, held, undoing);
  const frozen = begun.find(({ id }) => progress.get(id) === 'frozen');
  if (frozen !== undefined) return freezeRest(open, [], frozen, undoing);
  const steps: UndoneStep[] = [];
  const patience = untilArrived();
  for (const step of [...open].reverse()) {
    const stopped = isReversible(step) ? await obstacle(undoing) : undefined;
    if (stopped !== undefined) {
      steps.push({ step, outcome: 'failed', cause: stopped, durationMs: 0 });
      return { steps, whole: false };
    }
    const undone = await undoOne(step, undoing, patience);
    steps.push(undone);
    if (undone.outcome === 'failed') return { steps, whole: false };
    if (undone.outcome === 'frozen') return freezeRest(open, steps, step, undoing);
  }
  return { steps, whole: true };
}

/** Leave everything as it is, once nothing of it can be on its way any more; what never happened is not held. */
async function holdAll(begun: readonly Step[], held: Step, undoing: Undoing): Promise<UndoneUnit> {
  const { clock, context, writer } = undoing;
  const cause = `${held.subject} must not be rolled back: ${held.hold}`;
  const steps: UndoneStep[] = [];
  const patience = untilArrived();
  for (const step of [...begun].reverse()) {
    const started = clock.monotonic();
    const took = () => Math.round(clock.monotonic() - started);
    let happened: Settlement;
    try {
      happened = await lookUntilArrived(
        async () => (await undoing.executor(step)).settle(context, step as never).catch(() => 'cannot-tell' as const),
        (seen) => seen === 'done' || seen === 'moved' || !isReversible(step),
        context.pause,
        patience,
      );
    } catch (error) {
      steps.push({ step, outcome: 'failed', cause: unread(error), durationMs: took() });
      return { steps, whole: false };
    }
    const never = happened === 'not-done';
    await writer.write(step.id, never ? 'undone' : 'held');
    const ending = never ? ({ outcome: 'not-needed' } as const) : ({ outcome: 'held', cause } as const);
    steps.push({ step, ...ending, durationMs: took() });
  }
  return { steps, whole: true };
}

const unread = (error: unknown): string => `what became of it could not be read: ${causeOf(error)}`;

/** What came before a frozen step is left as it is, and journalled so. */
async function freezeRest(
  open: readonly Step[],
  undone: readonly UndoneStep[],
  frozen: Step,
  { writer }: Undoing,
): Promise<UndoneUnit> {
  const seen = new Set(undone.map(({ step }) => step.id));
  const rest = [...open].reverse().filter(({ id }) => !seen.has(id));
  const steps = [...undone];
  for (const step of rest) {
    await writer.write(step.id, 'frozen');
    steps.push({ step, outcome: 'frozen', cause: `left as it is, because "${frozen.id}" is frozen`, durationMs: 0 });
  }
  return { steps, whole: true };
}

/** Why nothing may be put back now. */
async function obstacle({ context, clock, until, holdsLease }: Undoing): Promise<string | undefined> {
  if (context.signal.aborted) return 'the run was cancelled before this could be put back';
  if (until !== undefined && clock.now() >= until) return 'there was no time left to put this back';
  try {
    return (await holdsLease()) ? undefined : 'the Lease was lost to another run';
  } catch (error) {
    return `the Lease could not be renewed: ${causeOf(error)}`;
  }
}

type Ending = Omit<UndoneStep, 'step' | 'durationMs'> & { readonly progress?: StepProgress };

/** Whoever takes the Lease over waits for the deadline alone: a process that stood still for longer changes nothing more. */
const tooLate: Ending = {
  outcome: 'failed',
  cause: 'the process stood still for longer than putting it back may take',
};

/** Settle, put back, and journal what came of it; a failure is not journalled, so that the next recovery tries again. */
async function undoOne(step: Step, undoing: Undoing, patience: Patience): Promise<UndoneStep> {
  const { clock, writer } = undoing;
  const started = clock.monotonic();
  const bound = boundContext(undoing.context, step.deadlineMs, clock);
  try {
    const executor = await undoing.executor(step);
    const settled = await settle(executor, step, bound.context, patience);
    const ending = settled ?? (await putBackNow(executor, step, bound.context, undoing));
    const { progress, ...rest } = ending;
    if (progress !== undefined) await writer.write(step.id, progress);
    return { step, ...rest, durationMs: Math.round(clock.monotonic() - started) };
  } finally {
    bound.end();
  }
}

/**
 * What the world says before anything is put back; undefined: it took effect, and is as we left it. What did not happen may
 * be on its way still, from a process that was killed or cancelled: so that is believed only when it can no longer be.
 */
async function settle(
  executor: StepExecutor<never>,
  step: Step,
  context: StepContext,
  patience: Patience,
): Promise<Ending | undefined> {
  let settlement: Settlement;
  try {
    settlement = await lookUntilArrived(
      () => executor.settle(context, step as never),
      (seen) => seen !== 'not-done' || !isReversible(step),
      context.pause,
      patience,
    );
  } catch (error) {
    return { outcome: 'failed', cause: unread(error) };
  }
  if (!isReversible(step)) {
    if (settlement === 'not-done') return { outcome: 'not-needed', progress: 'dropped' };
    return { outcome: 'stays', cause: step.undo, progress: settlement === 'done' ? 'done' : 'dropped' };
  }
  switch (settlement) {
    case 'done':
      return undefined;
    case 'not-done':
      return { outcome: 'not-needed', progress: 'undone' };
    case 'moved': {
      const cause = await withWhatMoved(`${step.subject} was changed by somebody else since`, executor, step, context);
      return { outcome: 'frozen', cause, progress: 'frozen' };
    }
    case 'cannot-tell':
      return { outcome: 'failed', cause: 'whether it took effect cannot be told' };
  }
}

/** Put back under the Lease, which is asked for again, since looking may have taken long; journalled before. */
async function putBackNow(
  executor: StepExecutor<never>,
  step: Step,
  context: StepContext,
  undoing: Undoing,
): Promise<Ending> {
  const stopped = await obstacle(undoing);
  if (stopped !== undefined) return { outcome: 'failed', cause: stopped };
  const begunAt = undoing.clock.monotonic();
  await undoing.writer.write(step.id, 'undoing');
  const late = undoing.clock.monotonic() - begunAt >= step.deadlineMs;
  return late ? tooLate : putBack(executor, step, context);
}

/** Errors that say nothing about what is there now: looking does. Any other is about what was put back, and stands. */
const settledByLooking = new Set(['conflict', 'unreachable', 'timeout']);

/** Put one step back and look whether the world shows it. */
async function putBack(executor: StepExecutor<never>, step: Step, context: StepContext): Promise<Ending> {
  let text: string | undefined;
  let cause: string | undefined;
  let moved = false;
  let refuted = false;
  try {
    ({ text } = await revert(executor, step, { ...context, puttingBack: true }));
  } catch (error) {
    cause = causeOf(error);
    moved = error instanceof PortError && error.code === 'conflict';
    refuted = !(error instanceof PortError && settledByLooking.has(error.code));
  }
  const after = await executor.settle(context, step as never).catch(() => 'cannot-tell' as const);
  if (after === 'not-done' && !refuted)
    return { outcome: 'done', ...(text === undefined ? {} : { text }), progress: 'undone' };
  if (moved && after === 'moved') {
    const told = await withWhatMoved(cause ?? 'somebody else has changed it since', executor, step, context);
    return { outcome: 'frozen', cause: told, progress: 'frozen' };
  }
  return { outcome: 'failed', cause: cause ?? 'it was put back, but the world does not show it' };
}

async function revert(executor: StepExecutor<never>, step: Step, context: StepContext): Promise<Effect> {
  if (executor.revert !== undefined) return executor.revert(context, step as never);
  const inverse = inverseOf(step);
  if ('cannot' in inverse) throw new PortError({ code: 'failed', subject: step.subject, message: inverse.cannot });
  const precondition = await executor.precondition(context, inverse as never);
  if (!precondition.holds) {
    throw new PortError({ code: 'conflict', subject: step.subject, message: precondition.moved });
  }
  return executor.apply(context, inverse as never);
}
