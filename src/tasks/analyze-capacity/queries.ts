import type { Platform } from '../../domain/configuration/platform.ts';
import type { MetricCode } from './capacity-metrics.ts';

/**
 * What becomes of the series of an answer. `cluster`: those of our own nodes are added up, as a share of what these nodes can
 * give away (`cpu`, `memory`) or as they are (`sum`).
 */
export type Subject =
  | { readonly fixed: string }
  | { readonly claim: true }
  | { readonly node: true }
  | { readonly cluster: 'cpu' | 'memory' | 'sum' };

/** A metric's history in Prometheus, and where it is looked for when Prometheus knows nothing of it. */
export interface HistoryQuery {
  readonly code: MetricCode;
  readonly subject: Subject;
  /** Averages over the window, so that each value stands for the whole step. */
  readonly expression: string;
  /** The name of the stored series that stands in. */
  readonly stored?: string;
  /** What the stored series is of, where that is not the metric but something that is never below it. */
  readonly bound?: string;
}

/** Interfaces that carry what others carry already, or nothing from outside. */
const devices =
  'device!~"lo|veth.*|docker.*|br-.*|cni.*|cali.*|cilium.*|lxc.*|flannel.*|tunl.*|vxlan.*|virbr.*|kube-.*"';
const idle = 'mode!~"idle|iowait|steal|guest.*"';
/** Labels that may name a node, and the job: what two jobs scrape of one node must not be added up. */
const byNode = 'by (job, instance, node, kubernetes_node, nodename, hostname)';
/** The root file system; what is mounted elsewhere is a claim's volume, or no storage. */
const root = 'mountpoint="/"';

/** The queries of a platform; `window` as PromQL writes it, such as `21600s`. */
export function historyQueries(platform: Platform, window: string): readonly HistoryQuery[] {
  const { namespace, workloads, capacity, network } = platform;
  const volumes = (metric: string) =>
    `avg_over_time(kubelet_volume_stats_${metric}_bytes{namespace="${namespace}"}[${window}])`;
  const traffic = (direction: string) => `rate(node_network_${direction}_bytes_total{${devices}}[${window}])`;
  const perNode = (direction: string) => `sum ${byNode} (${traffic(direction)})`;
  const counter = workloads.blockchain.transactionsMetric;
  return [
    {
      code: 'cpu',
      subject: { cluster: 'cpu' },
      expression: `sum ${byNode} (rate(node_cpu_seconds_total{${idle}}[${window}]))`,
      stored: 'cpu-utilization',
      bound: 'fullest node',
    },
    {
      code: 'memory',
      subject: { cluster: 'memory' },
      // What cannot be reclaimed: the working set of the node.
      expression: `max ${byNode} (avg_over_time(node_memory_MemTotal_bytes[${window}]) - avg_over_time(node_memory_MemAvailable_bytes[${window}]))`,
      stored: 'memory-utilization',
      bound: 'fullest node',
    },
    {
      code: 'storage-growth',
      subject: { fixed: `volumes of ${namespace}` },
      expression: `sum(max by (persistentvolumeclaim) (${volumes('used')}))`,
    },
    {
      code: 'storage',
      subject: { claim: true },
      expression: `max by (persistentvolumeclaim) (${volumes('used')} / ${volumes('capacity')})`,
    },
    {
      code: 'storage',
      subject: { node: true },
      expression: `max ${byNode} (1 - avg_over_time(node_filesystem_avail_bytes{${root}}[${window}]) / avg_over_time(node_filesystem_size_bytes{${root}}[${window}]))`,
      stored: 'disk-utilization',
    },
    {
      code: 'network-bandwidth',
      subject: { cluster: 'sum' },
      expression: `${perNode('receive')} + ${perNode('transmit')}`,
    },
    ...(Object.keys(network.links).length === 0
      ? []
      : [
          {
            code: 'network',
            subject: { node: true },
            // The busier direction of each node: links carry both at full speed.
            expression: `(${perNode('receive')} > ${perNode('transmit')}) or ${perNode('transmit')}`,
          } as const,
        ]),
    {
      code: 'transactions',
      subject: { fixed: workloadText(workloads.blockchain) },
      expression: `quantile(0.5, rate(${counter}[${window}])) or quantile(0.5, rate(${counter}_total[${window}]))`,
      stored: 'transaction-throughput',
    },
    ...(capacity.userActivity === undefined
      ? []
      : [
          {
            code: 'user-activity',
            subject: { fixed: workloadText(workloads.gateway) },
            expression: `sum(rate(${capacity.userActivity}[${window}]))`,
          } as const,
        ]),
    ...processingTime(platform, window),
  ];
}

/** The middle and the slow end; from the probe's stored figures where no histogram is configured. */
function processingTime({ capacity, workloads }: Platform, window: string): readonly HistoryQuery[] {
  const gateway = workloadText(workloads.gateway);
  return (
    [
      ['p50', 0.5, 'response-time-p50'],
      ['p95', 0.95, 'response-time'],
    ] as const
  ).map(([name, level, stored]) => ({
    code: 'processing-time',
    subject: { fixed: `${gateway} ${name}` },
    expression:
      capacity.responseTime === undefined
        ? ''
        : `1000 * histogram_quantile(${level}, sum by (le) (rate(${capacity.responseTime}_bucket[${window}])))`,
    stored,
  }));
}

const workloadText = ({ kind, name }: { readonly kind: string; readonly name: string }): string =>
  `${kind.toLowerCase()}/${name}`;

/** Metrics of which nobody has said what to look at, with the line to write. */
export function notConfigured({ network, capacity, workloads }: Platform) {
  const activity =
    capacity.userActivity !== undefined
      ? []
      : [
          {
            code: 'user-activity',
            subject: workloadText(workloads.gateway),
            why: 'no counter of requests or sessions is configured',
            next: 'set `platform.capacity.user-activity` in .github/maintenance.yml to a counter in Prometheus, such as http_requests_total',
            notConfigured: true,
          } as const,
        ];
  const links =
    Object.keys(network.links).length > 0
      ? []
      : [
          {
            code: 'network',
            subject: 'nodes',
            why: 'no speed of any link is configured, so traffic is no share of anything',
            next: 'set `platform.network.links` in .github/maintenance.yml, such as `{ default: 10Gbit }`',
            notConfigured: true,
          } as const,
        ];
  return [...activity, ...links];
}
