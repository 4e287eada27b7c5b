import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import type { Ports } from '../../../src/ports/index.ts';
import probeDatabaseWrite from '../../../src/steps/probe-database-write.ts';
import probeNetwork from '../../../src/steps/probe-network.ts';
import task from '../../../src/tasks/check-health/index.ts';
import { base64, type Made, made, type Wanted } from '../../certificates/made.ts';
import { createFakeCache, fakeCacheServer } from '../../fakes/cache/fake-cache.ts';
import { FakeCertificates } from '../../fakes/certificates/fake-certificates.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { createFakeDatabase, fakeEntry, fakeServer } from '../../fakes/database/fake-database.ts';
import { FakeMetrics } from '../../fakes/metrics/fake-metrics.ts';
import { createFakeObjectStore } from '../../fakes/object-store/fake-object-store.ts';
import { run, testNow } from '../environment.ts';

export const namespace = 'phoenix-rooivalk';
export const now = testNow;
export const hour = 3_600_000;

/** What a container of a pod is like. */
export interface PodLook {
  readonly ready?: boolean;
  readonly waiting?: string;
  readonly phase?: string;
  readonly restarts?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly owner?: readonly [kind: string, name: string];
  readonly deleted?: string;
}

const condition = (type: string, ok: boolean) => ({ type, status: ok ? 'True' : 'False' });

/** A whole platform that is well, until a test changes it. */
/** Where a disk is, as a volume says it. */
const onlyOn = (node: string) => ({
  nodeAffinity: {
    required: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] }],
    },
  },
});

export class Bench {
  readonly cluster = new FakeCluster({ now: () => now, task: 'check-health' });
  readonly metrics = new FakeMetrics();
  readonly store = createFakeObjectStore();
  readonly certificates = new FakeCertificates();
  readonly database = createFakeDatabase(
    { 'pod/postgres-0': fakeServer('pod/postgres-0'), 'pod/postgres-1': standby() },
    () => now,
  );
  readonly cache = createFakeCache({
    'pod/redis-0': fakeCacheServer('pod/redis-0', { replicas: 1 }),
    'pod/redis-1': fakeCacheServer('pod/redis-1', { role: 'replica', master: '10.0.0.1:6379', linkUp: true }),
  });
  /** Exit code of each probed name, or why its container does not start; what is left out is well. */
  probe: readonly (number | string)[] = [];
  /** The same of each connection. */
  connect: readonly (number | string)[] = [];
  readonly #fileSystems: { labels: Record<string, string>; value: number }[] = [];
  platform: Record<string, unknown> = {};

  /** Everything is there and well. */
  static async well(certificate: Wanted = {}): Promise<Bench> {
    const bench = new Bench();
    for (const name of ['node-1', 'node-2', 'node-3']) bench.node(name);
    bench.workload('deployments', 'api-gateway', 3, 3);
    bench.workload('deployments', 'monitoring-stack', 1, 1);
    for (const [name, count] of [
      ['blockchain-node', 4],
      ['postgres', 2],
      ['redis', 2],
    ] as const) {
      bench.workload('statefulSets', name, count, count);
      for (let index = 0; index < count; index += 1) {
        bench.pod(`${name}-${index}`, { labels: { app: name }, owner: ['StatefulSet', name] });
      }
    }
    for (let index = 0; index < 4; index += 1) bench.height(index, 1000 + index);
    bench.claim('data-postgres-0', 'Bound');
    bench.usage({ 'data-postgres-0': 0.4 });
    bench.secret(await made({ notBefore: now - 30 * 24 * hour, notAfter: now + 60 * 24 * hour, ...certificate }));
    for (const kind of ['database', 'blockchain', 'configuration']) bench.backup(`${kind}/2026-11-24.tar`, 5 * hour);
    const primary = bench.database.world.get('pod/postgres-0');
    primary?.databases.push(fakeEntry('phoenixrooivalk'));
    if (primary) primary.replication = { role: 'primary', standbys: [streaming] };
    bench.cluster.onChange((change) => {
      if (change.verb === 'create' && change.resource.plural === 'jobs') bench.#probePod(change.name, change.after);
    });
    return bench;
  }

  node(name: string, conditions: Readonly<Record<string, boolean>> = {}, unschedulable = false): void {
    const all = { Ready: true, MemoryPressure: false, DiskPressure: false, PIDPressure: false, ...conditions };
    this.cluster.add(resources.nodes, {
      metadata: { name },
      spec: { unschedulable },
      status: { conditions: Object.entries(all).map(([type, ok]) => condition(type, ok)) },
    });
  }

  workload(plural: 'deployments' | 'statefulSets' | 'daemonSets', name: string, desired: number, ready: number): void {
    const status =
      plural === 'daemonSets'
        ? { desiredNumberScheduled: desired, numberReady: ready, updatedNumberScheduled: desired }
        : { readyReplicas: ready, updatedReplicas: desired };
    this.cluster.add(resources[plural], {
      metadata: { name, namespace },
      spec: { replicas: desired, selector: { matchLabels: { app: name } }, template: { spec: { containers: [] } } },
      status: { observedGeneration: 1, ...status },
    });
  }

  pod(name: string, look: PodLook = {}): void {
    const {
      ready = look.waiting === undefined,
      waiting,
      phase = 'Running',
      restarts = 0,
      labels = {},
      owner,
      deleted,
    } = look;
    const state = waiting === undefined ? { running: {} } : { waiting: { reason: waiting } };
    this.cluster.add(resources.pods, {
      metadata: {
        name,
        namespace,
        labels,
        ...(deleted === undefined ? {} : { deletionTimestamp: deleted }),
        ...(owner === undefined
          ? {}
          : {
              ownerReferences: [{ apiVersion: 'apps/v1', kind: owner[0], name: owner[1], uid: 'u', controller: true }],
            }),
      },
      spec: { containers: [{ name: 'main' }] },
      status: {
        phase,
        conditions: [condition('Ready', ready)],
        containerStatuses: [{ name: 'main', ready, restartCount: restarts, image: 'i', imageID: 'i', state }],
      },
    });
  }

  /** Let a pod be Running and not ready. */
  unready(name: string): void {
    this.cluster.edit(resources.pods, namespace, name, (pod) => {
      pod.status.conditions = [condition('Ready', false)];
      pod.status.containerStatuses[0].ready = false;
    });
  }

  height(index: number, height: number): void {
    this.metrics.page(`pod/blockchain-node-${index}`, `# TYPE blockchain_height gauge\nblockchain_height ${height}\n`);
  }

  claim(name: string, phase: string, creationTimestamp = '2026-11-01T00:00:00Z'): void {
    this.cluster.add(resources.persistentVolumeClaims, {
      metadata: { name, namespace, creationTimestamp },
      spec: {},
      status: { phase },
    });
  }

  volume(name: string, phase: string, policy = 'Delete'): void {
    this.cluster.add(resources.persistentVolumes, {
      metadata: { name },
      spec: { persistentVolumeReclaimPolicy: policy },
      status: { phase },
    });
  }

  /** The volume of a bound claim is a folder of whichever node, or a disk of this one. */
  onNode(claim: string, node?: string): void {
    const place = node === undefined ? { hostPath: { path: '/data' } } : { local: { path: '/data' }, ...onlyOn(node) };
    this.cluster.add(resources.persistentVolumes, {
      metadata: { name: `volume-of-${claim}` },
      spec: { ...place, claimRef: { namespace, name: claim } },
      status: { phase: 'Bound' },
    });
    this.cluster.edit(resources.persistentVolumeClaims, namespace, claim, ({ spec }) => {
      spec.volumeName = `volume-of-${claim}`;
    });
  }

  /** A node exporter serves a file system. */
  fileSystem(node: string, mountpoint: string, used: number, { readonly = false } = {}): void {
    const labels = { instance: `${node}:9100`, node, mountpoint, device: '/dev/vda1', fstype: 'ext4' };
    const bytes = { size: 1_000, free: 1_000 * (1 - used), avail: 1_000 * (1 - used) };
    for (const [what, value] of Object.entries(bytes))
      this.#fileSystems.push({ labels: { ...labels, __name__: `node_filesystem_${what}_bytes` }, value });
    this.#fileSystems.push({ labels: { ...labels, __name__: 'node_filesystem_readonly' }, value: readonly ? 1 : 0 });
    this.metrics.answer(/node_filesystem/, this.#fileSystems);
  }

  usage(shares: Readonly<Record<string, number>>): void {
    const values = Object.entries(shares).map(([persistentvolumeclaim, value]) => ({
      labels: { persistentvolumeclaim },
      value,
    }));
    this.metrics.answer(/kubelet_volume_stats/, values);
  }

  secret({ pem, keyPem }: Made, name = 'api-gateway-tls'): void {
    this.cluster.add(resources.secrets, {
      metadata: { name, namespace },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': base64(pem), 'tls.key': base64(keyPem) },
    });
  }

  backup(key: string, age: number, bytes = 1_000_000): void {
    this.store.objects.set(key, { bytes, modifiedAt: now - age });
  }

  run(
    mode: 'plan' | 'apply' = 'apply',
    options: {
      readonly ports?: Partial<Ports>;
      readonly inputs?: Record<string, string>;
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<TaskOutcome> {
    const { cluster, database, cache, metrics, certificates, store } = this;
    return run(task, {
      ports: { cluster, database, cache, metrics, certificates, objectStore: store, ...options.ports },
      executors: { 'probe-network': probeNetwork, 'probe-database-write': probeDatabaseWrite } as never,
      mode,
      platform: this.platform,
      inputs: options.inputs ?? {},
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  }

  #probePod(job: string, made: unknown): void {
    const { containers } = (made as { spec: { template: { spec: { containers: { name: string }[] } } } }).spec.template
      .spec;
    const statuses = containers.map(({ name }) => {
      const [what, place] = name.split('-');
      const outcome = (what === 'name' ? this.probe : this.connect)[Number(place) - 1] ?? 0;
      const state =
        typeof outcome === 'number' ? { terminated: { exitCode: outcome } } : { waiting: { reason: outcome } };
      return { name, ready: false, restartCount: 0, image: 'i', imageID: 'i', state };
    });
    this.cluster.add(resources.pods, {
      metadata: { name: `${job}-x`, namespace, labels: { 'job-name': job } },
      spec: { containers: [] },
      status: { phase: 'Succeeded', containerStatuses: statuses },
    });
  }
}

/** A standby that follows. */
export const streaming = {
  application: 'walreceiver',
  address: '10.0.0.2',
  state: 'streaming',
  synchronous: false,
  lagBytes: 0,
} as const;

function standby() {
  const server = fakeServer('pod/postgres-1', { role: 'standby', primary: '10.0.0.1:5432' });
  server.replication = { role: 'standby', receiving: true, lagBytes: 0, lastReplayedMs: 500 };
  return server;
}
