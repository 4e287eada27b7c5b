import type { ContainerState, ContainerStatus, Pod } from '../../domain/kubernetes/objects.ts';
import type { Connection } from '../../domain/network/connections.ts';
import type { StepParameters } from '../../domain/step/kinds.ts';
import { connectionName, connectSeconds, lookedUp, lookupName, lookupSeconds } from './probe-job.ts';

/** What came of one attempt; `waiting` may still become something else. */
export type Attempt =
  | { readonly state: 'good' }
  | { readonly state: 'failed' | 'not-tried' | 'waiting'; readonly why: string };

/** What the pod says of one name. */
export interface NameResult {
  readonly host: string;
  readonly attempt: Attempt;
}

/** What the pod says of one connection, and of the name that it goes to (an IP address has none). */
export interface ConnectionResult {
  readonly connection: Connection;
  readonly attempt: Attempt;
  readonly lookup?: Attempt;
}

/** All that the pod says. */
export interface ProbeResults {
  readonly names: readonly NameResult[];
  readonly connections: readonly ConnectionResult[];
}

type Asked = Pick<StepParameters['probe-network'], 'hosts' | 'connections'>;

/** The same for everything that was asked: there is no pod that says more. */
export function allResults({ hosts, connections }: Asked, attempt: Attempt): ProbeResults {
  return {
    names: hosts.map((host) => ({ host, attempt })),
    connections: connections.map((connection) => ({ connection, attempt })),
  };
}

/** Read the results off the pod. */
export function readResults(pod: Pod, asked: Asked): ProbeResults {
  const statuses = new Map((pod.status?.containerStatuses ?? []).map((status) => [status.name, status]));
  const lookups = new Map(
    lookedUp(asked).map((host, index) => [host, attemptOf(statuses.get(lookupName(index)), pod, lookup)] as const),
  );
  return {
    names: asked.hosts.map((host) => ({ host, attempt: lookups.get(host) ?? unseen })),
    connections: asked.connections.map((connection, index) => {
      const found = lookups.get(connection.host);
      const attempt = attemptOf(statuses.get(connectionName(index)), pod, connect);
      return { connection, attempt, ...(found === undefined ? {} : { lookup: found }) };
    }),
  };
}

const unseen: Attempt = { state: 'waiting', why: 'no container was made for it' };

/** Whether nothing will change any more. */
export function isFinal({ names, connections }: ProbeResults): boolean {
  const attempts = [...names, ...connections].map(({ attempt }) => attempt);
  const lookups = connections.flatMap(({ lookup: found }) => found ?? []);
  return [...attempts, ...lookups].every(({ state }) => state !== 'waiting');
}

/**
 * Reasons of waiting that no further attempt of the kubelet ends. A failed pull is none of them: it is tried again after
 * seconds, and a registry that was busy or just starting serves the second time.
 */
const hopeless =
  /^(InvalidImageName|ErrImageNeverPull|CreateContainer\w*Error|CreatePodSandboxError|RunContainerError)$/;

/** So much of what the kubelet says about a pull is shown; it may hold what a registry answered. */
const messageBound = 300;

type Terminated = NonNullable<ContainerState['terminated']>;

/** What the end of a program means: its name, what `timeout` having ended it means, and what an exit status from 1 to 123 does. */
interface Program {
  readonly name: string;
  readonly timedOut: Attempt;
  readonly failed: (ended: Terminated) => string;
}

const lookup: Program = {
  name: 'nslookup',
  timedOut: { state: 'failed', why: `no answer within ${lookupSeconds} s` },
  failed: ({ exitCode }) => `nslookup ended with ${exitCode}`,
};

const connect: Program = {
  name: 'nc',
  timedOut: {
    state: 'not-tried',
    why: `nc did not end within ${connectSeconds.all} s, so whether it was connected is not known`,
  },
  failed: ({ startedAt = '', finishedAt = '' }) => {
    const tookMs = Date.parse(finishedAt) - Date.parse(startedAt);
    if (Number.isNaN(tookMs)) return `it was refused, or not answered within ${connectSeconds.connect} s`;
    return tookMs < connectSeconds.connect * 1000 ? 'it was refused' : `no answer within ${connectSeconds.connect} s`;
  },
};

function attemptOf(status: ContainerStatus | undefined, pod: Pod, program: Program): Attempt {
  const { waiting, terminated } = status?.state ?? {};
  if (terminated !== undefined) return ended(terminated, program);
  const reason = waiting?.reason?.slice(0, 100);
  if (reason !== undefined && hopeless.test(reason))
    return { state: 'not-tried', why: `the probe cannot start: ${reason}` };
  const unscheduled = pod.status?.conditions?.find(({ type, status: is }) => type === 'PodScheduled' && is === 'False');
  if (unscheduled) {
    return { state: 'waiting', why: `no node takes the probe: ${unscheduled.reason ?? 'no reason given'}` };
  }
  if (reason !== undefined && /^(ErrImagePull|ImagePullBackOff|ImageInspectError)$/.test(reason)) {
    const message = waiting?.message === undefined ? '' : `: ${waiting.message.slice(0, messageBound)}`;
    return { state: 'waiting', why: `the image of the probe was not pulled in time (${reason}${message})` };
  }
  return { state: 'waiting', why: `the probe is ${reason ?? pod.status?.phase ?? 'pending'}` };
}

/** 126 and 127: the programs are not there; 128 and above, but for `timeout`'s own, are not the program's. */
function ended(terminated: Terminated, program: Program): Attempt {
  const { exitCode, reason = '' } = terminated;
  if (/^(StartError|ContainerCannotRun)$/.test(reason) || exitCode === 126 || exitCode === 127 || exitCode === 128) {
    return { state: 'not-tried', why: `the image has no timeout or no ${program.name} that can be run` };
  }
  if (exitCode === 0) return { state: 'good' };
  if (exitCode === 124 || exitCode === 143) return program.timedOut;
  if (exitCode > 128)
    return {
      state: 'not-tried',
      why: `the probe was ended by a signal (exit code ${exitCode}${reason === '' ? '' : `, ${reason}`})`,
    };
  return { state: 'failed', why: program.failed(terminated) };
}
