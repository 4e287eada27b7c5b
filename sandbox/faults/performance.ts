/** Faults of performance: what the six thresholds of the guide measure. */

import { ALLOCATABLE } from '../kubelet/node-status.ts';
import { quantity } from '../kubelet/quantity.ts';
import { NODE_EXPORTER_PORT } from '../kubelet/server/node-exporter.ts';
import { NODES, PLATFORM_NAMESPACE } from '../network.ts';
import { until } from '../platform/cluster.ts';
import { metricOf, throughput } from '../platform/health.ts';
import { image } from '../platform/manifests/objects.ts';
import {
  allow,
  endPod,
  forbid,
  SETTLE,
  scale,
  scaleBack,
  setVariable,
  setVariableBack,
  startPod,
  untilReady,
} from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';
import { prefer } from './inside.ts';

/** The node that is used up. */
const NODE = 'node-3';
const NODE_ADDRESS = NODES.find(({ name }) => name === NODE)?.address ?? '';
const MIB = 2 ** 20;
const METRICS = '/apis/metrics.k8s.io/v1beta1';

type Resource = 'cpu' | 'memory';

/** The share of a resource that the node uses, as `kubectl top` would say. */
async function used(context: FaultContext, resource: Resource): Promise<number> {
  const { usage } = await context.cluster.api.get<{ usage: Record<Resource, string> }>(`${METRICS}/nodes/${NODE}`);
  return quantity(usage[resource]) / ALLOCATABLE[resource];
}

/** The share of the node's file system that is used, as node-exporter says. */
async function diskUsed(): Promise<number> {
  const size = await metricOf(NODE_ADDRESS, 'node_filesystem_size_bytes', NODE_EXPORTER_PORT);
  return 1 - (await metricOf(NODE_ADDRESS, 'node_filesystem_avail_bytes', NODE_EXPORTER_PORT)) / size;
}

async function load(context: FaultContext, name: string, variables: Readonly<Record<string, number>>): Promise<void> {
  const settings = { ...variables, POD_NAME: name };
  const env = Object.entries(settings).map(([variable, value]) => ({ name: variable, value: String(value) }));
  await startPod(context, name, {
    nodeName: NODE,
    containers: [
      {
        name: 'load',
        image: image('load', '1.0.0'),
        env,
        volumeMounts: [{ name: 'ballast', mountPath: '/var/lib/load' }],
      },
    ],
    volumes: [{ name: 'ballast', emptyDir: { sizeLimit: '1Gi' } }],
  });
  prefer(name);
}

/** A node that uses `share` of a resource, reached from what it uses now. */
function busyNode(title: string, name: string, resource: Resource, share: number, verdict: 'warn' | 'fail'): Fault {
  return {
    title,
    leadsTo: leads(`monitor-performance: ${verdict}`),
    async break(context) {
      context.memory.keep('before', await used(context, resource));
      const missing = share - context.memory.recall<number>('before');
      const variables =
        resource === 'cpu'
          ? { CPU_SHARE: missing }
          : { MEMORY_MIB: Math.round((missing * ALLOCATABLE.memory) / MIB) - 25 };
      await load(context, name, variables);
      await until(`${NODE} is not busy`, SETTLE, async () => {
        const now = await used(context, resource);
        return now > Math.min(share, 1) - 0.06 ? undefined : `${resource} is at ${(now * 100).toFixed(0)} %`;
      });
    },
    async mend(context) {
      await endPod(context, name);
      await until(`${NODE} is still busy`, SETTLE, async () => {
        const now = await used(context, resource);
        return now < 0.6 ? undefined : `${resource} is at ${(now * 100).toFixed(0)} %`;
      });
    },
  };
}

function fullDisk(title: string, name: string, share: number, verdict: 'warn' | 'fail'): Fault {
  return {
    title,
    leadsTo: leads(`monitor-performance: ${verdict}`),
    async break(context) {
      const missing = (share - (await diskUsed())) * ALLOCATABLE['ephemeral-storage'];
      await load(context, name, { DISK_MIB: Math.round(missing / MIB) });
      await until(`the disk of ${NODE} is not full`, SETTLE, async () => {
        const now = await diskUsed();
        return now > share - 0.02 ? undefined : `it is at ${(now * 100).toFixed(0)} %`;
      });
    },
    mend: (context) => endPod(context, name),
  };
}

function slowGateway(title: string, milliseconds: number, verdict: 'warn' | 'fail'): Fault {
  return {
    title,
    leadsTo: leads(`monitor-performance: ${verdict}`),
    break: (context) => setVariable(context, 'api-gateway', 'RESPONSE_DELAY_MS', String(milliseconds)),
    mend: (context) => setVariableBack(context, 'api-gateway', 'RESPONSE_DELAY_MS'),
  };
}

/** Waits for a throughput, in transactions a second. */
async function untilThroughput(context: FaultContext, from: number, to: number): Promise<void> {
  await until(`throughput is not between ${from} and ${to}`, SETTLE, async () => {
    const rate = await throughput(context.cluster, 4_000);
    return rate >= from && rate <= to ? undefined : `${rate.toFixed(0)} transactions a second`;
  });
}

/** Faults of performance, by name. */
export const performanceFaults = {
  'busy-cpu': busyNode(`a process keeps the processor of ${NODE} at 78 %`, 'busy-cpu', 'cpu', 0.78, 'warn'),
  'high-cpu': busyNode(`a process keeps the processor of ${NODE} above 90 %`, 'high-cpu', 'cpu', 1.1, 'fail'),
  'busy-memory': busyNode(`a process holds memory of ${NODE} up to 85 %`, 'busy-memory', 'memory', 0.85, 'warn'),
  'high-memory': busyNode(`a process holds memory of ${NODE} up to 95 %`, 'high-memory', 'memory', 0.95, 'fail'),
  'disk-filling': fullDisk(`the disk of ${NODE} is nine tenths full`, 'disk-filling', 0.9, 'warn'),
  'disk-full': fullDisk(`the disk of ${NODE} is as good as full`, 'disk-full', 0.975, 'fail'),
  'slow-gateway': slowGateway('the gateway holds every third answer back for 2.5 s', 2_500, 'warn'),
  'very-slow-gateway': slowGateway('the gateway holds every third answer back for 5.5 s', 5_500, 'fail'),
  'low-throughput': {
    title: 'the sensors send 650 transactions a second',
    leadsTo: leads('monitor-performance: warn'),
    async break(context) {
      await setVariable(context, 'traffic', 'TRANSACTIONS_PER_SECOND', '650');
      await untilThroughput(context, 550, 750);
    },
    async mend(context) {
      await setVariableBack(context, 'traffic', 'TRANSACTIONS_PER_SECOND');
      await untilThroughput(context, 850, 1_200);
    },
  },
  'no-throughput': {
    title: 'no sensor sends anything',
    leadsTo: leads('monitor-performance: fail'),
    async break(context) {
      await scale(context, 'Deployment', 'traffic', 0);
      await untilThroughput(context, 0, 10);
    },
    async mend(context) {
      await scaleBack(context, 'Deployment', 'traffic');
      await untilThroughput(context, 850, 1_200);
    },
  },
  'metrics-gone': {
    title: 'the metrics API has no figures of nodes and pods',
    leadsTo: leads('monitor-performance: unknown'),
    async break(context) {
      await forbid(context, 'metrics-gone', {
        groups: ['metrics.k8s.io'],
        resources: ['nodes', 'pods'],
        operations: ['CREATE', 'UPDATE'],
        expression: 'false',
        message: 'a fault of the sandbox keeps figures away',
      });
      await until('figures are still there', SETTLE, async () => {
        await context.cluster.api.delete(`${METRICS}/nodes`);
        await context.cluster.api.delete(`${METRICS}/namespaces/${PLATFORM_NAMESPACE}/pods`);
        // A kubelet writes every fifteen seconds: only figures that stay away are gone.
        await new Promise((resolve) => setTimeout(resolve, 4_000));
        const { items } = await context.cluster.api.get<{ items: unknown[] }>(`${METRICS}/nodes`);
        return items.length === 0 ? undefined : `${items.length} nodes have figures`;
      });
    },
    async mend(context) {
      await allow(context, 'metrics-gone');
      await until('there are no figures', SETTLE, async () => {
        const { items } = await context.cluster.api.get<{ items: unknown[] }>(`${METRICS}/nodes`);
        return items.length === NODES.length ? undefined : `${items.length} nodes have figures`;
      });
    },
  },
  'prometheus-down': {
    title: 'Prometheus does not run',
    leadsTo: leads(
      'check-health: fail',
      'analyze-capacity: unknown',
      'optimize-performance: unknown',
      'rightsize-resources: unknown',
    ),
    break: (context) => scale(context, 'Deployment', 'monitoring-stack', 0),
    async mend(context) {
      await scaleBack(context, 'Deployment', 'monitoring-stack');
      await untilReady(context, 'monitoring-stack');
    },
  },
} satisfies Record<string, Fault>;
