import type { Platform } from '../../domain/configuration/platform.ts';
import type { Unit } from '../../domain/measurement.ts';

/** One of the guide's twelve capacity metrics (§5.1). */
export interface CapacityMetric {
  /** The guide's own name. */
  readonly guide: string;
  readonly title: string;
  readonly unit: Unit;
  /** Which scaling threshold it is held against; absent: the guide has none. */
  readonly scaling?: keyof Platform['capacity']['scaling'];
}

/** The twelve, by the codes of their findings, in the order of the guide. */
export const capacityMetrics = {
  cpu: { guide: 'cpu_utilization_trend', title: 'CPU in use', unit: 'share', scaling: 'cpu' },
  memory: { guide: 'memory_usage_trend', title: 'memory in use', unit: 'share', scaling: 'memory' },
  'storage-growth': { guide: 'storage_growth_rate', title: 'bytes in volumes', unit: 'bytes' },
  'network-bandwidth': { guide: 'network_bandwidth_usage', title: 'network traffic', unit: 'bytes-per-second' },
  transactions: { guide: 'transaction_volume_growth', title: 'transactions', unit: 'per-second' },
  'user-activity': { guide: 'user_activity_trends', title: 'user activity', unit: 'per-second' },
  'data-storage': { guide: 'data_storage_requirements', title: 'bytes in databases', unit: 'bytes' },
  'processing-time': { guide: 'processing_time_trends', title: 'processing time', unit: 'ms' },
  'node-requests': { guide: 'node_capacity_utilization', title: 'requests of the fullest node', unit: 'share' },
  storage: { guide: 'storage_capacity_trends', title: 'storage in use', unit: 'share', scaling: 'storage' },
  network: { guide: 'network_capacity_usage', title: 'share of the link in use', unit: 'share', scaling: 'network' },
  'backup-growth': { guide: 'backup_storage_growth', title: 'bytes of backups a day', unit: 'bytes-per-day' },
} as const satisfies Readonly<Record<string, CapacityMetric>>;

/** The code of a metric. */
export type MetricCode = keyof typeof capacityMetrics;

/** The metric of a code, whichever it is. */
export const metricOf = (code: MetricCode): CapacityMetric => capacityMetrics[code];

/** The scaling threshold of a metric as a share. */
export function thresholdOf(code: MetricCode, { capacity }: Pick<Platform, 'capacity'>): number | undefined {
  const { scaling } = metricOf(code);
  return scaling === undefined ? undefined : capacity.scaling[scaling] / 100;
}
