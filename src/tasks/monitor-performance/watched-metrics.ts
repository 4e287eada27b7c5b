import type { Thresholds } from '../../domain/configuration/thresholds.ts';
import type { Unit } from '../../domain/measurement.ts';
import type { Bounds, Direction } from '../../domain/performance/threshold.ts';
import { formatCount, formatShare } from '../../domain/quantities.ts';

/** One of the guide's six metrics (§3.2): which side is bad, in what unit it is kept, and how people read it. */
export interface WatchedMetric {
  /** Also the name under which the pipeline stores its history. */
  readonly name: string;
  readonly threshold: keyof Thresholds;
  readonly title: string;
  readonly direction: Direction;
  readonly unit: Unit;
  /** What one unit of the configured threshold is in {@link unit}: percent are kept as shares. */
  readonly scale: number;
  readonly format: (value: number) => string;
}

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : formatCount(value)} ms`;
const perSecond = (value: number): string => `${value < 10 ? value.toFixed(1) : formatCount(value)} a second`;

const share = { unit: 'share', scale: 0.01, format: formatShare, direction: 'higher-is-worse' } as const;
const span = { unit: 'ms', scale: 1, format: milliseconds, direction: 'higher-is-worse' } as const;

/** The six, in the order of the guide. */
export const watchedMetrics = {
  cpu: { name: 'cpu-utilization', threshold: 'cpuUtilization', title: 'CPU', ...share },
  memory: { name: 'memory-utilization', threshold: 'memoryUtilization', title: 'memory', ...share },
  disk: { name: 'disk-utilization', threshold: 'diskUtilization', title: 'disk', ...share },
  latency: { name: 'network-latency', threshold: 'networkLatency', title: 'network latency', ...span },
  throughput: {
    name: 'transaction-throughput',
    threshold: 'transactionThroughput',
    title: 'transactions',
    direction: 'lower-is-worse',
    unit: 'per-second',
    scale: 1,
    format: perSecond,
  },
  response: { name: 'response-time', threshold: 'responseTime', title: 'response time', ...span },
} as const satisfies Readonly<Record<string, WatchedMetric>>;

/** Names of the six series. */
export const metricNames: readonly string[] = Object.values(watchedMetrics).map((metric) => metric.name);

/** The configured thresholds of a metric in the unit in which it is kept. */
export function boundsOf(metric: WatchedMetric, thresholds: Thresholds, hysteresis: number): Bounds {
  const { warning, critical } = thresholds[metric.threshold];
  return {
    warning: warning * metric.scale,
    critical: critical * metric.scale,
    direction: metric.direction,
    hysteresis,
  };
}
