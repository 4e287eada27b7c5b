import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding/finding.ts';
import type { CacheInstance } from '../../../src/ports/cache.ts';
import expireStep from '../../../src/steps/expire-stale-keys.ts';
import purgeStep from '../../../src/steps/purge-cache-memory.ts';
import task from '../../../src/tasks/optimize-caches/index.ts';
import { createFakeCache, type FakeCacheServer, fakeCacheServer } from '../../fakes/cache/fake-cache.ts';
import { run } from '../environment.ts';

const masterName = 'pod/redis-0';
const million = 1_000_000;
const executors = { 'expire-stale-keys': expireStep, 'purge-cache-memory': purgeStep };

/** A master with live keys and stale ones in database 0. */
function masterWith(live: number, stale: number, change: Partial<CacheInstance> = {}): FakeCacheServer {
  const server = fakeCacheServer(masterName, change);
  server.keys.set(0, { live, expiring: 0, stale });
  return server;
}

async function optimize(
  servers: Readonly<Record<string, FakeCacheServer>> | FakeCacheServer,
  options: { mode?: 'plan' | 'apply'; inputs?: Record<string, string> } = {},
) {
  const all = 'keys' in servers ? { [masterName]: servers as FakeCacheServer } : servers;
  const cache = createFakeCache(all);
  const outcome = await run(task, { ports: { cache }, executors, ...options });
  return { ...outcome, calls: cache.calls };
}

const codes = (findings: readonly Finding[]) => findings.map((finding) => `${finding.severity} ${finding.code}`);

describe('what is done', () => {
  test('nothing, with numbers, when few keys are stale: the usual answer', async () => {
    const server = masterWith(5_000, 4_000);
    server.staleShare = 0.004;
    const { entry, findings, calls } = await optimize(server);
    expect(entry).toMatchObject({ verdict: 'pass', status: 'nothing-to-do' });
    expect(entry.result).toBe('nothing to do: 0.4 % of keys are stale (acts from 10 %), fragmentation 4.0');
    expect(findings).toEqual([]);
    expect(calls).toEqual([]);
  });

  test('at the bound: every database that has keys with an expiry, and no other', async () => {
    const server = masterWith(1_000, 3_000);
    server.staleShare = 0.1;
    server.keys.set(1, { live: 500, expiring: 0, stale: 0 });
    server.keys.set(7, { live: 0, expiring: 10, stale: 20 });
    const { entry, calls } = await optimize(server);
    expect(calls).toEqual(['sweep pod/redis-0 0', 'sweep pod/redis-0 7']);
    expect(entry).toMatchObject({ verdict: 'pass', status: 'done' });
    expect(entry.result).toMatch(
      /^3,020 keys reclaimed, 2 MB → 1.7 MB used, fragmentation 4.0 → 4.7, latency 0.2 ms \(p95\) meanwhile$/,
    );
    expect(server.keys.get(7)).toEqual({ live: 0, expiring: 10, stale: 0 });
  });

  test('every shard', async () => {
    const other = masterWith(10, 500, { server: 'pod/redis-1' });
    const { calls } = await optimize({ [masterName]: masterWith(10, 500), 'pod/redis-1': other });
    expect(calls).toEqual(['sweep pod/redis-0 0', 'sweep pod/redis-1 0']);
  });

  test('memory is given back after the sweep, when it is worth it by then', async () => {
    const memory = {
      usedBytes: 40 * million,
      residentBytes: 60 * million,
      reclaimableBytes: million,
      policy: 'noeviction',
    };
    const server = masterWith(1_000, 9_000, { memory });
    server.keyBytes = 3_000;
    const { entry, calls } = await optimize(server);
    expect(calls).toEqual(['sweep pod/redis-0 0', 'give back pod/redis-0']);
    expect(entry.result).toBe(
      '9,000 keys reclaimed, 60 MB → 32 MB resident, fragmentation 1.5 → 2.5, latency 0.2 ms (p95) meanwhile',
    );
  });

  test('memory is left alone when it is not worth it by then; that is no finding', async () => {
    const memory = {
      usedBytes: 40 * million,
      residentBytes: 42 * million,
      reclaimableBytes: million,
      policy: 'noeviction',
    };
    const server = masterWith(1_000, 9_000, { memory });
    server.keyBytes = 1;
    const { entry, calls, findings } = await optimize(server);
    expect(calls).toEqual(['sweep pod/redis-0 0']);
    expect(entry.applied[1]).toMatchObject({
      outcome: 'skipped',
      cause: 'fragmentation is 1.1, 1 MB could be given back (acts from 1.5 and 10 MB)',
    });
    expect(entry.verdict).toBe('pass');
    expect(findings).toEqual([]);
  });

  test('memory is given back without a sweep when no key is stale', async () => {
    const memory = {
      usedBytes: 12 * million,
      residentBytes: 55 * million,
      reclaimableBytes: 40 * million,
      policy: 'noeviction',
    };
    const { entry, calls } = await optimize(masterWith(1_000, 0, { memory }));
    expect(calls).toEqual(['give back pod/redis-0']);
    expect(entry.result).toBe('55 MB → 15 MB resident, fragmentation 4.6 → 1.3');
  });

  test('with an allocator that gives nothing back, nothing is tried', async () => {
    const memory = { usedBytes: 12 * million, residentBytes: 55 * million, policy: 'noeviction' };
    expect((await optimize(masterWith(1_000, 0, { memory }))).calls).toEqual([]);
  });

  test('nothing in plan mode, but it says what it would do; applied twice it changes nothing more', async () => {
    const server = masterWith(1_000, 3_000);
    const planned = await optimize(server, { mode: 'plan' });
    expect(planned.calls).toEqual([]);
    expect(planned.entry).toMatchObject({
      status: 'planned',
      result: '1 database to be swept on 1 shard: 100 % of keys are stale (acts from 10 %)',
    });
    expect(planned.entry.plan?.steps[0]).toMatchObject({
      subject: 'database 0 of cache pod/redis-0',
      why: '100 % of keys with an expiry are stale (acts from 10 %); 3,000 of 4,000 keys here have one',
    });
    await optimize(server);
    expect(await optimize(server)).toMatchObject({ entry: { status: 'nothing-to-do' }, calls: [] });
  });
});

describe('traps', () => {
  test('the master is found by its role, whichever comes first', async () => {
    const replica = fakeCacheServer('pod/redis-0', { role: 'replica', master: '10.0.0.2:6379', linkUp: true });
    replica.keys.set(0, { live: 10, expiring: 0, stale: 500 });
    const master = masterWith(10, 500, { server: 'pod/redis-1', replicas: 1 });
    const { calls, entry } = await optimize({ 'pod/redis-0': replica, 'pod/redis-1': master });
    expect(calls).toEqual(['sweep pod/redis-1 0']);
    expect(entry.verdict).toBe('pass');
  });

  test('a replica alone is a finding and a refusal, not a sweep that reclaims nothing', async () => {
    const replica = fakeCacheServer('cache.test:6379', { role: 'replica', master: '10.0.0.2:6379', linkUp: true });
    replica.keys.set(0, { live: 10, expiring: 0, stale: 500 });
    const { calls, entry, findings } = await optimize({ 'cache.test:6379': replica });
    expect(calls).toEqual([]);
    expect(entry).toMatchObject({ verdict: 'warn', status: 'refused', result: 'only replicas were reached' });
    expect(findings).toEqual([
      expect.objectContaining({ code: 'no-master', next: expect.stringContaining('10.0.0.2:6379') }),
    ]);
  });

  test('stops when requests slow down, and says so', async () => {
    const server = masterWith(10_000, 30_000);
    server.latencyMs = 80;
    const { entry, findings } = await optimize(server);
    expect(entry.verdict).toBe('warn');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'sweep-stopped',
      subject: 'database 0 of cache pod/redis-0',
      evidence: 'after 1,500 keys: 80 ms at worst, 0.2 ms before (stops at 50 ms more)',
    });
    expect((await optimize(server, { inputs: { 'latency-limit': '1s' } })).entry.verdict).toBe('pass');
  });

  test('a shard that has become slow is left alone for the rest of the run', async () => {
    const server = masterWith(10_000, 30_000);
    server.keys.set(1, { live: 100, expiring: 0, stale: 5_000 });
    server.latencyMs = 80;
    const { calls, entry } = await optimize(server);
    expect(calls).toEqual(['sweep pod/redis-0 0']);
    expect(entry.applied.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['expire-stale-keys pod/redis-0 0', 'done'],
      ['expire-stale-keys pod/redis-0 1', 'skipped'],
      ...(entry.applied.length > 2 ? [['purge-cache-memory pod/redis-0', 'skipped']] : []),
    ]);
  });

  test('stops when its time is up, and says so', async () => {
    const server = masterWith(10_000, 30_000);
    server.sweepLimit = 4_000;
    const { entry, findings } = await optimize(server);
    expect(entry.verdict).toBe('warn');
    expect(findings[0]?.evidence).toBe('after 4,000 keys, in 600 s');
  });

  test('a replica that has lost its master leaves the keys unlooked at: unknown', async () => {
    const replica = fakeCacheServer('pod/redis-1', { role: 'replica', master: '10.0.0.2:6379', linkUp: false });
    const { calls, entry, findings } = await optimize({ 'pod/redis-1': replica });
    expect(entry).toMatchObject({ verdict: 'unknown', status: 'refused', result: 'only replicas were reached' });
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'master-lost',
        severity: 'unknown',
        evidence: expect.stringContaining('10.0.0.2:6379'),
      }),
    ]);
    expect(calls).toEqual([]);
  });

  test('a master that became a replica in between is left alone', async () => {
    const cache = createFakeCache({ [masterName]: masterWith(10, 500) });
    let asked = 0;
    const instance: typeof cache.instance = async (name) => {
      asked += 1;
      return { ...(await cache.instance(name)), role: asked === 1 ? 'master' : 'replica' };
    };
    const { entry } = await run(task, { ports: { cache: { ...cache, instance } }, executors });
    expect(entry.applied[0]).toMatchObject({ outcome: 'skipped', cause: 'pod/redis-0 is a replica now' });
    expect(cache.calls).toEqual([]);
  });

  test('a missing right is a failure with the command that grants it; the other shard is swept', async () => {
    const blind = masterWith(10, 500);
    blind.mayNotSweep = true;
    const { entry, findings, calls } = await optimize({
      [masterName]: blind,
      'pod/redis-1': masterWith(10, 500, { server: 'pod/redis-1' }),
    });
    expect(calls).toEqual(['sweep pod/redis-1 0']);
    expect(entry).toMatchObject({ verdict: 'fail', status: 'failed' });
    expect(findings).toEqual([expect.objectContaining({ code: 'step-failed', next: '`acl setuser blind +scan`' })]);
  });

  test('memory lost between live values is said, with what helps', async () => {
    const memory = {
      usedBytes: 100 * million,
      residentBytes: 300 * million,
      reclaimableBytes: million,
      policy: 'noeviction',
    };
    const { entry, findings } = await optimize(masterWith(10, 0, { memory }));
    expect(codes(findings)).toEqual(['info fragmented']);
    expect(entry.verdict).toBe('pass');
  });
});

describe('what cannot be looked at is unknown, never well', () => {
  const silent = (name: string): FakeCacheServer => ({
    ...fakeCacheServer(name),
    fails: { code: 'unreachable', subject: `cache ${name}`, message: `cache ${name}: the connection was refused` },
  });

  test('no server answers', async () => {
    const { entry, findings } = await optimize(silent(masterName));
    expect(entry).toMatchObject({ verdict: 'unknown', result: 'no server could be asked' });
    expect(findings[0]?.next).toBe('`kubectl -n phoenix-rooivalk describe pod/redis-0`');
  });

  test('beside the one master a silent server is a replica, and check-health judges that', async () => {
    const { entry, findings, calls } = await optimize({
      [masterName]: masterWith(10, 500),
      'pod/redis-1': silent('pod/redis-1'),
    });
    expect(calls).toEqual(['sweep pod/redis-0 0']);
    expect(codes(findings)).toEqual(['info server-not-reached']);
    expect(entry.verdict).toBe('pass');
  });

  test('among several masters it may be a shard', async () => {
    const { entry } = await optimize({
      [masterName]: masterWith(10, 0),
      'pod/redis-1': masterWith(10, 0, { server: 'pod/redis-1' }),
      'pod/redis-2': silent('pod/redis-2'),
    });
    expect(entry.verdict).toBe('unknown');
  });

  test('a shard that falls silent after it was swept has given nothing back', async () => {
    const other = masterWith(10, 500, { server: 'pod/redis-1' });
    const cache = createFakeCache({ [masterName]: masterWith(10, 500), 'pod/redis-1': other });
    const falling: typeof cache = {
      ...cache,
      sweep: async (server, ...rest) => {
        const outcome = await cache.sweep(server, ...rest);
        if (server === 'pod/redis-1') Object.assign(other, { fails: silent(server).fails });
        return outcome;
      },
    };
    const { entry } = await run(task, { ports: { cache: falling }, executors });
    const alone = await optimize(masterWith(10, 500));
    expect(entry.result).toBe(`${alone.entry.result}; 1 of 2 servers could not be asked afterwards`);
    expect(entry.verdict).toBe('unknown');
  });

  test('a shard of a cluster that is not configured', async () => {
    const masters = [
      { id: 'a', address: '10.0.0.1:6379', failed: false },
      { id: 'b', address: '10.0.0.2:6379', failed: false },
    ];
    const { entry, findings } = await optimize(masterWith(10, 0, { cluster: { id: 'a', masters } }));
    expect(entry).toMatchObject({ verdict: 'unknown' });
    expect(findings).toEqual([expect.objectContaining({ code: 'shard-not-reached', subject: 'shard 10.0.0.2:6379' })]);
  });

  test('a master that is still loading is not swept', async () => {
    const { entry, calls } = await optimize(masterWith(10, 500, { loading: true }));
    expect(calls).toEqual([]);
    expect(entry).toMatchObject({ verdict: 'unknown', result: 'every master is loading' });
  });
});
