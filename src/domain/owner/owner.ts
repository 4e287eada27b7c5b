import type { KubernetesObject } from '../kubernetes/objects.ts';
import type { Refusal } from '../plan/plan.ts';
import type { FieldPath } from './field.ts';
import { managersOf } from './managers.ts';
import { argoCd, controller, flux, helm } from './marks.ts';

/** Whoever keeps an object, or a field of it, as it is: changing it behind their back does not last, or fights them. */
export interface Owner {
  readonly kind:
    | 'controller'
    | 'argo-cd'
    | 'flux'
    | 'helm'
    | 'field-manager'
    | 'horizontal-autoscaler'
    | 'vertical-autoscaler';
  /** Who, as in the middle of a sentence: `Argo CD application phoenix`. Names come from the cluster and are hostile text. */
  readonly name: string;
  /** Where it is seen: `annotation argocd.argoproj.io/tracking-id`. */
  readonly mark: string;
  /** Where the change is to be made: `in the sources of Argo CD application phoenix (…)`. */
  readonly where: string;
}

/** What is asked about an object. */
export interface OwnershipQuestion {
  /** The field that is to be changed. */
  readonly field: FieldPath;
  /** Field managers, from the configuration, that are people or pipelines which do not put their values back by themselves. */
  readonly settled: readonly string[];
}

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

/** A refusal to change what somebody else owns. `change` says it for the owner: `image of container gateway to 2.1.1`. */
export function ownedRefusal(subject: string, owners: readonly [Owner, ...Owner[]], change: string): Refusal {
  const [first] = owners;
  return {
    subject,
    rule: 'what somebody else owns is changed at its owner',
    state: `${owners.map(({ name, mark }) => `${name} owns it (${mark})`).join('; ')}`,
    next: `change ${change} ${first.where}; if it stays as it is set here all the same, say so with a reason under \`platform.workloads.owned-override\` in .github/maintenance.yml`,
  };
}
