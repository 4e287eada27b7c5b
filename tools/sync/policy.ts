import { maintenanceNamespace } from './identity.ts';

/** A string in CEL. */
export const text = (value: string): string => JSON.stringify(value);

/** What a policy holds an identity to; `rule` says of which requests (UPDATE, unless it says otherwise). */
export interface Policy {
  readonly name: string;
  readonly identity: string;
  readonly rule: object;
  readonly variables: readonly object[];
  readonly validations: readonly (readonly [expression: string, message: string])[];
}

/** A ValidatingAdmissionPolicy for one identity, with its binding; it fails closed. */
export function policy({ name, identity, rule, variables, validations }: Policy): readonly object[] {
  const username = `system:serviceaccount:${maintenanceNamespace}:${identity}`;
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: { resourceRules: [{ apiVersions: ['v1'], operations: ['UPDATE'], ...rule }] },
        matchConditions: [{ name: 'identity', expression: `request.userInfo.username == ${text(username)}` }],
        variables,
        validations: validations.map(([expression, message]) => ({ expression, message, reason: 'Forbidden' })),
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name },
      spec: { policyName: name, validationActions: ['Deny'] },
    },
  ];
}
