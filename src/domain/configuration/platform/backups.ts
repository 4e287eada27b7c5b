import { z } from 'zod';
import { section } from '../section.ts';
import { dataKey, duration, objectName, plainName, text, webAddress } from '../values.ts';

/** A table as SQL writes it, with or without its schema; names with quotes and dots are left out. */
const tableName = text(
  'Table, with its schema.',
  { says: 'is not the name of a table', allowed: 'schema and table, such as public.sensors' },
  (value) => /^[A-Za-z_][\w$]{0,62}\.[A-Za-z_][\w$]{0,62}$/.test(value),
  '^[A-Za-z_][A-Za-z0-9_$]{0,62}\\.[A-Za-z_][A-Za-z0-9_$]{0,62}$',
);

const expectation = section('A table that must be in a restored backup.', {
  table: tableName,
  'at-least': z.int().min(0).max(1_000_000_000_000).describe('Rows that it must have at least.').default(1),
  row: section('A row that must be there (sentinel).', {
    column: plainName('Column to look at.'),
    value: plainName('Its value, as text.'),
  }).exactOptional(),
});

/** Resources that the platform's configuration usually consists of, as RBAC writes them. */
const defaultResources = [
  'configmaps',
  'services',
  'serviceaccounts',
  'persistentvolumeclaims',
  'deployments.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'jobs.batch',
  'cronjobs.batch',
  'ingresses.networking.k8s.io',
  'networkpolicies.networking.k8s.io',
  'poddisruptionbudgets.policy',
  'horizontalpodautoscalers.autoscaling',
] as const;

/** Never asked about: what a Secret holds, and what would be a right. */
const neverAsked = /^(secrets|(cluster)?role(binding)?s\.rbac\.authorization\.k8s\.io)$/;

const resourceWord = text(
  'Resource, as RBAC writes it.',
  {
    says: 'is not a resource that can be asked about',
    allowed: 'a plural name with its API group, such as deployments.apps; no secrets, no roles',
  },
  (value) => /^[a-z][a-z0-9]{0,62}(\.[a-z0-9][-a-z0-9.]{0,200})?$/.test(value) && !neverAsked.test(value),
);

const bucketName = text(
  'Bucket that holds the backups.',
  { says: 'is not the name of a bucket', allowed: '3 to 63 lower-case letters, digits, "-" and "."' },
  (value) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value),
  '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
);

const prefix = (what: string) =>
  text(
    `Beginning of the keys of ${what} backups; the date comes after it.`,
    { says: 'is not a key prefix', allowed: 'letters, digits, "-", "_", "." and "/", ending with "/"' },
    (value) => /^[-\w./]{0,200}\/$/.test(value) && !value.startsWith('/'),
    '/$',
  );

/** The bucket with the backups. */
export const backups = section('Where backups are kept (S3).', {
  endpoint: webAddress('Address of an S3 server other than AWS.').exactOptional(),
  region: plainName('Region of the bucket.').default('us-east-1'),
  bucket: bucketName.default('phoenix-rooivalk-backups'),
  prefixes: section('Where each kind of backup begins.', {
    database: prefix('database').default('database/'),
    blockchain: prefix('blockchain').default('blockchain/'),
    configuration: prefix('configuration').default('configuration/'),
  }).prefault({}),
  credentials: section('Secret with the access key. Left out: credentials of the environment (OIDC).', {
    secret: objectName('Name of the Secret.'),
    'access-key-id': dataKey('Key in the Secret that holds the access key id.').default('access-key-id'),
    'secret-access-key': dataKey('Key in the Secret that holds the secret access key.').default('secret-access-key'),
  }).exactOptional(),
  'recovery-point': duration('How old the newest backup may be (recovery point objective).').prefault('24h'),
  'recovery-points': section('Where the objective of a kind of backup is another one.', {
    database: duration('For database backups.').exactOptional(),
    blockchain: duration('For blockchain backups.').exactOptional(),
    configuration: duration('For configuration backups.').exactOptional(),
  }).prefault({}),
  content: z.array(expectation).max(100).describe('What a restored database backup must hold.').default([]),
  'configuration-resources': z
    .array(resourceWord)
    .max(100)
    .describe(
      'Resources of the platform namespace whose backed up manifests the API server is asked about (dry run). Never secrets, roles and their bindings: those are looked at by their schema alone.',
    )
    .prefault([...defaultResources]),
});
