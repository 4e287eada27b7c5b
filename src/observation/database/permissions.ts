import type { Platform } from '../../domain/configuration/platform.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Permission } from '../../domain/task/permissions.ts';

/** Without an address the pods are looked for, and reached through a port-forward. */
const throughPods = (platform: Platform): boolean => platform.database.address === undefined;

const authorityIn = (kind: 'Secret' | 'ConfigMap') => (platform: Platform) => {
  const { ca } = platform.database.tls;
  return ca?.kind === kind ? [ca.name] : [];
};

/** What reaching the database takes, for the declaration of a task that asks it. */
export const databasePermissions: readonly Permission[] = [
  { resource: resources.pods, verbs: ['list'], scope: 'platform', when: throughPods, why: 'find the database servers' },
  {
    resource: resources.pods,
    subresource: 'portforward',
    verbs: ['get', 'create'],
    scope: 'platform',
    when: throughPods,
    why: 'reach them; what is done there is what the database role may do',
  },
  {
    resource: resources.secrets,
    verbs: ['get'],
    scope: 'platform',
    names: (platform) => [...new Set([platform.database.password.secret, ...authorityIn('Secret')(platform)])],
    why: 'read the password of the database role',
  },
  {
    resource: resources.configMaps,
    verbs: ['get'],
    scope: 'platform',
    names: authorityIn('ConfigMap'),
    when: (platform) => authorityIn('ConfigMap')(platform).length > 0,
    why: 'read the authority of the database certificate',
  },
];

/** Labels of the database's pods, for the declaration of a task's forwards. */
export function databaseSelectors({ database }: Platform): readonly string[] {
  return database.address === undefined ? [database.workload.selector] : [];
}
