import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Node } from '../../domain/kubernetes/objects.ts';
import type { Trouble } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import { metricOf } from './capacity-metrics.ts';
import { givesOf } from './cluster-course.ts';
import type { HistoryQuery, Subject } from './queries.ts';
import type { Missing, SeenSeries } from './seen.ts';

type Context = Pick<TaskContext, 'platform'>;

/**
 * Nodes of which a metric of nodes is not known, although it is of others. One that joined after `settled` (epoch ms)
 * cannot have figures yet.
 */
export function absentNodes(
  { platform }: Context,
  { code, subject }: HistoryQuery,
  known: readonly SeenSeries[],
  nodes: readonly Node[],
  settled: number,
): readonly Missing[] {
  if (!('node' in subject || 'cluster' in subject)) return [];
  const subjects = new Set(known.map((each) => each.subject));
  return nodes.flatMap((node): readonly Missing[] => {
    const { name, creationTimestamp = '' } = node.metadata;
    const missing = { code, subject: `node/${name}` } as const;
    if ('cluster' in subject && givesOf(node, subject.cluster) === undefined) {
      return [
        {
          ...missing,
          why: `its allocatable ${code} is no quantity`,
          next: kubectl(clusterWide)`describe node ${name}`,
        },
      ];
    }
    if (subjects.has(missing.subject)) return [];
    if (code === 'network' && linkScale(name, platform.network.links) === undefined) {
      const next = `set \`platform.network.links.${name}\` in .github/maintenance.yml, or \`default\``;
      return [{ ...missing, why: 'the speed of its link is not configured', next, notConfigured: true }];
    }
    if (Date.parse(creationTimestamp) > settled) return [];
    return [{ ...missing, why: 'Prometheus has no fresh figures of it', next: nextOf(code) }];
  });
}

/** What makes bytes a second of a node a share of its link; undefined where nobody has said how fast it is. */
export function linkScale(node: string | undefined, links: Readonly<Record<string, number>>): number | undefined {
  const bits = Object.hasOwn(links, node ?? '') ? links[node ?? ''] : links.default;
  return bits === undefined ? undefined : 8 / bits;
}

/** Why nothing is known of a metric, neither from Prometheus nor from what was stored. */
export function missingOf(
  { platform }: Context,
  { code, subject, stored }: HistoryQuery,
  trouble: Trouble | undefined,
): Missing {
  const { prometheus } = platform;
  const named = namedAltogether(subject);
  const nowhere = stored === undefined ? '' : `, and nothing is stored under ${stored}`;
  if (trouble !== undefined && prometheus.enabled) {
    const next = trouble.next ?? 'see that Prometheus runs, or say where it is under `platform.prometheus`';
    return { code, subject: named, why: `${trouble.message}${nowhere}`, next };
  }
  const why = prometheus.enabled
    ? `Prometheus has no fresh figures of ${metricOf(code).title}${nowhere}`
    : `there is no Prometheus${nowhere}`;
  return { code, subject: named, why, next: nextOf(code) };
}

function namedAltogether(subject: Subject): string {
  if ('fixed' in subject) return subject.fixed;
  if ('claim' in subject) return 'volumes';
  return 'node' in subject ? 'nodes' : 'cluster';
}

function nextOf(code: Missing['code']): string {
  if (code === 'storage' || code === 'storage-growth')
    return 'let Prometheus scrape the kubelets (kubelet_volume_stats) or a node exporter';
  if (code === 'user-activity')
    return 'correct `platform.capacity.user-activity`: it must be a counter that Prometheus scrapes';
  if (code === 'transactions') return 'let Prometheus scrape the chain, or let monitor-performance run for some nights';
  if (code === 'processing-time')
    return 'set `platform.capacity.response-time` to a histogram, or let monitor-performance run for some nights';
  if (code === 'network')
    return 'let Prometheus scrape a node exporter, and name every node or `default` under `platform.network.links`';
  return 'let Prometheus scrape a node exporter on every node, or let monitor-performance run for some nights';
}
