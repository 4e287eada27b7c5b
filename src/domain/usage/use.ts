import { percentile } from '../statistics/percentile.ts';

/** How a measured value was spread over a time and the pods of a workload. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly peak: number;
  readonly samples: number;
}

/** What one container of a workload used: cores, and bytes of memory that cannot be reclaimed. The pod that used most counts. */
export interface ContainerUse {
  readonly container: string;
  readonly cpu?: Spread;
  readonly memory?: Spread;
}

/** Where the figures come from. */
export type UseSource = 'prometheus' | 'history' | 'metrics-api';

/** What the containers of a workload used, and over which time. */
export interface WorkloadUse {
  readonly source: UseSource;
  /** From the first to the last sample, ms; 0: only now. */
  readonly spanMs: number;
  readonly containers: readonly ContainerUse[];
}

/** The spread of values (nearest-rank percentiles); undefined for none. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const at = (share: number): number => percentile(finite, share) ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), peak: at(1), samples: finite.length };
}

/** The words of a source, as in "measured by …". */
export const sourceWords: Readonly<Record<UseSource, string>> = {
  prometheus: 'Prometheus',
  history: 'the stored history',
  'metrics-api': 'the metrics API, now',
};
