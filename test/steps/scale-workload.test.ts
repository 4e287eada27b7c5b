import { describe, expect, test } from '@jest/globals';
import type { Pod } from '../../src/domain/kubernetes/objects.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { inverseOf } from '../../src/domain/step/inverse.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import { PortError } from '../../src/ports/port-error.ts';
import executor from '../../src/steps/scale-workload.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { type Fate, WorkloadController } from '../fakes/cluster/workload-controller.ts';
import { stepContext } from './step-context.ts';

const namespace = 'phoenix-rooivalk';

const noAnswer = new PortError({ code: 'timeout', subject: 'api', message: 'no answer' });

function world(fate: Fate = {}) {
  const cluster = new FakeCluster();
  const labels = { app: 'api-gateway' };
  const { metadata } = cluster.add(resources.deployments, {
    metadata: { name: 'api-gateway', namespace },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'x:1' }] } },
    },
  });
  const controller = new WorkloadController(cluster, fate);
  controller.reconcile();
  const step: StepOf<'scale-workload'> = {
    id: 'scale-workload deployment/api-gateway',
    kind: 'scale-workload',
    subject: 'deployment/api-gateway',
    from: 3,
    to: 5,
    parameters: { resource: 'deployments', namespace, name: 'api-gateway', uid: metadata.uid, readyWithinMs: 30_000 },
    why: 'launch',
    risk: 'none',
    undo: 'replicas back to 3',
    deadlineMs: 60_000,
  };
  const replicas = async () => (await cluster.get(resources.deployments, namespace, 'api-gateway'))?.spec.replicas;
  return { cluster, step, replicas, context: stepContext({ cluster }) };
}

describe('scaling a workload', () => {
  test('waits until as many pods are ready, touches the scale alone, and can be put back', async () => {
    const { cluster, step, replicas, context } = world();
    cluster.restrict([
      { resource: resources.deployments, subresource: 'scale', verbs: ['patch'] },
      { resource: resources.deployments, verbs: ['get'] },
      { resource: resources.pods, verbs: ['list'] },
    ]);
    expect(await executor.settle(context, step)).toBe('not-done');
    expect((await executor.apply(context, step)).text).toBe('3 → 5 replicas, 5 ready');
    expect(await executor.settle(context, step)).toBe('done');
    const inverse = inverseOf(step) as typeof step;
    expect((await executor.apply(context, inverse)).text).toBe('5 → 3 replicas, 3 ready');
    expect(await executor.settle(context, step)).toBe('not-done');
    expect(await replicas()).toBe(3);
  });

  test('leaves alone what somebody else has scaled since', async () => {
    const { cluster, step, replicas, context } = world();
    cluster.edit(resources.deployments, namespace, 'api-gateway', (draft) => {
      draft.spec.replicas = 4;
    });
    await expect(executor.apply(context, step)).rejects.toMatchObject({ code: 'conflict' });
    expect(await executor.settle(context, step)).toBe('moved');
    expect(await replicas()).toBe(4);
  });

  test('leaves alone another workload of the same name', async () => {
    const { step, replicas, context } = world();
    const former = { ...step, parameters: { ...step.parameters, uid: 'uid of one that was removed' } };
    await expect(executor.apply(context, former)).rejects.toMatchObject({ code: 'conflict' });
    expect(await executor.settle(context, former)).toBe('moved');
    expect(await replicas()).toBe(3);
  });

  test('fails, with the pod to look at, when the new pods do not become ready', async () => {
    const { step, replicas, context } = world({ becomesReady: (pod: Pod) => pod.metadata.name === '' });
    const failed = await executor.apply(context, step).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PortError);
    expect(failed).toMatchObject({
      code: 'failed',
      message: expect.stringMatching(/^deployment\/api-gateway did not become ready: no progress for 30 s/),
      next: '`kubectl -n phoenix-rooivalk describe deployment/api-gateway`',
    });
    expect(await replicas()).toBe(5);
  });

  test('a lost answer is settled by the world, and the pods are awaited all the same', async () => {
    const { cluster, step, context } = world();
    cluster.fail({ verb: 'patch' }, { after: noAnswer });
    expect((await executor.apply(context, step)).text).toBe('3 → 5 replicas, 5 ready');
    expect(await executor.settle(context, step)).toBe('done');
  });

  test('a change that did not arrive is not known to be untouched: it may still arrive', async () => {
    const { cluster, step, replicas, context } = world();
    cluster.fail({ verb: 'patch' }, noAnswer);
    await expect(executor.apply(context, step)).rejects.toMatchObject({
      code: 'failed',
      message: 'no answer; the change did not arrive',
    });
    expect(await replicas()).toBe(3);
  });
});
