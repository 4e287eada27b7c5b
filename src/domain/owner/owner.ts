import type { KubernetesObject } from '../kubernetes/objects.ts';
import type { Refusal } from '../plan/plan.ts';
import { managersOf } from './managers.ts';
import { argoCd, controller, flux, helm } from './marks.ts';
import type { Owner, OwnershipQuestion } from './ownership.ts';

/**
 * Who owns a field of an object, the most certain first: its controller, Argo CD, Flux and Helm by their marks, then
 * whoever `managedFields` names for that very field. One entry for each kind of owner; none: nobody else does. Autoscalers
 * are not marked on the object: see `autoscalerOf`.
 */
export function ownersOf(object: KubernetesObject, question: OwnershipQuestion): readonly Owner[] {
  const marks = [controller, argoCd, flux, helm].flatMap((mark) => mark(object, question) ?? []);
  const seen = new Map<Owner['kind'], Owner>();
  for (const owner of [...marks, ...managersOf(object, question)]) {
    if (!seen.has(owner.kind)) seen.set(owner.kind, owner);
  }
  return [...seen.values()];
}

/** The rule of every refusal to change what somebody else owns: what needs such a task goes on all the same. */
export const ownedRule = 'what somebody else owns is changed at its owner';

/** A refusal to change what somebody else owns. `change` says it for the owner: `image of container gateway to 2.1.1`. */
export function ownedRefusal(subject: string, owners: readonly [Owner, ...Owner[]], change: string): Refusal {
  const [first] = owners;
  return {
    subject,
    rule: ownedRule,
    state: `${owners.map(({ name, mark }) => `${name} owns it (${mark})`).join('; ')}`,
    next: `change ${change} ${first.where}; if it stays as it is set here all the same, say so with a reason under \`platform.workloads.owned-override\` in .github/maintenance.yml`,
  };
}
