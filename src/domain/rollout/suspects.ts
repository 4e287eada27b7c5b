import type { ContainerStatus, Pod } from '../kubernetes/objects.ts';
import { hasEnded, isReady } from '../kubernetes/pods.ts';
import type { PodTrouble } from './trouble.ts';

/** Whose image a failed rollout speaks against. */
export type Suspects =
  /** Containers by name, init containers among them. */
  | { readonly containers: ReadonlySet<string> }
  /** `nothing-ran`: no container of the pods that are not ready has begun to run. `all`: none stands out. */
  | 'nothing-ran'
  | 'all';

/**
 * Which containers of the new version's pods failed: those that a trouble names; else, of the pods that are not ready (of
 * all, where every one is), those that ran and are not ready or were restarted. A pod that has ended, with all its
 * containers, tells nothing of one of them while another pod does.
 */
export function suspectsOf(pods: readonly Pod[], troubles: readonly PodTrouble[]): Suspects {
  const named = troubles.flatMap(({ container }) => container ?? []);
  if (named.length > 0) return { containers: new Set(named) };
  const notReady = pods.filter((pod) => !isReady(pod));
  const unready = notReady.some((pod) => !hasEnded(pod)) ? notReady.filter((pod) => !hasEnded(pod)) : notReady;
  const ran = (unready.length === 0 ? pods : unready).flatMap(statusesOf).filter(hasBegun);
  if (ran.length === 0) return 'nothing-ran';
  const unwell = ran.filter(({ ready, restartCount }) => !ready || restartCount > 0);
  return unwell.length === 0 ? 'all' : { containers: new Set(unwell.map(({ name }) => name)) };
}

const statusesOf = ({ status }: Pod): readonly ContainerStatus[] => [
  ...(status?.initContainerStatuses ?? []),
  ...(status?.containerStatuses ?? []),
];

/** A container that waits was never started, unless it was restarted (kubelet, `ContainerCreating`, `PodInitializing`). */
const hasBegun = ({ state, restartCount }: ContainerStatus): boolean =>
  state?.waiting === undefined || restartCount > 0;
