import { describe, expect, test } from '@jest/globals';
import type { Pod } from '../../../src/domain/kubernetes/objects.ts';
import { hasImages, imagesOf, placeOf } from '../../../src/domain/rollout/images-of.ts';
import { desiredPods, isStuck, judgeRollout } from '../../../src/domain/rollout/judge.ts';
import { belongsTo, ordinalOf } from '../../../src/domain/rollout/pods-of.ts';
import { troublesOf } from '../../../src/domain/rollout/trouble.ts';
import { type PodTraits, pod, workload } from './objects.ts';

const isNew = ({ spec }: Pod) => hasImages(spec, { main: 'x:1' });
const two = [pod({ name: 'node-0' }), pod({ name: 'node-1' })] as const;

describe('a rollout', () => {
  test.each<[string, object, readonly Pod[], boolean, string]>([
    ['is complete', {}, two, true, '2 of 2 of the new version, 2 ready'],
    ['is not seen yet', { metadata: { generation: 2 } }, two, false, 'its controller has not seen the change'],
    ['lacks a pod', {}, [two[0]], false, '1 of 2 of the new version, 1 ready'],
    [
      'has an unready pod',
      {},
      [two[0], pod({ name: 'node-1', ready: false })],
      false,
      '2 of 2 of the new version, 1 ready',
    ],
    [
      'has an old pod left',
      {},
      [...two, pod({ name: 'node-2', image: 'x:0' })],
      false,
      '2 of 2 of the new version, 2 ready, 1 other pod still there',
    ],
    [
      'does not wait for pods on their way out',
      {},
      [...two, pod({ name: 'node-2', image: 'x:0', going: true })],
      true,
      '2 of 2 of the new version, 2 ready',
    ],
    [
      'does not count a new pod on its way out',
      {},
      [two[0], pod({ name: 'node-1', going: true })],
      false,
      '1 of 2 of the new version, 1 ready',
    ],
    ['of nothing is complete', { spec: { replicas: 0 } }, [], true, '0 of 0 of the new version, 0 ready'],
    ['has one pod too many', {}, [...two, pod({ name: 'node-2' })], false, '3 of 2 of the new version, 3 ready'],
  ])('%s', (_name, over, pods, complete, text) => {
    expect(judgeRollout('StatefulSet', workload(over), pods, isNew)).toMatchObject({ complete, text });
  });

  const evicted = { phase: 'Failed', ready: false, reason: 'Evicted' } as const;
  test.each<[string, Parameters<typeof judgeRollout>[0], PodTraits, boolean, number, readonly string[]]>([
    ['an evicted pod of it', 'Deployment', evicted, true, 0, ['Evicted']],
    ['an evicted pod of the version before', 'Deployment', { ...evicted, image: 'x:0' }, true, 0, []],
    ['a pod of it that is through', 'Deployment', { phase: 'Succeeded', ready: false }, true, 0, ['Succeeded']],
    ['an evicted pod that nobody has replaced yet', 'StatefulSet', evicted, false, 0, ['Evicted']],
    ['one of the version before', 'StatefulSet', { ...evicted, image: 'x:0' }, false, 1, []],
    ['one on its node', 'DaemonSet', evicted, false, 0, ['Evicted']],
  ])('besides %s of a %s', (_name, kind, traits, complete, others, ended) => {
    const lingering = pod({ name: 'node-9', ...traits });
    const of = workload({ status: { desiredNumberScheduled: 2 } });
    const state = judgeRollout(kind, of, [...two, lingering], isNew);
    expect(state).toMatchObject({ complete, others, ready: 2 });
    expect(state.ended.map(({ reason }) => reason)).toEqual(ended);
    expect(state.troubles.map(({ reason }) => reason)).toEqual(complete ? [] : ended);
  });

  test('a controller that gave up is heard only about the present change', () => {
    const conditions = [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }];
    const gaveUp = (generation: number) =>
      judgeRollout('Deployment', workload({ metadata: { generation }, status: { conditions } }), two, isNew);
    expect([gaveUp(1).deadlineExceeded, gaveUp(2).deadlineExceeded]).toEqual([true, false]);
  });

  test('a DaemonSet wants a pod on each node that fits, one replica is the default of the others', () => {
    const daemon = workload({ spec: { replicas: undefined }, status: { desiredNumberScheduled: 3 } });
    expect(desiredPods('DaemonSet', daemon)).toBe(3);
    expect(desiredPods('Deployment', daemon)).toBe(1);
  });
});

describe('what is wrong with a pod', () => {
  test.each<[string, Pod, readonly (readonly [string, boolean])[]]>([
    ['nothing', pod(), []],
    ['it needs time', pod({ waiting: 'ContainerCreating' }), []],
    ['its image may be had later', pod({ waiting: 'ImagePullBackOff' }), [['ImagePullBackOff', false]]],
    ['its image never can', pod({ waiting: 'InvalidImageName' }), [['InvalidImageName', true]]],
    ['it crashed once', pod({ waiting: 'CrashLoopBackOff', restarts: 1 }), [['CrashLoopBackOff', false]]],
    ['it crashes again and again', pod({ waiting: 'CrashLoopBackOff', restarts: 3 }), [['CrashLoopBackOff', true]]],
    ['it was restarted while it ran', pod({ ready: false, restarts: 4 }), [['restarted 4 times', true]]],
    ['it has failed, and is made anew', pod({ phase: 'Failed', ready: false }), [['Failed', false]]],
    ['it was evicted', pod({ phase: 'Failed', ready: false, reason: 'Evicted' }), [['Evicted', false]]],
  ])('%s', (_name, subject, found) => {
    expect(troublesOf(subject).map(({ reason, certain }) => [reason, certain])).toEqual(found);
  });

  test('init containers count, and no room on any node is no reason to give up at once', () => {
    const base = pod({ ready: false });
    const status = { ...base.status?.containerStatuses?.[0], name: 'migrate', restartCount: 5 };
    const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }];
    const subject = { ...base, status: { ...base.status, conditions, initContainerStatuses: [status] } } as Pod;
    expect(troublesOf(subject).map(({ container, reason, certain }) => [container, reason, certain])).toEqual([
      ['migrate', 'restarted 5 times', true],
      [undefined, 'Unschedulable', false],
    ]);
  });
});

describe('pods of a workload', () => {
  const deployed = (name: string, hash: string) => {
    const made = pod({ owner: { kind: 'ReplicaSet', name: `${name}-${hash}`, uid: 'rs' } });
    return { ...made, metadata: { ...made.metadata, labels: { 'pod-template-hash': hash } } };
  };
  test.each<[string, Pod, 'Deployment' | 'StatefulSet', boolean]>([
    ['by the uid of its controller', pod(), 'StatefulSet', true],
    ['another of the same name', pod({ owner: { uid: 'other' } }), 'StatefulSet', false],
    ['a pod by itself', pod({ owner: { controller: false } }), 'StatefulSet', false],
    ['by its ReplicaSet', deployed('node', 'abc'), 'Deployment', true],
    ['a ReplicaSet of a longer name', deployed('node-2', 'abc'), 'Deployment', false],
  ])('%s', (_name, subject, kind, belongs) => {
    expect(belongsTo(subject, kind, workload())).toBe(belongs);
  });

  test('a stuck pod is unready and of another revision than its controller wants', () => {
    const stuck = (traits: object) => isStuck(pod(traits), workload({ status: { updateRevision: 'r2' } }));
    expect(stuck({ ready: false })).toBe(true);
    expect(stuck({ ready: false, revision: 'r2' })).toBe(false);
    expect(stuck({ ready: true })).toBe(false);
    expect(stuck({ ready: false, going: true })).toBe(false);
  });

  test('ordinals', () => {
    expect(['node-0', 'node-11', 'node'].map((name) => ordinalOf(pod({ name })))).toEqual([0, 11, -1]);
  });
});

test('images by container, init containers apart', () => {
  const spec = {
    initContainers: [{ name: 'main', image: 'a' }],
    containers: [{ name: 'main', image: 'b' }, { name: 'c' }],
  };
  expect(imagesOf(spec)).toEqual({ 'init/main': 'a', main: 'b', c: '' });
  expect(hasImages(spec, { main: 'b' })).toBe(true);
  expect(hasImages(spec, { main: 'b', 'init/main': 'b' })).toBe(false);
  expect(placeOf(spec, 'init/main')).toEqual({ list: 'initContainers', index: 0, name: 'main' });
  expect(placeOf(spec, 'c')).toEqual({ list: 'containers', index: 1, name: 'c' });
  expect(placeOf(spec, 'gone')).toBeUndefined();
});
