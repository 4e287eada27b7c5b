import type { Container, Pod } from '../kubernetes/objects.ts';
import { parseQuantity } from '../kubernetes/quantity.ts';

/** Which pods give way first when a node runs short: BestEffort, then Burstable, then Guaranteed. */
export type ServiceClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

const counted = ['cpu', 'memory'] as const;

/** The class of service of a pod (kubernetes.io, "Pod Quality of Service Classes"); init containers count. */
export function serviceClass({ containers, initContainers = [] }: Pod['spec']): ServiceClass {
  const all = [...initContainers, ...containers];
  if (all.every(asksForNothing)) return 'BestEffort';
  return all.every(hasItsLimit) ? 'Guaranteed' : 'Burstable';
}

const asksForNothing = ({ resources }: Container): boolean =>
  counted.every((name) => !resources?.requests?.[name] && !resources?.limits?.[name]);

/** Limits of both, and requests that are the same; without a request the API server takes the limit for it. */
const hasItsLimit = ({ resources }: Container): boolean =>
  counted.every((name) => {
    const limit = parseQuantity(resources?.limits?.[name] ?? '');
    const request = parseQuantity(resources?.requests?.[name] ?? '');
    return limit !== undefined && limit > 0 && (request === undefined || request === limit);
  });

/** What another class means for the pods, in words; none where it stays. */
export function serviceClassWords(before: Pod['spec'], after: Pod['spec']): readonly string[] {
  const [from, to] = [serviceClass(before), serviceClass(after)];
  if (from === to) return [];
  const order: readonly ServiceClass[] = ['BestEffort', 'Burstable', 'Guaranteed'];
  const effect =
    order.indexOf(to) < order.indexOf(from)
      ? 'its pods give way earlier when a node runs short of memory'
      : 'its pods give way later when a node runs short of memory, and others earlier';
  return [`class of service ${from} → ${to}: ${effect}`];
}
