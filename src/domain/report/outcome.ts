import type { Finding } from '../finding/finding.ts';
import type { Sightings } from '../state/sightings.ts';
import type { TaskEntry } from './schema.ts';

/**
 * What one task leaves to the job's report: its entry, and its findings before they are compared with those of earlier
 * runs. Actions of a job hand these over as files in the runner's temporary folder.
 */
export interface TaskOutcome {
  readonly entry: TaskEntry;
  readonly findings: readonly Finding[];
  /** For the state, not for the report: what counts only by how long it has been so. */
  readonly sightings?: Sightings;
}
