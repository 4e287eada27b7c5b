import type { KubernetesObject, ManagedFieldsEntry } from '../kubernetes/objects.ts';
import { holdsField } from './field.ts';
import type { Owner, OwnershipQuestion } from './ownership.ts';
import { shownName } from './shown-name.ts';

/** Controllers that put their values back, by the name under which they write. */
const reconcilers: readonly (readonly [RegExp, Owner['kind'], string])[] = [
  [/^argocd-(application-)?controller$/, 'argo-cd', 'Argo CD'],
  [/^(kustomize|helm)-controller$/, 'flux', 'Flux'],
  [/^[Hh]elm$/, 'helm', 'Helm'],
];

/**
 * Who writes and does not come back: ourselves, kubectl and oc in all their commands, the usual consoles, and the parts of
 * Kubernetes that write for somebody else (an autoscaler's number comes from the controller manager: it is asked by itself).
 */
const settledManagers =
  /^(rooivalk-maintenance|kubectl(-.*)?|oc|before-first-apply|k9s|(Open)?[Ll]ens.*|[Hh]eadlamp.*|dashboard|Mozilla|kube-controller-manager|kube-apiserver)$/;

/**
 * Whoever `managedFields` names for a field. A server-side apply keeps its field until it is forced away, and an update by
 * a program that is neither a person's tool nor configured as settled may come from an operator: both count as owners. What
 * was written through a subresource counts by its manager as everything else.
 */
export function managersOf({ metadata }: KubernetesObject, { field, settled }: OwnershipQuestion): readonly Owner[] {
  return (metadata.managedFields ?? [])
    .filter(({ manager = '', fieldsV1 }) => !isSettled(manager, settled) && holdsField(fieldsV1, field))
    .map(ownerOf);
}

const isSettled = (manager: string, settled: readonly string[]): boolean =>
  settledManagers.test(manager) || settled.includes(manager);

function ownerOf({ manager = '', operation }: ManagedFieldsEntry): Owner {
  const shown = shownName(manager);
  const mark = `managedFields, ${operation === 'Apply' ? 'applied' : 'updated'} by ${shown}`;
  const [, kind, name] = reconcilers.find(([pattern]) => pattern.test(manager)) ?? [];
  if (kind !== undefined && name !== undefined)
    return { kind, name, mark, where: `in the sources that ${name} applies` };
  return {
    kind: 'field-manager',
    name: `field manager ${shown}`,
    mark,
    where: `in what ${shown} applies (if that is a pipeline or a person, list it under \`platform.workloads.field-managers\`)`,
  };
}
