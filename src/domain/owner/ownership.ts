import type { FieldPath } from './field.ts';

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
