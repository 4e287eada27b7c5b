import { mapBounded } from '../../domain/bounded.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { percentile } from '../../domain/statistics/percentile.ts';
import { selectPods } from '../../observation/pods.ts';
import { attempt, troubleOf } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
import type { RoundTrips } from '../../ports/probe.ts';
import type { Inputs } from './inputs.ts';
import type { LatencyEnd, PodTimes, Read } from './observation.ts';

type Context = TaskContext<'cluster' | 'metrics' | 'probe'>;

/** The names of the gateway's ready pods. */
async function gatewayPods(context: Context): Promise<readonly string[]> {
  const { namespace, workloads } = context.platform;
  const { selector, kind, name } = workloads.gateway;
  const { ready } = await selectPods(context.ports.cluster, { namespace, selector });
  if (ready.length > 0) return ready.map(({ pod }) => pod);
  throw new PortError({
    code: 'not-found',
    subject: `${kind.toLowerCase()}/${name}`,
    message: `no pod of ${selector} is ready, so there is nothing to measure`,
    next: kubectl(namespace)`get pods -l ${selector}`,
  });
}

/** Response times of the gateway's health path: the requests are spread over all ready pods. */
export async function measureResponses(context: Context, inputs: Inputs): Promise<Read<readonly PodTimes[]>> {
  const { namespace, workloads } = context.platform;
  const { gateway } = workloads;
  return attempt(`${gateway.kind.toLowerCase()}/${gateway.name}`, async () => {
    const pods = await gatewayPods(context);
    const count = Math.max(1, Math.ceil(inputs.requests / pods.length));
    return mapBounded(pods, 4, async (pod): Promise<PodTimes> => {
      const endpoint = { kind: 'pod', namespace, pod, port: gateway.port } as const;
      const serverName = `${gateway.service}.${namespace}.svc`;
      const requests = { endpoint, scheme: 'https', path: gateway.healthPath, serverName, count } as const;
      const limits = { timeoutMs: inputs['request-timeout'], signal: context.signal };
      const asked = await attempt(`pod/${pod}`, () => context.ports.probe.requests(requests, limits));
      return 'trouble' in asked ? { pod, trouble: asked.trouble } : { pod, times: asked.value };
    });
  });
}

/** Round trips between the configured ends; by default runner → gateway and gateway pod → database. */
export async function measureLatency(context: Context, inputs: Inputs): Promise<readonly LatencyEnd[]> {
  const targets = context.platform.network.latencyTargets;
  if (targets === undefined) {
    return [
      await runnerToGateway(context, inputs),
      await podToDatabase(context, inputs, 'gateway pod → database', false),
    ];
  }
  return mapBounded(targets, 4, async ({ name, from, host, port }): Promise<LatencyEnd> => {
    if (from !== 'runner') return podToDatabase(context, inputs, name, true);
    const limits = { timeoutMs: inputs['request-timeout'], signal: context.signal };
    const endpoint = { kind: 'address', host, port } as const;
    const wanted = { endpoint, count: inputs['round-trips'], path: '/', serverName: host };
    const asked = await attempt(name, () => context.ports.probe.roundTrips(wanted, limits));
    return 'trouble' in asked ? { name, trouble: asked.trouble } : { name, trips: asked.value, by: howOf(asked.value) };
  });
}

const howOf = (trips: RoundTrips): string =>
  trips.by === 'tcp-connect' ? 'TCP handshakes' : 'requests on an open connection through a port-forward';

async function runnerToGateway(context: Context, inputs: Inputs): Promise<LatencyEnd> {
  const name = 'runner → gateway';
  const { namespace, workloads } = context.platform;
  const limits = { timeoutMs: inputs['request-timeout'], signal: context.signal };
  try {
    const pods = await gatewayPods(context);
    const count = Math.max(1, Math.ceil(inputs['round-trips'] / pods.length));
    const { port, service, healthPath: path } = workloads.gateway;
    const serverName = `${service}.${namespace}.svc`;
    const all = await mapBounded(pods, 1, (pod) => {
      const endpoint = { kind: 'pod', namespace, pod, port } as const;
      return context.ports.probe.roundTrips({ endpoint, count, path, serverName }, limits);
    });
    const why = all.find((trips) => trips.failed.why !== undefined)?.failed.why;
    const failed = all.reduce((sum, trips) => sum + trips.failed.count, 0);
    const trips = {
      ms: all.flatMap((each) => each.ms),
      failed: { count: failed, ...(why === undefined ? {} : { why }) },
    };
    return { name, trips, by: `${howOf(all[0] as RoundTrips)}, ${pods.length} pods` };
  } catch (error) {
    return { name, trouble: troubleOf(error, name) };
  }
}

/**
 * Between pods nothing is measured from here: that takes a metric, which a configured query names (seconds). As a default
 * it is merely said to be missing; where somebody configured the target, not knowing is unknown.
 */
async function podToDatabase(context: Context, inputs: Inputs, name: string, wanted: boolean): Promise<LatencyEnd> {
  const expression = inputs['pod-latency-query'];
  const missing =
    'no metric is configured for it (input `pod-latency-query`: a PromQL expression of round trips in seconds)';
  if (expression === '') {
    return wanted
      ? { name, trouble: { code: 'not-found', subject: name, message: missing } }
      : { name, unavailable: missing };
  }
  try {
    const limits = { timeoutMs: inputs['query-timeout'], signal: context.signal };
    const values = await context.ports.metrics.query(expression, limits);
    const ms = values.map(({ value }) => value * 1000).filter((value) => Number.isFinite(value));
    if (percentile(ms, 0.5) !== undefined) return { name, trips: { ms, failed: { count: 0 } }, by: 'Prometheus' };
    return {
      name,
      trouble: { code: 'not-found', subject: name, message: 'Prometheus has no figure for `pod-latency-query` now' },
    };
  } catch (error) {
    return { name, trouble: troubleOf(error, name) };
  }
}
