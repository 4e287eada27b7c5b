import type { Clock } from '../../ports/clock.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Lease } from '../../ports/lease.ts';
import type { Spent } from '../../ports/spent.ts';
import type { State } from '../../ports/state.ts';
import { KubernetesJournal } from './journal.ts';
import { KubernetesLease } from './lease.ts';
import { KubernetesSpent } from './spent.ts';
import { KubernetesState } from './state.ts';

/** Lease, journal (authenticated when a key is given), state and used approvals, kept in the cluster's maintenance namespace. Nothing is read or written yet. */
export function openMaintenance(
  cluster: Cluster,
  clock: Clock,
  journalKey?: Uint8Array,
): { readonly lease: Lease; readonly journal: Journal; readonly state: State; readonly spent: Spent } {
  const state = new KubernetesState(cluster, clock);
  return {
    lease: new KubernetesLease(cluster, clock),
    journal: new KubernetesJournal(cluster, clock, state, journalKey),
    state,
    spent: new KubernetesSpent(cluster),
  };
}
