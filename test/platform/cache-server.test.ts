import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCache } from '../../src/adapters/redis/index.ts';
import { PortError } from '../../src/ports/port-error.ts';
import type { TlsOptions } from '../../src/ports/reach.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import expireStep from '../../src/steps/expire-stale-keys.ts';
import purgeStep from '../../src/steps/purge-cache-memory.ts';
import task from '../../src/tasks/optimize-caches/index.ts';
import { run } from '../tasks/environment.ts';
import { eventually } from './eventually.ts';
import { cacheOn, fillRedis, maintenanceUsers, plantedPassword } from './servers/cache-subject.ts';
import { loopback } from './servers/database-subject.ts';
import { freePort } from './servers/postgres.ts';
import { certificateFor, type RedisServer, startRedis } from './servers/redis.ts';
import { tlsCases } from './servers/tls-cases.ts';

/** What only a real Redis can show: memory, TLS, clusters, lost servers, hostile names; and the whole task on it. */

const name = 'pod/redis-0';
const never = new AbortController().signal;
const limits = { pageSize: 500, latencyLimitMs: 1_000, timeLimitMs: 30_000 };

async function errorOf(promise: Promise<unknown>): Promise<PortError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PortError);
  return error as PortError;
}

/** Everything that an error could say, to whoever logs it. */
const allOf = (error: PortError): string =>
  JSON.stringify([error, error.message, error.stack, error.cause, Object.getOwnPropertyNames(error)]);

describe('Redis adapter on real servers', () => {
  const served = certificateFor('redis.test');
  const foreign = certificateFor('redis.test');
  let server: RedisServer;

  beforeAll(async () => {
    server = await startRedis({ users: maintenanceUsers, tls: served });
  }, 30_000);
  afterAll(() => server.stop());

  const withTls = (tls: TlsOptions) => cacheOn([loopback(name, server.tlsPort ?? 0)], { tls: async () => tls });

  test.each(tlsCases('redis.test', served.certificate, foreign.certificate))('TLS %s', async (_title, tls, code) => {
    const cache = withTls(tls);
    try {
      if (code === undefined) expect(await cache.instance(name)).toMatchObject({ role: 'master' });
      else expect((await errorOf(cache.instance(name))).code).toBe(code);
    } finally {
      await cache.close();
    }
  });

  test('a connection carries the run', async () => {
    const cache = cacheOn([loopback(name, server.port)], { run: 'run 812/1 optimize-caches' });
    await cache.instance(name);
    expect(String(await server.admin('client', 'list'))).toContain(
      'name=rooivalk-maintenance:run-812/1-optimize-caches',
    );
    await cache.close();
  });

  test.each([
    ['of a user that does not exist', { user: 'nobody' }, 'unauthorized'],
    ['that is wrong', { password: async () => `${plantedPassword}-wrong` }, 'unauthorized'],
  ] as const)('a password %s is nowhere in the error', async (_title, change, code) => {
    const cache = cacheOn([loopback(name, server.port)], change);
    const error = await errorOf(cache.instance(name));
    expect(error.code).toBe(code);
    expect(allOf(error)).not.toContain(plantedPassword);
    await cache.close();
  });

  test('without a password where one is asked for, that is said', async () => {
    const cache = createCache({
      targets: async () => [loopback(name, server.port)],
      tls: async () => ({ mode: 'disable', serverName: 'redis' }),
      run: 'run 1',
      clock: systemClock,
    });
    expect(await errorOf(cache.instance(name))).toMatchObject({
      code: 'unauthorized',
      next: expect.stringContaining('platform.cache.password'),
    });
    await cache.close();
  });

  test('hostile key names are looked at and let go', async () => {
    const hostile = [
      '::error::pretended',
      'two\nlines',
      '\u001b[31mred',
      '$(id)',
      '<b>x</b>',
      '\u0000nul',
      'é'.repeat(100_000),
    ];
    await server.admin('debug', 'set-active-expire', '0');
    for (const key of hostile) await server.admin('set', key, 'v', 'px', '1');
    await sleep(20);
    const cache = cacheOn([loopback(name, server.port)]);
    const outcome = await cache.sweep(name, 0, limits, never);
    expect(outcome).toMatchObject({ reclaimed: hostile.length, ended: 'whole' });
    expect(JSON.stringify(outcome)).not.toContain('pretended');
    await cache.close();
  });

  test('a missing right names the user and the command that grants it', async () => {
    const cache = cacheOn([loopback(name, server.port)], { user: 'blind' });
    const error = await errorOf(cache.giveBackMemory(name));
    expect(error).toMatchObject({ code: 'forbidden', next: '`acl setuser blind +memory|purge`' });
    await cache.close();
  });

  test('in a cluster, the masters that hold keys are told, reached or not', async () => {
    const lines = ['cluster-enabled yes', 'cluster-node-timeout 2000'];
    const [one, two] = [
      await startRedis({ users: maintenanceUsers, lines }),
      await startRedis({ users: maintenanceUsers, lines }),
    ];
    const cache = cacheOn([loopback('pod/redis-0', one.port)]);
    try {
      await one.admin('cluster', 'addslotsrange', '0', '8000');
      await two.admin('cluster', 'addslotsrange', '8001', '16383');
      await one.admin('cluster', 'meet', '127.0.0.1', `${two.port}`);
      await eventually(async () => {
        expect((await cache.instance('pod/redis-0')).cluster?.masters.map((master) => master.address).sort()).toEqual(
          [`127.0.0.1:${one.port}`, `127.0.0.1:${two.port}`].sort(),
        );
      });
      const { entry, findings } = await run(task, { ports: { cache }, executors: {}, clock: systemClock });
      expect(entry.verdict).toBe('unknown');
      expect(findings).toEqual([
        expect.objectContaining({ code: 'shard-not-reached', subject: `shard 127.0.0.1:${two.port}` }),
      ]);
    } finally {
      await cache.close();
      await one.stop();
      await two.stop();
    }
  }, 30_000);

  test('a server that is lost while it is swept is an error within a bounded time', async () => {
    const own = await startRedis({ users: maintenanceUsers });
    await fillRedis(own, 0, { live: 50_000, stale: 0 });
    const cache = cacheOn([loopback(name, own.port)]);
    const swept = errorOf(cache.sweep(name, 0, { ...limits, pageSize: 10 }, never));
    await sleep(300);
    await own.stop();
    const error = await swept;
    expect(error.code).toBe('unreachable');
    expect(allOf(error)).not.toContain(plantedPassword);
    await cache.close();
  }, 30_000);

  test('a port that accepts and says nothing ends within a bounded time', async () => {
    const port = await freePort();
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
    const cache = cacheOn([loopback(name, port)]);
    const started = performance.now();
    expect(['unreachable', 'timeout']).toContain((await errorOf(cache.instance(name))).code);
    expect(performance.now() - started).toBeLessThan(15_000);
    await cache.close();
    silent.close();
  }, 30_000);
});

describe('optimize-caches on Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis({ users: maintenanceUsers });
  }, 30_000);
  afterAll(() => server.stop());

  test("the guide's FLUSHEXPIRED is no command, and redis-cli says so with success", async () => {
    await expect(server.admin('flushexpired')).rejects.toThrow(/unknown command/);
  });

  test('many stale keys: reclaimed in every database, and the memory is given back', async () => {
    const cache = cacheOn([loopback(name, server.port)]);
    const optimize = (inputs = {}) =>
      run(task, {
        ports: { cache },
        executors: { 'expire-stale-keys': expireStep, 'purge-cache-memory': purgeStep },
        inputs: { 'latency-limit': '5s', ...inputs },
        clock: systemClock,
      });
    try {
      expect((await optimize()).entry).toMatchObject({ status: 'nothing-to-do', verdict: 'pass' });
      await fillRedis(server, 0, { live: 2_000, stale: 60_000 }, 400);
      await fillRedis(server, 5, { live: 100, stale: 20_000 }, 400);
      // the share is a running mean of the expiry cycle: it rises while the cycle meets nothing but expired keys
      await server.admin('config', 'set', 'hz', '500');
      for (let look = 0; look < 500 && (await cache.instance(name)).staleShare < 0.15; look += 1) {
        await server.admin('debug', 'set-active-expire', '1');
        await server.admin('debug', 'set-active-expire', '0');
      }
      const before = await cache.instance(name);
      expect(before.staleShare).toBeGreaterThanOrEqual(0.15);
      const { entry, findings } = await optimize({ fragmentation: '1.2' });
      expect(findings).toEqual([]);
      expect(entry).toMatchObject({ verdict: 'pass', status: 'done' });
      const after = await cache.instance(name);
      expect(after.databases).toEqual([
        { index: 0, keys: 2_000, expiring: 0 },
        { index: 5, keys: 100, expiring: 0 },
      ]);
      expect(after.memory.usedBytes).toBeLessThan(before.memory.usedBytes / 2);
      expect(after.memory.residentBytes).toBeLessThan(before.memory.residentBytes / 2);
      expect(entry.applied.map((applied) => applied.step)).toEqual([
        `expire-stale-keys ${name} 0`,
        `expire-stale-keys ${name} 5`,
        `purge-cache-memory ${name}`,
      ]);
      expect(entry.result).toMatch(
        /^[\d,]+ keys reclaimed, [\d.]+ MB → [\d.]+ MB resident, fragmentation .* latency [\d.]+ ms/,
      );
    } finally {
      await cache.close();
    }
  }, 60_000);
});
