import type { Platform } from '../domain/configuration/platform.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import type { Permission } from '../domain/task/permissions.ts';

/** Without an address the pods are looked for, and reached through a port-forward. */
const throughPods = (platform: Platform): boolean => platform.cache.address === undefined;

const secretNames = ({ cache }: Platform): readonly string[] => {
  const names = [cache.password?.secret, cache.tls.ca?.kind === 'Secret' ? cache.tls.ca.name : undefined];
  return [...new Set(names.filter((name) => name !== undefined))];
};

const configMapNames = ({ cache }: Platform): readonly string[] =>
  cache.tls.ca?.kind === 'ConfigMap' ? [cache.tls.ca.name] : [];

/** What reaching the cache takes, for the declaration of a task that asks it. */
export const cachePermissions: readonly Permission[] = [
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
];

/** Labels of the cache's pods, for the declaration of a task's forwards. */
export function cacheSelectors({ cache }: Platform): readonly string[] {
  return cache.address === undefined ? [cache.workload.selector] : [];
}
