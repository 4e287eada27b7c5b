import { mapBounded } from '../../domain/bounded.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import type { Node, Pod } from '../../domain/kubernetes/objects.ts';
import { containerOf, isReady } from '../../domain/kubernetes/pods.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import {
  type FileSystemUse,
  fileSystemQuery,
  fromDf,
  fromKubelet,
  fromPrometheus,
} from '../../observation/file-systems.ts';
import { type Trouble, troubleOf } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Disks } from './observation.ts';

type Context = TaskContext<'cluster' | 'metrics'>;

/** The command that asks a container for its file systems. */
export const diskCommand = ['df', '-k', '-P'] as const;

/** Pods of a node in which `df` is tried, at most. */
const podsPerNode = 3;

/** The configured workloads in whose pods `df` may be run. */
export function diskSelectors(platform: Platform): readonly string[] {
  const { blockchain, gateway, others } = platform.workloads;
  const all = [blockchain, platform.database.workload, platform.cache.workload, gateway, ...others];
  return [...new Set(all.map((workload) => workload.selector))];
}

/**
 * How full the file systems of every node are: from Prometheus, and for nodes of which it knows nothing by `df` in pods
 * that run there, and last by the kubelet's own summary, where the configuration allows that: the right for it is as good
 * as root.
 */
export async function readDisks(context: Context, nodes: readonly Node[], timeoutMs: number): Promise<Disks> {
  const stored = await fromStored(context, nodes, timeoutMs);
  const known = new Set(stored.uses.map((use) => use.node));
  const left = nodes.map((node) => node.metadata.name).filter((name) => !known.has(name));
  const prometheus = stored.trouble === undefined ? {} : { prometheus: stored.trouble };
  if (left.length === 0) return { uses: stored.uses, missing: [], ...prometheus };
  const pods = await podsByNode(context);
  const results = await mapBounded(left, 4, async (node) => {
    const asked = await askPods(context, node, pods.get(node) ?? [], timeoutMs);
    return asked.uses.length > 0 ? asked : askKubelet(context, asked);
  });
  return {
    ...prometheus,
    uses: [...stored.uses, ...results.flatMap((result) => result.uses)],
    missing: results.flatMap(({ node, uses, why, next }) =>
      uses.length > 0 ? [] : [{ node, why: [stored.why, ...why], ...(next === undefined ? {} : { next }) }],
    ),
  };
}

async function fromStored(
  context: Context,
  nodes: readonly Node[],
  timeoutMs: number,
): Promise<{ uses: readonly FileSystemUse[]; why: string; trouble?: Trouble }> {
  try {
    const values = await context.ports.metrics.query(fileSystemQuery, { timeoutMs, signal: context.signal });
    return { uses: fromPrometheus(values, nodes), why: 'Prometheus has no node_filesystem figures of it' };
  } catch (error) {
    const trouble = troubleOf(error, 'prometheus');
    return { uses: [], why: trouble.message, ...(context.platform.prometheus.enabled ? { trouble } : {}) };
  }
}

/** Ready pods of the configured workloads by node: those with volumes first, then in the order of the selectors. */
async function podsByNode(context: Context): Promise<ReadonlyMap<string, readonly Pod[]>> {
  const { cluster } = context.ports;
  const { namespace } = context.platform;
  const found = new Map<string, Pod>();
  for (const labels of diskSelectors(context.platform)) {
    for await (const pod of cluster.list({ resource: resources.pods, namespace, labels })) {
      if (isReady(pod) && pod.spec.nodeName !== undefined) found.set(pod.metadata.name, pod);
    }
  }
  const volumes = (pod: Pod) => (pod.spec.volumes ?? []).filter((volume) => volume.persistentVolumeClaim).length;
  const pods = [...found.values()].sort((a, b) => volumes(b) - volumes(a));
  return Map.groupBy(pods, (pod) => pod.spec.nodeName ?? '');
}

interface Asked {
  readonly node: string;
  readonly uses: readonly FileSystemUse[];
  readonly why: readonly string[];
  readonly next?: string;
}

async function askPods(context: Context, node: string, pods: readonly Pod[], timeoutMs: number): Promise<Asked> {
  const why: string[] = [];
  let next: string | undefined;
  for (const pod of pods.slice(0, podsPerNode)) {
    const { name } = pod.metadata;
    const container = containerOf(pod) ?? '';
    const target = { namespace: context.platform.namespace, pod: name, container };
    try {
      const result = await context.ports.cluster.exec(target, diskCommand, { timeoutMs, maxOutputBytes: 256 * 1024 });
      const uses = fromDf(Buffer.from(result.stdout).toString('utf8'), node, `pod/${name}`);
      if (uses.length > 0) return { node, uses, why };
      why.push(`df in pod/${name} ended with ${result.exitCode} and named no file system`);
    } catch (error) {
      const trouble = troubleOf(error, `pod/${name}`);
      why.push(`df in pod/${name}: ${trouble.message}`);
      next ??= trouble.next;
    }
  }
  if (pods.length === 0) why.push('no ready pod of a configured workload runs on it in which df could be asked');
  return { node, uses: [], why, ...(next === undefined ? {} : { next }) };
}

const kubeletSwitch =
  '`platform.nodes.kubelet-summary: true` asks kubelets instead, by a right that is as good as root';

/** Ask the kubelet of a node whose pods did not know; where that is not allowed, say how it could be. */
async function askKubelet(context: Context, asked: Asked): Promise<Asked> {
  const { node, why, next } = asked;
  if (!context.platform.nodes.kubeletSummary) {
    return {
      ...asked,
      next: `${next ?? 'let Prometheus scrape a node exporter on it, or run a pod of the platform with df there'}; ${kubeletSwitch}`,
    };
  }
  try {
    const uses = fromKubelet(await context.ports.cluster.nodeFileSystems(node), node);
    return uses.length > 0 ? { node, uses, why } : { ...asked, why: [...why, 'its kubelet names no file system'] };
  } catch (error) {
    const trouble = troubleOf(error, `node/${node}`);
    const mend = trouble.next ?? next;
    return {
      node,
      uses: [],
      why: [...why, `its kubelet: ${trouble.message}`],
      ...(mend === undefined ? {} : { next: mend }),
    };
  }
}
