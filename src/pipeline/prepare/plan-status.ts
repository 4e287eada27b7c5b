import type { Refusal } from '../../domain/plan/plan.ts';
import { atLeast, type Verdict } from '../../domain/verdict.ts';
import { isRefusedWhole, type Planned } from './prepare.ts';

/** How a planning job came out. */
export interface PlanningEnd {
  readonly mode: 'plan' | 'apply';
  /** It was to be applied, and all of it was refused ({@link isNotDone}). */
  readonly notDone: boolean;
  /** What became of each plan at its gate; one without a refusal waits there. */
  readonly handed: readonly { readonly refusal?: Refusal }[];
  /** Why something was not planned or not handed over. */
  readonly refusal: Refusal | undefined;
  readonly verdict: Verdict;
  readonly failOn: Verdict;
}

/**
 * The exit status of a planning job. Once a plan waits at a gate the job succeeds, whatever the verdict and whatever else was
 * refused: the guard takes no plan from a job or a run that failed, so whoever read and approved it would be refused. What is
 * wrong is in the report, and the job that applies is judged by it. With nothing handed over, the job fails for a refusal, for
 * a plan by hand that was refused whole, and for a verdict from `failOn` on.
 */
export function planStatus({ mode, notDone, handed, refusal, verdict, failOn }: PlanningEnd): 0 | 1 {
  if (handed.some((each) => each.refusal === undefined)) return 0;
  const isNotHanded = mode === 'apply' && refusal !== undefined;
  return isNotHanded || notDone || atLeast(verdict, failOn) ? 1 : 0;
}

/** What somebody asked for by hand, to be applied, was refused whole; a plan ahead of its window is nobody's in person. */
export const isNotDone = (mode: PlanningEnd['mode'], ahead: boolean, planned: Planned): boolean =>
  mode === 'apply' && !ahead && isRefusedWhole(planned);
