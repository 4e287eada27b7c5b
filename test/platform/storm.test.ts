/** The first worlds of the simulation's own seed, on a real API server: what they stand on is real, time and storm are not. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sandboxState } from '../../sandbox/supervisor/enter.ts';
import { connectKubernetes } from '../../src/adapters/kubernetes/connect.ts';
import type { KubernetesCluster } from '../../src/adapters/kubernetes/kubernetes-cluster.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { type DefectName, defectBreaks } from '../simulation/defects.ts';
import { search } from '../simulation/property.ts';
import { stormSeeds } from '../simulation/storm-seeds.ts';
import { realGround } from './servers/real-ground.ts';

const worlds = 30;
/** A defect shows in one of so many, by the seed. */
const mostWorlds = 200;
const often = [
  'killed',
  'frozen',
  'answers lost',
  'arrived late',
  'delivered twice',
  'changes by people',
  'steps put back',
] as const;
const prefix = 'rooivalk-storm-';

let cluster: KubernetesCluster;

beforeAll(async () => {
  cluster = await connectKubernetes({
    clock: systemClock,
    random: Math.random,
    kubeconfig: sandboxState().kubeconfigOutside,
  });
});

afterAll(async () => {
  for await (const { metadata } of cluster.list({ resource: resources.namespaces })) {
    const { name, uid } = metadata;
    if (name.startsWith(prefix)) await cluster.delete(resources.namespaces, undefined, name, uid);
  }
  await cluster.close();
});

/** Search these worlds, each in a namespace of its own. */
async function searched(defect?: DefectName) {
  let laid = 0;
  const found = await search({
    seed: defect === undefined ? stormSeeds[0] : stormSeeds[1],
    worlds: defect === undefined ? worlds : mostWorlds,
    asFound: true,
    ...(defect === undefined ? {} : { defect }),
    groundAt: (time) => {
      laid += 1;
      return realGround(cluster, `${prefix}${Date.now()}-${laid}`, time);
    },
  });
  return { ...found, laid };
}

test(`${worlds} worlds in a storm: in none of them anything is broken`, async () => {
  const { counterexample, happened, laid } = await searched();
  expect(counterexample && [counterexample.broken, ...counterexample.trace]).toBeUndefined();
  expect(laid).toBe(worlds);
  for (const what of often) expect([what, (happened.get(what) ?? 0) > 0]).toEqual([what, true]);
}, 600_000);

test.each(Object.entries(defectBreaks) as [DefectName, RegExp][])(
  'a planted defect is found in one of them: %s',
  async (defect, broken) => {
    expect((await searched(defect)).counterexample?.broken).toMatch(broken);
  },
  600_000,
);
