import { expect, test } from '@jest/globals';
import { openMaintenance } from '../../../src/adapters/kubernetes/maintenance.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError, type PortErrorCode } from '../../../src/ports/port-error.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { stillClock } from '../../tasks/environment.ts';
import { arranged, namespace } from './empty-maintenance.ts';
import { SteppingClock } from './local-api.ts';

const lost = (code: PortErrorCode): PortError => new PortError({ code, subject: 'x', message: 'lost' });
const minute = 60_000;

const hold = (fake: FakeCluster, spec: object): void => {
  fake.add(resources.leases, { metadata: { name: 'maintenance', namespace }, spec });
};
const holderOf = async (fake: FakeCluster): Promise<string | undefined> =>
  (await fake.get(resources.leases, namespace, 'maintenance'))?.spec?.holderIdentity;

test.each<{
  name: string;
  spec?: object;
  grace?: number;
  patience: number;
  taken: boolean;
  waited: [least: number, most: number];
}>([
  {
    name: 'a dead holder is taken over after our duration',
    patience: 8 * minute,
    taken: true,
    waited: [5 * minute, 5 * minute + 10_000],
  },
  { name: 'and not before', patience: 5 * minute - 1, taken: false, waited: [5 * minute - 1, 5 * minute] },
  {
    name: 'and later by the grace of a begun step',
    grace: 10 * minute,
    patience: 20 * minute,
    taken: true,
    waited: [15 * minute, 15 * minute + 10_000],
  },
  {
    name: 'whatever the object says of its duration: short',
    spec: { leaseDurationSeconds: 1 },
    patience: 4 * minute,
    taken: false,
    waited: [4 * minute, 4 * minute],
  },
  {
    name: 'whatever the object says of its duration: long',
    spec: { leaseDurationSeconds: 9_999_999 },
    patience: 6 * minute,
    taken: true,
    waited: [5 * minute, 6 * minute],
  },
  {
    name: 'whatever the object says of its time',
    spec: { renewTime: '1999-01-01T00:00:00.000000Z' },
    patience: minute,
    taken: false,
    waited: [minute, minute],
  },
])('$name', async ({ spec, grace = 0, patience, taken, waited }) => {
  const { fake, clock } = arranged();
  hold(fake, { holderIdentity: 'dead', leaseDurationSeconds: 300, ...spec });
  const answer = await openMaintenance(fake, clock).lease.take('ours', {
    patienceMs: patience,
    grace: async () => grace,
  });
  expect(answer.taken).toBe(taken);
  expect(await holderOf(fake)).toBe(taken ? 'ours' : 'dead');
  expect(clock.monotonic()).toBeGreaterThanOrEqual(waited[0]);
  expect(clock.monotonic()).toBeLessThanOrEqual(waited[1]);
});

test('what the last step of a dead holder may take is asked when its Lease is over, and as often as it takes', async () => {
  const { fake, clock } = arranged();
  hold(fake, { holderIdentity: 'dead', leaseDurationSeconds: 300 });
  const asked: number[] = [];
  const grace = async () => {
    asked.push(clock.monotonic());
    // while it was waited for, the holder had begun another step
    return clock.monotonic() < 10 * minute ? 6 * minute : 30 * minute;
  };
  const answer = await openMaintenance(fake, clock).lease.take('ours', { patienceMs: 60 * minute, grace });
  expect(answer).toEqual({ taken: true, after: 'dead' });
  expect(Math.min(...asked)).toBeGreaterThanOrEqual(5 * minute);
  expect(clock.monotonic()).toBeGreaterThanOrEqual(35 * minute);
});

test('a holder that renews is never taken over', async () => {
  const { fake, clock } = arranged();
  hold(fake, { holderIdentity: 'alive' });
  fake.intercept(({ verb }) => {
    // Renewed every four minutes, by somebody whose clock stands still.
    if (
      verb === 'get' &&
      Math.floor(clock.monotonic() / (4 * minute)) !== Math.floor((clock.monotonic() - 5_000) / (4 * minute))
    ) {
      fake.edit(resources.leases, namespace, 'maintenance', (lease) => {
        lease.spec.leaseTransitions = clock.monotonic();
      });
    }
    return undefined;
  });
  const answer = await openMaintenance(fake, clock).lease.take('ours', {
    patienceMs: 60 * minute,
    grace: async () => 0,
  });
  expect(answer).toEqual({ taken: false, holder: 'alive' });
});

test('one that is given back while we wait is ours, and it is said whose it was', async () => {
  const { fake, clock } = arranged();
  hold(fake, { holderIdentity: 'other' });
  fake.intercept(({ number }) => {
    if (number === 3) fake.remove(resources.leases, namespace, 'maintenance');
    return undefined;
  });
  expect(await openMaintenance(fake, clock).lease.take('ours', { patienceMs: minute, grace: async () => 0 })).toEqual({
    taken: true,
    after: 'other',
  });
  expect(clock.monotonic()).toBeLessThan(minute);
});

test('deleted in mid-run, it is no longer ours; annotated, it still is', async () => {
  const { fake, clock } = arranged();
  const { lease } = openMaintenance(fake, clock);
  await lease.take('ours', { patienceMs: 0, grace: async () => 0 });
  fake.intercept(({ verb, number }) => {
    if (verb === 'replace' && number < 10) {
      fake.edit(resources.leases, namespace, 'maintenance', (object) => {
        object.metadata.annotations = { seen: String(number) };
      });
    }
    return undefined;
  });
  expect(await lease.renew('ours')).toBe(true);
  fake.remove(resources.leases, namespace, 'maintenance');
  expect(await lease.renew('ours')).toBe(false);
  await lease.release('ours');
  expect(await holderOf(fake)).toBeUndefined();
});

test.each<[string, PortErrorCode, 'before' | 'after', boolean]>([
  ['a taking whose answer was lost is found out', 'unreachable', 'after', true],
  ['a taking that did not happen is not claimed', 'unreachable', 'before', false],
  ['a taking that was forbidden is not claimed', 'forbidden', 'before', false],
])('%s', async (_name, code, when, taken) => {
  const { fake, clock } = arranged();
  fake.fail({ verb: 'create', resource: 'leases' }, { [when]: lost(code) });
  const answer = openMaintenance(fake, clock).lease.take('ours', { patienceMs: 0, grace: async () => 0 });
  if (taken) expect(await answer).toEqual({ taken: true });
  else await expect(answer).rejects.toMatchObject({ code });
});

test('without the namespace it is said what is missing', async () => {
  const { lease } = openMaintenance(new FakeCluster(), new SteppingClock());
  const message = 'Namespace rooivalk-maintenance does not exist';
  await expect(lease.take('ours', { patienceMs: 0, grace: async () => 0 })).rejects.toMatchObject({
    code: 'not-found',
    message,
  });
});

test('a cancelled run waits for no Lease any more', async () => {
  const { fake } = arranged();
  hold(fake, { holderIdentity: 'another' });
  const { lease } = openMaintenance(fake, stillClock());
  const signal = AbortSignal.abort();
  const taking = lease.take('me', { patienceMs: 8 * minute, grace: async () => 0, signal });
  await expect(taking).rejects.toMatchObject({ code: 'cancelled' });
  expect(await holderOf(fake)).toBe('another');
});
