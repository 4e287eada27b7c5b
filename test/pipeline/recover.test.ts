import { expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { recover } from '../../src/pipeline/recover/recover.ts';
import { SteppingClock } from '../adapters/kubernetes/local-api.ts';
import { planOf, ScaledWorld, scale } from './scaled-world.ts';

const minute = 60_000;

/** A run that was killed in a step which may take half an hour, with its Lease as it left it. */
async function cutOff() {
  const world = new ScaledWorld(['a']);
  const clock = new SteppingClock();
  const maintenance = openMaintenance(world.cluster, clock);
  const step = scale('a', { deadlineMs: 30 * minute });
  await maintenance.lease.take('dead run', { patienceMs: 0, grace: async () => 0 });
  const writer = await maintenance.journal.open({ run: 'dead run', id: 'x', plan: planOf([step]) });
  await writer.write(step.id, 'begun');
  world.replicas.set('a', 2);
  return { world, clock, maintenance };
}

const recovering = ({ world, clock, maintenance }: Awaited<ReturnType<typeof cutOff>>) =>
  recover({
    maintenance,
    run: 'recovery',
    holder: 'recovery token',
    closing: { executor: (step) => world.executor(step.kind), context: world.context(), clock },
    patienceMs: 20 * minute,
    describe: (id) => ({ title: id, type: 'adaptive' }),
    progress: () => undefined,
  });

test('the Lease of a run that is over is outlasted, however long its last step may take, and what it did put back', async () => {
  const scene = await cutOff();
  expect(await recovering(scene)).toMatchObject({ kind: 'closed', outcome: { entry: { status: 'rolled-back' } } });
  expect(scene.clock.monotonic()).toBeGreaterThanOrEqual(35 * minute);
  expect(scene.world.state()).toEqual({ a: 1 });
  expect(await scene.maintenance.journal.read()).toBeUndefined();
});

test('a run that is alive keeps its Lease, and nothing is touched', async () => {
  const scene = await cutOff();
  const { clock, maintenance, world } = scene;
  let renewedAt = 0;
  world.cluster.intercept(({ verb, resource }) => {
    if (verb !== 'get' || resource?.plural !== 'leases' || clock.monotonic() - renewedAt < minute) return;
    renewedAt = clock.monotonic();
    world.cluster.edit(resources.leases, 'rooivalk-maintenance', 'maintenance', (lease) => {
      Object.assign(lease, { metadata: { ...lease.metadata, annotations: { renewed: `${renewedAt}` } } });
    });
  });
  expect(await recovering(scene)).toMatchObject({ kind: 'not-allowed-yet', note: expect.stringContaining('dead run') });
  expect(world.state()).toEqual({ a: 2 });
  expect(await maintenance.journal.read()).toBeDefined();
});
