import type { Point } from '../domain/state/documents.ts';

/** The stored series of metrics, as a task may read them (oldest first). Writing them is the pipeline's, from the report. */
export interface History {
  series(metric: string): Promise<readonly Point[]>;
}
