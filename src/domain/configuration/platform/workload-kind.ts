import { z } from 'zod';

/** The kinds of workloads that the product maintains. */
export const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;

/** One of {@link WORKLOAD_KINDS}. */
export type WorkloadKind = (typeof WORKLOAD_KINDS)[number];

/** The kind of a workload in the configuration. */
export function workloadKind() {
  return z.enum(WORKLOAD_KINDS, { error: 'is not a kind of workload' }).describe('Kind of the workload.');
}
