import { describe, expect, test } from '@jest/globals';
import type { ContainerState, Pod } from '../../../src/domain/kubernetes/objects.ts';
import { readResults } from '../../../src/observation/dns/probe-job.ts';

const host = 'kubernetes.default.svc';

function podWith(state: ContainerState, conditions: NonNullable<Pod['status']>['conditions'] = []): Pod {
  const status = { name: 'name-1', ready: false, restartCount: 0, state };
  return {
    metadata: { name: 'probe', namespace: 'n', uid: 'u' },
    status: { phase: 'Pending', conditions, containerStatuses: [status] },
  } as unknown as Pod;
}

describe('what the probe pod says of a name', () => {
  test.each<[string, ContainerState, string, RegExp]>([
    ['it resolves', { terminated: { exitCode: 0 } }, 'resolved', /^$/],
    ['nslookup says no', { terminated: { exitCode: 1 } }, 'failed', /nslookup ended with 1/],
    ['no answer', { terminated: { exitCode: 124 } }, 'failed', /no answer within 10 s/],
    ['no nslookup', { terminated: { exitCode: 127 } }, 'not-tried', /no timeout or no nslookup/],
    [
      'killed',
      { terminated: { exitCode: 137, reason: 'OOMKilled' } },
      'not-tried',
      /signal \(exit code 137, OOMKilled\)/,
    ],
    ['a first failed pull', { waiting: { reason: 'ErrImagePull', message: 'EOF' } }, 'waiting', /ErrImagePull: EOF/],
    ['a pull to be repeated', { waiting: { reason: 'ImagePullBackOff' } }, 'waiting', /not pulled in time/],
    ['it is made', { waiting: { reason: 'ContainerCreating' } }, 'waiting', /ContainerCreating/],
    ['no such image name', { waiting: { reason: 'InvalidImageName' } }, 'not-tried', /InvalidImageName/],
    [
      'refused settings',
      { waiting: { reason: 'CreateContainerConfigError' } },
      'not-tried',
      /CreateContainerConfigError/,
    ],
  ])('%s', (_name, state, expected, why) => {
    const [result] = readResults(podWith(state), [host]);
    expect(result).toMatchObject({ host, state: expected });
    expect(result && 'why' in result ? result.why : '').toMatch(why);
  });

  test('a long answer of a registry is cut', () => {
    const message = 'x'.repeat(100_000);
    const [result] = readResults(podWith({ waiting: { reason: 'ErrImagePull', message } }), [host]);
    expect(JSON.stringify(result).length).toBeLessThan(500);
  });

  test('a pod that no node takes', () => {
    const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }] as const;
    expect(readResults(podWith({}, conditions as never), [host])).toEqual([
      { host, state: 'waiting', why: 'no node takes the probe: Unschedulable' },
    ]);
  });
});
