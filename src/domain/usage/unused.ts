import { fieldOf } from '../capacity/resource-fields.ts';
import type { Container, Pod } from '../kubernetes/objects.ts';
import { parseQuantity } from '../kubernetes/quantity.ts';
import type { WorkloadUse } from './use.ts';

/** Cores, and bytes of memory. */
export interface CoresAndBytes {
  readonly cpu: number;
  readonly memory: number;
}

/** What is asked for, and how much of it nobody used. */
export interface Unused {
  readonly requested: CoresAndBytes;
  readonly unused: CoresAndBytes;
}

/** Nothing asked for. */
export const noneUnused: Unused = { requested: { cpu: 0, memory: 0 }, unused: { cpu: 0, memory: 0 } };

/** Both together. */
export const together = (one: Unused, other: Unused): Unused => ({
  requested: sum(one.requested, other.requested),
  unused: sum(one.unused, other.unused),
});

const sum = (one: CoresAndBytes, other: CoresAndBytes): CoresAndBytes => ({
  cpu: one.cpu + other.cpu,
  memory: one.memory + other.memory,
});

/**
 * What so many pods ask for and do not use: each request less what the pod that used most took of it, CPU at p95, memory at
 * its peak. So the least that is unused, never more; a container that uses more than it asks for fills nobody else's request.
 * Undefined where the use of a container that asks for something is not known.
 */
export function unusedOf(spec: Pod['spec'], { containers }: WorkloadUse, pods: number): Unused | undefined {
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  let all = noneUnused;
  for (const container of [...sidecars, ...spec.containers]) {
    const requested = requestedBy(container);
    const use = containers.find((one) => one.container === container.name);
    const used = {
      cpu: use?.cpu?.p95 ?? usedOfNothing(requested.cpu),
      memory: use?.memory?.peak ?? usedOfNothing(requested.memory),
    };
    if (used.cpu === undefined || used.memory === undefined) return undefined;
    const unused = {
      cpu: pods * Math.max(0, requested.cpu - used.cpu),
      memory: pods * Math.max(0, requested.memory - used.memory),
    };
    all = together(all, { requested: { cpu: pods * requested.cpu, memory: pods * requested.memory }, unused });
  }
  return all;
}

/** Of a request for nothing nothing can be unused, whatever is known of its use. */
const usedOfNothing = (requested: number): number | undefined => (requested === 0 ? 0 : undefined);

/** A container without a request asks for its limit (the API server's default). */
function requestedBy(container: Container): CoresAndBytes {
  const of = (resource: 'cpu' | 'memory') => {
    const text = fieldOf(container, `requests.${resource}`) ?? fieldOf(container, `limits.${resource}`) ?? '';
    return parseQuantity(text) ?? 0;
  };
  return { cpu: of('cpu'), memory: of('memory') };
}
