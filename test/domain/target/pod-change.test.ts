import { expect, test } from '@jest/globals';
import type { Pod } from '../../../src/domain/kubernetes/objects.ts';
import { podChangeOf } from '../../../src/domain/target/pod-change.ts';
import { type PodTraits, pod, workload } from '../rollout/objects.ts';

const on = (nodeName: string, traits: PodTraits = {}): Pod => {
  const made = pod(traits);
  return { ...made, spec: { ...made.spec, nodeName } };
};

test('pods that have ended take no place on a node, those on their way out still do', () => {
  const pods = [
    on('a', { name: 'node-0' }),
    on('a', { name: 'node-1', going: true }),
    on('b', { name: 'node-2', phase: 'Failed', ready: false, reason: 'Evicted' }),
    on('c', { name: 'node-3', phase: 'Succeeded', ready: false }),
    pod({ name: 'node-4' }),
  ];
  expect(podChangeOf({ kind: 'Deployment', workload: workload(), pods }, { replicas: 3 })).toMatchObject({
    from: 2,
    to: 3,
    alike: { a: 2 },
  });
});
