import type { Platform } from '../../src/domain/configuration/platform.ts';
import { connectionsOf } from '../../src/domain/network/connections.ts';
import { connectCommand, probeBounds, probeName } from '../../src/observation/network-probe/probe-job.ts';
import type { Identity } from './identity.ts';
import { policy, text } from './policy.ts';

/** Nothing of the pod but what the probe has: no volume, no name of an account, no place of its own, no share of the node. */
const bare = [
  'volumes',
  'initContainers',
  'serviceAccountName',
  'nodeName',
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'imagePullSecrets',
  'priorityClassName',
  'runtimeClassName',
]
  .map((field) => `!has(variables.pod.${field})`)
  .join(' && ');

/** The one command asks for one name, or connects to one of what the configuration says. */
const command = (platform: Platform): string => {
  const [lookup, ...connects] = [
    'size(c.command) == 4 && c.command[0] == "timeout" && c.command[1].matches("^[0-9]{1,3}$") && c.command[2] == "nslookup" && !c.command[3].startsWith("-")',
    ...connectionsOf(platform).map(
      ({ host, port }) => `c.command == [${connectCommand(host, port).map(text).join(', ')}]`,
    ),
  ];
  return [`(${lookup})`, ...connects].join(' || ');
};

/** Nothing of a container but its image and its command. */
const container = (platform: Platform): string =>
  [
    `c.image == ${text(platform.dns.image)}`,
    'has(c.command)',
    `(${command(platform)})`,
    ...['args', 'env', 'envFrom', 'volumeMounts', 'volumeDevices', 'ports', 'lifecycle'].map(
      (field) => `!has(c.${field})`,
    ),
    'has(c.securityContext)',
    'c.securityContext.?allowPrivilegeEscalation == optional.of(false)',
    '!has(c.securityContext.privileged)',
    'c.securityContext.?capabilities.?drop == optional.of(["ALL"])',
    '!has(c.securityContext.capabilities.add)',
  ].join(' && ');

/**
 * `create` cannot be limited by name, and whoever may create a Job may run anything with the namespace's Secrets mounted. This
 * policy holds the identity to the network probe: its image, its commands, no rights, and an end.
 */
export function probePolicy(identity: Identity, platform: Platform): readonly object[] {
  const probes = identity.changes && identity.tasks.some(({ steps }) => steps.includes('probe-network'));
  if (!probes) return [];
  const { activeSeconds, keptSeconds } = probeBounds;
  const created = (expression: string): string => `request.operation != "CREATE" || (${expression})`;
  return policy({
    name: `rooivalk-${identity.name}-probes`,
    identity: identity.name,
    rule: { apiGroups: ['batch'], resources: ['jobs'], operations: ['CREATE', 'UPDATE', 'DELETE'] },
    variables: [{ name: 'pod', expression: 'object.spec.template.spec' }],
    validations: [
      [
        `request.namespace == ${text(platform.namespace)} && request.operation in ["CREATE", "DELETE"]`,
        `${identity.name} may only make and remove Jobs in ${platform.namespace}`,
      ],
      [
        `request.operation != "DELETE" || oldObject.metadata.name.startsWith(${text(`${probeName}-`)})`,
        `${identity.name} may only remove the network probe`,
      ],
      [
        created(
          `object.metadata.?generateName == optional.of(${text(`${probeName}-`)}) && object.spec.?backoffLimit == optional.of(0) && object.spec.?activeDeadlineSeconds.orValue(${activeSeconds + 1}) <= ${activeSeconds} && object.spec.?ttlSecondsAfterFinished.orValue(${keptSeconds + 1}) <= ${keptSeconds}`,
        ),
        `${identity.name} may only make the network probe, which ends and removes itself`,
      ],
      [
        created(
          `${bare} && variables.pod.?automountServiceAccountToken == optional.of(false) && variables.pod.?securityContext.?runAsNonRoot == optional.of(true)`,
        ),
        `${identity.name} may only make a probe without rights, volumes and the node's own namespaces`,
      ],
      [
        created(`variables.pod.containers.all(c, ${container(platform)})`),
        `${identity.name} may only make a probe that asks for names and connects to what the configuration names, with the image of platform.dns`,
      ],
    ],
  });
}
