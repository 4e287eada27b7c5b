import type { Surroundings } from '../../domain/capacity/fit.ts';
import type { Json } from '../../domain/json.ts';
import type { Autoscalers } from '../../domain/owner/autoscalers.ts';
import type { BasisWriter, Refusal } from '../../domain/plan/plan.ts';
import type { SeenTarget } from '../../observation/target/read-target.ts';
import type { SeenUse } from '../../observation/usage/read-use.ts';

/** A workload, and what it used. */
export interface SeenWorkload {
  readonly target: SeenTarget;
  readonly use: SeenUse;
}

/** Everything that is looked at besides the workloads. */
export interface Around {
  readonly workloads: readonly SeenWorkload[];
  readonly surroundings: Surroundings;
  readonly autoscalers: Autoscalers;
  readonly unready: readonly string[];
}

/** What rightsize-resources saw; without a workload it says why. */
export interface Seen {
  readonly basis: Json;
  readonly writers?: readonly BasisWriter[];
  readonly measurements: { readonly around: Around } | { readonly refusal: Refusal };
}
