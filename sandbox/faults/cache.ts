/** Faults of Redis. */

import { PLATFORM_NAMESPACE } from '../network.ts';
import { until } from '../platform/cluster.ts';
import { secretValue } from '../platform/database.ts';
import { image } from '../platform/manifests/objects.ts';
import {
  allow,
  endPod,
  keepAway,
  replaceSecret,
  SETTLE,
  scale,
  scaleBack,
  secretBack,
  startPod,
  untilPods,
  untilReady,
} from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';
import { execInPod } from './inside.ts';

const CLI = 'REDISCLI_AUTH=$(cat /etc/redis-credentials/admin) redis-cli -s /run/redis/redis.sock --no-auth-warning';

/** Runs a command of the master as its administrator. */
function onMaster(context: FaultContext, command: string): Promise<string> {
  return execInPod(context, 'redis-0', 'sh', '-c', `${CLI} ${command}`);
}

/** Keys of both databases, stale ones included. */
async function keys(context: FaultContext): Promise<number> {
  const text = await onMaster(context, 'info keyspace');
  return [...text.matchAll(/keys=(\d+)/g)].reduce((sum, match) => sum + Number(match[1]), 0);
}

/** Above so many keys most of them are stale. */
const MANY = 20_000;

/** From so many milliseconds on a slow command is the script's, and not the busy machine's. */
const SLOW_MS = 130;

/** Lays expired keys, as the sandbox comes with them. */
async function layStaleKeys(context: FaultContext): Promise<void> {
  await execInPod(context, 'redis-0', 'touch', '/run/redis/lay-stale-keys');
  await until('no keys are stale', SETTLE, async () => {
    const count = await keys(context);
    const asked = await execInPod(context, 'redis-0', 'ls', '/run/redis');
    return count > MANY && !asked.includes('lay-stale-keys') ? undefined : `${count} keys`;
  });
}

/** Faults of the cache, by name. */
export const cacheFaults = {
  'no-stale-keys': {
    title: 'Redis has reclaimed every expired key by itself',
    leadsTo: leads('optimize-caches: pass'),
    async break(context) {
      await until('keys are still stale', SETTLE, async () => {
        await onMaster(context, 'debug set-active-expire 1');
        const count = await keys(context);
        return count < MANY ? undefined : `${count} keys`;
      });
    },
    mend: layStaleKeys,
  },
  'slow-cache': {
    title: 'a script keeps Redis busy for a sixth of a second at a time',
    leadsTo: leads('optimize-caches: warn'),
    async break(context) {
      // where nothing is stale there is no sweep that could stop
      if ((await keys(context)) < MANY) await layStaleKeys(context);
      const password = await secretValue(context.cluster, 'redis-users', 'admin');
      const busy = `local began = redis.call('TIME'); local now = began
        repeat now = redis.call('TIME') until (now[1] - began[1]) * 1000000 + now[2] - began[2] > 160000
        return 1`;
      const script = 'while :; do redis-cli -h "$HOST" --no-auth-warning eval "$BUSY" 0 >/dev/null; sleep 0.05; done';
      await startPod(
        context,
        'slow-cache',
        {
          containers: [
            {
              name: 'script',
              image: image('redis', '7.0.15'),
              command: ['/bin/sh', '-c', script],
              env: [
                { name: 'HOST', value: `redis-0.redis.${PLATFORM_NAMESPACE}.svc.cluster.local` },
                { name: 'BUSY', value: busy },
                { name: 'REDISCLI_AUTH', valueFrom: { secretKeyRef: { name: 'slow-cache', key: 'password' } } },
              ],
            },
          ],
        },
        { password },
      );
      await until('Redis is not slow', SETTLE, async () => {
        const latest = await onMaster(context, 'latency latest');
        return Number(/^command\n\d+\n(\d+)/m.exec(latest)?.[1] ?? 0) >= SLOW_MS ? undefined : 'no slow commands yet';
      });
    },
    async mend(context) {
      await endPod(context, 'slow-cache');
      await onMaster(context, 'latency reset');
    },
  },
  'redis-down': {
    title: 'no Redis server runs',
    leadsTo: leads('optimize-caches: unknown', 'check-health: fail'),
    break: (context) => scale(context, 'StatefulSet', 'redis', 0),
    mend: (context) => scaleBack(context, 'StatefulSet', 'redis'),
  },
  'redis-replica-only': {
    title: 'the master of Redis is away, only its replica answers',
    leadsTo: leads('optimize-caches: unknown', 'check-health: fail'),
    break: (context) => keepAway(context, 'redis-replica-only', ['redis-0']),
    async mend(context) {
      await allow(context, 'redis-replica-only');
      await untilPods(context, 'redis', 2);
      await untilReady(context, 'redis');
    },
  },
  'sweep-not-permitted': {
    title: 'the Redis user maintenance may no longer scan keys',
    leadsTo: leads('optimize-caches: fail'),
    break: async (context) => void (await onMaster(context, 'acl setuser maintenance -scan')),
    mend: async (context) => void (await onMaster(context, 'acl setuser maintenance +scan')),
  },
  'wrong-redis-password': {
    title: 'the Secret redis-credentials holds a password that Redis does not know',
    leadsTo: leads('optimize-caches: unknown'),
    break: (context) => replaceSecret(context, 'redis-credentials', { password: 'not-the-password-of-anybody' }),
    mend: (context) => secretBack(context, 'redis-credentials'),
  },
} satisfies Record<string, Fault>;
