import { namesOfKind } from '../../domain/configuration/platform/named-workloads.ts';
import { WORKLOAD_KINDS, type WorkloadKind } from '../../domain/configuration/platform/workload-kind.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import type { ReversibleKind } from '../../domain/step/kinds.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import { namedSecrets } from '../../observation/certificates/read-secrets.ts';
import { databasePermissions } from '../../observation/database/permissions.ts';

const every = (platform: Platform): boolean => platform.certificates.secrets === 'all';

const patchTemplates = (why: string): readonly Permission[] =>
  WORKLOAD_KINDS.map((kind) => ({
    resource: workloadResource(kind),
    verbs: ['get', 'patch'],
    scope: 'platform',
    names: namesOfKind(kind),
    why,
  }));

const patchScales: readonly Permission[] = (['Deployment', 'StatefulSet'] as const).map((kind: WorkloadKind) => ({
  resource: workloadResource(kind),
  subresource: 'scale',
  verbs: ['patch'],
  scope: 'platform',
  names: namesOfKind(kind),
  why: 'put the number of replicas back',
}));

const watchPods: readonly Permission[] = [
  { resource: resources.pods, verbs: ['list'], scope: 'platform', why: 'see whether pods are as they were' },
  {
    resource: resources.pods,
    verbs: ['delete'],
    scope: 'platform',
    why: 'remove pods that keep a StatefulSet from going back (kubernetes#67250)',
  },
];

const putSecretsBack: readonly Permission[] = [
  {
    resource: resources.secrets,
    verbs: ['get', 'patch'],
    scope: 'platform',
    names: namedSecrets,
    when: (platform) => !every(platform),
    why: 'put former certificates back into the Secrets that the configuration names',
  },
  {
    resource: resources.secrets,
    verbs: ['get', 'patch'],
    scope: 'platform',
    when: every,
    why: 'put former certificates back into any TLS Secret, because the configuration says `secrets: all`',
  },
  {
    resource: resources.secrets,
    verbs: ['get', 'delete'],
    scope: 'maintenance',
    why: 'read the former certificate and key that were kept, and remove them when they are back',
  },
];

/**
 * What putting a step of each reversible kind back takes, in the words of its executor: the rights of identity
 * `maintenance-recovery`. A kind without an entry does not compile.
 */
export const undoRights: { readonly [K in ReversibleKind]: readonly Permission[] } = {
  'set-image': [...patchTemplates('put images back'), ...watchPods],
  'set-resources': [...patchTemplates('put requests and limits back'), ...watchPods],
  'set-table-options': databasePermissions,
  'scale-workload': [...patchTemplates('read what is put back').map(onlyGet), ...patchScales, ...watchPods.slice(0, 1)],
  'write-certificate': [
    ...putSecretsBack,
    ...patchTemplates('roll pods back to the former certificate'),
    ...watchPods.slice(0, 1),
  ],
};

/** What ending the sessions of a dead run takes, and putting settings of the database back. */
export const databaseRights: readonly Permission[] = databasePermissions;

function onlyGet(permission: Permission): Permission {
  return { ...permission, verbs: ['get'] };
}
