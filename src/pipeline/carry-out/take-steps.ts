import type { Finding } from '../../domain/finding/finding.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { StepProgress } from '../../domain/state/journal.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import type { Step } from '../../domain/step/step.ts';
import { isKept, type UndoneStep } from '../../domain/step/undone.ts';
import { type Unit, unitsOf } from '../../domain/step/units.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { JournalWriter } from '../../ports/journal.ts';
import type { StepContext } from '../../steps/executor.ts';
import { releaseKept } from '../undo/release-kept.ts';
import { undoUnit } from '../undo/undo-unit.ts';
import type { Changing, Environment } from './environment.ts';
import { afterUndo, graver, type Halt, noTimeFor, type Obstacle, refusedBy, type Stopped, toldOf } from './stopped.ts';
import { takeOne } from './take-one.ts';
import { causeOf, unknownFinding } from './trouble.ts';

/** How the steps came to their end. `stopped` says why not all of them were taken. */
export interface Taken {
  readonly applied: readonly AppliedStep[];
  readonly undone: readonly UndoneStep[];
  readonly findings: readonly Finding[];
  readonly stopped?: Stopped;
}

/** A change that is being made. */
type Applying = Extract<Changing, { mode: 'apply' }>;

/**
 * Take a plan's steps in order: each is journalled before it is taken, under the Lease, with its precondition, within its
 * deadline. Steps without an inverse stand for themselves: one that fails does not keep the next from being taken. In a
 * unit with reversible steps a failure undoes the unit and ends the plan; units before it stay as planned. A run that is
 * cancelled inside such a unit leaves the journal open: the job's last step undoes what fits, recovery the rest.
 */
export async function takeSteps(
  plan: Plan,
  environment: Environment,
  changing: Applying,
  context: TaskContext,
): Promise<Taken> {
  const id = changing.planId ?? `${changing.run} ${plan.digest}`;
  let writer: JournalWriter;
  try {
    writer = await changing.journal.open({ run: changing.run, id, plan });
  } catch (error) {
    return nothingTaken({ status: 'failed', cause: `the journal could not be opened: ${causeOf(error)}` });
  }
  return new Taking(plan, environment, changing, { ...context, planId: id }, writer).all();
}

const nothingTaken = (stopped: Stopped): Taken => ({ applied: [], undone: [], findings: [], stopped });

/** So old may the last word be when the first step is taken, ms: what it read may have changed while the process stood still. */
const lastWordMs = 120_000;

const tooOld = {
  rule: `the first step comes within ${formatSpan(lastWordMs)} of the guard's last reading`,
  state: 'the process stood still for longer',
  next: 'nothing was changed; plan again and have the new plan approved',
};

/** The journal could not be written: another run has it, or nobody can; so nothing more is done. */
class JournalLost extends Error {}

/** One plan under way. */
class Taking {
  readonly #applied: AppliedStep[] = [];
  readonly #undone: UndoneStep[] = [];
  readonly #findings: Finding[] = [];
  /** When the guard read what its last word rests on, monotonic, ms; absent: there is no guard. */
  #readAt: number | undefined;
  readonly #plan: Plan;
  readonly #environment: Environment;
  readonly #changing: Applying;
  readonly #context: StepContext;
  readonly #writer: JournalWriter;

  constructor(plan: Plan, environment: Environment, changing: Applying, context: StepContext, writer: JournalWriter) {
    this.#plan = plan;
    this.#environment = environment;
    this.#changing = changing;
    this.#context = context;
    this.#writer = {
      write: (step, progress) => writer.write(step, progress).catch(lost),
      close: () => writer.close(),
    };
  }

  async all(): Promise<Taken> {
    try {
      const word = await this.#changing.beforeFirstStep?.();
      if (word !== undefined && 'readAt' in word) this.#readAt = word.readAt;
      const stopped = word !== undefined && 'refused' in word ? refusedBy(word.refused) : await this.#units();
      if (stopped?.open !== true) await this.#close();
      return this.#ended(stopped && toldOf(stopped, this.#closes()));
    } catch (error) {
      if (error instanceof JournalLost) return this.#ended({ status: 'failed', cause: error.message });
      throw error;
    }
  }

  #ended(stopped: Stopped | undefined): Taken {
    return {
      applied: this.#applied,
      undone: this.#undone,
      findings: this.#findings,
      ...(stopped === undefined ? {} : { stopped }),
    };
  }

  async #units(): Promise<Halt | undefined> {
    let before: Halt | undefined;
    for (const unit of unitsOf(this.#plan.steps)) {
      const halt = await this.#unit(unit);
      if (halt === undefined) continue;
      before = graver(before, halt);
      if (halt.goesOn !== true) return before;
    }
    return before;
  }

  #unit(unit: Unit): Promise<Halt | undefined> {
    return unit.undoable ? this.#whole(unit) : this.#each(unit);
  }

  /** Steps without a way back stand for themselves: one that does not fit is for later, and a shorter one behind it may. */
  async #each(unit: Unit): Promise<Halt | undefined> {
    const begun: Step[] = [];
    const later: Step[] = [];
    for (const step of unit.steps) {
      const obstacle = await this.#obstacle(step, [step]);
      if (obstacle?.noTime === true) later.push(step);
      else if (obstacle !== undefined) return this.#stopAt(obstacle, unit, begun);
      else if (!(await this.#take(step)).untouched) begun.push(step);
    }
    await this.#release(begun);
    return later.length === 0 ? undefined : noTimeFor(later);
  }

  /** A unit that is put back as a whole is begun only when all of it fits, and ends with the first step that fails. */
  async #whole(unit: Unit): Promise<Halt | undefined> {
    const begun: Step[] = [];
    for (const [index, step] of unit.steps.entries()) {
      const obstacle = await this.#obstacle(step, index === 0 ? unit.steps : [step]);
      if (obstacle?.noTime === true && index === 0 && unit.independent) return noTimeFor(unit.steps);
      if (obstacle !== undefined) return this.#stopAt(obstacle, unit, begun);
      const { ending, untouched } = await this.#take(step);
      if (!untouched) begun.push(step);
      if (ending !== undefined) {
        const halt = await this.#stopAt(ending, unit, begun);
        return { ...halt, goesOn: unit.independent && !halt.open };
      }
    }
    await this.#release(begun);
    return undefined;
  }

  #closes(): string {
    return new Date(this.#changing.closesAt).toISOString();
  }

  /** Journal, take, journal. Answers why it failed or is for later, and whether its subject was left untouched. */
  async #take(step: Step): Promise<{ readonly ending?: Stopped; readonly untouched: boolean }> {
    const place = this.#plan.steps.indexOf(step) + 1;
    this.#environment.progress(`step ${place} of ${this.#plan.steps.length}: ${step.id}`);
    const begunAt = this.#environment.clock.monotonic();
    await this.#writer.write(step.id, 'begun');
    const {
      applied,
      findings,
      untouched = false,
      deferred,
    } = await takeOne(step, this.#environment, this.#context, begunAt);
    this.#applied.push(applied);
    this.#findings.push(...findings);
    await this.#writer.write(step.id, untouched ? 'dropped' : outcomes[applied.outcome]);
    if (deferred !== undefined) return { ending: { status: 'deferred', cause: `${step.id}: ${deferred}` }, untouched };
    if (applied.outcome !== 'failed') return { untouched };
    return { ending: { status: 'failed', cause: `${step.id}: ${applied.cause ?? 'it failed'}` }, untouched };
  }

  /** What happens to the unit that cannot be finished. */
  async #stopAt({ leaseLost, noTime: _, ...stopped }: Obstacle, unit: Unit, begun: readonly Step[]): Promise<Halt> {
    if (!unit.undoable || begun.length === 0) return { stopped, open: false };
    const cancelled = this.#environment.signal.aborted;
    if (cancelled || leaseLost) {
      const left = cancelled ? 'the end of the job undoes what it can, recovery the rest' : 'recovery undoes it';
      const status = cancelled ? 'cancelled' : 'failed';
      return {
        stopped: { status, cause: `${stopped.cause}; ${unit.name ?? 'the plan'} is half-way: ${left}` },
        open: true,
      };
    }
    this.#environment.progress(`undoing ${unit.name ?? this.#plan.task}: ${stopped.cause}`);
    const { steps, whole } = await undoUnit(begun, {
      ...this.#hands(),
      writer: this.#writer,
      holdsLease: this.#changing.holdsLease,
    });
    this.#undone.push(...steps);
    if (whole && !steps.some(isKept)) await this.#release(begun);
    return { stopped: afterUndo(stopped, steps, whole), open: !whole };
  }

  /** What was kept for putting a unit back is not needed any more. */
  async #release(begun: readonly Step[]): Promise<void> {
    this.#findings.push(...(await releaseKept(begun, this.#hands())));
  }

  /** How a step is carried out, put back or let go of. */
  #hands() {
    const { clock, executor } = this.#environment;
    return { executor: async (step: Step) => (await executor(step.kind)) as never, context: this.#context, clock };
  }

  /** Why the next step must not be taken now. */
  async #obstacle(step: Step, ahead: readonly Step[]): Promise<Obstacle | undefined> {
    const left = this.#plan.steps.length - this.#plan.steps.indexOf(step);
    const rest = `${left} ${left === 1 ? 'step was' : 'steps were'} not taken`;
    const { signal, clock } = this.#environment;
    if (signal.aborted) return { status: 'cancelled', cause: `the run was cancelled; ${rest}` };
    const lost = await this.#leaseLost();
    if (lost !== undefined) return { status: 'failed', cause: `${lost}; ${rest}`, leaseLost: true };
    const readAt = this.#applied.length === 0 ? this.#readAt : undefined;
    if (readAt !== undefined && clock.monotonic() - readAt > lastWordMs) {
      return { status: 'refused', cause: tooOld.rule, refusal: { ...tooOld, subject: this.#plan.task } };
    }
    // last, since asking for the Lease takes time
    const needed = ahead.reduce((sum, { deadlineMs }) => sum + deadlineMs, 0);
    if (clock.now() + needed <= this.#changing.closesAt) return undefined;
    return { status: 'deferred', cause: `${step.id} could not end before ${this.#closes()}; ${rest}`, noTime: true };
  }

  async #leaseLost(): Promise<string | undefined> {
    try {
      return (await this.#changing.holdsLease()) ? undefined : 'the Lease was lost to another run';
    } catch (error) {
      return `the Lease could not be renewed: ${causeOf(error)}`;
    }
  }

  /** Close the journal; that it stays open is something a person has to know. */
  async #close(): Promise<void> {
    try {
      await this.#writer.close();
    } catch (error) {
      this.#findings.push(unknownFinding('journal-left-open', 'journal', 'the journal could not be closed', error));
    }
  }
}

const outcomes = { done: 'done', skipped: 'dropped', failed: 'failed' } as const satisfies Record<
  AppliedStep['outcome'],
  StepProgress
>;

function lost(error: unknown): never {
  throw new JournalLost(`the journal could not be written: ${causeOf(error)}`);
}
