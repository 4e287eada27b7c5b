import type { Pod, ResourceQuota } from '../kubernetes/objects.ts';
import { type Amounts, amountsOf, formatAmount, isAbove } from './amounts.ts';

/** What would be above a quota. */
export interface QuotaBreach {
  /** `resourcequota/compute` */
  readonly quota: string;
  /** As the quota writes it: `requests.cpu`. */
  readonly resource: string;
  /** In words: `requests.cpu: 3.5 cores after, 3 allowed`. */
  readonly text: string;
}

/** A quota after a change, for people: `quota compute: pods 5 of 8`. */
export interface QuotaUse {
  readonly quota: string;
  readonly text: string;
}

/**
 * What pods count as in quotas, by a quota's names: `pods`, `count/pods`, `requests.cpu` and its old name `cpu`, `limits.…`
 * (kubernetes.io, "Resource Quotas"). So many pods with these requests and limits each; either may be negative.
 */
export function countedAmounts(pods: number, requests: Amounts, limits: Amounts): Amounts {
  const named = (prefix: string, amounts: Amounts) =>
    Object.entries(amounts).map(([name, value]) => [`${prefix}${name}`, value] as const);
  const plain = named('', requests).filter(([name]) => ['cpu', 'memory', 'ephemeral-storage'].includes(name));
  return {
    pods,
    'count/pods': pods,
    ...Object.fromEntries([...plain, ...named('requests.', requests), ...named('limits.', limits)]),
  };
}

/** The quotas whose scopes take pods of this kind in (best effort or not, without a deadline, by priority class). */
export function quotasFor(quotas: readonly ResourceQuota[], spec: Pod['spec']): readonly ResourceQuota[] {
  const bestEffort = spec.containers.every(
    ({ resources }) => isEmpty(resources?.requests) && isEmpty(resources?.limits),
  );
  return quotas.filter(({ spec: quota }) => {
    const scopes = quota?.scopes ?? [];
    const selected = quota?.scopeSelector?.matchExpressions ?? [];
    const named = [
      ...scopes,
      ...selected.filter(({ operator }) => operator === 'Exists').map(({ scopeName }) => scopeName),
    ];
    if (named.includes('Terminating')) return false;
    if (named.includes('BestEffort') && !bestEffort) return false;
    if (named.includes('NotBestEffort') && bestEffort) return false;
    return selected
      .filter(({ scopeName }) => scopeName === 'PriorityClass')
      .every(({ operator, values = [] }) => byPriority(operator, values, spec.priorityClassName));
  });
}

function byPriority(operator: string, values: readonly string[], name: string | undefined): boolean {
  if (operator === 'Exists') return name !== undefined;
  if (operator === 'DoesNotExist') return name === undefined;
  return values.includes(name ?? '') === (operator === 'In');
}

const isEmpty = (quantities: Readonly<Record<string, string>> | undefined): boolean =>
  Object.keys(quantities ?? {}).length === 0;

/** Every quota that so much more would break. What a quota does not bound is not asked about. */
export function breachedBy(quotas: readonly ResourceQuota[], added: Amounts): readonly QuotaBreach[] {
  return quotas.flatMap((quota) =>
    boundsOf(quota)
      .filter(({ resource, used, hard }) => (added[resource] ?? 0) > 0 && isAbove(used + (added[resource] ?? 0), hard))
      .map(({ resource, used, hard }) => ({
        quota: `resourcequota/${quota.metadata.name}`,
        resource,
        text: `${resource}: ${formatAmount(resource, used + (added[resource] ?? 0))} after, ${formatAmount(resource, hard)} allowed`,
      })),
  );
}

/** What each quota that bounds the change holds afterwards. */
export function quotaUseAfter(quotas: readonly ResourceQuota[], added: Amounts): readonly QuotaUse[] {
  return quotas.flatMap((quota) => {
    const touched = boundsOf(quota).filter(({ resource }) => (added[resource] ?? 0) !== 0);
    const words = touched.map(
      ({ resource, used, hard }) =>
        `${resource} ${formatAmount(resource, used + (added[resource] ?? 0))} of ${formatAmount(resource, hard)}`,
    );
    return words.length === 0 ? [] : [{ quota: quota.metadata.name, text: words.join(', ') }];
  });
}

function boundsOf({ spec, status }: ResourceQuota) {
  const hard = amountsOf(status?.hard ?? spec?.hard);
  const used = amountsOf(status?.used);
  return Object.entries(hard).map(([resource, bound]) => ({ resource, hard: bound, used: used[resource] ?? 0 }));
}
