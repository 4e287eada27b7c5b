import { type CacheSubject, cacheContract } from '../../contracts/cache.contract.ts';
import { createFakeCache, fakeCacheServer } from './fake-cache.ts';

async function fakeSubject(): Promise<CacheSubject> {
  const master = fakeCacheServer('pod/redis-0', { replicas: 1 });
  const replica = fakeCacheServer('pod/redis-1', { role: 'replica', master: '10.0.0.1:6379', linkUp: true });
  master.follower = replica;
  const silent = fakeCacheServer('pod/redis-9');
  silent.fails = { code: 'unreachable', subject: 'cache pod/redis-9', message: 'the connection was refused' };
  const locked = fakeCacheServer('pod/redis-0');
  locked.fails = { code: 'unauthorized', subject: 'cache pod/redis-0', message: 'the password was not accepted' };
  const blind = fakeCacheServer('pod/redis-0');
  blind.mayNotSweep = true;
  return {
    cache: createFakeCache({ 'pod/redis-0': master, 'pod/redis-1': replica, 'pod/redis-9': silent }),
    stranger: createFakeCache({ 'pod/redis-0': locked }),
    restricted: createFakeCache({ 'pod/redis-0': blind }),
    master: 'pod/redis-0',
    replica: 'pod/redis-1',
    unreachable: 'pod/redis-9',
    fill: async (database, { live, stale }) => {
      for (const server of [master, replica]) server.keys.set(database, { live, expiring: 0, stale });
    },
    makeBusy: async () => {
      master.latencyMs = 200;
      return async () => {
        master.latencyMs = 0.2;
      };
    },
    close: async () => undefined,
  };
}

cacheContract('fake', fakeSubject);
