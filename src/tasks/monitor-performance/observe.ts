import type { Point } from '../../domain/state/documents.ts';
import { attempt } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Inputs } from './inputs.ts';
import { measureLatency, measureResponses } from './measure-gateway.ts';
import { measureThroughput } from './measure-throughput.ts';
import type { PerformanceObservation, Read } from './observation.ts';
import { readDisks } from './read-disks.ts';
import { listNodes, readNodeUse } from './read-nodes.ts';
import { metricNames } from './watched-metrics.ts';

/**
 * Measure everything. The gap between the two readings of the chain's counters passes while the rest is measured; round
 * trips and requests come one after the other and after all other reading, so that they do not measure our own work.
 */
export async function observe(
  context: TaskContext<'cluster' | 'metrics' | 'probe' | 'history'>,
  inputs: Inputs,
): Promise<PerformanceObservation> {
  context.progress(`monitor-performance: measuring, ${inputs['scrape-gap'] / 1000} s between two readings`);
  const measureRest = async () => {
    const history = await readHistory(context);
    const nodesAndDisks = await readNodesAndDisks(context, inputs);
    const latency = await measureLatency(context, inputs);
    return { history, ...nodesAndDisks, latency, response: await measureResponses(context, inputs) };
  };
  const [throughput, rest] = await Promise.all([measureThroughput(context, inputs), measureRest()]);
  return { basis: null, measurements: { ...rest, throughput } };
}

async function readNodesAndDisks(context: TaskContext<'cluster' | 'metrics'>, inputs: Inputs) {
  const { cluster } = context.ports;
  const listed = await attempt('nodes', () => listNodes(cluster));
  if ('trouble' in listed) return { nodes: listed, disks: listed };
  const nodes = await attempt('nodes.metrics.k8s.io', () => readNodeUse(cluster, listed.value, context.now));
  const disks = await attempt('pods', () => readDisks(context, listed.value, inputs['query-timeout']));
  return { nodes, disks };
}

function readHistory(context: TaskContext<'history'>): Promise<Read<Readonly<Record<string, readonly Point[]>>>> {
  return attempt('stored history', async () => {
    const series = await Promise.all(metricNames.map((name) => context.ports.history.series(name)));
    return Object.fromEntries(metricNames.map((name, k) => [name, series[k] ?? []]));
  });
}
