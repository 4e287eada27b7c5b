import type { Point } from '../domain/state/documents.ts';

/** What earlier runs have stored, as a task may read it. Writing it is the pipeline's, from outcomes. */
export interface History {
  /** The series of a metric, oldest first. */
  series(metric: string): Promise<readonly Point[]>;
  /** Since when things of a kind have been seen without a gap, by key, epoch ms. */
  firstSeen(kind: string): Promise<ReadonlyMap<string, number>>;
}
