import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { fakeCacheServer } from '../../fakes/cache/fake-cache.ts';
import { type FakeServer, fakeServer } from '../../fakes/database/fake-database.ts';
import { Bench, hour, namespace, streaming } from './bench.ts';
import { foundAfter, short } from './found.ts';

type Change = (bench: Bench) => unknown;

const nobody = new PortError({ code: 'not-found', subject: 'pods app=x', message: 'no pod matches app=x' });

describe('database', () => {
  const set =
    (index: 0 | 1, change: Partial<FakeServer>): Change =>
    (bench) =>
      Object.assign(bench.database.world.get(`pod/postgres-${index}`) ?? {}, change);
  const refused = { code: 'unreachable', subject: 'x', message: 'the connection was refused' } as const;
  const wrong = { code: 'unauthorized', subject: 'x', message: 'the password was not accepted' } as const;
  const standby = (receiving: boolean, lagBytes: number, lastReplayedMs: number) =>
    set(1, { replication: { role: 'standby', receiving, lagBytes, lastReplayedMs } });
  const connections = (used: number) => set(0, { connections: { used, max: 100, reserved: 3, idleInTransaction: 0 } });
  const both =
    (...changes: readonly Change[]): Change =>
    (bench) =>
      changes.map((change) => change(bench));

  test.each<readonly [string, Change, readonly string[]]>([
    [
      'two primaries',
      set(1, {
        instance: fakeServer('pod/postgres-1').instance,
        replication: { role: 'primary', standbys: [streaming] },
      }),
      ['fail two-primaries statefulset/postgres'],
    ],
    [
      'the primary is down, and its pod gone',
      both(set(0, { fails: refused }), (bench) => bench.cluster.remove(resources.pods, namespace, 'postgres-0')),
      ['fail database-down pod/postgres-0', 'fail no-primary statefulset/postgres'],
    ],
    [
      'the primary gives no connection, and its pod is ready: out of reach',
      set(0, { fails: refused }),
      ['unknown database-not-asked pod/postgres-0', 'unknown primary-unknown statefulset/postgres'],
    ],
    [
      'the password is not accepted',
      both(set(0, { fails: wrong }), set(1, { fails: wrong })),
      ['unknown database-not-asked pod/postgres-0', 'unknown database-not-asked pod/postgres-1'],
    ],
    [
      'the standby does not follow',
      both(set(0, { replication: { role: 'primary', standbys: [] } }), standby(false, 0, 60_000)),
      ['warn standby-missing pod/postgres-0', 'warn standby-not-receiving pod/postgres-1'],
    ],
    [
      'the standby is behind, as the primary sees it',
      set(0, { replication: { role: 'primary', standbys: [{ ...streaming, lagMs: 11_000, lagBytes: 5 }] } }),
      ['warn standby-behind standby walreceiver of pod/postgres-0'],
    ],
    ['it has not replayed what it has', standby(true, 300_000, 11_000), ['warn standby-behind pod/postgres-1']],
    ['nothing was written for a day: no lag', standby(true, 0, 24 * hour), []],
    ['77 of 97 connections', connections(77), []],
    ['78 of 97 connections', connections(78), ['warn connections-nearly-used-up pod/postgres-0']],
    ['93 of 97 connections', connections(93), ['fail connections-nearly-used-up pod/postgres-0']],
    [
      'standbys cannot be seen',
      set(0, { instance: fakeServer('pod/postgres-0', { readsStatistics: false }).instance }),
      ['unknown replication-unknown pod/postgres-0'],
    ],
  ])('%s', async (_name, change, expected) => {
    expect(await foundAfter(change)).toEqual(expected);
  });

  test('not one server', async () => {
    const bench = await Bench.well();
    const database = { ...bench.database, servers: () => Promise.reject(nobody) };
    const { findings } = await bench.run('plan', { ports: { database } });
    expect(findings.map(short)).toEqual(['fail no-database-server statefulset/postgres']);
  });
});

describe('cache', () => {
  const set =
    (index: 0 | 1, change: Parameters<typeof fakeCacheServer>[1]): Change =>
    (bench) => {
      const name = `pod/redis-${index}`;
      bench.cache.world.set(name, fakeCacheServer(name, change));
    };
  const silent =
    (...indexes: readonly number[]): Change =>
    (bench) => {
      for (const index of indexes) {
        const server = bench.cache.world.get(`pod/redis-${index}`);
        if (server) server.fails = { code: 'unreachable', subject: 'x', message: 'no answer' };
      }
    };
  const masters = [
    { id: 'a', address: '10.0.0.1:6379', failed: false },
    { id: 'b', address: '10.0.0.2:6379', failed: true },
  ];
  const memory = (usedBytes: number, policy: string) => ({ usedBytes, residentBytes: 1, limitBytes: 100, policy });

  test.each<readonly [string, Change, readonly string[]]>([
    ['two masters', set(1, {}), ['fail two-cache-masters statefulset/redis']],
    ['an unlinked replica', set(1, { role: 'replica', linkUp: false }), ['warn cache-replica-unlinked pod/redis-1']],
    [
      'a master out of reach of us alone',
      silent(0),
      ['unknown cache-not-asked pod/redis-0', 'unknown cache-master-unknown statefulset/redis'],
    ],
    [
      'a master out of reach of its replica, too',
      (bench) => [silent(0)(bench), set(1, { role: 'replica', linkUp: false })(bench)],
      [
        'unknown cache-not-asked pod/redis-0',
        'fail no-cache-master statefulset/redis',
        'warn cache-replica-unlinked pod/redis-1',
      ],
    ],
    ['nobody answers', silent(0, 1), ['unknown cache-not-asked pod/redis-0', 'unknown cache-not-asked pod/redis-1']],
    [
      'replicas only',
      set(0, { role: 'replica', linkUp: false }),
      ['fail no-cache-master statefulset/redis', 'warn cache-replica-unlinked pod/redis-0'],
    ],
    ['loading', set(0, { loading: true }), ['warn cache-loading pod/redis-0']],
    ['not saved', set(0, { lastSaveWorked: false }), ['warn cache-not-saved pod/redis-0']],
    ['nearly full', set(0, { memory: memory(90, 'noeviction') }), ['warn cache-memory-full pod/redis-0']],
    ['full, and it evicts', set(0, { memory: memory(99, 'allkeys-lru') }), []],
    ['a shard is down', set(0, { cluster: { id: 'a', masters } }), ['fail cache-shard-down cache shard b']],
  ])('%s', async (_name, change, expected) => {
    expect(await foundAfter(change)).toEqual(expected);
  });

  test('not one server', async () => {
    const bench = await Bench.well();
    const cache = { ...bench.cache, servers: () => Promise.reject(nobody) };
    const { findings } = await bench.run('plan', { ports: { cache } });
    expect(findings.map(short)).toEqual(['fail no-cache-server statefulset/redis']);
  });
});
