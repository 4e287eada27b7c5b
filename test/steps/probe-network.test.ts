import { describe, expect, test } from '@jest/globals';
import type { ContainerState } from '../../src/domain/kubernetes/objects.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import executor from '../../src/steps/probe-network.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { stepContext } from './step-context.ts';

const namespace = 'phoenix-rooivalk';
const host = 'kubernetes.default.svc';

const step: StepOf<'probe-network'> = {
  id: 'probe-network',
  kind: 'probe-network',
  subject: 'dns',
  from: 'not asked',
  to: 'asked',
  parameters: { namespace, name: 'maintenance-network-probe', image: 'probe:1', hosts: [host], connections: [] },
  why: 'names must resolve',
  risk: 'none',
  undo: 'nothing to undo',
  deadlineMs: 90_000,
};

/** A cluster whose kubelet goes through these states of the probe's container, one for each look. */
async function outcome(states: readonly ContainerState[]) {
  const cluster = new FakeCluster();
  cluster.add(resources.namespaces, { metadata: { name: namespace } });
  const look = (state: ContainerState | undefined) => [{ name: 'name-1', ready: false, restartCount: 0, state }];
  cluster.onChange(({ verb, resource, name }) => {
    if (verb !== 'create' || resource.plural !== 'jobs') return;
    cluster.add(resources.pods, {
      metadata: { name: 'probe', namespace, labels: { 'job-name': name } },
      spec: { containers: [] },
      status: { phase: 'Pending', containerStatuses: look(states[0]) },
    });
  });
  let pauses = 0;
  let waited = 0;
  const pause = async (ms: number) => {
    waited += ms;
    pauses += 1;
    const state = states[Math.min(pauses, states.length - 1)];
    cluster.edit(resources.pods, namespace, 'probe', (pod) => {
      pod.status.containerStatuses = look(state);
    });
  };
  const effect = await executor.apply({ ...stepContext({ cluster }), pause }, step);
  const jobsLeft = Object.keys(cluster.snapshot()).filter((key) => key.startsWith('jobs'));
  return { effect, waited, jobsLeft };
}

const pullFails: ContainerState = { waiting: { reason: 'ErrImagePull', message: 'connection refused' } };
const backOff: ContainerState = { waiting: { reason: 'ImagePullBackOff' } };
const ended = (exitCode: number): ContainerState => ({ terminated: { exitCode } });

describe('asking for names from inside', () => {
  test.each<[string, ContainerState[], string | undefined]>([
    ['a pull that serves the second time is no trouble', [pullFails, backOff, ended(0)], undefined],
    ['a name that does not resolve after a repeated pull has failed', [pullFails, ended(1)], 'name-not-resolved'],
    ['a pull that never serves is unknown', [pullFails, backOff, pullFails], 'name-not-checked'],
    ['an image name that is none is unknown', [{ waiting: { reason: 'InvalidImageName' } }], 'name-not-checked'],
  ])('%s', async (_name, states, code) => {
    const { effect, jobsLeft } = await outcome(states);
    expect(effect.findings?.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code]);
    expect(jobsLeft).toEqual([]);
  });

  test('it waits for a pull as long as the probe may live, and says what the pull met', async () => {
    const { effect, waited } = await outcome([pullFails]);
    expect(waited).toBe(60_000);
    expect(effect.findings?.[0]?.evidence).toMatch(/not pulled in time \(ErrImagePull: connection refused\)/);
  });

  test('what no further attempt ends is said at once', async () => {
    expect((await outcome([{ waiting: { reason: 'InvalidImageName' } }])).waited).toBeLessThan(1_000);
  });
});
