import { describe, expect, test } from '@jest/globals';
import type { Pod } from '../../../src/domain/kubernetes/objects.ts';
import { evidenceOf, ownerOf } from '../../../src/domain/kubernetes/pod-owner.ts';

function pod(name: string, controller?: { kind: string; name: string }, labels: Record<string, string> = {}): Pod {
  const ownerReferences = controller === undefined ? [] : [{ ...controller, uid: 'u', controller: true }];
  return { metadata: { name, namespace: 'n', uid: 'p', labels, ownerReferences }, spec: { containers: [] } } as never;
}

describe('whose a pod is, without the random parts of names', () => {
  test.each<[string, Pod, string, string]>([
    [
      'a Deployment',
      pod('gateway-7d9f-x2k4', { kind: 'ReplicaSet', name: 'gateway-7d9f' }, { 'pod-template-hash': '7d9f' }),
      'deployment/gateway',
      'deployment/gateway',
    ],
    [
      'a Deployment whose name ends like a hash',
      pod('gateway-7d9f-7d9f-x', { kind: 'ReplicaSet', name: 'gateway-7d9f-7d9f' }, { 'pod-template-hash': '7d9f' }),
      'deployment/gateway-7d9f',
      'deployment/gateway-7d9f',
    ],
    [
      'a hash that is a hostile pattern',
      pod('gateway-1', { kind: 'ReplicaSet', name: 'gateway-1' }, { 'pod-template-hash': '(.*)+$' }),
      'deployment/gateway-1',
      'deployment/gateway-1',
    ],
    [
      'a StatefulSet: the name of the pod stays',
      pod('postgres-0', { kind: 'StatefulSet', name: 'postgres' }),
      'pod/postgres-0',
      'statefulset/postgres',
    ],
    ['a CronJob', pod('clean-29381-x', { kind: 'Job', name: 'clean-29381234' }), 'job/clean', 'job/clean'],
    ['a DaemonSet', pod('agent-x2', { kind: 'DaemonSet', name: 'agent' }), 'daemonset/agent', 'daemonset/agent'],
    ['nobody', pod('alone'), 'pod/alone', 'pod/alone'],
  ])('%s', (_name, given, owner, workload) => {
    expect(ownerOf(given)).toEqual({ owner, workload });
  });
});

test('evidence names the pod where the subject does not', () => {
  expect(evidenceOf('gateway-x', 'deployment/gateway', 'full')).toBe('gateway-x: full');
  expect(evidenceOf('postgres-0', 'pod/postgres-0', 'full')).toBe('full');
});
