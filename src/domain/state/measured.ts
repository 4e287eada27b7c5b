import type { TaskOutcome } from '../report/outcome.ts';
import type { Point, StateDocuments } from './documents.ts';

const keptDurations = 30;
const keptPoints = 1000;
const keptSeries = 200;
const fewestRuns = 5;

/**
 * Durations with those of this run. Only tasks that came to their end count; of those that may take steps (`takesSteps`)
 * only runs that took some: how fast there is nothing to do says nothing of how long an update takes.
 */
export function rememberDurations(
  durations: StateDocuments['durations'],
  outcomes: readonly TaskOutcome[],
  takesSteps: (id: string) => boolean,
): StateDocuments['durations'] {
  const next: Record<string, readonly number[]> = { ...durations };
  for (const { entry } of outcomes) {
    const counts = entry.status === 'done' || (entry.status === 'nothing-to-do' && !takesSteps(entry.id));
    if (!counts) continue;
    next[entry.id] = [...(next[entry.id] ?? []), entry.durationMs].slice(-keptDurations);
  }
  return next;
}

/**
 * The 95th percentile of a task's measured durations, ms (nearest rank: the smallest value that at least 95 % of the
 * values do not exceed). Undefined before five runs: until then the declared estimate stands.
 */
export function measuredDuration(durations: StateDocuments['durations'], task: string): number | undefined {
  const sorted = [...(Object.hasOwn(durations, task) ? (durations[task] ?? []) : [])].sort((a, b) => a - b);
  return sorted.length < fewestRuns ? undefined : sorted[Math.ceil(sorted.length * 0.95) - 1];
}

/**
 * The history with this run's platform-wide measurements: one point a run and metric. A series at its bound loses every
 * second point of its older half, so that it reaches ever further back at a coarser grain; the most recently written
 * series are kept.
 */
export function rememberMeasurements(
  history: StateDocuments['history'],
  outcomes: readonly TaskOutcome[],
  at: number,
): StateDocuments['history'] {
  const next = new Map(Object.entries(history));
  for (const { entry } of outcomes) {
    for (const { name, subject, value } of entry.measurements) {
      if (subject !== undefined || !Number.isFinite(value)) continue;
      const series = next.get(name) ?? [];
      next.delete(name);
      next.set(name, thinned([...series, [at, value]]));
    }
  }
  return Object.fromEntries([...next].slice(-keptSeries));
}

function thinned(series: readonly Point[]): readonly Point[] {
  if (series.length <= keptPoints) return series;
  const half = Math.floor(series.length / 2);
  return series.filter((_, index) => index >= half || index % 2 === 0);
}
