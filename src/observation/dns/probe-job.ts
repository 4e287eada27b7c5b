import type { ContainerStatus, Pod } from '../../domain/kubernetes/objects.ts';
import type { StepParameters } from '../../domain/step/kinds.ts';

/** How long one name may take inside the pod, s. */
export const lookupSeconds = 10;
/** What the probe's Jobs are called; each has a random end of its own. */
export const probeName = 'rooivalk-dns-probe';
/** The pod is ended after `activeSeconds`, whatever it does; the Job goes away by itself `keptSeconds` later. */
export const probeBounds = { activeSeconds: 60, keptSeconds: 120 } as const;

/**
 * The Job that asks for names from inside: one container for each name, so that each has an exit code of its own. Names are
 * arguments; there is no shell. It has no rights, no token, and nothing that it could write to.
 */
export function probeJob({ namespace, name, image, hosts }: StepParameters['probe-dns']): object {
  const labels = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'app.kubernetes.io/name': name };
  return {
    metadata: { generateName: `${name}-`, namespace, labels },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: probeBounds.activeSeconds,
      ttlSecondsAfterFinished: probeBounds.keptSeconds,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 1,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 65534,
            runAsGroup: 65534,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: hosts.map((host, index) => ({
            name: containerName(index),
            image,
            command: ['timeout', String(lookupSeconds), 'nslookup', host],
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
            resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '32Mi' } },
          })),
        },
      },
    },
  };
}

const containerName = (index: number): string => `name-${index + 1}`;

/** What the pod says of one name. */
export type NameResult =
  | { readonly host: string; readonly state: 'resolved' }
  | { readonly host: string; readonly state: 'failed'; readonly why: string }
  | { readonly host: string; readonly state: 'not-tried'; readonly why: string }
  | { readonly host: string; readonly state: 'waiting'; readonly why: string };

/** Read the results off the pod; `waiting` may still become something else. */
export function readResults(pod: Pod, hosts: readonly string[]): readonly NameResult[] {
  const statuses = pod.status?.containerStatuses ?? [];
  return hosts.map((host, index) => {
    const status = statuses.find(({ name }) => name === containerName(index));
    return resultOf(host, status, pod);
  });
}

/**
 * Reasons of waiting that no further attempt of the kubelet ends. A failed pull is none of them: it is tried again after
 * seconds, and a registry that was busy or just starting serves the second time.
 */
const hopeless =
  /^(InvalidImageName|ErrImageNeverPull|CreateContainer\w*Error|CreatePodSandboxError|RunContainerError)$/;

/** So much of what the kubelet says about a pull is shown; it may hold what a registry answered. */
const messageBound = 300;

function resultOf(host: string, status: ContainerStatus | undefined, pod: Pod): NameResult {
  const { waiting, terminated } = status?.state ?? {};
  if (terminated !== undefined) return ended(host, terminated.exitCode, terminated.reason ?? '');
  const reason = waiting?.reason?.slice(0, 100);
  if (reason !== undefined && hopeless.test(reason))
    return { host, state: 'not-tried', why: `the probe cannot start: ${reason}` };
  const unscheduled = pod.status?.conditions?.find(({ type, status: is }) => type === 'PodScheduled' && is === 'False');
  if (unscheduled) {
    return { host, state: 'waiting', why: `no node takes the probe: ${unscheduled.reason ?? 'no reason given'}` };
  }
  if (reason !== undefined && /^(ErrImagePull|ImagePullBackOff|ImageInspectError)$/.test(reason)) {
    const message = waiting?.message === undefined ? '' : `: ${waiting.message.slice(0, messageBound)}`;
    return { host, state: 'waiting', why: `the image of the probe was not pulled in time (${reason}${message})` };
  }
  return { host, state: 'waiting', why: `the probe is ${reason ?? pod.status?.phase ?? 'pending'}` };
}

/** 126 and 127: the programs are not there; 128 and above, but for `timeout`'s own, are not nslookup's. */
function ended(host: string, exitCode: number, reason: string): NameResult {
  if (/^(StartError|ContainerCannotRun)$/.test(reason) || exitCode === 126 || exitCode === 127 || exitCode === 128) {
    return { host, state: 'not-tried', why: 'the image has no timeout or no nslookup that can be run' };
  }
  if (exitCode === 0) return { host, state: 'resolved' };
  if (exitCode === 124 || exitCode === 143)
    return { host, state: 'failed', why: `no answer within ${lookupSeconds} s` };
  if (exitCode > 128)
    return {
      host,
      state: 'not-tried',
      why: `the probe was ended by a signal (exit code ${exitCode}${reason === '' ? '' : `, ${reason}`})`,
    };
  return { host, state: 'failed', why: `nslookup ended with ${exitCode}` };
}
