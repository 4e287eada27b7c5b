import { namedWorkloads } from '../../domain/configuration/platform/named-workloads.ts';
import type { Json } from '../../domain/json.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { BasisWriter, Refusal } from '../../domain/plan/plan.ts';
import { lookUpTarget, missingTarget } from '../../domain/target/target.ts';
import { unreadyWorkloads } from '../../observation/rollout/unready-workloads.ts';
import { readTarget, type SeenTarget } from '../../observation/target/read-target.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Inputs } from './inputs.ts';

/** The workload that is to be restarted, and which others of the namespace are not ready. */
export interface Around {
  readonly target: SeenTarget;
  readonly unready: readonly string[];
}

/** What restart-workload saw; without a workload it says why. */
export interface Seen {
  readonly basis: Json;
  readonly writers?: readonly BasisWriter[];
  readonly measurements: { readonly around: Around } | { readonly refusal: Refusal };
}

/** Read the workload and everything that decides whether its pods may be replaced; change nothing. */
export async function observe({ ports, platform }: TaskContext<'cluster'>, { target }: Inputs): Promise<Seen> {
  const { namespace } = platform;
  const found = lookUpTarget(target, namedWorkloads(platform));
  if ('refusal' in found) return { basis: null, measurements: found };
  const seen = await readTarget(ports.cluster, namespace, found.workload);
  if (seen === undefined) return { basis: null, measurements: { refusal: missingTarget(found.workload, namespace) } };
  const unready = [...(await unreadyWorkloads(ports.cluster, namespace))].sort();
  const { kind, workload, start, writers } = seen;
  return {
    basis: { subject: workloadWord(kind, workload.metadata.name), ...start },
    writers,
    measurements: { around: { target: seen, unready } },
  };
}
