import type { Refusal } from '../../domain/plan/plan.ts';
import type { Step } from '../../domain/step/step.ts';
import { isKept, type UndoneStep } from '../../domain/step/undone.ts';

/** Why not all steps were taken, and what the platform was left as. */
export interface Stopped {
  readonly status: 'cancelled' | 'deferred' | 'failed' | 'refused' | 'rolled-back' | 'frozen';
  readonly cause: string;
  /** For `refused`: the rule and how to go on. */
  readonly refusal?: Refusal;
}

/** Why a step must not be taken; without the Lease nothing may be undone either. */
export type Obstacle = Stopped & { readonly leaseLost?: true; readonly noTime?: true };

/** Why the plan ended early; `open`: the journal stays open for whoever undoes the rest. */
export interface Halt {
  readonly stopped: Stopped;
  readonly open: boolean;
  /** Later units rest on nothing of this one, and nothing of it is half-way. */
  readonly goesOn?: boolean;
  /** Steps that did not fit any more; what is said of them is said of all together, at the end. */
  readonly later?: readonly Step[];
}

const gravity: readonly Stopped['status'][] = ['deferred', 'refused', 'rolled-back', 'cancelled', 'failed', 'frozen'];

/** What is said of a plan in which several units ended early: the gravest, the first of its kind; open stays open. */
export function graver(one: Halt | undefined, other: Halt): Halt {
  if (one === undefined) return other;
  const isGraver = gravity.indexOf(other.stopped.status) > gravity.indexOf(one.stopped.status);
  const graverOne = isGraver || one.stopped.cause === '' ? other : one;
  return { ...graverOne, open: one.open || other.open, later: [...(one.later ?? []), ...(other.later ?? [])] };
}

/** What was refused before the first step. */
export const refusedBy = (refusal: Refusal): Halt => ({
  stopped: { status: 'refused', cause: refusal.rule, refusal },
  open: false,
});

/** Steps that could not end in time and on which nothing rests: what comes behind them may still fit. */
export const noTimeFor = (steps: readonly Step[]): Halt => ({
  stopped: { status: 'deferred', cause: '' },
  open: false,
  goesOn: true,
  later: steps,
});

/** Why a plan ended early, with all that did not fit before it closes. */
export function toldOf({ stopped, later = [] }: Halt, closes: string): Stopped {
  if (later.length === 0) return stopped;
  const ids = later.slice(0, 3).map(({ id }) => id);
  const more = later.length > ids.length ? ` and ${later.length - ids.length} more` : '';
  const noTime = `${ids.join(', ')}${more} could not end before ${closes}`;
  return { ...stopped, cause: stopped.cause === '' ? noTime : `${stopped.cause}; ${noTime}` };
}

/** How a plan ended whose unit was undone. */
export function afterUndo({ cause }: Stopped, steps: readonly UndoneStep[], whole: boolean): Stopped {
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  if (!whole || failed !== undefined) {
    return {
      status: 'failed',
      cause: `${cause}; undoing stopped: ${failed?.cause ?? 'not all of it'}; recovery goes on`,
    };
  }
  const kept = steps.find(isKept);
  if (kept !== undefined) return { status: 'frozen', cause: `${cause}; ${kept.cause ?? 'left as it is'}` };
  return { status: 'rolled-back', cause };
}
