import type { Pod } from '../../domain/kubernetes/objects.ts';
import { parseQuantity } from '../../domain/kubernetes/quantity.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { type ContainerUse, spreadOf, type WorkloadUse } from '../../domain/usage/use.ts';
import type { Cluster } from '../../ports/cluster.ts';

/** What the containers of these pods use now, from the metrics API. Containers that it does not know are left out. */
export async function readPresentUse(cluster: Cluster, namespace: string, pods: readonly Pod[]): Promise<WorkloadUse> {
  const wanted = new Set(pods.map(({ metadata }) => metadata.name));
  const seen = new Map<string, { cpu: number[]; memory: number[] }>();
  for await (const { metadata, containers } of cluster.list({ resource: resources.podMetrics, namespace })) {
    if (!wanted.has(metadata.name)) continue;
    for (const { name, usage } of containers) {
      const values = seen.get(name) ?? { cpu: [], memory: [] };
      seen.set(name, values);
      note(values.cpu, usage.cpu);
      note(values.memory, usage.memory);
    }
  }
  return { source: 'metrics-api', spanMs: 0, containers: [...seen].sort().map(useOf) };
}

function note(values: number[], quantity: string | undefined): void {
  const value = quantity === undefined ? undefined : parseQuantity(quantity);
  if (value !== undefined) values.push(value);
}

function useOf([container, { cpu, memory }]: readonly [
  string,
  { readonly cpu: readonly number[]; readonly memory: readonly number[] },
]): ContainerUse {
  const [ofCpu, ofMemory] = [spreadOf(cpu), spreadOf(memory)];
  return {
    container,
    ...(ofCpu === undefined ? {} : { cpu: ofCpu }),
    ...(ofMemory === undefined ? {} : { memory: ofMemory }),
  };
}
