import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

const secretNames = ({ backups }: Platform): readonly string[] =>
  backups.credentials === undefined ? [] : [backups.credentials.secret];

/** validate-backups: nine layers for the newest backup of each kind, up to a restore that is thrown away. */
export default defineTask({
  id: 'validate-backups',
  title: 'Validate backups',
  description:
    'Looks at database, blockchain and configuration backups: are they there, fresh, without gaps, as large as before, with the right checksum, whole; do they restore into a throw-away PostgreSQL without network, with their content; would the API server take the configuration. Changes nothing on the platform, and leaves nothing of the data on the runner.',
  guide: ['backup_validation'],
  windows: ['weekly', 'quarterly'],
  type: 'preventive',
  priority: 'high',
  estimateMs: 30 * 60_000,
  undoMs: 0,
  needs: [],
  after: [],
  changesWorkloads: false,
  ports: ['objectStore', 'drill', 'manifestCheck', 'history'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      {
        resource: resources.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: secretNames,
        when: (platform) => secretNames(platform).length > 0,
        why: 'read the access key of the bucket',
      },
    ],
    change: [
      {
        resource: resources.serviceAccounts,
        subresource: 'token',
        verbs: ['create'],
        scope: 'maintenance',
        names: () => ['maintenance-dry-run'],
        why: 'ask the API server about configuration backups as an identity that an admission policy holds to dry runs',
      },
    ],
  },
  commands: [],
  forwards: [],
  steps: ['restore-drill', 'read-backup', 'dry-run-manifests'],
  verdicts: {
    pass: 'the newest backup of each kind holds in every layer',
    warn: 'a day is missing, a size is unusual, nothing says what the bytes must be, roles are in no backup, or the cluster has drifted from what was backed up',
    fail: 'a backup is missing, too old, damaged, cut off, runs a program, does not restore, lacks what it must hold, or would not be taken by the API server',
    unknown: 'the bucket or a backup cannot be read, it is encrypted, or the runner cannot restore it',
    'not-applicable': 'no bucket of backups is configured',
  },
  observe,
  plan,
  verify,
});
