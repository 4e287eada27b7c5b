import type { WorkloadKind } from '../../../src/domain/configuration/platform/workload-kind.ts';
import type { Digest } from '../../../src/domain/json.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { workloadResource } from '../../../src/domain/kubernetes/workloads.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import { imagesOf } from '../../../src/domain/rollout/images-of.ts';
import { rememberImages } from '../../../src/domain/state/images.ts';
import task from '../../../src/tasks/apply-security-updates/index.ts';
import { Scene } from '../../contracts/task-scene.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { type Fate, WorkloadController } from '../../fakes/cluster/workload-controller.ts';
import { FakeImageRecord } from '../../fakes/image-record/fake-image-record.ts';
import { type FakeImageTraits, FakeRegistry } from '../../fakes/registry/fake-registry.ts';
import { testNow } from '../environment.ts';

export const namespace = 'phoenix-rooivalk';
export const host = 'registry.example.com';
const day = 86_400_000;

/** Who signed, as the registry finds it. */
export const signed = { state: 'signed', by: 'configmap/signing-keys, cosign.pub' } as const;

/** The configured workloads, by the guide's names, with the image of each. */
const usual: readonly (readonly [WorkloadKind, string, string])[] = [
  ['StatefulSet', 'postgres', 'postgres:15.18'],
  ['StatefulSet', 'redis', 'redis:7.0.15'],
  ['StatefulSet', 'blockchain-node', 'blockchain-node:1.4.2'],
  ['Deployment', 'monitoring-stack', 'monitoring-stack:2.42.0'],
  ['Deployment', 'api-gateway', 'api-gateway:2.1.0'],
];

/** What a test may have otherwise. */
export interface BenchTraits {
  readonly platform?: Record<string, unknown>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly fate?: Fate;
}

/** The platform of the guide, whole and up to date, until a test does something to it. */
export class Bench {
  readonly cluster = new FakeCluster({ now: () => testNow, task: 'apply-security-updates' });
  readonly registry = new FakeRegistry();
  readonly record = new FakeImageRecord(() => testNow);
  readonly controller: WorkloadController;
  readonly #traits: BenchTraits;

  constructor(traits: BenchTraits = {}) {
    this.#traits = traits;
    this.cluster.add(resources.nodes, {
      metadata: { name: 'node-1' },
      status: { nodeInfo: { operatingSystem: 'linux', architecture: 'amd64' } },
    });
    this.cluster.add(resources.secrets, { metadata: { name: 'api-gateway-tls', namespace }, data: {} });
    for (const [kind, name, image] of usual) this.#addWorkload(kind, name, image);
    this.controller = new WorkloadController(this.cluster, traits.fate);
    this.controller.reconcile();
    for (const [, name, image] of usual) this.#running(name, image);
    this.record.images = rememberImages({}, this.#recorded(), testNow - 30 * day);
  }

  /** A newer tag of a workload's image. */
  push(name: string, tag: string, traits: FakeImageTraits = {}): Digest {
    return this.registry.add(`${host}/${name}`, [tag], traits);
  }

  /** Our own record has known a tag for so many days. */
  known(name: string, tag: string, digest: Digest, days: number): void {
    const image = { repository: `${host}/${name}`, tag, digest };
    this.record.images = rememberImages(this.record.images, [image], testNow - days * day);
  }

  edit(kind: WorkloadKind, name: string, change: (draft: never) => void): void {
    this.cluster.edit(workloadResource(kind), namespace, name, change as never);
    this.controller.reconcile();
  }

  run(mode: 'plan' | 'apply' = 'apply'): Promise<TaskOutcome> {
    return this.scene().carryOut({ mode });
  }

  scene(): Scene {
    const { platform, inputs = {} } = this.#traits;
    const ports = { cluster: this.cluster, registry: this.registry, imageRecord: this.record };
    return new Scene(task, {
      ports,
      changes: () => this.changes(),
      ...(platform === undefined ? {} : { platform }),
      inputs: { 'progress-deadline': '30s', settle: '2s', ...inputs },
    });
  }

  /** Everything that was written: to the cluster, and to our own record. */
  changes(): readonly string[] {
    return [...this.cluster.changes().map(({ verb, name }) => `${verb} ${name}`), ...this.record.writes];
  }

  /** Images by workload. */
  images(): Readonly<Record<string, string>> {
    const stored = this.cluster.snapshot() as Record<string, { spec: { template: { spec: never } } }>;
    return Object.fromEntries(
      usual.map(([kind, name]) => {
        const key = `${workloadResource(kind).plural}.apps/${namespace}/${name}`;
        return [name, Object.values(imagesOf(stored[key]?.spec.template.spec as never)).join(', ')];
      }),
    );
  }

  /** The images of a workload's pods. */
  async podImages(name: string): Promise<readonly (string | undefined)[]> {
    const found: (string | undefined)[] = [];
    for await (const pod of this.cluster.list({ resource: resources.pods, namespace, labels: `app=${name}` })) {
      found.push(pod.spec.containers[0]?.image);
    }
    return found;
  }

  #addWorkload(kind: WorkloadKind, name: string, image: string): void {
    const labels = { app: name };
    const volumes = name === 'api-gateway' ? [{ name: 'tls', secret: { secretName: 'api-gateway-tls' } }] : [];
    this.cluster.add(workloadResource(kind), {
      metadata: { name, namespace },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'main', image: `${host}/${image}` }], volumes },
        },
      },
    });
    this.cluster.add(resources.disruptionBudgets, {
      metadata: { name, namespace },
      spec: { selector: { matchLabels: labels } },
      status: { disruptionsAllowed: 1, currentHealthy: 2, desiredHealthy: 1 },
    });
  }

  /** The registry holds what the pods of the fake run. */
  #running(name: string, image: string): void {
    const [, tag = ''] = image.split(':');
    const pods = Object.values(this.cluster.snapshot()) as {
      kind?: string;
      status?: never;
      metadata: { name: string };
    }[];
    const pod = pods.find(({ metadata, status }) => metadata.name.startsWith(`${name}-`) && status !== undefined);
    const statuses = (pod as unknown as { status: { containerStatuses: { imageID: string }[] } }).status;
    const digest = statuses.containerStatuses[0]?.imageID.replace(/^.*@/, '') as Digest;
    const platforms = [{ os: 'linux', architecture: 'amd64' }];
    this.registry.put(`${host}/${name}`, tag, { digest, platforms, signature: { state: 'unsigned' } });
  }

  #recorded() {
    return usual.map(([, name, image]) => {
      const [, tag = ''] = image.split(':');
      const digest = (this.registry.digestOf(`${host}/${name}`, tag) ?? 'sha256:') as Digest;
      return { repository: `${host}/${name}`, tag, digest };
    });
  }
}
