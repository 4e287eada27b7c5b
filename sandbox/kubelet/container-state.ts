/** The states a container's status goes through, as data. */
import type { ContainerStatus, TerminatedState } from './objects.ts';
import type { Outcome } from './pod-init.ts';

/** What is kept of a container between its instances. */
export interface ContainerRecord {
  state: ContainerStatus['state'];
  lastState: ContainerStatus['lastState'];
  restartCount: number;
  ready: boolean;
  started: boolean;
  imageID: string;
  containerID?: string;
}

/** A container that has not run yet. */
export function newRecord(): ContainerRecord {
  return {
    state: { waiting: { reason: 'ContainerCreating' } },
    lastState: {},
    restartCount: 0,
    ready: false,
    started: false,
    imageID: '',
  };
}

/**
 * What a kubelet that starts finds in a pod's status: instances that were running ended with the kubelet before it, and
 * the next one counts as a restart.
 */
export function recordFrom(status: ContainerStatus | undefined): ContainerRecord {
  if (!status) return newRecord();
  const running = status.state.running;
  const ended: TerminatedState | undefined = running
    ? {
        exitCode: 137,
        signal: 9,
        reason: 'ContainerStatusUnknown',
        message: 'The container ended with the kubelet that ran it.',
        startedAt: running.startedAt,
        finishedAt: new Date().toISOString(),
        ...(status.containerID !== undefined && { containerID: status.containerID }),
      }
    : status.state.terminated;
  const lastState = ended ? { terminated: ended } : status.lastState;
  return {
    ...newRecord(),
    state: ended ? { terminated: ended } : { waiting: { reason: 'ContainerCreating' } },
    lastState,
    restartCount: status.restartCount,
    imageID: status.imageID,
    ...(status.containerID !== undefined && { containerID: status.containerID }),
  };
}

/** The status that the API shows. */
export function containerStatus(name: string, image: string, record: ContainerRecord): ContainerStatus {
  return {
    name,
    image,
    imageID: record.imageID,
    ready: record.ready,
    started: record.started,
    restartCount: record.restartCount,
    state: record.state,
    lastState: record.lastState,
    ...(record.containerID !== undefined && { containerID: record.containerID }),
  };
}

/** The terminated state of a process that ended. */
export function terminated(outcome: Outcome, startedAt: string, containerID: string, message: string): TerminatedState {
  return {
    exitCode: outcome.code,
    ...(outcome.signal > 0 && { signal: outcome.signal }),
    reason: outcome.code === 0 ? 'Completed' : 'Error',
    ...(message !== '' && { message }),
    startedAt,
    finishedAt: new Date().toISOString(),
    containerID,
  };
}
