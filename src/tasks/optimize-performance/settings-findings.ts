import { fieldOf } from '../../domain/capacity/resource-fields.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { parseQuantity } from '../../domain/kubernetes/quantity.ts';
import { formatBytes, formatCount, formatShare } from '../../domain/quantities.ts';
import type { CacheInstance } from '../../ports/cache.ts';
import type { ServerSettings } from '../../ports/database.ts';
import type { Inputs } from './inputs.ts';
import type { UsedWorkload } from './observe.ts';

/** PostgreSQL, "Resource Consumption": a quarter of the memory is a reasonable beginning, more than 40 % seldom better. */
const buffers = { least: 0.15, most: 0.4, usual: 0.25 } as const;
/** What a store may take of the memory of its container, so that copying on write and connections have room. */
const mostOfMemory = 0.8;
/** Fewer reads than this say nothing of a hit rate. */
const fewestReads = 1000;

/** What the memory limit of a store's container leaves it, bytes; undefined: it has none, or the workload was not read. */
export function memoryOf(
  workloads: readonly UsedWorkload[],
  { kind, name, container }: { readonly kind: string; readonly name: string; readonly container?: string | undefined },
): number | undefined {
  const found = workloads.find(({ target }) => target.kind === kind && target.workload.metadata.name === name);
  const containers = found?.target.workload.spec.template.spec.containers ?? [];
  const own = container === undefined ? containers[0] : containers.find((one) => one.name === container);
  return own && parseQuantity(fieldOf(own, 'limits.memory') ?? '');
}

/** Settings of the database against the memory that it has. */
export function settingsFindings(
  server: string,
  settings: ServerSettings,
  memory: number | undefined,
  inputs: Inputs,
): readonly Finding[] {
  const found: Finding[] = [];
  const { sharedBuffersBytes, workMemBytes, maxConnections, hitShare } = settings;
  const share = memory === undefined ? undefined : sharedBuffersBytes / memory;
  const base = { severity: 'info', subject: server } as const;
  if (memory !== undefined && share !== undefined && (share < buffers.least || share > buffers.most)) {
    found.push({
      ...base,
      code: 'shared-buffers',
      title: `shared_buffers are ${share < buffers.least ? 'small' : 'large'} for the memory of the server`,
      evidence: `${formatBytes(sharedBuffersBytes)} of ${formatBytes(memory)} (${formatShare(share)}; ${formatShare(buffers.usual)} is usual)`,
      next: `\`alter system set shared_buffers = '${Math.round((memory * buffers.usual) / 2 ** 20)}MB'\`, which takes a restart`,
    });
  }
  const worst = workMemBytes * maxConnections;
  if (memory !== undefined && sharedBuffersBytes + worst > memory) {
    found.push({
      ...base,
      code: 'work-mem',
      title: 'as many connections as may be could sort more than the memory holds',
      evidence: `${formatCount(maxConnections)} connections with a work_mem of ${formatBytes(workMemBytes)} and shared_buffers of ${formatBytes(sharedBuffersBytes)}, of ${formatBytes(memory)}`,
      next: 'fewer connections through a pooler, or a smaller work_mem with a larger one for the roles that need it',
    });
  }
  if (hitShare !== undefined && hitShare < inputs['hit-share']) {
    found.push({
      ...base,
      code: 'buffer-hits',
      title: 'the database reads much from outside of its buffers',
      evidence: `${formatShare(hitShare)} of blocks were found in shared buffers (named below ${formatShare(inputs['hit-share'])})`,
      next: 'look at the queries that read most (`pg_stat_statements`), then at shared_buffers',
    });
  }
  return found;
}

/** How the cache does with the memory that it may have. */
export function cacheFindings(instance: CacheInstance, memory: number | undefined, inputs: Inputs): readonly Finding[] {
  const { server, memory: own, evictedKeys, hits, misses } = instance;
  const found: Finding[] = [];
  const reads = hits + misses;
  if (own.limitBytes === undefined && memory !== undefined) {
    found.push({
      code: 'cache-without-limit',
      severity: 'warn',
      subject: server,
      title: 'the cache has no maxmemory: it grows until its container is ended',
      evidence: `${formatBytes(own.usedBytes)} in use; its container may have ${formatBytes(memory)}`,
      next: `set maxmemory to ${Math.floor((memory * mostOfMemory) / 2 ** 20)}mb and a maxmemory-policy`,
    });
  }
  if (own.limitBytes !== undefined && memory !== undefined && own.limitBytes > memory * mostOfMemory) {
    found.push({
      code: 'cache-limit-high',
      severity: 'warn',
      subject: server,
      title: 'the maxmemory of the cache leaves its container too little room',
      evidence: `maxmemory ${formatBytes(own.limitBytes)}, container ${formatBytes(memory)} (${formatShare(own.limitBytes / memory)}, ${formatShare(mostOfMemory)} at most)`,
      next: 'lower maxmemory, or raise the limit of the container',
    });
  }
  if (evictedKeys > 0) {
    found.push({
      code: 'cache-evictions',
      severity: 'info',
      subject: server,
      title: 'the cache throws keys out before they expire',
      evidence: `${formatCount(evictedKeys)} since its start; ${formatBytes(own.usedBytes)} of ${own.limitBytes === undefined ? 'no limit' : formatBytes(own.limitBytes)}, policy ${own.policy}`,
      next: 'give it more memory, or shorter expiries',
    });
  }
  if (reads >= fewestReads && hits / reads < inputs['hit-share']) {
    found.push({
      code: 'cache-hits',
      severity: 'info',
      subject: server,
      title: 'the cache often does not have what is asked for',
      evidence: `${formatShare(hits / reads)} of ${formatCount(reads)} reads found their key (named below ${formatShare(inputs['hit-share'])})`,
      next: 'look at which keys are asked for and when they expire',
    });
  }
  return found;
}
