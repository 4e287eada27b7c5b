import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Cache, SweepLimits } from '../../src/ports/cache.ts';
import { codeOf } from './code-of.ts';

/** A cache to try the contract on, and hands to arrange things in it from outside. */
export interface CacheSubject {
  /** Logged in as user `maintenance`, who may neither read nor write a key. */
  readonly cache: Cache;
  /** The same with a wrong password. */
  readonly stranger: Cache;
  /** The same, without the right to look at keys. */
  readonly restricted: Cache;
  readonly master: string;
  readonly replica: string;
  /** Among the servers, and does not answer. */
  readonly unreachable: string;
  /** Make keys that stay, and keys that have expired and are still there; resolves when the replica has them, too. */
  fill(database: number, keys: { live: number; stale: number }): Promise<void>;
  /** Keep the master busy most of the time; resolves when it is, and answers how to end it. */
  makeBusy(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const never = new AbortController().signal;
const limits: SweepLimits = { pageSize: 200, latencyLimitMs: 1_000, timeLimitMs: 30_000 };

/** What every implementation of the port `Cache` does. */
export function cacheContract(title: string, arrange: () => Promise<CacheSubject>): void {
  describe(`cache contract: ${title}`, () => {
    let subject: CacheSubject;
    let cache: Cache;
    let master: string;

    beforeAll(async () => {
      subject = await arrange();
      ({ cache, master } = subject);
    }, 60_000);
    afterAll(() => subject.close());

    const keysIn = async (server: string, database: number) =>
      (await cache.instance(server)).databases.find((space) => space.index === database);

    test('says which server is the master and which one follows it', async () => {
      expect(await cache.servers()).toEqual(expect.arrayContaining([master, subject.replica, subject.unreachable]));
      const first = await cache.instance(master);
      expect(first).toMatchObject({ role: 'master', replicas: 1, loading: false, lastSaveWorked: true });
      expect(first.master).toBeUndefined();
      const second = await cache.instance(subject.replica);
      expect(second).toMatchObject({
        role: 'replica',
        linkUp: true,
        replicas: 0,
        master: expect.stringMatching(/:\d+$/),
      });
    });

    test('says how full it is', async () => {
      const { memory, clients, version, startedAt, staleShare } = await cache.instance(master);
      expect(memory.usedBytes).toBeGreaterThan(100_000);
      expect(memory.residentBytes).toBeGreaterThan(100_000);
      expect(memory.policy).toBe('noeviction');
      expect(memory.limitBytes).toBeUndefined();
      expect(clients.used).toBeGreaterThan(0);
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(startedAt).toBeLessThanOrEqual(Date.now());
      expect(staleShare).toBeGreaterThanOrEqual(0);
      expect(await cache.latency(master)).toBeGreaterThanOrEqual(0);
    });

    test('a sweep of a replica reclaims nothing, and does not pretend to', async () => {
      await subject.fill(3, { live: 500, stale: 2_000 });
      const outcome = await cache.sweep(subject.replica, 3, limits, never);
      expect(outcome).toMatchObject({ ended: 'not-master', reclaimed: 0 });
      expect(await keysIn(master, 3)).toEqual({ index: 3, keys: 2_500, expiring: 2_000 });
    });

    test('a sweep of the master removes what has expired, in that database alone', async () => {
      await subject.fill(4, { live: 100, stale: 300 });
      const before = await cache.instance(master);
      const outcome = await cache.sweep(master, 3, limits, never);
      expect(outcome).toMatchObject({ ended: 'whole', reclaimed: 2_000 });
      expect(outcome.looked).toBeGreaterThanOrEqual(500);
      expect(outcome.latency.worstMs).toBeGreaterThanOrEqual(outcome.latency.p95Ms);
      expect(await keysIn(master, 3)).toEqual({ index: 3, keys: 500, expiring: 0 });
      expect(await keysIn(master, 4)).toEqual({ index: 4, keys: 400, expiring: 300 });
      expect((await cache.instance(master)).expiredKeys - before.expiredKeys).toBe(2_000);
      const again = await cache.sweep(master, 3, limits, never);
      expect(again).toMatchObject({ ended: 'whole', reclaimed: 0 });
    });

    test('a sweep of an empty database is whole', async () => {
      expect(await cache.sweep(master, 9, limits, never)).toMatchObject({ looked: 0, reclaimed: 0, ended: 'whole' });
    });

    test('a sweep stops when its time is up', async () => {
      await subject.fill(5, { live: 2_000, stale: 0 });
      const outcome = await cache.sweep(master, 5, { ...limits, pageSize: 10, timeLimitMs: 0 }, never);
      expect(outcome.ended).toBe('time');
      expect(outcome.looked).toBeLessThan(2_000);
    });

    test('a sweep stops when others have to wait longer', async () => {
      await subject.fill(6, { live: 20_000, stale: 0 });
      const relax = await subject.makeBusy();
      try {
        const outcome = await cache.sweep(master, 6, { ...limits, pageSize: 10, latencyLimitMs: 50 }, never);
        expect(outcome.ended).toBe('latency');
        expect(outcome.latency.worstMs).toBeGreaterThan(50);
        expect(outcome.looked).toBeLessThan(20_000);
        expect((await cache.instance(master)).strained).toBe(true);
      } finally {
        await relax();
      }
      const patient = await cache.sweep(master, 6, { ...limits, latencyLimitMs: 5_000 }, never);
      expect(patient).toMatchObject({ ended: 'whole', looked: 20_000 });
    }, 20_000);

    test('a cancelled sweep stops', async () => {
      expect(await codeOf(cache.sweep(master, 5, limits, AbortSignal.abort()))).toBe('cancelled');
    });

    test('memory that holds nothing can be given back', async () => {
      await cache.giveBackMemory(master);
      expect((await cache.instance(master)).memory.usedBytes).toBeGreaterThan(0);
    });

    test.each([
      ['an unknown server', () => cache.instance('pod/none'), 'not-found'],
      ['a server that does not answer', () => cache.instance(subject.unreachable), 'unreachable'],
      ['a wrong password', () => subject.stranger.instance(master), 'unauthorized'],
      ['a missing right', () => subject.restricted.sweep(master, 5, limits, never), 'forbidden'],
    ] as const)('%s is a PortError', async (_title, ask, code) => {
      expect(await codeOf(ask() as Promise<unknown>)).toBe(code);
    });
  });
}
