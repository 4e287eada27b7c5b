import { describe, expect, test } from '@jest/globals';
import type { ContainerState, Pod } from '../../../src/domain/kubernetes/objects.ts';
import { readResults } from '../../../src/observation/network-probe/read-probe.ts';

const host = 'kubernetes.default.svc';
const asked = { hosts: [host], connections: [] };
const namesOf = (pod: Pod) => readResults(pod, asked).names;

function podWith(state: ContainerState, conditions: NonNullable<Pod['status']>['conditions'] = []): Pod {
  const status = { name: 'name-1', ready: false, restartCount: 0, state };
  return {
    metadata: { name: 'probe', namespace: 'n', uid: 'u' },
    status: { phase: 'Pending', conditions, containerStatuses: [status] },
  } as unknown as Pod;
}

describe('what the probe pod says of a name', () => {
  test.each<[string, ContainerState, string, RegExp]>([
    ['it resolves', { terminated: { exitCode: 0 } }, 'good', /^$/],
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
    const [result] = namesOf(podWith(state));
    expect(result).toMatchObject({ host, attempt: { state: expected } });
    expect(result && 'why' in result.attempt ? result.attempt.why : '').toMatch(why);
  });

  test('a long answer of a registry is cut', () => {
    const message = 'x'.repeat(100_000);
    const [result] = namesOf(podWith({ waiting: { reason: 'ErrImagePull', message } }));
    expect(JSON.stringify(result).length).toBeLessThan(500);
  });

  test('a pod that no node takes', () => {
    const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }] as const;
    expect(namesOf(podWith({}, conditions as never))).toEqual([
      { host, attempt: { state: 'waiting', why: 'no node takes the probe: Unschedulable' } },
    ]);
  });
});

describe('what the probe pod says of a connection', () => {
  const connection = { name: 'database', host: '10.0.0.7', port: 5432, guessed: false };
  const at = (second: number) => `2026-11-24T02:10:0${second}Z`;
  test.each<[string, NonNullable<ContainerState['terminated']>, string, RegExp]>([
    ['it was made', { exitCode: 0 }, 'good', /^$/],
    ['refused', { exitCode: 1, startedAt: at(0), finishedAt: at(1) }, 'failed', /^it was refused$/],
    ['no answer', { exitCode: 1, startedAt: at(0), finishedAt: at(5) }, 'failed', /^no answer within 5 s$/],
    ['one of both', { exitCode: 1 }, 'failed', /refused, or not answered within 5 s/],
    ['no end', { exitCode: 143 }, 'not-tried', /nc did not end within 15 s/],
    ['no nc', { exitCode: 128, reason: 'StartError' }, 'not-tried', /no timeout or no nc/],
  ])('%s', (_name, terminated, state, why) => {
    const status = { name: 'connection-1', ready: false, restartCount: 0, state: { terminated } };
    const pod = { status: { containerStatuses: [status] } } as unknown as Pod;
    const [result] = readResults(pod, { hosts: [], connections: [connection] }).connections;
    expect(result).toMatchObject({ connection, attempt: { state } });
    expect(result && 'why' in result.attempt ? result.attempt.why : '').toMatch(why);
  });
});
