import type { Finding } from '../../../domain/finding/finding.ts';
import { kubectl } from '../../../domain/kubernetes/kubectl.ts';
import type { Node } from '../../../domain/kubernetes/objects.ts';
import { resources } from '../../../domain/kubernetes/resources.ts';
import type { Measurement } from '../../../domain/measurement.ts';
import { counted, formatShare } from '../../../domain/quantities.ts';
import { fileSystemQuery, fromPrometheus } from '../../../observation/file-systems.ts';
import { attempt, type Trouble } from '../../../observation/trouble.ts';
import type { HealthContext, JudgeContext } from '../check.ts';

/** How full one volume is. */
interface Usage {
  /** `persistentvolumeclaim/data-postgres-0`, or a file system of a node. */
  readonly subject: string;
  readonly used: number;
}

/** A claim that has a volume. */
export interface BoundClaim {
  readonly name: string;
  /** Its volume is a folder or a disk of a node: of this one, where the volume says so. */
  readonly onNode: boolean;
  readonly node?: string;
}

/** What Prometheus knows of volumes: claims by the kubelets' figures, else the nodes' file systems. */
export interface SeenUsage {
  readonly claims: readonly Usage[];
  readonly fileSystems: readonly (Usage & { readonly node: string })[];
  /** Nodes of which no file system is known. */
  readonly silentNodes: readonly string[];
  readonly trouble?: Trouble;
}

const queryMs = 15_000;

const claimQuery = (namespace: string): string =>
  `max by (persistentvolumeclaim) (kubelet_volume_stats_used_bytes{namespace="${namespace}"} / kubelet_volume_stats_capacity_bytes{namespace="${namespace}"})`;

/** Ask Prometheus; what it does not know stays unknown, and the phases are judged all the same. */
export async function readUsage({ ports, platform, signal }: HealthContext): Promise<SeenUsage> {
  const limits = { timeoutMs: queryMs, signal };
  const read = await attempt('prometheus', async () => {
    const claims = await ports.metrics.query(claimQuery(platform.namespace), limits);
    const fileSystems = claims.length > 0 ? [] : await ports.metrics.query(fileSystemQuery, limits);
    const nodes = fileSystems.length === 0 ? [] : await nodesOf(ports.cluster);
    const usable = ({ value }: { readonly value: number }) => Number.isFinite(value);
    const text = (value: string | undefined) => (value ?? '').slice(0, 200);
    const found = fromPrometheus(fileSystems, nodes);
    const told = new Set(found.map(({ node }) => node));
    return {
      claims: claims.filter(usable).map(({ labels, value }) => ({
        subject: `persistentvolumeclaim/${text(labels.persistentvolumeclaim)}`,
        used: value,
      })),
      fileSystems: found.map(({ node, place, used }) => ({
        subject: `file system ${text(place)} of node/${node}`,
        node,
        used,
      })),
      silentNodes: nodes.map(({ metadata }) => metadata.name).filter((name) => !told.has(name)),
    };
  });
  return 'value' in read ? read.value : { claims: [], fileSystems: [], silentNodes: [], trouble: read.trouble };
}

async function nodesOf(cluster: HealthContext['ports']['cluster']): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  for await (const node of cluster.list({ resource: resources.nodes })) nodes.push(node);
  return nodes;
}

/** What is too full, and whose usage nobody knows. Not measured is not healthy. */
export function usageFindings(
  usage: SeenUsage,
  bound: readonly BoundClaim[],
  context: JudgeContext,
): readonly Finding[] {
  const { thresholds, platform } = context;
  const { warning, critical } = thresholds.diskUtilization;
  const full = [...usage.claims, ...usage.fileSystems].flatMap(({ subject, used }): readonly Finding[] => {
    if (used * 100 < warning) return [];
    const next = subject.startsWith('persistentvolumeclaim/')
      ? kubectl(platform.namespace)`describe ${subject}`
      : `remove what is not needed on it: ${subject}`;
    return [
      {
        code: 'volume-nearly-full',
        severity: used * 100 >= critical ? 'fail' : 'warn',
        subject,
        title: 'volume is nearly full',
        evidence: `${formatShare(used)} in use (warns from ${warning} %, fails from ${critical} %)`,
        next,
      },
    ];
  });
  return [...full, ...unmeasured(usage, bound)];
}

function unmeasured(usage: SeenUsage, bound: readonly BoundClaim[]): readonly Finding[] {
  const missing = missingOf(usage, bound);
  if (missing.length === 0) return [];
  const names = missing.slice(0, 3).join(', ');
  const rest = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  const why = usage.trouble?.message ?? 'Prometheus has no kubelet_volume_stats and no node_filesystem figures of them';
  return [
    {
      code: 'volume-usage-unknown',
      severity: 'unknown',
      subject: 'persistentvolumeclaims',
      title: 'how full volumes are is not known',
      evidence: `${counted(missing.length, 'claim')} not measured (${names}${rest}): ${why}`,
      next: usage.trouble?.next ?? "let Prometheus scrape the kubelets' /metrics (kubelet_volume_stats_used_bytes)",
    },
  ];
}

/**
 * Bound claims that no figure covers. A node's file systems hold the volumes that are a folder or a disk of that node (of
 * any, where a volume does not say which: then no node may be silent); of what a storage system keeps they say nothing.
 */
function missingOf({ claims, fileSystems, silentNodes }: SeenUsage, bound: readonly BoundClaim[]): readonly string[] {
  const known = new Set(claims.map(({ subject }) => subject));
  return bound
    .filter(({ name }) => !known.has(`persistentvolumeclaim/${name}`))
    .filter(({ onNode, node }) => {
      if (!onNode || fileSystems.length === 0) return true;
      return node === undefined ? silentNodes.length > 0 : !fileSystems.some((each) => each.node === node);
    })
    .map(({ name }) => name);
}

/** The fullest first, and not more than a report can carry. */
export function usageMeasurements(usage: SeenUsage, { thresholds }: JudgeContext): readonly Measurement[] {
  const comparedWith = { what: 'warning threshold', value: thresholds.diskUtilization.warning / 100 };
  const sorted = [...usage.claims, ...usage.fileSystems].sort((a, b) => b.used - a.used);
  return sorted
    .slice(0, 20)
    .map(({ subject, used }) => ({ name: 'volume-used', subject, value: used, unit: 'share', comparedWith }));
}

/** `fullest 41 %` */
export function usageText(usage: SeenUsage, bound: readonly BoundClaim[]): string {
  const all = [...usage.claims, ...usage.fileSystems].map(({ used }) => used);
  const missing = missingOf(usage, bound).length;
  const fullest = all.length === 0 ? 'use not measured' : `fullest ${formatShare(Math.max(...all))}`;
  return missing === 0 || all.length === 0 ? fullest : `${fullest}, ${missing} not measured`;
}
