import type { Effect } from '../domain/step/effect.ts';
import type { StepKind } from '../domain/step/kinds.ts';
import type { StepOf } from '../domain/step/step.ts';
import type { TaskContext } from '../ports/context.ts';
import type { Ports } from '../ports/index.ts';

/** Whether a step may still be taken. `moved`: the subject is no longer as planned, and leaving it alone is right. */
export type Precondition = { readonly holds: true } | { readonly holds: false; readonly moved: string };

/** What the world says of a step whose answer was lost. */
export type Settlement = 'done' | 'not-done' | 'moved' | 'cannot-tell';

/** What a step's execution is handed besides the task's context. */
export type StepContext<P extends keyof Ports = keyof Ports> = TaskContext<P> & {
  /** Names this application of the plan: what carries it (an annotation, a kept value's name) makes twice into once. */
  readonly planId: string;
  /**
   * The moment as it is when asked, epoch ms; `now` is that of the observation, which may be long past. Present while a step
   * is taken, put back or let go of.
   */
  readonly present?: () => number;
  /** Set while a step is put back. There is nowhere further to go back to, so what only wavers is waited for. */
  readonly puttingBack?: true;
};

/** The code of one step kind. It never plans: everything it needs is in the step. */
export interface StepExecutor<K extends StepKind, P extends keyof Ports = keyof Ports> {
  readonly kind: K;
  readonly ports: readonly P[];
  /**
   * What shows that the step is as planned. `apply`: only its own answer, because it judges what it has brought about too
   * (pods become ready, a volume grows); without it the step has failed. `settle`: the world does, so a lost answer is no loss.
   */
  readonly provedBy: 'apply' | 'settle';
  /** Asked immediately before, for kinds whose target cannot check it in the same request. */
  readonly precondition: (context: StepContext<P>, step: StepOf<K>) => Promise<Precondition>;
  /** A `conflict` means that the target's own test failed, so that nothing took effect. */
  readonly apply: (context: StepContext<P>, step: StepOf<K>) => Promise<Effect>;
  /**
   * Tell from the world whether it took effect: after a lost answer, and before and after an undo. `done`: every field it
   * wrote holds what it wrote, of the same object; `not-done`: each still holds what was there before; `moved`: anything else.
   */
  readonly settle: (context: StepContext<P>, step: StepOf<K>) => Promise<Settlement>;
  /**
   * What the subject holds in the place of what the step knows, and who wrote it, as a clause for a reader: `it has 4 replicas
   * (changed 2026-11-24 02:40:12 UTC by manager kubectl-scale)`. Asked when somebody has moved it; undefined: nothing to say.
   */
  readonly movedTo?: (context: StepContext<P>, step: StepOf<K>) => Promise<string | undefined>;
  /**
   * Reversible kinds only, where putting back takes more than taking the inverse step: restores what the step changed, in
   * requests that test that it still holds our value (else a `conflict`). Absent: the inverse step is applied.
   */
  readonly revert?: (context: StepContext<P>, step: StepOf<K>) => Promise<Effect>;
  /**
   * Kinds that keep something for putting the unit back (a former certificate, a former template): remove it, once the
   * unit is as planned or as it was before. Called again after a crash, so what is not there any more is fine.
   */
  readonly release?: (context: StepContext<P>, step: StepOf<K>) => Promise<void>;
}

/** Define the execution of a step kind. */
export function defineStep<K extends StepKind, const P extends keyof Ports>(
  executor: StepExecutor<K, P>,
): StepExecutor<K, P> {
  return executor;
}
