import type { JsonObject } from '../../domain/json.ts';
import type { Draft, Plan } from '../../domain/plan/plan.ts';
import type { Phase } from '../../domain/report/schema.ts';

/** A plan that was made earlier and is applied as it is. */
export interface Prepared {
  readonly plan: Plan;
  /** What its observation showed then, for the report. */
  readonly draft: Draft;
}

/** What is asked of a task: its parsed inputs, and where in the window it stands. */
export interface Request {
  readonly inputs: JsonObject;
  readonly phase: Phase;
  /** Present when the plan was made, and approved where it must be, before: then nothing is planned again. */
  readonly prepared?: Prepared;
}
