import { stringify } from 'yaml';
import type { Platform } from '../../src/domain/configuration/platform.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { Permission } from '../../src/domain/task/permissions.ts';
import { admissionPolicy } from './admission-policy.ts';
import { changePolicies } from './change-policy.ts';
import type { Identity } from './identity.ts';
import { approvalsObject, maintenanceNamespace } from './identity.ts';
import { kubeletPolicy } from './kubelet-policy.ts';
import { probePolicy } from './probe-policy.ts';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** What the conductor itself needs in the maintenance namespace: everything there is updated by name, and created once. */
const conductorPermissions = (changes: boolean): readonly Permission[] => {
  const read: Permission = {
    resource: resources.configMaps,
    verbs: ['get', 'list'],
    scope: 'maintenance',
    why: 'read state and journal',
  };
  const lease: Permission = {
    resource: resources.leases,
    verbs: ['get'],
    scope: 'maintenance',
    why: 'see who holds the Lease',
  };
  const namespaces: Permission = {
    resource: resources.namespaces,
    verbs: ['get'],
    scope: 'cluster',
    names: () => ['kube-system'],
    why: 'its UID says which cluster this is',
  };
  if (!changes) return [read, lease, namespaces];
  return [
    { ...read, verbs: ['get', 'list', 'create', 'update', 'patch', 'delete'], why: 'keep state and journal' },
    { ...lease, verbs: ['get', 'create', 'update', 'patch'], why: 'one changing run at a time' },
    namespaces,
  ];
};

const permissionsOf = (identity: Identity): readonly Permission[] => [
  ...conductorPermissions(identity.keepsJournal ?? identity.changes),
  ...identity.tasks.flatMap((task) => [
    ...task.permissions.observe,
    ...(identity.changes ? task.permissions.change : []),
  ]),
  ...(identity.besides ?? []),
];

const ruleOf = (permission: Permission, platform: Platform): Rule => {
  const { resource, subresource } = permission;
  const names = permission.names?.(platform);
  return {
    apiGroups: [resource.group],
    resources: [subresource === undefined ? resource.plural : `${resource.plural}/${subresource}`],
    verbs: [...permission.verbs],
    ...(names === undefined ? {} : { resourceNames: [...new Set(names)].sort() }),
  };
};

/** Rules that differ only in their verbs become one; one that a wider rule holds already is left out. */
function mergeRules(rules: readonly Rule[]): readonly Rule[] {
  const merged = new Map<string, Rule>();
  for (const rule of rules) {
    if (rule.resourceNames?.length === 0) continue;
    const key = JSON.stringify([rule.apiGroups, rule.resources, rule.resourceNames ?? null]);
    const verbs = new Set([...(merged.get(key)?.verbs ?? []), ...rule.verbs]);
    merged.set(key, { ...rule, verbs: [...verbs] });
  }
  const all = [...merged.values()];
  const covers = (wide: Rule, narrow: Rule): boolean =>
    wide !== narrow &&
    wide.resourceNames === undefined &&
    narrow.resourceNames !== undefined &&
    wide.apiGroups[0] === narrow.apiGroups[0] &&
    wide.resources[0] === narrow.resources[0] &&
    narrow.verbs.every((verb) => wide.verbs.includes(verb));
  return all.filter((rule) => !all.some((other) => covers(other, rule)));
}

function roleAndBinding(identity: Identity, namespace: string | undefined, rules: readonly Rule[]): readonly object[] {
  if (rules.length === 0) return [];
  const kind = namespace === undefined ? 'ClusterRole' : 'Role';
  const metadata = namespace === undefined ? { name: `rooivalk-${identity.name}` } : { name: identity.name, namespace };
  return [
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata, rules },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: `${kind}Binding`,
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', name: identity.name, namespace: maintenanceNamespace }],
    },
  ];
}

/**
 * Everything a cluster administrator applies once for one identity: its ServiceAccount, least rights from the tasks'
 * declarations, and the admission policies that hold exec, port-forward and changes of objects to what is declared.
 */
export function identityObjects(identity: Identity, platform: Platform): readonly object[] {
  const permissions = permissionsOf(identity);
  const rules = (scope: Permission['scope']) =>
    mergeRules(
      permissions
        .filter((permission) => permission.scope === scope && (permission.when?.(platform) ?? true))
        .map((permission) => ruleOf(permission, platform)),
    );
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: identity.name, namespace: maintenanceNamespace } },
    ...roleAndBinding(identity, maintenanceNamespace, rules('maintenance')),
    ...roleAndBinding(identity, platform.namespace, rules('platform')),
    ...roleAndBinding(identity, undefined, rules('cluster')),
    ...admissionPolicy(identity, platform),
    ...changePolicies(identity, platform),
    ...probePolicy(identity, platform),
    ...kubeletPolicy(identity, platform),
  ];
}

/** The manifest of an identity as YAML, with the reasons for each right in front. */
export function identityManifest(identity: Identity, platform: Platform): string {
  const given = permissionsOf(identity).filter((permission) => permission.when?.(platform) ?? true);
  const reasons = given.map((permission) => {
    const what =
      permission.subresource === undefined
        ? permission.resource.plural
        : `${permission.resource.plural}/${permission.subresource}`;
    return `#   ${permission.verbs.join(', ')} ${what} (${permission.scope}): ${permission.why}`;
  });
  const head = [
    '# Written by `npm run sync` from the declarations of the tasks. For your own configuration: `npm run rbac`.',
    `# Identity ${identity.name}: ${identity.tasks.map((task) => task.id).join(', ') || 'no task yet'}`,
    '# Why each right is needed:',
    ...new Set(reasons),
  ];
  const documents = identityObjects(identity, platform).map((object) =>
    stringify(object, { lineWidth: 0, aliasDuplicateObjects: false }),
  );
  return `${head.join('\n')}\n---\n${documents.join('---\n')}`;
}

/** The namespace, applied before everything else. */
export function namespaceManifest(): string {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: maintenanceNamespace } };
  // without data, so that applying it again takes nothing away
  const approvals = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: approvalsObject, namespace: maintenanceNamespace },
  };
  return `# Written by \`npm run sync\`. Apply first.\n${[namespace, approvals].map((each) => stringify(each)).join('---\n')}`;
}
