import { cachePermissions, cacheSelectors } from '../../observation/cache-permissions.ts';
import { defineTask } from '../contract.ts';
import { inputs } from './inputs.ts';
import { observe } from './observe.ts';
import { plan } from './plan.ts';
import { verify } from './verify.ts';

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
    observe: cachePermissions,
    change: [],
  },
  commands: [],
  forwards: [{ purpose: 'talk to the cache', selectors: cacheSelectors }],
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
