import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { findPrometheus, prometheusSelectors } from '../../observation/prometheus-access.ts';
import { defineTask } from '../contract.ts';
import { namedSecrets } from './checks/certificates.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** Secrets with passwords and keys that adapters log in with. */
const credentialSecrets = ({ database, cache, backups }: Platform): readonly string[] =>
  [database.password.secret, cache.password?.secret, backups.credentials?.secret].filter((name) => name !== undefined);

/** Where the authorities of database and cache are kept. */
const authorities = (kind: 'Secret' | 'ConfigMap') => (platform: Platform) =>
  [platform.database.tls.ca, platform.cache.tls.ca].flatMap((ca) => (ca?.kind === kind ? [ca.name] : []));

/** Pods that are reached through a port-forward. */
const forwardSelectors = (platform: Platform): readonly string[] => {
  const { workloads, database, cache } = platform;
  const stores = [database, cache].flatMap((store) => (store.address === undefined ? [store.workload.selector] : []));
  return [...new Set([workloads.blockchain.selector, ...stores, ...prometheusSelectors(platform)])];
};

/** check-health: every area of the platform by itself. Changes nothing but for two probes that leave nothing. */
export default defineTask({
  id: 'check-health',
  title: 'Check health',
  description:
    'Looks at nodes, workloads, pods, blockchain quorum, database, cache, storage, DNS and connections from inside, certificates and the age of backups, each by itself. Changes nothing but for a network probe that removes itself and a test write that is rolled back.',
  guide: ['health_checks', 'health checks'],
  windows: ['daily'],
  type: 'preventive',
  priority: 'high',
  estimateMs: 45_000,
  undoMs: 0,
  needs: [],
  after: 'all',
  changesWorkloads: false,
  ports: ['cluster', 'database', 'cache', 'metrics', 'certificates', 'objectStore'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      { resource: resources.nodes, verbs: ['list'], scope: 'cluster', why: 'know whether every node is ready' },
      {
        resource: resources.persistentVolumes,
        verbs: ['list'],
        scope: 'cluster',
        why: 'know the phase of every volume',
      },
      {
        resource: resources.persistentVolumeClaims,
        verbs: ['list'],
        scope: 'platform',
        why: 'know which claims have no volume',
      },
      {
        resource: resources.deployments,
        verbs: ['list'],
        scope: 'platform',
        why: 'compare ready with desired',
      },
      {
        resource: resources.statefulSets,
        verbs: ['list'],
        scope: 'platform',
        why: 'compare ready with desired',
      },
      {
        resource: resources.daemonSets,
        verbs: ['list'],
        scope: 'platform',
        why: 'compare ready with desired',
      },
      {
        resource: resources.pods,
        verbs: ['get', 'list'],
        scope: 'platform',
        why: 'find those that do not run, are not ready or restart, and read how the network probe ended',
      },
      {
        resource: resources.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: (platform) => [
          ...new Set([...namedSecrets(platform), ...credentialSecrets(platform), ...authorities('Secret')(platform)]),
        ],
        why: 'read certificates for their dates, and log in to database, cache and bucket',
      },
      {
        resource: resources.secrets,
        verbs: ['list'],
        scope: 'platform',
        when: (platform) => platform.certificates.secrets === 'all',
        why: 'read every TLS Secret, because the configuration says `secrets: all`; RBAC cannot limit this to TLS Secrets',
      },
      {
        resource: resources.configMaps,
        verbs: ['get'],
        scope: 'platform',
        names: authorities('ConfigMap'),
        when: (platform) => authorities('ConfigMap')(platform).length > 0,
        why: 'read the authorities of database and cache',
      },
      findPrometheus,
      {
        resource: resources.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        why: 'reach database, cache, Prometheus and the metrics of the chain where no address is configured',
      },
    ],
    change: [
      {
        resource: resources.jobs,
        verbs: ['create', 'delete'],
        scope: 'platform',
        why: 'ask for names and try connections from inside, and remove the probe',
      },
    ],
  },
  commands: [],
  forwards: [{ purpose: 'ask database, cache, Prometheus and the chain how they are', selectors: forwardSelectors }],
  steps: ['probe-network', 'probe-database-write'],
  verdicts: {
    pass: 'every area was looked at, and all are healthy',
    warn: 'something needs a person soon: a cordoned node, a pod that is not ready, a standby behind, a certificate due',
    fail: 'something is broken: quorum, primary, master or DNS lost, no connection from inside, a workload without pods, a volume full or failed, a backup too old',
    unknown: 'an area, or a part of it, could not be looked at; the others are judged all the same',
  },
  observe,
  plan,
  verify,
});
