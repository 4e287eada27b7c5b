/** What the API shows of a pod, computed from what its containers are doing. */
import { type ContainerRecord, containerStatus } from './container-state.ts';
import type { Container, ContainerStatus, Pod, PodCondition, PodStatus } from './objects.ts';

/** A container with its record. */
export interface ContainerView {
  readonly container: Container;
  readonly record: ContainerRecord;
}

/** Everything that a pod's status follows from. */
export interface PodView {
  readonly pod: Pod;
  readonly podIP: string;
  readonly hostIP: string;
  readonly startTime: string;
  readonly init: readonly ContainerView[];
  readonly main: readonly ContainerView[];
  /** Whether every init container has done its work. */
  readonly initialized: boolean;
  /** Set when the pod was ended from outside its containers (its deadline). */
  readonly failure?: { readonly reason: string; readonly message: string };
  readonly now: string;
}

/** The status of a pod. Conditions keep their time as long as they keep their value. */
export function podStatus(view: PodView): PodStatus {
  const phase = podPhase(view);
  const over = phase === 'Succeeded' || phase === 'Failed';
  const ready = !over && view.main.every(({ record }) => record.ready);
  const names = view.main.filter(({ record }) => !record.ready).map(({ container }) => container.name);
  const gates = view.pod.spec.readinessGates ?? [];
  const open = gates.filter(({ conditionType }) => conditionStatus(view.pod, conditionType) !== 'True');
  const unready = over
    ? { reason: phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed' }
    : { reason: 'ContainersNotReady', message: `containers with unready status: [${names.join(' ')}]` };
  const gated = {
    reason: 'ReadinessGatesNotReady',
    message: `not ready: ${open.map((g) => g.conditionType).join(' ')}`,
  };
  const conditions = [
    condition(view, 'PodReadyToStartContainers', !over && view.podIP !== ''),
    condition(view, 'Initialized', view.initialized, { reason: 'ContainersNotInitialized' }),
    condition(view, 'ContainersReady', ready, unready),
    condition(view, 'Ready', ready && open.length === 0, ready ? gated : unready),
    condition(view, 'PodScheduled', true),
  ];
  return {
    phase,
    ...view.failure,
    conditions,
    hostIP: view.hostIP,
    ...(view.podIP !== '' && { podIP: view.podIP }),
    startTime: view.startTime,
    ...(view.init.length > 0 && { initContainerStatuses: view.init.map((item) => initStatus(item)) }),
    containerStatuses: view.main.map((item) => mainStatus(item, view.initialized)),
  };
}

function podPhase({ main, init, initialized, pod, failure }: PodView): PodStatus['phase'] {
  if (failure) return 'Failed';
  const policy = pod.spec.restartPolicy ?? 'Always';
  const ends = [...main].map(({ record }) => record.state.terminated);
  if (!initialized) {
    const failed = init.some(({ record }) => record.state.terminated && record.state.terminated.exitCode !== 0);
    return failed && policy === 'Never' ? 'Failed' : 'Pending';
  }
  if (main.every(({ record }) => record.state.waiting && !record.lastState.terminated)) return 'Pending';
  if (policy === 'Always' || ends.some((end) => end === undefined)) return 'Running';
  const allGood = ends.every((end) => end?.exitCode === 0);
  if (allGood) return 'Succeeded';
  return policy === 'Never' ? 'Failed' : 'Running';
}

function initStatus({ container, record }: ContainerView): ContainerStatus {
  const done = record.state.terminated?.exitCode === 0;
  const status = containerStatus(container.name, container.image, record);
  return container.restartPolicy === 'Always' ? status : { ...status, ready: done, started: false };
}

function mainStatus({ container, record }: ContainerView, initialized: boolean): ContainerStatus {
  const status = containerStatus(container.name, container.image, record);
  const untouched = record.state.waiting?.reason === 'ContainerCreating';
  return !initialized && untouched ? { ...status, state: { waiting: { reason: 'PodInitializing' } } } : status;
}

function conditionStatus(pod: Pod, type: string): string | undefined {
  return pod.status?.conditions?.find((item) => item.type === type)?.status;
}

function condition(
  view: PodView,
  type: string,
  holds: boolean,
  otherwise: { reason?: string; message?: string } = {},
): PodCondition {
  const status = holds ? 'True' : 'False';
  const known = view.pod.status?.conditions?.find((item) => item.type === type);
  const since = known?.status === status && known.lastTransitionTime ? known.lastTransitionTime : view.now;
  return { type, status, lastTransitionTime: since, ...(holds ? {} : otherwise) };
}
