import type { CacheInstance, CacheMemory, ClusterMaster, KeySpace } from '../../ports/cache.ts';
import type { Connection, Reply } from './connection.ts';

/** `INFO` as names and values; sections are headings only. */
export type Info = ReadonlyMap<string, string>;

/** Read the text of `INFO`. */
export function parseInfo(text: string): Info {
  const info = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0 && !line.startsWith('#')) info.set(line.slice(0, colon), line.slice(colon + 1));
  }
  return info;
}

const numberOf = (info: Info, name: string): number => {
  const value = Number(info.get(name));
  return Number.isFinite(value) ? value : 0;
};

/** `db0:keys=2,expires=1,avg_ttl=3` for each database that has keys. */
export function keySpacesOf(info: Info): readonly KeySpace[] {
  return [...info].flatMap(([name, value]) => {
    const index = /^db(\d+)$/.exec(name)?.[1];
    if (index === undefined) return [];
    const field = (key: string) => Number(new RegExp(`(?:^|,)${key}=(\\d+)`).exec(value)?.[1] ?? 0);
    return [{ index: Number(index), keys: field('keys'), expiring: field('expires') }];
  });
}

/**
 * What MEMORY PURGE can give back is what the allocator holds resident beyond its active pages (`allocator_resident` −
 * `allocator_active`); with another allocator than jemalloc Redis reports none of it.
 */
export function memoryOf(info: Info): CacheMemory {
  const limit = numberOf(info, 'maxmemory');
  const [resident, active] = [numberOf(info, 'allocator_resident'), numberOf(info, 'allocator_active')];
  const jemalloc = (info.get('mem_allocator') ?? '').startsWith('jemalloc');
  return {
    usedBytes: numberOf(info, 'used_memory'),
    residentBytes: numberOf(info, 'used_memory_rss'),
    ...(jemalloc ? { reclaimableBytes: Math.max(0, resident - active) } : {}),
    ...(limit > 0 ? { limitBytes: limit } : {}),
    policy: (info.get('maxmemory_policy') ?? 'unknown').slice(0, 40),
  };
}

/** How long the server may take to count its memory anew, ms: its cron does that, at most ten times a second and `hz` at the least. */
export function memoryCountMs(info: Info): number {
  return Math.max(100, 1000 / Math.max(1, numberOf(info, 'hz'))) + 50;
}

/** Masters that hold slots, from `CLUSTER NODES`: `<id> <ip:port@bus,name> <flags> <master> … <slots>`. */
export function mastersOf(nodes: string): { readonly id: string; readonly masters: readonly ClusterMaster[] } {
  const masters: ClusterMaster[] = [];
  let id = '';
  for (const line of nodes.split('\n')) {
    const fields = line.trim().split(' ');
    const [node = '', address = '', flags = ''] = fields;
    const marks = flags.split(',');
    if (marks.includes('myself')) id = node;
    if (marks.includes('master') && fields.length > 8) {
      masters.push({ id: node, address: address.split('@')[0] ?? '', failed: marks.includes('fail') });
    }
  }
  return { id, masters };
}

type Role = Pick<CacheInstance, 'role' | 'master' | 'linkUp' | 'replicas'>;

/** `ROLE` answers `master <offset> [replicas]` or `slave <host> <port> <state> <offset>`. */
export function roleOf(reply: Reply): Role {
  const [word, second, third, state] = Array.isArray(reply) ? (reply as readonly Reply[]) : [];
  if (word === 'master') return { role: 'master', replicas: Array.isArray(third) ? third.length : 0 };
  return { role: 'replica', master: `${second}:${third}`.slice(0, 300), linkUp: state === 'connected', replicas: 0 };
}

/** Everything that is known of a server. */
export async function readInstance(connection: Connection, server: string, now: number): Promise<CacheInstance> {
  const role = roleOf(await connection.send('ROLE'));
  const info = parseInfo(String(await connection.send('INFO')));
  const inCluster = info.get('cluster_enabled') === '1';
  const cluster = inCluster ? mastersOf(String(await connection.send('CLUSTER', 'NODES'))) : undefined;
  const max = numberOf(info, 'maxclients');
  return {
    ...role,
    server,
    version: (info.get('redis_version') ?? 'unknown').slice(0, 40),
    ...(cluster === undefined ? {} : { cluster }),
    loading: info.get('loading') === '1',
    startedAt: now - numberOf(info, 'uptime_in_seconds') * 1000,
    databases: keySpacesOf(info),
    staleShare: numberOf(info, 'expired_stale_perc') / 100,
    expiredKeys: numberOf(info, 'expired_keys'),
    evictedKeys: numberOf(info, 'evicted_keys'),
    hits: numberOf(info, 'keyspace_hits'),
    misses: numberOf(info, 'keyspace_misses'),
    memory: memoryOf(info),
    clients: { used: numberOf(info, 'connected_clients'), ...(max > 0 ? { max } : {}) },
    lastSaveWorked: info.get('rdb_last_bgsave_status') !== 'err' && info.get('aof_last_write_status') !== 'err',
  };
}
