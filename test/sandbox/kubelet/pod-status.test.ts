import { describe, expect, test } from '@jest/globals';
import { type ContainerRecord, newRecord, recordFrom } from '../../../sandbox/kubelet/container-state.ts';
import type { ContainerStatus, Pod, PodSpec } from '../../../sandbox/kubelet/objects.ts';
import { type PodView, podStatus } from '../../../sandbox/kubelet/pod-status.ts';

const NOW = '2026-11-24T00:00:00Z';
const EARLIER = '2026-11-23T00:00:00Z';
const running: Partial<ContainerRecord> = { state: { running: { startedAt: NOW } }, started: true, ready: true };
const ended = (exitCode: number): Partial<ContainerRecord> => ({
  state: { terminated: { exitCode, reason: exitCode === 0 ? 'Completed' : 'Error', finishedAt: NOW } },
});
const crashing: Partial<ContainerRecord> = {
  ...ended(1),
  lastState: ended(1).state ?? {},
  state: { waiting: { reason: 'CrashLoopBackOff' } },
};

function view(records: Partial<ContainerRecord>[], more: Partial<PodView> = {}, spec: Partial<PodSpec> = {}): PodView {
  const containers = records.map((_, index) => ({ name: `c${index}`, image: 'i' }));
  const pod: Pod = { metadata: { name: 'p', namespace: 'n', uid: 'u' }, spec: { containers, ...spec } };
  const main = records.map((record, index) => ({
    container: containers[index] ?? { name: '', image: '' },
    record: { ...newRecord(), ...record },
  }));
  return {
    pod,
    podIP: '10.77.1.10',
    hostIP: '10.77.1.1',
    startTime: NOW,
    init: [],
    main,
    initialized: true,
    now: NOW,
    ...more,
  };
}
const conditionOf = (given: PodView, type: string) => podStatus(given).conditions?.find((c) => c.type === type);

describe('the phase of a pod', () => {
  test.each<[string, Partial<ContainerRecord>[], PodSpec['restartPolicy'], string]>([
    ['nothing has run', [{}, {}], 'Always', 'Pending'],
    ['one runs', [running, {}], 'Always', 'Running'],
    ['one is in back-off', [crashing], 'Always', 'Running'],
    ['all ended well and none is restarted', [ended(0), ended(0)], 'Never', 'Succeeded'],
    ['one ended badly and none is restarted', [ended(0), ended(3)], 'Never', 'Failed'],
    ['one still runs', [ended(3), running], 'Never', 'Running'],
    ['all ended well, restarted on failure', [ended(0)], 'OnFailure', 'Succeeded'],
    ['it ended badly, restarted on failure', [ended(1)], 'OnFailure', 'Running'],
    ['it ended well and is always restarted', [ended(0)], 'Always', 'Running'],
  ])('%s', (_, records, restartPolicy = 'Always', phase) => {
    expect(podStatus(view(records, {}, { restartPolicy })).phase).toBe(phase);
  });

  test('an init container that failed for good fails the pod', () => {
    const init = [{ container: { name: 'i', image: 'i' }, record: { ...newRecord(), ...ended(1) } }];
    expect(podStatus(view([{}], { init, initialized: false }, { restartPolicy: 'Never' })).phase).toBe('Failed');
    expect(podStatus(view([{}], { init, initialized: false }, { restartPolicy: 'Always' })).phase).toBe('Pending');
  });

  test('a deadline fails it whatever its containers did', () => {
    const failure = { reason: 'DeadlineExceeded', message: 'late' };
    expect(podStatus(view([ended(0)], { failure }))).toMatchObject({ phase: 'Failed', reason: 'DeadlineExceeded' });
  });
});

describe('the conditions of a pod', () => {
  test('name the containers that are not ready', () => {
    const given = view([running, { ...running, ready: false }]);
    expect(conditionOf(given, 'Ready')).toMatchObject({
      status: 'False',
      message: 'containers with unready status: [c1]',
    });
  });

  test('are ready when all containers are', () => {
    expect(conditionOf(view([running]), 'Ready')).toEqual({ type: 'Ready', status: 'True', lastTransitionTime: NOW });
  });

  test('wait for readiness gates', () => {
    const gated = view([running], {}, { readinessGates: [{ conditionType: 'example/gate' }] });
    expect(conditionOf(gated, 'ContainersReady')?.status).toBe('True');
    expect(conditionOf(gated, 'Ready')).toMatchObject({ status: 'False', reason: 'ReadinessGatesNotReady' });
  });

  test('keep their time while they keep their value', () => {
    const given = view([running]);
    const conditions = [{ type: 'Ready', status: 'True' as const, lastTransitionTime: EARLIER }];
    const pod = { ...given.pod, status: { phase: 'Running' as const, conditions } };
    expect(conditionOf({ ...given, pod }, 'Ready')?.lastTransitionTime).toBe(EARLIER);
    expect(conditionOf({ ...given, pod }, 'Initialized')?.lastTransitionTime).toBe(NOW);
  });

  test('of a pod that is over are not ready', () => {
    expect(conditionOf(view([ended(0)], {}, { restartPolicy: 'Never' }), 'Ready')).toMatchObject({
      status: 'False',
      reason: 'PodCompleted',
    });
  });
});

describe('a kubelet that starts finds a container', () => {
  const status: ContainerStatus = {
    name: 'c',
    image: 'i',
    imageID: 'x@sha256:1',
    containerID: 'rooivalk://1',
    ready: true,
    started: true,
    restartCount: 4,
    state: { running: { startedAt: EARLIER } },
    lastState: {},
  };
  test('that ran: it ended with the kubelet before', () => {
    const record = recordFrom(status);
    expect(record).toMatchObject({ restartCount: 4, ready: false, started: false });
    expect(record.state.terminated).toMatchObject({
      exitCode: 137,
      reason: 'ContainerStatusUnknown',
      startedAt: EARLIER,
    });
  });
  test('that was waiting: it goes on with its count', () => {
    const record = recordFrom({ ...status, state: { waiting: { reason: 'CrashLoopBackOff' } } });
    expect(record).toMatchObject({ restartCount: 4, state: { waiting: { reason: 'ContainerCreating' } } });
  });
  test('that is new', () => expect(recordFrom(undefined)).toEqual(newRecord()));
});
