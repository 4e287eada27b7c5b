import { describe, expect, test } from '@jest/globals';
import type { Pod } from '../../../src/domain/kubernetes/objects.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { hasImages } from '../../../src/domain/rollout/images-of.ts';
import type { WorkloadRef } from '../../../src/domain/step/kinds.ts';
import { awaitRollout, type RolloutEnd } from '../../../src/observation/rollout/await-rollout.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { type PodTraits, pod, workload } from '../../domain/rollout/objects.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';

const ref: WorkloadRef = { resource: 'statefulsets', namespace: 'phoenix', name: 'node', uid: 'uid-node' };
const isNew = ({ spec }: Pod) => hasImages(spec, { main: 'x:1' });
const limits = { progressMs: 10_000, patienceMs: 4_000, settleMs: 3_000 };

type Looks = readonly (readonly PodTraits[] | PortError)[];

/** Pods of each look, the last for ever. */
const watched = (...looks: Looks) => watchedOf('statefulsets', looks);

async function watchedOf(
  kind: 'deployments' | 'statefulsets',
  looks: Looks,
  back: { readonly puttingBack?: true } = {},
): Promise<RolloutEnd & { looked: number }> {
  const cluster = new FakeCluster();
  cluster.add(kind === 'deployments' ? resources.deployments : resources.statefulSets, workload());
  const owner = kind === 'deployments' ? { kind: 'ReplicaSet', name: 'node-r1', uid: 'uid-rs' } : {};
  const frames = [...looks];
  let looked = 0;
  cluster.intercept(({ verb, resource }) => {
    if (verb !== 'list' || resource?.plural !== 'pods') return undefined;
    looked += 1;
    const frame = frames.length > 1 ? frames.shift() : frames[0];
    if (frame instanceof PortError) return { before: frame };
    for (const key of Object.keys(cluster.snapshot())) {
      if (key.startsWith('pods/')) cluster.remove(resources.pods, 'phoenix', key.replace(/^.*\//, ''));
    }
    for (const traits of frame ?? []) {
      const made = pod({ ...traits, owner });
      const labels = { ...made.metadata.labels, 'pod-template-hash': 'r1' };
      cluster.add(resources.pods, { ...made, metadata: { ...made.metadata, labels } });
    }
    return undefined;
  });
  const context = { ports: { cluster }, pause: async () => undefined, progress: () => undefined, ...back };
  return { ...(await awaitRollout(context, { ...ref, resource: kind }, isNew, limits)), looked };
}

const old = [
  { name: 'node-0', image: 'x:0' },
  { name: 'node-1', image: 'x:0' },
];
const half = [{ name: 'node-0', image: 'x:0' }, { name: 'node-1' }];
const whole = [{ name: 'node-0' }, { name: 'node-1' }];
const unready = [
  { name: 'node-0', image: 'x:0' },
  { name: 'node-1', ready: false },
];
const noAnswer = new PortError({
  code: 'unreachable',
  subject: 'api',
  message: 'the API server refused the connection',
});

describe('awaiting a rollout', () => {
  test('it is complete when everything stayed ready for a while', async () => {
    expect(await watched(old, half, whole)).toEqual({ ended: 'complete', ready: 2, looked: 6 });
  });

  test.each<[string, Looks, RegExp]>([
    ['a probe that never succeeds', [old, unready], /^no progress for 10 s: 1 of 2 of the new version, 0 ready/],
    [
      'an image that cannot be had, after a while',
      [[{ name: 'node-1', waiting: 'ImagePullBackOff' }]],
      /pod\/node-1: ImagePullBackOff/,
    ],
    ['a name that is none, at once', [[{ name: 'node-1', waiting: 'InvalidImageName' }]], /InvalidImageName/],
    ['a crash loop', [[{ name: 'node-1', waiting: 'CrashLoopBackOff', restarts: 3 }]], /CrashLoopBackOff/],
    ['ready for a moment only', [whole, unready], /^it became ready, and then not any more/],
    [
      'a restart right afterwards',
      [whole, [{ name: 'node-0', restarts: 1 }, { name: 'node-1' }]],
      /^a container restarted right after the rollout/,
    ],
    ['an API server that does not come back', [old, noAnswer], /^no progress for 10 s: the API server refused/],
  ])('it fails by %s', async (_name, looks, why) => {
    expect(await watched(...looks)).toMatchObject({ ended: 'failed', why: expect.stringMatching(why) });
  });

  describe('that puts back', () => {
    const back = { puttingBack: true } as const;
    const restarted = (restarts: number) => [{ name: 'node-0', restarts }, { name: 'node-1' }];

    test.each<[string, Looks, number]>([
      ['were ready, and not, and ready again', [half, whole, unready, unready, whole], 8],
      ['restarted right afterwards, and stay ready', [whole, whole, restarted(1)], 6],
    ])('it is complete when its pods %s', async (_name, looks, looked) => {
      expect(await watchedOf('statefulsets', looks, back)).toEqual({ ended: 'complete', ready: 2, looked });
    });

    test.each<[string, Looks]>([
      ['never become ready again', [whole, unready]],
      ['waver for ever', Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? unready : whole))],
      ['restart for ever', Array.from({ length: 40 }, (_, index) => restarted(index))],
    ])('it fails within the time for progress when its pods %s', async (_name, looks) => {
      const end = await watchedOf('statefulsets', looks, back);
      expect(end).toMatchObject({ ended: 'failed', why: expect.stringMatching(/^no progress for 10 s/) });
      expect(end.looked).toBeLessThan(15);
    });
  });

  test('a passing trouble and a passing outage do not end it', async () => {
    const pulling = [{ name: 'node-0' }, { name: 'node-1', waiting: 'ErrImagePull' }];
    expect(await watched(old, pulling, pulling, noAnswer, half, whole)).toMatchObject({ ended: 'complete' });
  });

  test('a workload that was removed or may not be read ends it as it is', async () => {
    const forbidden = new PortError({ code: 'forbidden', subject: 'pods', message: 'no' });
    await expect(watched(forbidden)).rejects.toMatchObject({ code: 'forbidden' });
    const cluster = new FakeCluster();
    cluster.add(resources.statefulSets, workload({ metadata: { uid: 'another' } }));
    const context = { ports: { cluster }, pause: async () => undefined, progress: () => undefined };
    await expect(awaitRollout(context, ref, isNew, limits)).rejects.toMatchObject({ code: 'conflict' });
  });

  describe('pods that end while it is watched', () => {
    const gone = (name: string, uid = name): PodTraits => {
      return { name, uid, phase: 'Failed', ready: false, reason: 'Evicted' };
    };
    const lone = { name: 'node-0', uid: 'a' };
    const starting = (uid: string): PodTraits => ({ name: uid, uid, waiting: 'ContainerCreating' });
    const next = (uid: string): PodTraits => ({ name: uid, uid });

    test.each<[string, Looks]>([
      [
        'one lingers from before',
        [
          [...old, gone('e')],
          [...half, gone('e')],
          [...whole, gone('e')],
        ],
      ],
      [
        'one is evicted under way',
        [
          half,
          [old[0] ?? {}, gone('node-1', 'uid-node-1'), starting('b')],
          [lone, next('b'), gone('node-1', 'uid-node-1')],
        ],
      ],
      [
        'one is evicted when all were ready',
        [
          [lone, next('b')],
          [lone, gone('b'), starting('c')],
          [lone, gone('b'), next('c')],
        ],
      ],
      [
        'two are shut down with their node, one after the other',
        [
          [lone, next('b')],
          [lone, gone('b'), starting('c')],
          [gone('node-0', 'a'), gone('b'), starting('c'), starting('d')],
          [gone('node-0', 'a'), gone('b'), next('c'), next('d')],
        ],
      ],
    ])('a Deployment comes to its end all the same: %s', async (_name, looks) => {
      expect(await watchedOf('deployments', looks)).toMatchObject({ ended: 'complete', ready: 2 });
    });

    test('a StatefulSet gets the time to make the pod anew', async () => {
      const anew = { name: 'node-1', uid: 'anew' };
      expect(
        await watched(whole, [lone, gone('node-1')], [lone, { ...anew, ready: false }], [lone, anew]),
      ).toMatchObject({
        ended: 'complete',
      });
      expect(await watched(whole, [whole[0] ?? {}, { ...anew, ready: false }], [lone, anew])).toMatchObject({
        ended: 'complete',
      });
    });

    test.each<['deployments' | 'statefulsets', Looks, RegExp]>([
      [
        'deployments',
        [
          [lone, next('b')],
          [lone, gone('b'), starting('c')],
          [lone, gone('b'), gone('c'), starting('d')],
        ],
        /^one pod after the other ends; pod\/c: Evicted/,
      ],
      [
        'deployments',
        [
          [lone, next('b')],
          [lone, gone('b')],
        ],
        /^no progress for 10 s: 1 of 2 of the new version, 1 ready/,
      ],
      [
        'statefulsets',
        [whole, [{ name: 'node-0' }, gone('node-1', 'x')], [{ name: 'node-0' }, gone('node-1', 'y')]],
        /^one pod after the other ends; pod\/node-1: Evicted/,
      ],
      ['statefulsets', [old, [{ name: 'node-0' }, gone('node-1')]], /pod\/node-1: Evicted$/],
    ])('of %s, they are a failure when what replaces them does not help', async (kind, looks, why) => {
      expect(await watchedOf(kind, looks)).toMatchObject({ ended: 'failed', why: expect.stringMatching(why) });
    });
  });
});
