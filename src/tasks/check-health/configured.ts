import type { Platform } from '../../domain/configuration/platform.ts';
import { workloadSubject } from '../../domain/kubernetes/pod-owner.ts';

/**
 * The workloads that the configuration counts in health, by subject. Trouble of these is a failure; of any other in the
 * namespace a warning, because nobody said that the platform needs it.
 */
export function countedWorkloads({ workloads, database, cache }: Platform): ReadonlySet<string> {
  const { blockchain, gateway, others } = workloads;
  const stores = [database, cache].flatMap((store) => (store.address === undefined ? [store.workload] : []));
  return new Set([blockchain, gateway, ...others, ...stores].map(({ kind, name }) => workloadSubject(kind, name)));
}
