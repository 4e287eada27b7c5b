import type { Refusal } from '../../domain/plan/plan.ts';
import { atLeast, type Verdict } from '../../domain/verdict.ts';
import { isRefusedWhole, type Planned } from './prepare.ts';

/** How a planning job came out. */
export interface PlanningEnd {
  readonly mode: 'plan' | 'apply';
  /** Planned for a window that comes. */
  readonly ahead: boolean;
  readonly planned: Planned;
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
export function planStatus({ mode, ahead, planned, handed, refusal, verdict, failOn }: PlanningEnd): 0 | 1 {
  if (handed.some((each) => each.refusal === undefined)) return 0;
  const isNotHanded = mode === 'apply' && refusal !== undefined;
  const isNotDone = mode === 'apply' && !ahead && isRefusedWhole(planned);
  return isNotHanded || isNotDone || atLeast(verdict, failOn) ? 1 : 0;
}
