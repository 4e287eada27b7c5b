import type { Point } from '../../domain/state/documents.ts';
import type { FileSystemUse } from '../../observation/file-systems.ts';
import type { Trouble } from '../../observation/trouble.ts';
import type { RequestTimes, RoundTrips } from '../../ports/probe.ts';

/** What one node uses of what it can give away, as shares; or why that is not known. */
export type NodeUse =
  | { readonly node: string; readonly cpu: number; readonly memory: number }
  | { readonly node: string; readonly why: string };

/** The file systems of all nodes; nodes of which nothing is known come with the reasons. */
export interface Disks {
  readonly uses: readonly FileSystemUse[];
  readonly missing: readonly { readonly node: string; readonly why: readonly string[]; readonly next?: string }[];
  /** Why Prometheus could not be asked, although there is one. */
  readonly prometheus?: Trouble;
}

/** Round trips between two ends. */
export type LatencyEnd = { readonly name: string } & (
  | { readonly trips: Pick<RoundTrips, 'ms' | 'failed'>; readonly by: string }
  | { readonly trouble: Trouble }
  /** A default that cannot be had here: said, and no verdict. */
  | { readonly unavailable: string }
);

/** What one pod of the gateway answered. */
export type PodTimes = { readonly pod: string } & ({ readonly times: RequestTimes } | { readonly trouble: Trouble });

/** What one blockchain node says of the chain's throughput. */
export type NodeRate = { readonly pod: string } & (
  | { readonly rate: number; readonly resets: number }
  | { readonly why: string; readonly next?: string }
);

/** Something that was read, or why it could not be. */
export type Read<T> = { readonly value: T } | { readonly trouble: Trouble };

/** What monitor-performance saw. Nothing is done about it, so nothing must still hold: the basis is empty. */
export interface PerformanceObservation {
  readonly basis: null;
  readonly measurements: {
    readonly nodes: Read<readonly NodeUse[]>;
    readonly disks: Read<Disks>;
    readonly latency: readonly LatencyEnd[];
    readonly response: Read<readonly PodTimes[]>;
    readonly throughput: Read<readonly NodeRate[]>;
    /** Stored points by metric, oldest first. */
    readonly history: Read<Readonly<Record<string, readonly Point[]>>>;
  };
}
