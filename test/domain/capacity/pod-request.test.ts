import { expect, test } from '@jest/globals';
import { podLimits, podRequests } from '../../../src/domain/capacity/pod-request.ts';
import type { Pod } from '../../../src/domain/kubernetes/objects.ts';

const asks = (name: string, cpu: string, restartPolicy?: string) => ({
  name,
  resources: { requests: { cpu } },
  ...(restartPolicy === undefined ? {} : { restartPolicy }),
});

test.each<[string, Pod['spec'], number]>([
  ['all containers together', { containers: [asks('a', '100m'), asks('b', '200m')] }, 0.3],
  ['what it takes to start, if that is more', { containers: [asks('a', '100m')], initContainers: [asks('i', '1')] }, 1],
  [
    'the larger of two that start one after the other, not both',
    {
      containers: [asks('a', '1500m')],
      initContainers: [asks('i', '1'), asks('j', '1')],
    },
    1.5,
  ],
  [
    'sidecars beside what runs',
    { containers: [asks('a', '500m')], initContainers: [asks('s', '250m', 'Always')] },
    0.75,
  ],
  [
    'sidecars beside what starts after them',
    {
      containers: [asks('a', '100m')],
      initContainers: [asks('s', '250m', 'Always'), asks('i', '2')],
    },
    2.25,
  ],
  ['the overhead of the pod itself', { containers: [asks('a', '100m')], overhead: { cpu: '250m' } }, 0.35],
  ['a limit where there is no request', { containers: [{ name: 'a', resources: { limits: { cpu: '2' } } }] }, 2],
])('a pod asks for %s', (_name, spec, cores) => {
  expect(podRequests(spec).cpu).toBeCloseTo(cores, 9);
});

test('a pod may have what its containers may have together', () => {
  const spec = {
    containers: [{ name: 'a', resources: { limits: { memory: '1Gi' }, requests: { cpu: '1' } } }, { name: 'b' }],
  };
  expect(podLimits(spec)).toEqual({ memory: 2 ** 30 });
});
