/** Faults of nodes, workloads, volumes and the parts around them. */

import { statfsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { FAULT_ANNOTATION } from '../kubelet/node-status.ts';
import { PLATFORM_NAMESPACE } from '../network.ts';
import { until } from '../platform/cluster.ts';
import { podAddress } from '../platform/database.ts';
import { metricOf } from '../platform/health.ts';
import {
  allow,
  isReady,
  keepAway,
  podsOf,
  SETTLE,
  scale,
  scaleBack,
  setImage,
  setImageBack,
  untilPods,
  untilReady,
} from './changes.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';
import { execInPod, pathIn, signalPod } from './inside.ts';

const NODE = 'node-3';
const HEALTH_FAILS = leads('check-health: fail');
const HEALTH_WARNS = leads('check-health: warn');

interface Node {
  readonly spec: { readonly unschedulable?: boolean };
  readonly status: { readonly conditions: readonly { type: string; status: string }[] };
}

async function node(context: FaultContext): Promise<Node> {
  return context.cluster.api.get<Node>(`/api/v1/nodes/${NODE}`);
}

/** A condition that the kubelet of a node shows on request. */
function condition(title: string, annotation: string, type: string, ill: string, leadsTo: Fault['leadsTo']): Fault {
  const set = async (context: FaultContext, value: string | null, wanted: (status: string | undefined) => boolean) => {
    await context.cluster.api.patch(`/api/v1/nodes/${NODE}`, {
      metadata: { annotations: { [FAULT_ANNOTATION]: value } },
    });
    await until(`${type} of ${NODE}`, SETTLE, async () => {
      const { status } = await node(context);
      const found = status.conditions.find((each) => each.type === type)?.status;
      return wanted(found) ? undefined : `it is ${found}`;
    });
  };
  return {
    title,
    leadsTo,
    break: (context) => set(context, annotation, (status) => status === ill),
    async mend(context) {
      await set(context, null, (status) => status !== ill);
      await untilReady(
        context,
        'blockchain-node',
        'api-gateway',
        'postgres',
        'redis',
        'monitoring-stack',
        'traffic',
        'reporting',
      );
    },
  };
}

/** A part of the sandbox that is stopped. */
function stopped(title: string, part: string, leadsTo: Fault['leadsTo']): Fault {
  return {
    title,
    leadsTo,
    break: (context) => context.part(part, 'stop'),
    mend: (context) => context.part(part, 'start'),
  };
}

/**
 * Pods of the ledger that are kept away. Those that stayed are not ready once they have lost their quorum, and the StatefulSet
 * makes no further pod before they are: as an operator would, mending starts them anew.
 */
function away(title: string, name: string, pods: readonly string[], leadsTo: Fault['leadsTo']): Fault {
  return {
    title,
    leadsTo,
    break: (context) => keepAway(context, name, pods),
    async mend(context) {
      await allow(context, name);
      for (const pod of await podsOf(context, 'blockchain-node')) {
        if (!isReady(pod)) await context.cluster.delete('v1', 'Pod', PLATFORM_NAMESPACE, pod.metadata.name);
      }
      await untilPods(context, 'blockchain-node', 4);
      await untilReady(context, 'blockchain-node');
    },
  };
}

const BALLAST = '/var/lib/blockchain/ballast';

/** Fills the volume of blockchain-node-2 up to a share. */
async function fillVolume(context: FaultContext, share: number): Promise<void> {
  const { bsize, blocks, bfree } = statfsSync(pathIn('blockchain-node-2', '/var/lib/blockchain'));
  const bytes = Math.round((blocks * share - (blocks - bfree)) * bsize);
  if (bytes > 0) await execInPod(context, 'blockchain-node-2', 'sh', '-c', `head -c ${bytes} /dev/zero >>${BALLAST}`);
}

function fullVolume(title: string, share: number, leadsTo: Fault['leadsTo']): Fault {
  return {
    title,
    leadsTo,
    break: (context) => fillVolume(context, share),
    mend: async (context) => void (await execInPod(context, 'blockchain-node-2', 'rm', '-f', BALLAST)),
  };
}

const PENDING_CLAIM = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'archive', namespace: PLATFORM_NAMESPACE },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast-disks', resources: { requests: { storage: '1Gi' } } },
};

/** Faults of the cluster and of workloads, by name. */
export const clusterFaults = {
  'node-not-ready': condition(
    `the kubelet of ${NODE} reports that it is not ready`,
    'not-ready',
    'Ready',
    'False',
    HEALTH_FAILS,
  ),
  'node-disk-pressure': condition(
    `${NODE} reports disk pressure`,
    'disk-pressure',
    'DiskPressure',
    'True',
    HEALTH_WARNS,
  ),
  'node-cordoned': {
    title: `${NODE} is cordoned: it takes no new pods`,
    leadsTo: HEALTH_WARNS,
    break: async (context) =>
      void (await context.cluster.api.patch(`/api/v1/nodes/${NODE}`, { spec: { unschedulable: true } })),
    mend: async (context) =>
      void (await context.cluster.api.patch(`/api/v1/nodes/${NODE}`, { spec: { unschedulable: null } })),
  },
  'one-node-down': away(
    'one of four blockchain nodes is away: three keep the quorum',
    'one-node-down',
    ['blockchain-node-3'],
    // nobody can tell how full the volume of a pod is that does not run
    leads('check-health: unknown'),
  ),
  'quorum-lost': away(
    'two of four blockchain nodes are away: the others have no quorum and produce nothing',
    'quorum-lost',
    ['blockchain-node-2', 'blockchain-node-3'],
    leads('check-health: fail', 'monitor-performance: unknown'),
  ),
  'zero-blockchain-pods': {
    title: 'the blockchain is scaled to no nodes at all',
    leadsTo: leads('check-health: fail', 'rotate-logs: warn', 'clean-temporary-files: warn'),
    break: (context) => scale(context, 'StatefulSet', 'blockchain-node', 0),
    mend: (context) => scaleBack(context, 'StatefulSet', 'blockchain-node'),
  },
  'hung-blockchain-node': {
    title: 'blockchain-node-1 hangs: it runs but answers nothing and falls behind',
    leadsTo: leads('check-health: warn', 'rotate-logs: warn'),
    async break(context) {
      signalPod('blockchain-node-1', 'SIGSTOP');
      await until('blockchain-node-1 is still ready', SETTLE, async () => {
        const pods = await podsOf(context, 'blockchain-node');
        const hung = pods.find(({ metadata }) => metadata.name === 'blockchain-node-1');
        return hung !== undefined && !isReady(hung) ? undefined : 'the probe has not failed yet';
      });
    },
    async mend(context) {
      signalPod('blockchain-node-1', 'SIGCONT');
      await untilReady(context, 'blockchain-node');
      await until('blockchain-node-1 is behind', SETTLE, async () => {
        const heights = await Promise.all(
          [0, 1].map(async (index) =>
            metricOf(await podAddress(context.cluster, `blockchain-node-${index}`), 'blockchain_height'),
          ),
        );
        return Math.abs((heights[0] ?? 0) - (heights[1] ?? 0)) <= 2 ? undefined : `heights ${heights.join(' and ')}`;
      });
    },
  },
  'crash-loop': {
    title: 'a new workload of the platform crashes again and again',
    leadsTo: HEALTH_WARNS,
    async break(context) {
      const labels = { app: 'partner-feed' };
      const container = {
        name: 'feed',
        image: '10.77.0.5:5000/phoenix/probe:1.35.0',
        command: ['/bin/sh', '-c', 'echo no configuration; exit 3'],
      };
      await context.cluster.apply({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'partner-feed', namespace: PLATFORM_NAMESPACE, labels },
        spec: {
          replicas: 1,
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { automountServiceAccountToken: false, containers: [container] } },
        },
      });
      await until('the workload does not crash', SETTLE, async () => {
        const [pod] = await context.cluster.list<{
          status: { containerStatuses?: { restartCount: number; state?: { waiting?: { reason?: string } } }[] };
        }>('v1', 'Pod', PLATFORM_NAMESPACE, 'app=partner-feed');
        const status = pod?.status.containerStatuses?.[0];
        return status?.state?.waiting?.reason === 'CrashLoopBackOff'
          ? undefined
          : `${status?.restartCount ?? 0} restarts`;
      });
    },
    async mend(context) {
      await context.cluster.delete('apps/v1', 'Deployment', PLATFORM_NAMESPACE, 'partner-feed');
      await untilPods(context, 'partner-feed', 0);
    },
  },
  'stuck-rollout': {
    title: 'a rollout of the gateway is stuck: its image does not exist',
    leadsTo: HEALTH_FAILS,
    async break(context) {
      await setImage(context, 'Deployment', 'api-gateway', '2.1.9');
      await until('the rollout is not stuck', SETTLE, async () => {
        const pods = await podsOf(context, 'api-gateway');
        return pods.some((pod) => !isReady(pod)) && pods.length > 3 ? undefined : `${pods.length} pods`;
      });
      await pause(2_000);
    },
    async mend(context) {
      await setImageBack(context, 'Deployment', 'api-gateway');
      await untilPods(context, 'api-gateway', 3);
    },
  },
  'volume-filling': fullVolume('the volume of blockchain-node-2 is nine tenths full', 0.9, HEALTH_WARNS),
  'volume-full': fullVolume('the volume of blockchain-node-2 is as good as full', 0.98, HEALTH_FAILS),
  'pending-claim': {
    title: 'a volume claim waits for a storage class that does not exist',
    leadsTo: HEALTH_WARNS,
    break: (context) => context.cluster.apply(PENDING_CLAIM),
    mend: (context) => context.cluster.delete('v1', 'PersistentVolumeClaim', PLATFORM_NAMESPACE, 'archive'),
  },
  'dns-down': stopped("the cluster's DNS does not answer", 'dns', leads('check-health: fail')),
  'object-store-down': stopped('the object store does not answer', 'object-store', leads('check-health: unknown')),
  'api-server-down': stopped(
    'the API server does not answer',
    'api-server',
    leads(
      'check-health: unknown',
      'rotate-logs: unknown',
      'clean-temporary-files: unknown',
      'validate-certificates: unknown',
      'monitor-performance: unknown',
      'maintain-database: unknown',
      'optimize-caches: unknown',
      'optimize-performance: unknown',
      'apply-security-updates: unknown',
    ),
  ),
} satisfies Record<string, Fault>;
