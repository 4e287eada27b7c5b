import type { Cache, CacheInstance, SweepLimits, SweepOutcome } from '../../../src/ports/cache.ts';
import { PortError, type PortErrorParts } from '../../../src/ports/port-error.ts';

/** Keys of one database of the fake. */
export interface FakeKeys {
  live: number;
  /** Have an expiry, and live. */
  expiring: number;
  /** Have expired and are still there. */
  stale: number;
}

/** One server of the fake. Everything may be set by a test at any time. */
export interface FakeCacheServer {
  /** Without its databases and stale share: those come from `keys`. */
  instance: Omit<CacheInstance, 'databases' | 'staleShare'>;
  keys: Map<number, FakeKeys>;
  /** Set: what the server says instead of the share that its keys show. */
  staleShare?: number;
  /** What its replica holds: changed with it. */
  follower?: FakeCacheServer;
  /** Round trip beside a sweep, ms. */
  latencyMs: number;
  /** Bytes of one key. */
  keyBytes: number;
  fails?: PortErrorParts;
  /** Set: sweeping is not permitted. */
  mayNotSweep?: boolean;
  /** Keys that a sweep can look at before its time is up. */
  sweepLimit?: number;
}

/** The port `Cache` in memory. `calls` are the changes that were asked for. */
export interface FakeCache extends Cache {
  readonly world: Map<string, FakeCacheServer>;
  readonly calls: string[];
}

const million = 1_000_000;

/** A master of version 7 without keys. */
export function fakeCacheServer(name: string, change: Partial<CacheInstance> = {}): FakeCacheServer {
  return {
    instance: {
      server: name,
      version: '7.0.15',
      role: 'master',
      replicas: 0,
      loading: false,
      startedAt: 0,
      expiredKeys: 0,
      evictedKeys: 0,
      hits: 9_000,
      misses: 1_000,
      memory: { usedBytes: 2 * million, residentBytes: 8 * million, reclaimableBytes: 0, policy: 'noeviction' },
      clients: { used: 4, max: 10_000 },
      lastSaveWorked: true,
      ...change,
    },
    keys: new Map(),
    latencyMs: 0.2,
    keyBytes: 100,
  };
}

/** Make the port over these servers. */
export function createFakeCache(servers: Readonly<Record<string, FakeCacheServer>>): FakeCache {
  const world = new Map(Object.entries(servers));
  const calls: string[] = [];
  const strained = new Set<string>();
  const serverOf = (name: string): FakeCacheServer => {
    const server = world.get(name);
    if (server === undefined) {
      throw new PortError({ code: 'not-found', subject: name, message: `${name} is none of the cache's servers` });
    }
    if (server.fails) throw new PortError(server.fails);
    return server;
  };
  return {
    world,
    calls,
    servers: async () => [...world.keys()],
    instance: async (server) => ({
      ...instanceOf(serverOf(server)),
      ...(strained.has(server) ? { strained: true } : {}),
    }),
    latency: async (server) => serverOf(server).latencyMs,
    sweep: async (name, database, limits, signal) => {
      const server = serverOf(name);
      if (server.mayNotSweep) {
        const message = `cache ${name}: user blind may not run SCAN`;
        throw new PortError({
          code: 'forbidden',
          subject: `cache ${name}`,
          message,
          next: '`acl setuser blind +scan`',
        });
      }
      if (signal.aborted) throw new PortError({ code: 'cancelled', subject: name, message: 'the sweep was cancelled' });
      calls.push(`sweep ${name} ${database}`);
      const outcome = sweep(server, database, limits);
      if (outcome.ended === 'latency') strained.add(name);
      return outcome;
    },
    giveBackMemory: async (name) => {
      const server = serverOf(name);
      calls.push(`give back ${name}`);
      const { memory } = server.instance;
      const residentBytes = memory.residentBytes - (memory.reclaimableBytes ?? 0);
      server.instance = { ...server.instance, memory: { ...memory, residentBytes, reclaimableBytes: 0 } };
    },
  };
}

function instanceOf(server: FakeCacheServer): CacheInstance {
  const databases = [...server.keys]
    .map(([index, { live, expiring, stale }]) => ({ index, keys: live + expiring + stale, expiring: expiring + stale }))
    .filter((space) => space.keys > 0)
    .sort((a, b) => a.index - b.index);
  const all = [...server.keys.values()];
  const stale = all.reduce((sum, keys) => sum + keys.stale, 0);
  const expiring = all.reduce((sum, keys) => sum + keys.expiring + keys.stale, 0);
  return { ...server.instance, databases, staleShare: server.staleShare ?? (expiring === 0 ? 0 : stale / expiring) };
}

function sweep(server: FakeCacheServer, database: number, limits: SweepLimits): SweepOutcome {
  const keys = server.keys.get(database) ?? { live: 0, expiring: 0, stale: 0 };
  const { latencyMs } = server;
  const latency = { beforeMs: 0.2, p95Ms: latencyMs, worstMs: latencyMs };
  if (server.instance.role !== 'master') return { looked: 0, reclaimed: 0, latency, ended: 'not-master' };
  const all = keys.live + keys.expiring + keys.stale;
  const slow = latencyMs > latency.beforeMs + limits.latencyLimitMs;
  const able =
    limits.timeLimitMs <= 0 || slow ? Math.min(all, limits.pageSize * 3) : Math.min(all, server.sweepLimit ?? all);
  const reclaimed = all === 0 ? 0 : Math.round((keys.stale * able) / all);
  const ended = able === all && !slow ? 'whole' : slow ? 'latency' : 'time';
  for (const holder of [server, server.follower]) {
    if (holder === undefined) continue;
    holder.keys.set(database, { ...keys, stale: keys.stale - reclaimed });
  }
  const { memory, expiredKeys } = server.instance;
  const freed = reclaimed * server.keyBytes;
  server.instance = {
    ...server.instance,
    expiredKeys: expiredKeys + reclaimed,
    memory: {
      ...memory,
      usedBytes: memory.usedBytes - freed,
      ...(memory.reclaimableBytes === undefined ? {} : { reclaimableBytes: memory.reclaimableBytes + freed }),
    },
  };
  return { looked: able - reclaimed, reclaimed, latency, ended };
}
