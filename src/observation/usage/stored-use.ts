import type { WorkloadKind } from '../../domain/configuration/platform/workload-kind.ts';
import { type ContainerUse, spreadOf, type WorkloadUse } from '../../domain/usage/use.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { MetricSeries } from '../../ports/metrics.ts';

const fewestStepMs = 15_000;
const longestStepMs = 300_000;
/** A rate needs two scrapes; over less than this it may see one. */
const shortestRangeMs = 60_000;
const timeoutMs = 30_000;

type Context = Pick<TaskContext<'metrics'>, 'ports' | 'now' | 'signal'>;

/** How the pods of a workload are called, as a regular expression of Prometheus (RE2, anchored). */
function podsPattern(kind: WorkloadKind, name: string): string {
  const literal = name.replaceAll('.', String.raw`\\.`);
  if (kind === 'StatefulSet') return `${literal}-[0-9]+`;
  return kind === 'DaemonSet' ? `${literal}-[a-z0-9]{5}` : `${literal}-[a-z0-9]{1,10}-[a-z0-9]{5}`;
}

/**
 * What the containers of a workload used over a time, from Prometheus' figures of the kubelets (cAdvisor): at each moment
 * that of the pod that used most. Pods that are gone count as well. `not-found` where there is no Prometheus.
 */
export async function readStoredUse(
  { ports, now, signal }: Context,
  namespace: string,
  workload: { readonly kind: WorkloadKind; readonly name: string },
  spanMs: number,
): Promise<WorkloadUse> {
  const stepMs = Math.min(longestStepMs, Math.max(fewestStepMs, Math.round(spanMs / 1000)));
  const range = { from: now - spanMs, until: now, stepMs };
  const pods = podsPattern(workload.kind, workload.name);
  const selector = `{namespace="${namespace}",pod=~"${pods}",container!="",container!="POD"}`;
  const rangeS = Math.ceil(Math.max(stepMs, shortestRangeMs) / 1000);
  const limits = { timeoutMs, signal };
  const [cpu, memory] = await Promise.all([
    ports.metrics.queryRange(
      `max by (container) (rate(container_cpu_usage_seconds_total${selector}[${rangeS}s]))`,
      range,
      limits,
    ),
    ports.metrics.queryRange(
      `max by (container) (max_over_time(container_memory_working_set_bytes${selector}[${Math.ceil(stepMs / 1000)}s]))`,
      range,
      limits,
    ),
  ]);
  return { source: 'prometheus', spanMs: spanOf([...cpu, ...memory]), containers: usesOf(cpu, memory) };
}

function usesOf(cpu: readonly MetricSeries[], memory: readonly MetricSeries[]): readonly ContainerUse[] {
  const names = [...new Set([...cpu, ...memory].flatMap(({ labels }) => labels.container ?? []))].sort();
  const spread = (series: readonly MetricSeries[], container: string) =>
    spreadOf(
      series
        .filter(({ labels }) => labels.container === container)
        .flatMap(({ points }) => points.map(([, value]) => value)),
    );
  return names.map((container) => {
    const [ofCpu, ofMemory] = [spread(cpu, container), spread(memory, container)];
    return {
      container,
      ...(ofCpu === undefined ? {} : { cpu: ofCpu }),
      ...(ofMemory === undefined ? {} : { memory: ofMemory }),
    };
  });
}

function spanOf(series: readonly MetricSeries[]): number {
  const times = series
    .flatMap(({ points }) => [points[0]?.[0], points.at(-1)?.[0]])
    .filter((time) => time !== undefined);
  return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
}
