import { stringify } from 'yaml';
import type { Platform } from '../../src/domain/configuration/platform.ts';
import { maintenanceNamespace } from './identity.ts';

const name = 'maintenance-dry-run';
const username = `system:serviceaccount:${maintenanceNamespace}:${name}`;

/** `deployments.apps` as RBAC has it. */
function ruleOf(word: string): object {
  const dot = word.indexOf('.');
  const [resource, group] = dot < 0 ? [word, ''] : [word.slice(0, dot), word.slice(dot + 1)];
  return { apiGroups: [group], resources: [resource], verbs: ['get', 'create', 'patch'] };
}

function roleAndBinding(namespace: string, rules: readonly object[]): readonly object[] {
  const metadata = { name, namespace };
  return [
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: maintenanceNamespace }],
    },
  ];
}

/**
 * The identity for dry runs. The API server asks the same rights for a dry run as for a change; so it has them, and an
 * admission policy that fails closed refuses whatever is no dry run. That it does is proved before every use, by creating a
 * ConfigMap in the maintenance namespace, for which the right is there and the policy alone is in the way.
 */
export function dryRunObjects(platform: Platform): readonly object[] {
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: maintenanceNamespace } },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: `rooivalk-${name}` },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: ['*'],
              apiVersions: ['*'],
              operations: ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'],
              resources: ['*/*'],
            },
          ],
        },
        matchConditions: [{ name: 'identity', expression: `request.userInfo.username == "${username}"` }],
        validations: [
          {
            expression: 'has(request.dryRun) && request.dryRun == true',
            message: `${name} may only ask with dryRun=All`,
            reason: 'Forbidden',
          },
        ],
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: `rooivalk-${name}` },
      spec: { policyName: `rooivalk-${name}`, validationActions: ['Deny'] },
    },
    ...roleAndBinding(maintenanceNamespace, [{ apiGroups: [''], resources: ['configmaps'], verbs: ['create'] }]),
    ...roleAndBinding(platform.namespace, platform.backups.configurationResources.map(ruleOf)),
  ];
}

/** The manifest of the identity for dry runs. The policy comes before the rights. */
export function dryRunManifest(platform: Platform): string {
  const head = [
    '# Written by `npm run sync`. For your own configuration: `npm run rbac`.',
    `# Identity ${name}: validate-backups asks the API server with it whether it would take what was backed up.`,
    '# It has the right to write, as dry runs need it, and the policy lets nothing but dry runs through.',
  ];
  const documents = dryRunObjects(platform).map((object) =>
    stringify(object, { lineWidth: 0, aliasDuplicateObjects: false }),
  );
  return `${head.join('\n')}\n---\n${documents.join('---\n')}`;
}
