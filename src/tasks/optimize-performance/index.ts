import { namesOfKind } from '../../domain/configuration/platform/named-workloads.ts';
import { WORKLOAD_KINDS } from '../../domain/configuration/platform/workload-kind.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import { cachePermissions, cacheSelectors } from '../../observation/cache-permissions.ts';
import { databasePermissions, databaseSelectors } from '../../observation/database/permissions.ts';
import { prometheusSelectors } from '../../observation/prometheus-access.ts';
import { usePermissions } from '../../observation/usage/read-use.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** optimize-performance: what is safe and can be put back is changed, the rest recommended with numbers. */
export default defineTask({
  id: 'optimize-performance',
  title: 'Optimize performance',
  description:
    'Lets autovacuum begin in time on large tables, which is put back by one statement, and recommends the rest with numbers: bloat, unused, duplicate and invalid indexes, sequences near their end, settings against memory, the cache, requests against use. Touches no row and drops nothing.',
  guide: ['performance_optimization'],
  windows: ['weekly'],
  type: 'preventive',
  priority: 'medium',
  estimateMs: 45 * 60_000,
  undoMs: 60_000,
  needs: ['apply-security-updates'],
  after: [],
  changesWorkloads: false,
  ports: ['cluster', 'metrics', 'database', 'cache', 'history'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      ...WORKLOAD_KINDS.map((kind) => ({
        resource: workloadResource(kind),
        verbs: ['get'] as const,
        scope: 'platform' as const,
        names: namesOfKind(kind),
        why: 'know what the configured workloads ask for and may have',
      })),
      { resource: resources.pods, verbs: ['list'], scope: 'platform', why: 'know which pods are theirs' },
      ...usePermissions,
      ...databasePermissions,
      ...cachePermissions,
    ],
    change: [],
  },
  commands: [],
  forwards: [
    { purpose: 'look at the database, and set options of tables', selectors: databaseSelectors },
    { purpose: 'look at the cache', selectors: cacheSelectors },
    { purpose: 'ask Prometheus what containers used', selectors: prometheusSelectors },
  ],
  steps: ['set-table-options'],
  verdicts: {
    pass: 'autovacuum begins in time on every table that is ours; recommendations do not count',
    warn: 'an index is invalid, autovacuum is switched off for a table, a sequence is far on, the cache has no room, or a table was locked and is for the next opening',
    fail: 'a sequence is near its end, or options that were set do not hold',
    unknown: 'the database, the cache or what workloads used could not be looked at',
  },
  observe,
  plan,
  verify,
});
