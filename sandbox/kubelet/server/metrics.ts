/** `/metrics/resource` and `/metrics` in Prometheus' text format. */
import type { Kubelet } from '../kubelet.ts';

type Labels = Readonly<Record<string, string>>;

/** What metrics-server reads: running CPU sums and memory of the node, its pods and containers. */
export function resourceMetrics(kubelet: Kubelet): string {
  const text = new Exposition();
  const pods = kubelet.usage.measure(kubelet.workers());
  let nodeCpu = 0;
  let nodeMemory = 0;
  for (const { worker, containers } of pods) {
    const pod = { namespace: worker.pod.metadata.namespace ?? '', pod: worker.pod.metadata.name };
    let cpu = 0;
    let memory = 0;
    for (const container of containers) {
      const labels = { container: container.name, ...pod };
      text.add('container_cpu_usage_seconds_total', 'counter', labels, container.cpuSeconds);
      text.add('container_memory_working_set_bytes', 'gauge', labels, container.memoryBytes);
      cpu += container.cpuSeconds;
      memory += container.memoryBytes;
    }
    text.add('pod_cpu_usage_seconds_total', 'counter', pod, cpu);
    text.add('pod_memory_working_set_bytes', 'gauge', pod, memory);
    nodeCpu += cpu;
    nodeMemory += memory;
  }
  text.add('node_cpu_usage_seconds_total', 'counter', {}, nodeCpu);
  text.add('node_memory_working_set_bytes', 'gauge', {}, nodeMemory);
  text.add('scrape_error', 'gauge', {}, 0);
  return text.toString();
}

/** The kubelet's own metrics that monitoring uses: the volumes of claims, and how many pods run. */
export function kubeletMetrics(kubelet: Kubelet): string {
  const text = new Exposition();
  const running = kubelet.workers().filter((worker) => worker.containers.some(({ instance }) => instance));
  text.add('kubelet_node_name', 'gauge', { node: kubelet.services.node.name }, 1);
  text.add('kubelet_running_pods', 'gauge', {}, running.length);
  for (const worker of running) {
    for (const { claim, ...usage } of worker.volumes.usage()) {
      if (claim === undefined) continue;
      const labels = { namespace: worker.pod.metadata.namespace ?? '', persistentvolumeclaim: claim };
      text.add('kubelet_volume_stats_capacity_bytes', 'gauge', labels, usage.capacityBytes);
      text.add('kubelet_volume_stats_available_bytes', 'gauge', labels, usage.availableBytes);
      text.add('kubelet_volume_stats_used_bytes', 'gauge', labels, usage.usedBytes);
      text.add('kubelet_volume_stats_inodes', 'gauge', labels, usage.inodes);
      text.add('kubelet_volume_stats_inodes_free', 'gauge', labels, usage.inodesFree);
    }
  }
  return text.toString();
}

/** Collects samples; all of one metric stand together, as the format asks. */
export class Exposition {
  readonly #metrics = new Map<string, { type: string; lines: string[] }>();

  add(name: string, type: 'counter' | 'gauge', labels: Labels, value: number): void {
    const metric = this.#metrics.get(name) ?? { type, lines: [] };
    this.#metrics.set(name, metric);
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escapeLabel(text)}"`);
    metric.lines.push(`${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`);
  }

  toString(): string {
    return [...this.#metrics]
      .map(([name, { type, lines }]) => `# TYPE ${name} ${type}\n${lines.join('\n')}\n`)
      .join('');
  }
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
