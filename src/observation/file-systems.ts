import type { NodeFileSystem } from '../domain/kubernetes/node-summary.ts';
import type { Node } from '../domain/kubernetes/objects.ts';
import { nodeOf } from '../domain/metrics/node-of.ts';
import type { Labels } from '../domain/metrics/text-format.ts';

/** How full one file system of a node is. */
export interface FileSystemUse {
  readonly node: string;
  /** The mount point as the source calls it. */
  readonly place: string;
  readonly used: number;
  /** `prometheus`, `kubelet`, or the pod in which `df` was run. */
  readonly source: string;
}

/** Everything about file systems that node exporters serve, in one query. */
export const fileSystemQuery = '{__name__=~"node_filesystem_(size|free|avail)_bytes|node_filesystem_readonly"}';

interface Value {
  readonly labels: Labels;
  readonly value: number;
}

/** Kinds that are no storage, or are full by nature. */
const skippedKinds = /^(squashfs|iso9660|ramfs|devtmpfs|proc|sysfs|cgroup2?|nsfs|autofs|rpc_pipefs|fuse\.lxcfs)$/;
/** Places that are the system's own or a container's plumbing. */
const skippedPlaces =
  /^\/(proc|sys|dev|run)(\/|$)|^\/etc\/(hosts|hostname|resolv\.conf)$|^\/var\/run\/secrets(\/|$)|\/kubernetes\.io~(secret|projected)\//;

/** The share in use as `df` counts it: used / (used + available to users); undefined when there is no such size. */
export function usedShare(size: number, free: number, available: number): number | undefined {
  const used = size - free;
  const whole = used + available;
  return size > 0 && whole > 0 && used >= 0 && Number.isFinite(whole) ? used / whole : undefined;
}

/** File systems from Prometheus' answer to {@link fileSystemQuery}, for the nodes that they can be told to belong to. */
export function fromPrometheus(values: readonly Value[], nodes: readonly Node[]): readonly FileSystemUse[] {
  const groups = Map.groupBy(values, ({ labels }) =>
    JSON.stringify([labels.instance, labels.device, labels.mountpoint]),
  );
  return [...groups.values()].flatMap((group) => {
    const labels = group[0]?.labels ?? {};
    const of = (metric: string) => group.find((each) => each.labels.__name__ === `node_filesystem_${metric}`)?.value;
    const node = nodeOf(labels, nodes);
    const place = labels.mountpoint ?? '';
    const [size, available] = [of('size_bytes'), of('avail_bytes')];
    if (node === undefined || size === undefined || available === undefined) return [];
    if (skippedKinds.test(labels.fstype ?? '') || skippedPlaces.test(place) || of('readonly') === 1) return [];
    const used = usedShare(size, of('free_bytes') ?? available, available);
    return used === undefined ? [] : [{ node, place: place.slice(0, 300), used, source: 'prometheus' }];
  });
}

/** File systems from a kubelet's summary. */
export function fromKubelet(found: readonly NodeFileSystem[], node: string): readonly FileSystemUse[] {
  return found.map(({ name, capacityBytes, availableBytes }) => ({
    node,
    place: name,
    used: (capacityBytes - availableBytes) / capacityBytes,
    source: 'kubelet',
  }));
}

/** A line of `df -k -P` (POSIX): device, 1024-blocks, used, available, capacity, place. */
const row = /^(\S.{0,255}?)\s+(\d+)\s+(\d+)\s+(\d+)\s+\d+%\s+(\/.{0,1023})$/;

/** File systems from what `df -k -P` printed in a pod of a node. */
export function fromDf(output: string, node: string, source: string): readonly FileSystemUse[] {
  return output
    .split('\n')
    .slice(0, 500)
    .flatMap((line) => {
      const [, , size, used, available, place = ''] = (line.length <= 2048 && row.exec(line)) || [];
      if (size === undefined || skippedPlaces.test(place)) return [];
      const share = usedShare(Number(size), Number(size) - Number(used), Number(available));
      return share === undefined ? [] : [{ node, place: place.slice(0, 300), used: share, source }];
    });
}
