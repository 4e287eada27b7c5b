import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

/** Without an address the pods are looked for, and reached through a port-forward. */
const throughPods = (platform: Platform): boolean => platform.cache.address === undefined;

const secretNames = ({ cache }: Platform): readonly string[] => {
  const names = [cache.password?.secret, cache.tls.ca?.kind === 'Secret' ? cache.tls.ca.name : undefined];
  return [...new Set(names.filter((name) => name !== undefined))];
};

const configMapNames = ({ cache }: Platform): readonly string[] =>
  cache.tls.ca?.kind === 'ConfigMap' ? [cache.tls.ca.name] : [];

/** optimize-caches: expired keys that are still there, and memory that holds nothing, on the master of every shard. */
export default defineTask({
  id: 'optimize-caches',
  title: 'Optimize caches',
  description:
    'Looks at how many keys have expired and are still there, on the master of every shard; only where that is much, goes through the keys so that they are removed, and gives unused memory back. Deletes nothing that has not expired, and stops when requests slow down.',
  guide: ['cache_optimization'],
  windows: ['daily'],
  type: 'preventive',
  priority: 'medium',
  estimateMs: 60_000,
  undoMs: 0,
  needs: [],
  after: [],
  changesWorkloads: false,
  ports: ['cache'],
  inputs,
  outputs: {},
  permissions: {
    observe: [
      {
        resource: resources.pods,
        verbs: ['list'],
        scope: 'platform',
        when: throughPods,
        why: 'find the cache servers',
      },
      {
        resource: resources.pods,
        subresource: 'portforward',
        verbs: ['get', 'create'],
        scope: 'platform',
        when: throughPods,
        why: 'reach them; what is done there is what the ACL user may do',
      },
      {
        resource: resources.secrets,
        verbs: ['get'],
        scope: 'platform',
        names: secretNames,
        when: (platform) => secretNames(platform).length > 0,
        why: 'read the password of the cache user',
      },
      {
        resource: resources.configMaps,
        verbs: ['get'],
        scope: 'platform',
        names: configMapNames,
        when: (platform) => configMapNames(platform).length > 0,
        why: 'read the authority of the cache certificate',
      },
    ],
    change: [],
  },
  commands: [],
  forwards: [
    { purpose: 'talk to the cache', selectors: ({ cache }) => (cache.address ? [] : [cache.workload.selector]) },
  ],
  steps: ['expire-stale-keys', 'purge-cache-memory'],
  verdicts: {
    pass: 'few keys are stale and little memory is unused, or they were reclaimed',
    warn: 'only a replica is configured, or a sweep stopped because requests slowed down or its time was up',
    fail: 'the cache refused to be swept or to give memory back',
    unknown: 'the cache, its master or one of its shards could not be looked at',
  },
  observe,
  plan,
  verify,
});
