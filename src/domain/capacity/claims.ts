import type { Workload } from '../kubernetes/objects.ts';
import { parseQuantity } from '../kubernetes/quantity.ts';
import type { StorageClass } from '../kubernetes/storage.ts';
import { type Amounts, plus } from './amounts.ts';

/** A volume claim that a StatefulSet would make for a pod. */
export interface NewClaim {
  readonly name: string;
  readonly bytes: number;
  /** Absent: of no class. */
  readonly className?: string;
}

/** The claims that the template of a StatefulSet makes for its pods up to `replicas`, besides those that are there already. */
export function newClaims(
  { metadata, spec }: Workload,
  replicas: number,
  present: ReadonlySet<string>,
  classes: readonly StorageClass[],
): readonly NewClaim[] {
  const first = spec.ordinals?.start ?? 0;
  const from = spec.replicas ?? 1;
  const ordinals = Array.from({ length: Math.max(0, replicas - from) }, (_, k) => first + from + k);
  return (spec.volumeClaimTemplates ?? []).flatMap((template) => {
    const className = template.spec.storageClassName ?? defaultClass(classes);
    const bytes = parseQuantity(template.spec.resources?.requests?.storage ?? '') ?? 0;
    return ordinals
      .map((ordinal) => `${template.metadata.name}-${metadata.name}-${ordinal}`)
      .filter((name) => !present.has(name))
      .map((name) => ({ name, bytes, ...(className === undefined || className === '' ? {} : { className }) }));
  });
}

/** The class of claims that name none: the newest of those that are marked as default (kubernetes.io, "Storage Classes"). */
function defaultClass(classes: readonly StorageClass[]): string | undefined {
  return classes
    .filter(({ metadata }) => metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true')
    .toSorted((a, b) => ((a.metadata.creationTimestamp ?? '') < (b.metadata.creationTimestamp ?? '') ? 1 : -1))[0]
    ?.metadata.name;
}

/**
 * What more bytes, and more claims, count as in quotas: `requests.storage`, `persistentvolumeclaims`, and each by class
 * (kubernetes.io, "Resource Quotas", Storage Resource Quota).
 */
export function claimAmounts(bytes: number, claims: number, className: string | undefined): Amounts {
  const ofClass = `${className}.storageclass.storage.k8s.io/`;
  return {
    'requests.storage': bytes,
    persistentvolumeclaims: claims,
    'count/persistentvolumeclaims': claims,
    ...(className === undefined
      ? {}
      : { [`${ofClass}requests.storage`]: bytes, [`${ofClass}persistentvolumeclaims`]: claims }),
  };
}

/** What all of these claims count as in quotas. */
export const newClaimAmounts = (claims: readonly NewClaim[]): Amounts =>
  claims.map(({ bytes, className }) => claimAmounts(bytes, 1, className)).reduce(plus, {});
