import type { Surroundings } from '../../domain/capacity/fit.ts';
import type { Json } from '../../domain/json.ts';
import type { PersistentVolumeClaim, StorageClass } from '../../domain/kubernetes/objects.ts';
import type { Autoscalers } from '../../domain/owner/autoscalers.ts';
import type { BasisWriter, Refusal } from '../../domain/plan/plan.ts';
import type { SessionsOfPods } from '../../observation/database/sessions-of-pods.ts';
import type { SeenTarget } from '../../observation/target/read-target.ts';
import type { Trouble } from '../../observation/trouble.ts';
import type { SeenUse } from '../../observation/usage/read-use.ts';

/** A claim of the target's pods, and the volume of the template that it belongs to. */
export interface SeenClaim {
  readonly volume: string;
  readonly claim: PersistentVolumeClaim;
  /** Undefined: its class does not exist, or it has none. */
  readonly storageClass?: StorageClass;
}

/** Everything about the workload that is to be larger. */
export interface Around {
  readonly target: SeenTarget;
  readonly surroundings: Surroundings;
  readonly autoscalers: Autoscalers;
  readonly claims: readonly SeenClaim[];
  /** The names of all claims of the namespace, and every class; both empty where no storage is added. */
  readonly storage: { readonly claims: readonly string[]; readonly classes: readonly StorageClass[] };
  readonly use: SeenUse;
  /** What its pods take of the database; absent: none is seen there. */
  readonly sessions?: SessionsOfPods | { readonly trouble: Trouble };
  /** Other workloads of the namespace that are not ready. */
  readonly unready: readonly string[];
}

/** What increase-capacity saw; without a workload it says why. */
export interface Seen {
  readonly basis: Json;
  readonly writers?: readonly BasisWriter[];
  readonly measurements: { readonly around: Around } | { readonly refusal: Refusal };
}
