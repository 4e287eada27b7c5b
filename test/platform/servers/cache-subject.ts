import { setTimeout as sleep } from 'node:timers/promises';
import { createCache, type RedisOptions } from '../../../src/adapters/redis/index.ts';
import type { Target } from '../../../src/ports/reach.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { CacheSubject } from '../../contracts/cache.contract.ts';
import { loopback } from './database-subject.ts';
import { freePort } from './postgres.ts';
import { type RedisServer, startRedis } from './redis.ts';

/** The password of user `maintenance`; looked for in everything that is said. */
export const plantedPassword = 'pl4nted-c4che-p4ssw0rd';

/** What the maintenance user may: look and be told, and neither read nor write a value. */
export const maintenanceUsers: readonly string[] = [
  `user maintenance on >${plantedPassword} ~* resetchannels -@all +@connection +info +role +scan +memory|purge +cluster|nodes`,
  `user blind on >${plantedPassword} ~* resetchannels -@all +@connection +info +role`,
];

/** The adapter on these servers. */
export function cacheOn(targets: readonly Target[], change: Partial<RedisOptions> = {}) {
  return createCache({
    targets: async () => targets,
    user: 'maintenance',
    password: async () => plantedPassword,
    tls: async () => ({ mode: 'disable', serverName: 'redis' }),
    run: 'run 1',
    clock: systemClock,
    ...change,
  });
}

/** Lay keys in a database; the stale ones are expired and kept there (the expiry cycle stays off). */
export async function fillRedis(
  server: RedisServer,
  database: number,
  keys: { live: number; stale: number },
  size = 10,
): Promise<void> {
  const script = `
    redis.call('select', ARGV[1])
    local value = string.rep('x', tonumber(ARGV[4]))
    for n = 1, tonumber(ARGV[2]) do redis.call('set', 'live:' .. n, value) end
    for n = 1, tonumber(ARGV[3]) do redis.call('set', 'stale:' .. n, value, 'px', 1) end`;
  await server.admin('debug', 'set-active-expire', '0');
  await server.admin('eval', script, '0', `${database}`, `${keys.live}`, `${keys.stale}`, `${size}`);
  await sleep(20);
}

/** A fifth of a second busy, a twentieth free, until it is ended. */
export async function keepBusy(server: RedisServer): Promise<() => Promise<void>> {
  let end = false;
  const busy = (async () => {
    while (!end) {
      await server.admin('debug', 'sleep', '0.2');
      await sleep(50);
    }
  })();
  return async () => {
    end = true;
    await busy;
  };
}

/** The contract's subject on a real master with a replica. */
export async function realCache(): Promise<
  CacheSubject & { readonly server: RedisServer; readonly follower: RedisServer }
> {
  const server = await startRedis({ users: maintenanceUsers });
  const follower = await startRedis({ users: maintenanceUsers, replicaOf: server });
  const targets = [
    loopback('pod/redis-0', server.port),
    loopback('pod/redis-1', follower.port),
    loopback('pod/redis-9', await freePort()),
  ];
  const cache = cacheOn(targets);
  const stranger = cacheOn(targets, { password: async () => 'wrong' });
  const restricted = cacheOn(targets, { user: 'blind' });
  // the follower has the link before its master counts it
  const isFollowed = async () =>
    (await cache.instance('pod/redis-1')).linkUp && (await cache.instance('pod/redis-0')).replicas === 1;
  for (let look = 0; look < 400 && !(await isFollowed()); look += 1) await sleep(50);
  return {
    server,
    follower,
    cache,
    stranger,
    restricted,
    master: 'pod/redis-0',
    replica: 'pod/redis-1',
    unreachable: 'pod/redis-9',
    fill: async (database, keys) => {
      await fillRedis(server, database, keys);
      await server.admin('wait', '1', '2000');
    },
    makeBusy: () => keepBusy(server),
    close: async () => {
      await Promise.all([cache, stranger, restricted].map((one) => one.close()));
      await follower.stop();
      await server.stop();
    },
  };
}
