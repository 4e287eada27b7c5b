import type { StepParameters } from '../../domain/step/kinds.ts';

/** How long one name may take inside the pod, s. */
export const lookupSeconds = 10;
/** How long a connection may take to be made, and how long trying it may take in all, s. */
export const connectSeconds = { connect: 5, all: 15 } as const;
/** What the probe's Jobs are called; each has a random end of its own. */
export const probeName = 'rooivalk-network-probe';
/** The pod is ended after `activeSeconds`, whatever it does; the Job goes away by itself `keptSeconds` later. */
export const probeBounds = { activeSeconds: 60, keptSeconds: 120 } as const;

type Parameters = StepParameters['probe-network'];

/** Ask for a name. */
export const lookupCommand = (host: string): readonly string[] => ['timeout', String(lookupSeconds), 'nslookup', host];

/**
 * Make a connection and say nothing: the input of a container is empty, so nc sends the end of it, and ends when the other side
 * closes. Every nc knows `-w`; `-z` is missing in some.
 */
export const connectCommand = (host: string, port: number): readonly string[] => [
  'timeout',
  String(connectSeconds.all),
  'nc',
  '-w',
  String(connectSeconds.connect),
  host,
  String(port),
];

/** The names that are asked for: the configured ones, and those of what is connected to. */
export function lookedUp({ hosts, connections }: Pick<Parameters, 'hosts' | 'connections'>): readonly string[] {
  const others = connections.map(({ host }) => host).filter((host) => !isAddress(host));
  return [...new Set([...hosts, ...others])];
}

const isAddress = (host: string): boolean => /^[0-9.]+$/.test(host) || host.includes(':');

/** The container that asks for the name of that place among {@link lookedUp}. */
export const lookupName = (index: number): string => `name-${index + 1}`;
/** The container that tries the connection of that place. */
export const connectionName = (index: number): string => `connection-${index + 1}`;

/**
 * The Job that looks from inside: one container for each name and for each connection, so that each has an exit code of its
 * own. Names are arguments; there is no shell. It has no rights, no token, and nothing that it could write to.
 */
export function probeJob(parameters: Parameters): object {
  const { namespace, name, image, connections } = parameters;
  const labels = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance', 'app.kubernetes.io/name': name };
  const container = (called: string, command: readonly string[]): object => ({
    name: called,
    image,
    command,
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '100m', memory: '32Mi' } },
  });
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
          containers: [
            ...lookedUp(parameters).map((host, index) => container(lookupName(index), lookupCommand(host))),
            ...connections.map(({ host, port }, index) => container(connectionName(index), connectCommand(host, port))),
          ],
        },
      },
    },
  };
}
