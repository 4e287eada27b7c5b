import { isDeepStrictEqual } from 'node:util';
import type { KubernetesCluster } from '../../../src/adapters/kubernetes/kubernetes-cluster.ts';
import { createDatabase } from '../../../src/adapters/postgres/index.ts';
import { createCache } from '../../../src/adapters/redis/index.ts';
import type { Target } from '../../../src/ports/reach.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { PostgresServer } from './postgres-server.ts';
import { RedisServer } from './redis-server.ts';
import type { Listens } from './talker.ts';

/** What is asked of a store through a forward, one question after the other, as its tasks ask it. */
export interface Conversation {
  readonly name: string;
  /** A fresh server, what was done to it so far, and the questions to it. */
  readonly begin: () => {
    readonly listens: Listens;
    readonly done: readonly string[];
    readonly over: (cluster: KubernetesCluster) => Asked;
  };
}

/** The questions, by name, and what ends every connection. */
export interface Asked {
  readonly questions: Readonly<Record<string, () => Promise<unknown>>>;
  readonly close: () => Promise<void>;
}

const never = new AbortController().signal;
const tls = async () => ({ mode: 'disable' as const, serverName: '' });

const targets = (cluster: KubernetesCluster, pod: string, port: number) => async (): Promise<readonly Target[]> => [
  { name: `pod/${pod}`, reach: () => cluster.forward({ namespace: 'shop', pod }, port) },
];

/** Reading a cache, sweeping it, having it give back memory. */
export const cacheConversation: Conversation = {
  name: 'a cache',
  begin: () => {
    const server = new RedisServer();
    return {
      listens: server.connection,
      done: server.done,
      over: (cluster) => {
        const cache = createCache({
          targets: targets(cluster, 'redis-0', 6379),
          tls,
          run: 'run',
          clock: systemClock,
        });
        const limits = { pageSize: 10, latencyLimitMs: 20_000, timeLimitMs: 60_000 };
        return {
          questions: {
            instance: async () => {
              const { startedAt: _moving, expiredKeys: _counted, ...rest } = await cache.instance('pod/redis-0');
              return rest;
            },
            latency: async () => (await cache.latency('pod/redis-0')) < 20_000,
            sweep: async () => {
              const { latency: _measured, ...rest } = await cache.sweep('pod/redis-0', 0, limits, never);
              return rest;
            },
            giveBackMemory: () => cache.giveBackMemory('pod/redis-0'),
          },
          close: () => cache.close(),
        };
      },
    };
  },
};

const table = { database: 'shop', oid: 7, schema: 'public', table: 'events' };

/** Reading a database, writing a test, vacuuming a table, giving it options. */
export const databaseConversation: Conversation = {
  name: 'a database',
  begin: () => {
    const server = new PostgresServer();
    return {
      listens: server.connection,
      done: server.done,
      over: (cluster) => {
        const database = createDatabase({
          targets: targets(cluster, 'postgres-0', 5432),
          database: 'shop',
          user: 'maintenance',
          password: async () => 'secret',
          tls,
          run: 'run',
          clock: systemClock,
        });
        const name = 'pod/postgres-0';
        const bounds = { lockTimeoutMs: 1_000, statementTimeoutMs: 60_000 };
        const work = { vacuum: true, analyze: true, freeze: false };
        const change = { from: { fillfactor: null }, to: { fillfactor: '90' }, lockTimeoutMs: 1_000 };
        return {
          questions: {
            connections: () => database.connections(name),
            replication: () => database.replication(name),
            testWrite: async () => {
              const written = await database.testWrite(name, 'shop');
              return { ...written, tookMs: 0 };
            },
            vacuum: () => database.vacuum(name, { ...table, ...bounds, ...work }, never),
            setTableOptions: () => database.setTableOptions(name, { ...table, ...change }),
            'the options as they are': async () =>
              isDeepStrictEqual(await database.tableOptions(name, table), server.options),
          },
          close: () => database.close(),
        };
      },
    };
  },
};
