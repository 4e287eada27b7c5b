import { expect, test } from '@jest/globals';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { selectPods } from '../../src/observation/pods.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';

const namespace = 'phoenix-rooivalk';

interface Laid {
  readonly name: string;
  readonly ready?: 'True' | 'False';
  readonly metadata?: object;
  readonly waiting?: string;
}

function clusterOf(pods: readonly Laid[]): FakeCluster {
  const cluster = new FakeCluster();
  for (const { name, ready = 'True', metadata = {}, waiting } of pods) {
    const state = waiting === undefined ? { running: {} } : { waiting: { reason: waiting } };
    cluster.add(resources.pods, {
      metadata: { name, namespace, labels: { app: 'node' }, ...metadata },
      spec: { containers: [{ name: 'node' }, { name: 'proxy' }] },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: ready }],
        containerStatuses: [{ name: 'node', ready: ready === 'True', restartCount: 0, state }],
      },
    });
  }
  return cluster;
}

const selected = async (pods: readonly Laid[], container?: string) => {
  const entry = { namespace, selector: 'app=node', ...(container === undefined ? {} : { container }) };
  const { ready, skipped } = await selectPods(clusterOf(pods), entry);
  return { places: ready.map(({ place }) => place), skipped: skipped.map(({ pod, why }) => `${pod}: ${why}`) };
};

test('every ready pod, by name; the others with the reason', async () => {
  const leaving = { deletionTimestamp: '2026-11-28T00:00:00Z', finalizers: ['kubernetes.io/wait'] };
  const pods: readonly Laid[] = [
    { name: 'node-3' },
    { name: 'node-2', ready: 'False', waiting: 'CrashLoopBackOff' },
    { name: 'node-1', metadata: leaving },
    { name: 'node-0' },
    { name: 'other', metadata: { labels: { app: 'other' } } },
  ];
  expect(await selected(pods)).toEqual({
    places: ['pod/node-0', 'pod/node-3'],
    skipped: ['node-1: it is being deleted', 'node-2: it is not ready (CrashLoopBackOff)'],
  });
});

test('no pod is nothing selected and nothing skipped', async () => {
  expect(await selected([])).toEqual({ places: [], skipped: [] });
});

test.each<[string | undefined, readonly string[], readonly string[]]>([
  [undefined, ['pod/node-0'], []],
  ['node', ['pod/node-0'], []],
  ['proxy', ['pod/node-0 container proxy'], []],
  ['nodes', [], ['node-0: it has no container nodes']],
])('container %s', async (container, places, skipped) => {
  expect(await selected([{ name: 'node-0' }], container)).toEqual({ places, skipped });
});
