import type { Finding } from '../../domain/finding/finding.ts';
import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { formatShare } from '../../domain/quantities.ts';
import { mean, percentile } from '../../domain/statistics/percentile.ts';
import type { Trouble } from '../../observation/trouble.ts';
import type { Measured } from './judge.ts';
import type { Disks, NodeUse, Read } from './observation.ts';
import { type WatchedMetric, watchedMetrics } from './watched-metrics.ts';

/** What a group of readings comes to: a value to judge (or none), what is unknown, and further measurements. */
export interface Assessment {
  readonly measured?: Measured;
  readonly findings: readonly Finding[];
  readonly measurements: readonly Measurement[];
}

/** The finding for a metric of which nothing is known. */
export function unknownMetric(metric: WatchedMetric, subject: string, trouble: Trouble, next: string): Finding {
  return {
    code: `${metric.name}-unknown`,
    severity: 'unknown',
    subject,
    title: `${metric.title} could not be measured`,
    evidence: trouble.message,
    next: trouble.next ?? next,
  };
}

const topNodes = kubectl(clusterWide)`top nodes`;

/** CPU or memory: the worst node counts; the mean would hide it. */
export function assessNodeUse(which: 'cpu' | 'memory', read: Read<readonly NodeUse[]>): Assessment {
  const metric = watchedMetrics[which];
  if ('trouble' in read) {
    return { findings: [unknownMetric(metric, 'nodes', read.trouble, topNodes)], measurements: [] };
  }
  const known = read.value.flatMap((use) => ('why' in use ? [] : [{ node: use.node, used: use[which] }]));
  const unknown = read.value.flatMap((use) => ('why' in use ? [use] : []));
  const findings = unknown.map(
    ({ node, why }): Finding => ({
      code: `${metric.name}-unknown`,
      severity: 'unknown',
      subject: `node/${node}`,
      title: `${metric.title} of this node is not known`,
      evidence: why,
      next: kubectl(clusterWide)`describe node ${node}`,
    }),
  );
  if (read.value.length === 0) {
    const trouble = { code: 'not-found', subject: 'nodes', message: 'the cluster has no nodes' } as const;
    findings.push(unknownMetric(metric, 'nodes', trouble, kubectl(clusterWide)`get nodes`));
  }
  const sorted = known.toSorted((a, b) => b.used - a.used);
  const [worst] = sorted;
  if (worst === undefined) return { findings, measurements: [] };
  const values = known.map((each) => each.used);
  const [p95, average] = [percentile(values, 0.95) as number, mean(values) as number];
  const names = sorted
    .slice(0, 3)
    .map(({ node, used }) => `node/${node} ${formatShare(used)}`)
    .join(', ');
  const complete = unknown.length === 0;
  return {
    findings,
    measurements: [
      ...known.map(
        ({ node, used }): Measurement => ({ name: metric.name, subject: `node/${node}`, value: used, unit: 'share' }),
      ),
      ...(complete ? spread(metric, p95, average) : []),
    ],
    measured: {
      metric,
      subject: 'nodes',
      value: worst.used,
      complete,
      facts: `${names}; p95 ${formatShare(p95)}, mean ${formatShare(average)} of ${known.length} nodes`,
      source: 'metrics.k8s.io against allocatable',
      next:
        which === 'cpu'
          ? kubectl(clusterWide)`top pods -A --sort-by=cpu`
          : kubectl(clusterWide)`top pods -A --sort-by=memory`,
    },
  };
}

const spread = (metric: WatchedMetric, p95: number, average: number): readonly Measurement[] => [
  { name: `${metric.name}-p95`, value: p95, unit: metric.unit },
  { name: `${metric.name}-mean`, value: average, unit: metric.unit },
];

/** Disk: the fullest file system of any node counts. */
export function assessDisks(read: Read<Disks>): Assessment {
  const metric = watchedMetrics.disk;
  if ('trouble' in read) {
    return {
      findings: [unknownMetric(metric, 'file systems of nodes', read.trouble, kubectl(clusterWide)`get nodes`)],
      measurements: [],
    };
  }
  const { uses, missing, prometheus } = read.value;
  const unknown = missing.map(
    ({ node, why, next }): Finding => ({
      code: 'disk-utilization-unknown',
      severity: 'unknown',
      subject: `node/${node}`,
      title: 'disk of this node is not known',
      evidence: why.slice(0, 5).join('; '),
      next: next ?? kubectl(clusterWide)`describe node ${node}`,
    }),
  );
  const findings = [...unknown, ...(prometheus === undefined ? [] : [notFromPrometheus(prometheus)])];
  const sorted = uses.toSorted((a, b) => b.used - a.used);
  const [worst] = sorted;
  if (worst === undefined) return { findings, measurements: [] };
  const nodes = Map.groupBy(sorted, (use) => use.node);
  const fullest = [...nodes.values()].flatMap((group) => group.slice(0, 1));
  const text = sorted
    .slice(0, 3)
    .map(({ node, place, used }) => `node/${node} ${place} ${formatShare(used)}`)
    .join(', ');
  return {
    findings,
    measurements: fullest.map(({ node, used }) => ({
      name: metric.name,
      subject: `node/${node}`,
      value: used,
      unit: 'share',
    })),
    measured: {
      metric,
      subject: 'file systems of nodes',
      value: worst.used,
      complete: missing.length === 0,
      facts: `${text}; ${uses.length} file systems of ${nodes.size} nodes`,
      source: sourceOf(worst.source),
      next: `${kubectl(clusterWide)`describe node ${worst.node}`}, and free space under ${worst.place}`,
    },
  };
}

const sources: Readonly<Record<string, string>> = {
  prometheus: 'Prometheus (node_filesystem)',
  kubelet: "the kubelet's summary",
};

const sourceOf = (source: string): string => sources[source] ?? `df in ${source}`;

/** Figures by `df` are as good, but whoever runs Prometheus has to hear that it could not be asked. */
const notFromPrometheus = ({ message, next }: Trouble): Finding => ({
  code: 'prometheus-not-asked',
  severity: 'warn',
  subject: 'prometheus',
  title: 'Prometheus could not be asked, so disk use was looked for by df in pods',
  evidence: message,
  next: next ?? 'see that it runs, or set `platform.prometheus.enabled: false` in .github/maintenance.yml',
});
