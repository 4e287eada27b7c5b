import type { Node, PersistentVolumeClaim, Workload } from '../../../src/domain/kubernetes/objects.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { type Fate, WorkloadController } from '../../fakes/cluster/workload-controller.ts';
import { createFakeDatabase, type FakeDatabase, fakeServer } from '../../fakes/database/fake-database.ts';
import { FakeMetrics } from '../../fakes/metrics/fake-metrics.ts';
import { testNow } from '../environment.ts';

/** Where the platform is. */
export const namespace = 'phoenix-rooivalk';
const hour = 3_600_000;

/** Changes a draft of a raw object. */
export type Edit = Parameters<FakeCluster['edit']>[3];

/**
 * A small platform for tasks that change workloads: three nodes of two cores and 4 GiB, the gateway (Deployment, 3 pods),
 * the ledger (StatefulSet, 4 pods with a claim each), disruption budgets, a Prometheus that has measured the gateway for a
 * week, and a database that each gateway pod has two sessions of.
 */
export class WorkloadBench {
  readonly cluster: FakeCluster;
  readonly metrics = new FakeMetrics();
  readonly server = fakeServer('pod/postgres-0');
  readonly database: FakeDatabase;
  readonly controller: WorkloadController;

  constructor(task: string, fate: Fate = {}) {
    this.cluster = new FakeCluster({ now: () => testNow, task });
    this.server.clients = [{ address: '10.77.9.9', sessions: 2 }];
    this.database = createFakeDatabase({ 'pod/postgres-0': this.server }, () => testNow);
    this.controller = new WorkloadController(this.cluster, fate);
    for (const name of ['node-1', 'node-2', 'node-3']) this.cluster.add(resources.nodes, nodeOf(name));
    this.cluster.add(resources.storageClasses, {
      metadata: { name: 'sandbox' },
      provisioner: 'example.com/disks',
      allowVolumeExpansion: true,
    } as never);
    this.#deployment();
    this.#statefulSet();
    for (const app of ['api-gateway', 'blockchain-node']) this.#budget(app, 1);
    for (const kind of ['ConfigMap', 'Secret'] as const) this.#config(kind);
    this.controller.reconcile();
    this.#placePods();
    this.#resizer();
    this.measure('gateway', { cpu: [0.03, 0.039], memoryMi: [90, 110] });
  }

  /** Let somebody else change a workload; its pods follow. */
  edit(kind: 'deployments' | 'statefulSets', name: string, change: Edit): void {
    this.cluster.edit<Workload>(resources[kind], namespace, name, change);
    this.controller.reconcile();
    this.#placePods();
  }

  /** What Prometheus says of a container, spread over a week; nothing of any other. */
  measure(container: string, { cpu, memoryMi }: { cpu: readonly number[]; memoryMi: readonly number[] }): void {
    const points = (values: readonly number[]) =>
      values.map(
        (value, index) =>
          [testNow - ((values.length - 1 - index) * 168 * hour) / Math.max(1, values.length - 1), value] as const,
      );
    this.metrics.answerRange(/cpu_usage/, [{ labels: { container }, points: points(cpu) }]);
    this.metrics.answerRange(/working_set/, [
      { labels: { container }, points: points(memoryMi.map((mi) => mi * 2 ** 20)) },
    ]);
  }

  /** What the disruption budget of an application allows. */
  allow(app: string, disruptionsAllowed: number): void {
    this.cluster.edit(resources.disruptionBudgets, namespace, app, (draft) => {
      draft.status.disruptionsAllowed = disruptionsAllowed;
    });
  }

  /** A quota of the namespace: what is allowed, and what is used of it. */
  quota(hard: Readonly<Record<string, string>>, used: Readonly<Record<string, string>>): void {
    this.cluster.add(resources.resourceQuotas, {
      metadata: { name: 'compute', namespace },
      spec: { hard },
      status: { hard, used },
    } as never);
  }

  /** What the workloads' specs hold, without these annotations of their templates. */
  specs(without: readonly string[] = []): unknown {
    return Object.fromEntries(
      Object.entries(this.cluster.snapshot()).flatMap(([key, object]) =>
        /^(deployments|statefulsets)\.apps\//.test(key) ? [[key, tidied((object as Workload).spec, without)]] : [],
      ),
    );
  }

  /** Every write, in words. */
  changes(): readonly string[] {
    return this.cluster.changes().map(({ verb, resource, name }) => `${verb} ${resource.plural}/${name}`);
  }

  #deployment(): void {
    const labels = { app: 'api-gateway' };
    this.cluster.add(resources.deployments, {
      metadata: { name: 'api-gateway', namespace, creationTimestamp: '2026-11-24T02:00:06Z' },
      spec: {
        replicas: 3,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 5,
            containers: [
              {
                name: 'gateway',
                image: 'registry.example/phoenix/api-gateway:2.1.0',
                resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '160Mi' } },
                envFrom: [{ configMapRef: { name: 'settings' } }],
              },
            ],
            volumes: [{ name: 'tls', secret: { secretName: 'api-gateway-tls' } }],
          },
        },
      },
    } as object as Workload);
  }

  #statefulSet(): void {
    const labels = { app: 'blockchain-node' };
    this.cluster.add(resources.statefulSets, {
      metadata: { name: 'blockchain-node', namespace },
      spec: {
        replicas: 4,
        podManagementPolicy: 'OrderedReady',
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: 'node',
                image: 'registry.example/phoenix/blockchain-node:1.4.2',
                resources: { requests: { cpu: '50m', memory: '64Mi' } },
              },
            ],
            volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'to-be-set' } }],
          },
        },
      },
    } as object as Workload);
    for (let ordinal = 0; ordinal < 4; ordinal += 1) {
      this.cluster.add(resources.persistentVolumeClaims, claimOf(`data-blockchain-node-${ordinal}`));
    }
  }

  #budget(app: string, disruptionsAllowed: number): void {
    this.cluster.add(resources.disruptionBudgets, {
      metadata: { name: app, namespace },
      spec: { selector: { matchLabels: { app } } },
      status: { disruptionsAllowed, currentHealthy: 3, desiredHealthy: 2 },
    } as never);
  }

  #config(kind: 'ConfigMap' | 'Secret'): void {
    if (kind === 'ConfigMap')
      this.cluster.add(resources.configMaps, { metadata: { name: 'settings', namespace } } as never);
    else this.cluster.add(resources.secrets, { metadata: { name: 'api-gateway-tls', namespace } } as never);
  }

  /** Give pods their nodes, one after the other, and the ledger's pods the claims of their own. */
  #placePods(): void {
    let next = 0;
    for (const key of Object.keys(this.cluster.snapshot()).filter((each) => each.startsWith('pods/'))) {
      const name = key.split('/').at(-1) ?? '';
      this.cluster.edit(resources.pods, namespace, name, (draft) => {
        draft.spec.nodeName ??= `node-${(next % 3) + 1}`;
        for (const volume of draft.spec.volumes ?? []) {
          if (volume.persistentVolumeClaim) volume.persistentVolumeClaim.claimName = `data-${name}`;
        }
      });
      next += 1;
    }
  }

  #resizer(): void {
    this.cluster.onChange(({ resource, name, after }) => {
      if (resource.plural !== 'persistentvolumeclaims') return;
      const { requests } = (after as PersistentVolumeClaim).spec.resources ?? {};
      this.cluster.edit(resources.persistentVolumeClaims, namespace, name, (draft) => {
        draft.status.capacity = requests;
      });
    });
  }
}

function nodeOf(name: string): Node {
  return {
    metadata: { name, labels: { 'kubernetes.io/hostname': name } },
    status: {
      allocatable: { cpu: '2', memory: '4Gi', pods: '20' },
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  } as object as Node;
}

function claimOf(name: string): PersistentVolumeClaim {
  return {
    metadata: { name, namespace },
    spec: { storageClassName: 'sandbox', resources: { requests: { storage: '48Mi' } } },
    status: { phase: 'Bound', capacity: { storage: '48Mi' } },
  } as object as PersistentVolumeClaim;
}

/** Without these keys, and without maps that hold nothing: the API server drops them. */
function tidied(value: unknown, without: readonly string[]): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) => {
    const isEmpty =
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) && Object.keys(inner).length === 0;
    return without.includes(key) || isEmpty ? undefined : inner;
  });
}
