import { describe, expect, test } from '@jest/globals';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { inverseOf } from '../../src/domain/step/inverse.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import { PortError } from '../../src/ports/port-error.ts';
import executor from '../../src/steps/expand-volume.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { stepContext } from './step-context.ts';

const namespace = 'phoenix-rooivalk';

/** A claim of 48Mi, and a resizer that makes it as large as `most` at most. */
function world(most = '1Gi') {
  const cluster = new FakeCluster();
  const { metadata } = cluster.add(resources.persistentVolumeClaims, {
    metadata: { name: 'data-node-0', namespace },
    spec: { storageClassName: 'sandbox', resources: { requests: { storage: '48Mi' } } },
    status: { phase: 'Bound', capacity: { storage: '48Mi' } },
  } as never);
  cluster.onChange(() => {
    cluster.edit(resources.persistentVolumeClaims, namespace, 'data-node-0', (draft) => {
      const { storage } = draft.spec.resources.requests;
      if (most === '1Gi') draft.status.capacity = { storage };
      else draft.status.conditions = [{ type: most, status: 'True' }];
    });
  });
  const step: StepOf<'expand-volume'> = {
    id: 'expand-volume data-node-0',
    kind: 'expand-volume',
    subject: 'persistentvolumeclaim/data-node-0',
    from: '48Mi',
    to: '64Mi',
    parameters: { namespace, name: 'data-node-0', uid: metadata.uid, resizedWithinMs: 10_000 },
    why: 'w',
    risk: 'r',
    undo: 'cannot be undone: a volume claim never shrinks',
    deadlineMs: 20_000,
  };
  return { cluster, step, context: stepContext({ cluster }) };
}

describe('expanding a volume', () => {
  test('waits until the claim has what it asks for', async () => {
    const { step, context } = world();
    expect(await executor.settle(context, step)).toBe('not-done');
    expect(await executor.apply(context, step)).toMatchObject({
      text: '48Mi → 64Mi',
      measurements: [{ name: 'volume-size', value: 64 * 2 ** 20 }],
    });
    expect(await executor.settle(context, step)).toBe('done');
  });

  test('has no way back', () => {
    expect(inverseOf(world().step)).toEqual({ cannot: 'cannot be undone: a volume claim never shrinks' });
  });

  test.each([
    ['Resizing', /has 48Mi of 64Mi after 10 s: the resizer is at it$/],
    ['FileSystemResizePending', /after 10 s: its file system grows when its pod is started again$/],
    ['Other', /has 48Mi of 64Mi after 10 s$/],
  ])('says what it waits for when it does not come: %s', async (condition, message) => {
    const { step, context } = world(condition);
    await expect(executor.apply(context, step)).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringMatching(message),
    });
    expect(await executor.settle(context, step)).toBe('done');
  });

  test('leaves alone what somebody else has made larger or anew since', async () => {
    const { cluster, step, context } = world();
    cluster.edit(resources.persistentVolumeClaims, namespace, 'data-node-0', (draft) => {
      draft.spec.resources.requests.storage = '96Mi';
    });
    await expect(executor.apply(context, step)).rejects.toMatchObject({ code: 'conflict' });
    expect(await executor.settle(context, step)).toBe('moved');
    const other = { ...step, parameters: { ...step.parameters, uid: 'another' } };
    expect(await executor.settle(context, other)).toBe('moved');
  });

  test('a lost answer does not leave the waiting out', async () => {
    const { cluster, step, context } = world();
    cluster.fail(
      { verb: 'patch' },
      { after: new PortError({ code: 'unreachable', subject: 'api', message: 'reset' }) },
    );
    expect((await executor.apply(context, step)).text).toBe('48Mi → 64Mi');
  });
});
