import type { Point } from '../../domain/state/documents.ts';
import type { Trouble } from '../../observation/trouble.ts';
import type { MetricCode } from './capacity-metrics.ts';
import type { SeenUnused } from './read-unused.ts';

/** The history of one metric of one subject, oldest first. */
export interface SeenSeries {
  readonly code: MetricCode;
  /** Copyable and stable: `cluster`, `persistentvolumeclaim/data-postgres-0`. */
  readonly subject: string;
  /**
   * `platform`: the metric itself, and stored as such; `one`: of one of several subjects, or of a part of the nodes; `bound`:
   * something else that is never below the metric, and stands in for it.
   */
  readonly of: 'platform' | 'one' | 'bound';
  /** Where it comes from, for people. */
  readonly source: string;
  readonly stepMs: number;
  readonly points: readonly Point[];
  /** What else is known of it, one clause. */
  readonly facts?: string;
}

/** Why nothing is known of a metric, or of a part of it. */
export interface Missing {
  readonly code: MetricCode;
  readonly subject: string;
  readonly why: string;
  readonly next: string;
  /** Nobody has said what to look at: a warning with the line to write, not something that could not be looked at. */
  readonly notConfigured?: true;
}

/** What of a metric was read. */
export interface Read {
  readonly series: readonly SeenSeries[];
  readonly missing: readonly Missing[];
}

/** What analyze-capacity saw. Nothing is done about it, so nothing must still hold: the basis is empty. */
export interface CapacityObservation {
  readonly basis: null;
  readonly measurements: Read & {
    /** What the configured workloads ask for and do not use. */
    readonly unused: readonly SeenUnused[];
    /** Why Prometheus could not be asked, although there is one. */
    readonly prometheus?: Trouble;
  };
}
