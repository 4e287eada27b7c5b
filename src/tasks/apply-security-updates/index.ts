import { namesOfKind } from '../../domain/configuration/platform/named-workloads.ts';
import { WORKLOAD_KINDS } from '../../domain/configuration/platform/workload-kind.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import { platformPermissions } from '../../observation/image/platforms-in-use.ts';
import { evidencePermissions } from '../../observation/rollout/evidence.ts';
import { targetPermissions } from '../../observation/target/read-target.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

const publicTexts = ({ images, registries }: Platform) => [
  ...images.keys,
  ...registries.flatMap(({ ca }) => (ca === undefined ? [] : [ca])),
];

const secretsOfRegistries = (platform: Platform): readonly string[] => [
  ...platform.registries.flatMap(({ credentials }) => (credentials === undefined ? [] : [credentials.secret])),
  ...publicTexts(platform).flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : [])),
];

const patchWorkloads: readonly Permission[] = WORKLOAD_KINDS.map((kind) => ({
  resource: workloadResource(kind),
  verbs: ['get', 'patch'],
  scope: 'platform',
  names: namesOfKind(kind),
  why: 'set the images of the configured workloads, and put them back',
}));

const listWorkloads: readonly Permission[] = WORKLOAD_KINDS.map((kind) => ({
  resource: workloadResource(kind),
  verbs: ['list'],
  scope: 'platform',
  why: 'see whether another workload becomes unready with an update',
}));

/** apply-security-updates: the newest patch of each image, one workload at a time, undone by itself. */
export default defineTask({
  id: 'apply-security-updates',
  title: 'Apply security updates',
  description:
    'Brings every container of the configured workloads to the newest patch of its minor version, pinned by digest, one workload at a time; watches each rollout and puts it back by itself when it fails. Never goes beyond a patch.',
  guide: ['security_updates', 'security_patches', 'routine_updates'],
  windows: ['weekly'],
  type: 'preventive',
  priority: 'high',
  estimateMs: 3_600_000,
  undoMs: 900_000,
  needs: ['validate-backups'],
  after: [],
  changesWorkloads: true,
  ports: ['cluster', 'registry', 'imageRecord'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      ...targetPermissions,
      ...platformPermissions,
      {
        resource: resources.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: secretsOfRegistries,
        when: (platform) => secretsOfRegistries(platform).length > 0,
        why: 'read the credentials of the configured registries, and keys that signatures are trusted by',
      },
    ],
    change: [
      ...patchWorkloads,
      ...listWorkloads,
      ...evidencePermissions,
      {
        resource: resources.pods,
        verbs: ['delete'],
        scope: 'platform',
        why: 'remove pods that keep a StatefulSet from going back (kubernetes#67250)',
      },
    ],
  },
  commands: [],
  forwards: [],
  steps: ['record-images', 'set-image'],
  verdicts: {
    pass: 'every image is at its newest patch, or was brought to it and proved by the pods',
    warn: 'a patch may not go out yet, a workload is owned by somebody else or not whole, or an image cannot be kept up to date',
    fail: 'an update failed (and was put back), or a tag stands for another image than before',
    unknown: 'a registry, a workload or our own record could not be read',
  },
  observe,
  plan,
  verify,
});
