import type { Container, LimitRange, Pod } from '../kubernetes/objects.ts';
import { type Amounts, amountsOf, formatAmount, isAbove } from './amounts.ts';
import { podLimits, podRequests } from './pod-request.ts';

/** What a limit range does not let pass. */
export interface RangeBreach {
  /** `limitrange/defaults` */
  readonly range: string;
  /** `container gateway`, `the pod`, `the claim`. */
  readonly what: string;
  readonly text: string;
}

type Limit = LimitRange['spec']['limits'][number];

/** Everything in a pod's spec that the limit ranges of its namespace refuse (kubernetes.io, "Limit Ranges"). */
export function podBreaches(ranges: readonly LimitRange[], spec: Pod['spec']): readonly RangeBreach[] {
  return each(ranges, (limit) => {
    if (limit.type === 'Pod') return inBounds(limit, 'the pod', podRequests(spec), podLimits(spec));
    if (limit.type !== 'Container') return [];
    return [...(spec.initContainers ?? []), ...spec.containers].flatMap((container) => inContainer(limit, container));
  });
}

/** What the limit ranges refuse of a claim of so many bytes. */
export function claimBreaches(ranges: readonly LimitRange[], bytes: number): readonly RangeBreach[] {
  const amounts = { storage: bytes };
  return each(ranges, (limit) =>
    limit.type === 'PersistentVolumeClaim' ? inBounds(limit, 'the claim', amounts, amounts) : [],
  );
}

function each(
  ranges: readonly LimitRange[],
  breaches: (limit: Limit) => readonly Omit<RangeBreach, 'range'>[],
): readonly RangeBreach[] {
  return ranges.flatMap(({ metadata, spec }) =>
    spec.limits.flatMap((limit) =>
      breaches(limit).map((breach) => ({ range: `limitrange/${metadata.name}`, ...breach })),
    ),
  );
}

/** Defaults of the range fill in what the container leaves out, before anything is compared. */
function inContainer(limit: Limit, { name, resources }: Container): readonly Omit<RangeBreach, 'range'>[] {
  const limits = { ...amountsOf(limit.default), ...amountsOf(resources?.limits) };
  const requests = {
    ...amountsOf(limit.defaultRequest),
    ...amountsOf(resources?.limits),
    ...amountsOf(resources?.requests),
  };
  return inBounds(limit, `container ${name}`, requests, limits);
}

function inBounds(
  limit: Limit,
  what: string,
  requests: Amounts,
  limits: Amounts,
): readonly Omit<RangeBreach, 'range'>[] {
  const breaches: string[] = [];
  for (const [resource, most] of Object.entries(amountsOf(limit.max))) {
    const value = limits[resource] ?? requests[resource];
    if (value === undefined)
      breaches.push(`it has no limit of ${resource}, and must have one of ${formatAmount(resource, most)} at most`);
    else if (isAbove(value, most))
      breaches.push(`${resource} ${formatAmount(resource, value)}, ${formatAmount(resource, most)} at most`);
  }
  for (const [resource, least] of Object.entries(amountsOf(limit.min))) {
    const value = requests[resource] ?? limits[resource] ?? 0;
    if (isAbove(least, value))
      breaches.push(`${resource} ${formatAmount(resource, value)}, ${formatAmount(resource, least)} at least`);
  }
  for (const [resource, most] of Object.entries(amountsOf(limit.maxLimitRequestRatio))) {
    const [request, bound] = [requests[resource], limits[resource]];
    if (request && bound && isAbove(bound / request, most)) {
      breaches.push(
        `limit of ${resource} ${Number((bound / request).toFixed(2))} times its request, ${most} times at most`,
      );
    }
  }
  return breaches.map((text) => ({ what, text }));
}
