import type { FieldValues, ResourceField } from '../capacity/resource-fields.ts';
import { fieldOf } from '../capacity/resource-fields.ts';
import type { Container } from '../kubernetes/objects.ts';
import { bytesQuantity, cpuQuantity, parseQuantity } from '../kubernetes/quantity.ts';
import type { ContainerUse, Spread } from './use.ts';

/** How sizes are made from what was used. */
export interface SizingRules {
  /** So much more than what was used is given, as a share of it. */
  readonly margin: number;
  /** By which percentile of processor its request is raised; it is lowered by the peak, as memory always is. */
  readonly cpuPercentile: 'p95' | 'p99';
  /** A value is left as it is unless it changes by this share at least. */
  readonly leastChange: number;
}

/** Nothing is made smaller than this: 10 thousandths of a core, 16 MiB. */
export const smallest = { cpu: 0.01, memory: 16 * 2 ** 20 } as const;

const mebibyte = 2 ** 20;
const round = {
  cpu: (cores: number): number => Math.ceil(Number((cores * 1000).toFixed(6))) / 1000,
  memory: (bytes: number): number => Math.ceil(bytes / mebibyte) * mebibyte,
} as const;
const written = { cpu: cpuQuantity, memory: bytesQuantity } as const;

/**
 * The requests and limits that a container should have by what it used; only those that change. Memory goes by the peak and
 * the margin. A request of processor that is above the peak and the margin comes down to that, one that is below the
 * percentile and the margin goes up to it, and one between them stays. A limit that is set keeps its distance to the
 * request, and is never below the peak and the margin; where it is the request, both are that, so that the pod stays in its
 * class of service. Where no limit is set, none is made. A resource of which nothing was measured stays as it is.
 */
export function rightSize(container: Container, use: ContainerUse, rules: SizingRules): FieldValues {
  return { ...sized(container, 'cpu', use.cpu, rules), ...sized(container, 'memory', use.memory, rules) };
}

function sized(
  container: Container,
  resource: 'cpu' | 'memory',
  spread: Spread | undefined,
  { margin, cpuPercentile, leastChange }: SizingRules,
): FieldValues {
  if (spread === undefined) return {};
  const amount = (field: 'requests' | 'limits') => parseQuantity(fieldOf(container, `${field}.${resource}`) ?? '');
  const [request, limit] = [amount('requests'), amount('limits')];
  const used = resource === 'memory' ? spread.peak : spread[cpuPercentile];
  const byUse = round[resource](Math.max(smallest[resource], used * (1 + margin)));
  const floor = Math.max(byUse, round[resource](spread.peak * (1 + margin)));
  const isLimit = limit !== undefined && (request ?? limit) === limit;
  const wanted = isLimit ? floor : neverBelow(floor, request, byUse);
  // without a request the API server takes the limit for it
  const distance = limit === undefined ? 1 : limit / (request ?? limit);
  const limited = Math.max(floor, round[resource](wanted * distance));
  const values = [
    ...changed(`requests.${resource}`, request, wanted, leastChange),
    ...(limit === undefined ? [] : changed(`limits.${resource}`, limit, limited, leastChange)),
  ];
  return consistent(resource, Object.fromEntries(values), { request, limit, wanted, limited });
}

/** What was used at the peak is never taken away. */
function neverBelow(floor: number, request: number | undefined, byUse: number): number {
  return request === undefined || byUse >= request ? byUse : Math.min(request, floor);
}

function changed(
  field: ResourceField,
  now: number | undefined,
  wanted: number,
  leastChange: number,
): readonly (readonly [ResourceField, string])[] {
  const resource = field.endsWith('.cpu') ? 'cpu' : 'memory';
  const enough = now === undefined || now === 0 || Math.abs(wanted - now) >= now * leastChange;
  return enough && wanted !== now ? [[field, written[resource](wanted)]] : [];
}

/** A request that would come above a limit which stays, or a limit below a request which stays, takes the other along. */
function consistent(
  resource: 'cpu' | 'memory',
  values: FieldValues,
  {
    request,
    limit,
    wanted,
    limited,
  }: {
    readonly request?: number | undefined;
    readonly limit?: number | undefined;
    readonly wanted: number;
    readonly limited: number;
  },
): FieldValues {
  const [requestField, limitField] = [`requests.${resource}`, `limits.${resource}`] as const;
  if (limit === undefined) return values;
  const nextRequest = values[requestField] === undefined ? (request ?? limit) : wanted;
  const nextLimit = values[limitField] === undefined ? limit : limited;
  if (nextRequest <= nextLimit) return values;
  return { ...values, [requestField]: written[resource](wanted), [limitField]: written[resource](limited) };
}

/** Why what is known of a workload's use is too little to size it by; undefined: it is enough. */
export function tooLittle(
  { spanMs, containers }: { readonly spanMs: number; readonly containers: readonly ContainerUse[] },
  least: { readonly spanMs: number; readonly samples: number },
): 'span' | 'samples' | undefined {
  if (spanMs < least.spanMs) return 'span';
  const samples = containers.flatMap(({ cpu, memory }) =>
    [cpu?.samples, memory?.samples].filter((count) => count !== undefined),
  );
  return samples.length === 0 || Math.min(...samples) < least.samples ? 'samples' : undefined;
}
