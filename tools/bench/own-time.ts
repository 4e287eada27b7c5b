import type { Report } from '../../src/domain/report/schema.ts';
import { inputs } from '../../src/tasks/monitor-performance/inputs.ts';

/** How long monitor-performance waits between two readings, ms. */
export const waitedMs = Number.parseInt(inputs['scrape-gap'].default, 10) * 1000;

/** A time for people: `51.8 s`. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What the parts of a window took, ms. */
export interface WindowTime {
  /** From the start of the run to its end. */
  readonly wholeMs: number;
  /** In steps: what PostgreSQL, Redis and programs in pods do is here. */
  readonly stepsMs: number;
  /** Waited on purpose: between two readings of a counter. */
  readonly waitedMs: number;
  /** The rest: starting processes, deciding, reading, planning, verifying, reporting. What pods and servers take to be read is in it. */
  readonly ownMs: number;
}

/** A window's own time by its report. `waitedMs`: how long its tasks wait on purpose, by their inputs. */
export function windowTime(report: Pick<Report, 'startedAt' | 'finishedAt' | 'tasks'>, waitedMs: number): WindowTime {
  const wholeMs = Date.parse(report.finishedAt) - Date.parse(report.startedAt);
  const stepsMs = report.tasks.flatMap(({ applied }) => applied).reduce((sum, { durationMs }) => sum + durationMs, 0);
  return { wholeMs, stepsMs, waitedMs, ownMs: wholeMs - stepsMs - waitedMs };
}
