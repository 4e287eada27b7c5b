import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { brokenDependents } from '../../../src/steps/set-image/dependents.ts';
import { workload } from '../../domain/rollout/objects.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';

const noAnswer = new PortError({ code: 'unreachable', subject: 'api', message: 'no answer' });
const denied = new PortError({ code: 'forbidden', subject: 'api', message: 'not permitted' });

/** The dependents after so many looks that fail by the error. */
async function looked(failures: number, error: PortError, readyReplicas: number) {
  const cluster = new FakeCluster();
  const { status, ...rest } = workload();
  cluster.add(resources.statefulSets, { ...rest, status: { ...status, readyReplicas } });
  let asked = 0;
  cluster.intercept(({ verb, resource }) => {
    if (verb !== 'list' || resource?.plural !== 'statefulsets') return undefined;
    asked += 1;
    return asked <= failures ? { before: error } : undefined;
  });
  return brokenDependents({ ports: { cluster }, pause: async () => undefined }, 'phoenix', new Set(), 10_000);
}

describe('the workloads that depend on one that was changed', () => {
  test('all ready: nothing is broken', async () => {
    expect(await looked(0, noAnswer, 2)).toBeUndefined();
  });

  test('one that stays unready is named', async () => {
    expect(await looked(0, noAnswer, 1)).toBe('1 workload became unready with it: statefulset/node');
  });

  test('an API server that cannot be asked for a while is waited for', async () => {
    expect(await looked(3, noAnswer, 2)).toBeUndefined();
  });

  test('one that cannot be asked until the end, or must not be, is no "all ready"', async () => {
    await expect(looked(100, noAnswer, 2)).rejects.toBe(noAnswer);
    await expect(looked(1, denied, 2)).rejects.toBe(denied);
  });
});
