import type { Container, Pod } from '../kubernetes/objects.ts';
import { type Amounts, amountsOf, larger, plus } from './amounts.ts';

/**
 * What a pod asks of its node, as the scheduler counts it: its containers together with the sidecars among its init
 * containers, or what it takes to start if that is more, and the pod's own overhead (kubernetes.io, "Init Containers",
 * "Resource sharing within containers"; "Sidecar Containers"; "Pod Overhead").
 */
export function podRequests(spec: Pod['spec']): Amounts {
  return podAmounts(spec, requestsOf);
}

/** What the containers of a pod may have together, counted as {@link podRequests}. */
export function podLimits(spec: Pod['spec']): Amounts {
  return podAmounts(spec, ({ resources }) => amountsOf(resources?.limits));
}

/** A container without a request asks for its limit (the API server's default). */
function requestsOf({ resources }: Container): Amounts {
  return { ...amountsOf(resources?.limits), ...amountsOf(resources?.requests) };
}

function podAmounts(spec: Pod['spec'], of: (container: Container) => Amounts): Amounts {
  let sidecars: Amounts = {};
  let starting: Amounts = {};
  for (const container of spec.initContainers ?? []) {
    if (container.restartPolicy === 'Always') sidecars = plus(sidecars, of(container));
    starting = larger(starting, container.restartPolicy === 'Always' ? sidecars : plus(sidecars, of(container)));
  }
  const running = spec.containers.reduce((sum, container) => plus(sum, of(container)), sidecars);
  return plus(larger(running, starting), amountsOf(spec.overhead));
}
