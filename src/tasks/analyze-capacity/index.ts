import { namesOfKind } from '../../domain/configuration/platform/named-workloads.ts';
import { WORKLOAD_KINDS } from '../../domain/configuration/platform/workload-kind.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import { roomPermissions } from '../../observation/capacity/read-room.ts';
import { databasePermissions, databaseSelectors } from '../../observation/database/permissions.ts';
import { prometheusSelectors } from '../../observation/prometheus-access.ts';
import { usePermissions } from '../../observation/usage/read-use.ts';
import { PortError } from '../../ports/port-error.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';

const bucketSecrets = ({ backups }: Platform): readonly string[] =>
  backups.credentials === undefined ? [] : [backups.credentials.secret];

/** analyze-capacity: the guide's twelve capacity metrics, where they go, and when a scaling threshold is reached. */
export default defineTask({
  id: 'analyze-capacity',
  title: 'Analyze capacity',
  description:
    'Forecasts the twelve capacity metrics of the guide by the models that did best on the history of each, with ranges whose coverage is measured, and says in how many days a scaling threshold is reached. Changes nothing; too little history is said, not guessed. Tells what workloads ask for and do not use, in money where prices are configured.',
  guide: ['capacity_analysis', 'update_capacity_planning'],
  windows: ['weekly'],
  type: 'preventive',
  priority: 'medium',
  estimateMs: 30 * 60_000,
  undoMs: 0,
  needs: ['optimize-performance'],
  after: [],
  changesWorkloads: false,
  ports: ['cluster', 'database', 'metrics', 'objectStore', 'history'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      ...roomPermissions,
      ...databasePermissions,
      ...WORKLOAD_KINDS.map((kind) => ({
        resource: workloadResource(kind),
        verbs: ['get'] as const,
        scope: 'platform' as const,
        names: namesOfKind(kind),
        why: 'know what the configured workloads ask for',
      })),
      {
        resource: resources.pods,
        verbs: ['list'],
        scope: 'platform',
        why: 'know which pods are theirs, and find one of Prometheus that is ready',
      },
      ...usePermissions,
      {
        resource: resources.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: bucketSecrets,
        when: (platform) => bucketSecrets(platform).length > 0,
        why: 'read the access key of the bucket',
      },
    ],
    change: [],
  },
  commands: [],
  forwards: [
    {
      purpose: 'ask Prometheus for histories, and the database for sizes',
      selectors: (platform) => [...new Set([...prometheusSelectors(platform), ...databaseSelectors(platform)])],
    },
  ],
  steps: [],
  verdicts: {
    pass: 'all twelve metrics are known, and no scaling threshold is reached within the lead time',
    warn: 'a scaling threshold will be reached within the lead time, a metric has too little history for a forecast, or nobody has configured what to look at; or nobody has figures of what any workload uses',
    fail: 'a metric is beyond its scaling threshold already',
    unknown: 'a metric could not be read: from neither Prometheus nor the stored history, database or bucket',
  },
  observe,
  plan,
  verify: () =>
    Promise.reject(
      new PortError({
        code: 'invalid',
        subject: 'analyze-capacity',
        message: 'it plans no steps, so there is nothing to verify',
      }),
    ),
});
