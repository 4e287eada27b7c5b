import type { Point } from '../../domain/state/documents.ts';
import { attempt } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { MetricCode } from './capacity-metrics.ts';
import type { Read } from './seen.ts';

const weekMs = 7 * 86_400_000;

/** A value that was read now, of a metric whose earlier values this task stored itself, one a run. */
export interface ReadNow {
  readonly code: MetricCode;
  readonly subject: string;
  readonly source: string;
  readonly value: number;
  readonly facts?: string;
}

/** The value now behind those of earlier runs. */
export async function withStored({ ports, now }: TaskContext<'history'>, read: ReadNow): Promise<Read> {
  const { value, source, ...rest } = read;
  const stored = await attempt('stored history', () => ports.history.series(storedName(read.code)));
  const earlier = 'value' in stored ? stored.value.filter(([time]) => time < now) : [];
  const points: readonly Point[] = [...earlier, [now, value]];
  const runs = earlier.length === 0 ? '' : `, and ${earlier.length} earlier runs`;
  return { series: [{ ...rest, of: 'platform', source: `${source}${runs}`, stepMs: weekMs, points }], missing: [] };
}

/** The name under which the pipeline stores a metric of this task: that of its measurement. */
export const storedName = (code: MetricCode): string => `capacity-${code}`;
