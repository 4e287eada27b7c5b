import { describe, expect, test } from '@jest/globals';
import type { Pod, Workload } from '../../src/domain/kubernetes/objects.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { inverseOf } from '../../src/domain/step/inverse.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import { restartAnnotation } from '../../src/domain/target/restart-annotation.ts';
import { PortError } from '../../src/ports/port-error.ts';
import executor from '../../src/steps/restart-workload.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { type Fate, WorkloadController } from '../fakes/cluster/workload-controller.ts';
import { stepContext } from './step-context.ts';

const namespace = 'phoenix-rooivalk';
const labels = { app: 'gateway' };

function world(annotations?: Readonly<Record<string, string>>, fate: Fate = {}) {
  const cluster = new FakeCluster();
  const { metadata } = cluster.add(resources.deployments, {
    metadata: { name: 'gateway', namespace },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, ...(annotations === undefined ? {} : { annotations }) },
        spec: { containers: [{ name: 'main', image: 'x:1' }] },
      },
    },
  } as object as Workload);
  new WorkloadController(cluster, fate).reconcile();
  const step: StepOf<'restart-workload'> = {
    id: 'restart-workload deployment/gateway',
    kind: 'restart-workload',
    subject: 'deployment/gateway',
    from: annotations?.[restartAnnotation] ?? null,
    to: 'this plan',
    parameters: { resource: 'deployments', namespace, name: 'gateway', uid: metadata.uid, readyWithinMs: 20_000 },
    why: 'w',
    risk: 'r',
    undo: 'cannot be undone',
    deadlineMs: 60_000,
  };
  const pods = () =>
    Object.values(cluster.snapshot()).flatMap((object) => {
      const { kind, metadata: own } = object as Pod;
      return kind === 'Pod' ? [own.name] : [];
    });
  return { cluster, step, pods, context: stepContext({ cluster }) };
}

describe('restarting a workload', () => {
  test.each<[string, Readonly<Record<string, string>> | undefined]>([
    ['that has no annotations', undefined],
    ['that has others', { 'prometheus.io/scrape': 'true' }],
    ['that was restarted before', { [restartAnnotation]: 'an earlier plan' }],
  ])('%s: every pod is made anew, and a second time nothing happens', async (_name, annotations) => {
    const { cluster, step, pods, context } = world(annotations);
    const before = pods();
    expect(await executor.settle(context, step)).toBe('not-done');
    expect((await executor.apply(context, step)).text).toBe('2 pods made anew and ready');
    const after = pods();
    expect(after.filter((name) => before.includes(name))).toEqual([]);
    expect(await executor.settle(context, step)).toBe('done');
    expect((await executor.apply(context, step)).text).toBe('2 pods made anew and ready');
    expect(pods()).toEqual(after);
    expect(cluster.changes()).toHaveLength(1);
    const restarted = await cluster.get(resources.deployments, namespace, 'gateway');
    expect(restarted?.spec.template.metadata?.annotations).toEqual({
      ...annotations,
      [restartAnnotation]: context.planId,
    });
  });

  test('cannot be undone', () => {
    expect(inverseOf(world().step)).toEqual({ cannot: 'cannot be undone' });
  });

  test('that somebody has restarted since is left alone', async () => {
    const { cluster, step, context } = world();
    cluster.edit(resources.deployments, namespace, 'gateway', (draft) => {
      draft.spec.template.metadata.annotations = { [restartAnnotation]: 'another plan' };
    });
    await expect(executor.apply(context, step)).rejects.toMatchObject({ code: 'conflict' });
    expect(await executor.settle(context, step)).toBe('moved');
    expect(cluster.changes()).toEqual([]);
  });

  test('that is paused meanwhile, or made anew, is left alone', async () => {
    const { cluster, step, context } = world();
    cluster.edit(resources.deployments, namespace, 'gateway', (draft) => {
      draft.spec.paused = true;
    });
    await expect(executor.apply(context, step)).rejects.toMatchObject({ code: 'conflict' });
    const other = { ...step, parameters: { ...step.parameters, uid: 'another' } };
    await expect(executor.apply(context, other)).rejects.toMatchObject({ code: 'conflict' });
    expect(cluster.changes()).toEqual([]);
  });

  test('whose pods do not come back fails, with what they had to say', async () => {
    let restarted = false;
    const { cluster, step, context } = world(undefined, { becomesReady: () => !restarted });
    restarted = true;
    cluster.onLogs(() => ['no configuration']);
    await expect(executor.apply(context, step)).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringMatching(/^deployment\/gateway did not become ready/),
      kept: expect.arrayContaining([expect.objectContaining({ lines: ['no configuration'] })]),
    });
  });

  test('a lost answer does not leave the watching out', async () => {
    const { cluster, step, context } = world();
    cluster.fail(
      { verb: 'patch' },
      { after: new PortError({ code: 'timeout', subject: 'api', message: 'no answer' }) },
    );
    expect((await executor.apply(context, step)).text).toBe('2 pods made anew and ready');
  });
});
