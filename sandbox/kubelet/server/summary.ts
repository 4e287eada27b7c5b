/** `/stats/summary`: CPU, memory and file systems of the node, its pods, containers and volumes. */
import { statfsSync } from 'node:fs';
import type { Kubelet } from '../kubelet.ts';
import type { ContainerUsage, PodUsage } from '../usage.ts';
import type { VolumeUsage } from '../volumes.ts';

interface Reading {
  readonly at: number;
  readonly cpuSeconds: number;
}

const before = new Map<string, Reading>();

/** The document, measured now. Rates are since the last call; the first has none. */
export function summary(kubelet: Kubelet): object {
  const time = new Date().toISOString();
  const { node } = kubelet.services;
  const pods = kubelet.usage.measure(kubelet.workers());
  const rendered = pods.map((pod) => podSummary(pod, time));
  const cpuSeconds = sum(pods.flatMap(({ containers }) => containers.map((c) => c.cpuSeconds)));
  const memory = sum(pods.flatMap(({ containers }) => containers.map((c) => c.memoryBytes)));
  const used = sum(rendered.map((pod) => pod.used));
  const capacityBytes = node.allocatable['ephemeral-storage'] ?? 0;
  return {
    node: {
      nodeName: node.name,
      startTime: kubelet.startedAt,
      cpu: cpu(`node/${node.name}`, cpuSeconds, time),
      memory: { ...memoryOf(memory, time), availableBytes: Math.max(0, (node.allocatable.memory ?? 0) - memory) },
      // The machine's own disk is nobody's business here: the node has what its pods may use.
      fs: { time, capacityBytes, usedBytes: used, availableBytes: Math.max(0, capacityBytes - used) },
    },
    pods: rendered.map(({ document }) => document),
  };
}

/** What the pods of a node use together: CPU in seconds since they started, memory and disk in bytes. */
export function nodeUsage(kubelet: Kubelet): { cpuSeconds: number; memoryBytes: number; diskBytes: number } {
  const time = new Date().toISOString();
  const pods = kubelet.usage.measure(kubelet.workers());
  const containers = pods.flatMap((pod) => pod.containers);
  return {
    cpuSeconds: sum(containers.map((container) => container.cpuSeconds)),
    memoryBytes: sum(containers.map((container) => container.memoryBytes)),
    diskBytes: sum(pods.map((pod) => podSummary(pod, time).used)),
  };
}

function podSummary({ worker, containers }: PodUsage, time: string): { document: object; used: number } {
  const { name, namespace, uid } = worker.pod.metadata;
  const volumes = safeVolumes(worker);
  const roots = containers.map((usage) =>
    containerSummary(uid, worker.container(usage.name)?.instance?.pid, usage, time),
  );
  const own = volumes.filter(({ claim }) => claim === undefined);
  const used = sum(own.map(({ usedBytes }) => usedBytes)) + sum(roots.map(({ used: bytes }) => bytes));
  const document = {
    podRef: { name, namespace, uid },
    startTime: worker.pod.status?.startTime,
    containers: roots.map((root) => root.document),
    cpu: cpu(`pod/${uid}`, sum(containers.map((c) => c.cpuSeconds)), time),
    memory: memoryOf(sum(containers.map((c) => c.memoryBytes)), time),
    volume: volumes.map((volume) => volumeSummary(volume, namespace, time)),
    'ephemeral-storage': { time, usedBytes: used },
  };
  return { document, used };
}

/** A pod that is just being taken away has no volumes any more. */
function safeVolumes(worker: PodUsage['worker']): VolumeUsage[] {
  try {
    return worker.volumes.usage();
  } catch {
    return [];
  }
}

function containerSummary(
  uid: string,
  pid: number | undefined,
  usage: ContainerUsage,
  time: string,
): { document: object; used: number } {
  const root = pid === undefined ? undefined : fileSystem(`/proc/${pid}/root`);
  const document = {
    name: usage.name,
    startTime: time,
    cpu: cpu(`container/${uid}/${usage.name}/${pid}`, usage.cpuSeconds, time),
    memory: memoryOf(usage.memoryBytes, time),
    ...(root && { rootfs: { time, ...root } }),
  };
  return { document, used: root?.usedBytes ?? 0 };
}

function volumeSummary(
  { name, claim, inodes, inodesFree, ...bytes }: VolumeUsage,
  namespace: string | undefined,
  time: string,
): object {
  const pvcRef = claim === undefined ? {} : { pvcRef: { name: claim, namespace } };
  return { name, time, ...bytes, inodes, inodesFree, inodesUsed: inodes - inodesFree, ...pvcRef };
}

function fileSystem(path: string): { capacityBytes: number; availableBytes: number; usedBytes: number } | undefined {
  try {
    const { bsize, blocks, bavail, bfree } = statfsSync(path);
    return { capacityBytes: blocks * bsize, availableBytes: bavail * bsize, usedBytes: (blocks - bfree) * bsize };
  } catch {
    return undefined; // The container ended meanwhile.
  }
}

function cpu(key: string, cpuSeconds: number, time: string): object {
  const at = performance.now();
  const last = before.get(key);
  before.set(key, { at, cpuSeconds });
  const rate = last && at > last.at ? Math.max(0, ((cpuSeconds - last.cpuSeconds) / (at - last.at)) * 1e12) : undefined;
  return {
    time,
    ...(rate !== undefined && { usageNanoCores: Math.round(rate) }),
    usageCoreNanoSeconds: Math.round(cpuSeconds * 1e9),
  };
}

function memoryOf(bytes: number, time: string): object {
  return { time, usageBytes: bytes, workingSetBytes: bytes, rssBytes: bytes };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
