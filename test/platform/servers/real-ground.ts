import type { KubernetesObject } from '../../../src/domain/kubernetes/objects.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { Cluster, ListQuery } from '../../../src/ports/cluster.ts';
import type { Ground } from '../../simulation/ground.ts';
import { Platform } from '../../simulation/platform.ts';
import type { VirtualTime } from '../../simulation/virtual-time.ts';

const maintenance = 'rooivalk-maintenance';

/**
 * A world of the simulation on a real API server: Lease, journal, state and spent approvals are its objects, in a namespace
 * of this world, and workloads are Deployments that are scaled there. They are paused from the start, so that no pod
 * comes of any number. Time stands still while a request is on its way.
 */
export function realGround(cluster: Cluster, namespace: string, time: VirtualTime): Ground {
  return { cluster: inNamespace(cluster, namespace, time), platform: new RealPlatform(cluster, namespace, time) };
}

/** The cluster, with `namespace` in the place of the one that has its fixed name. */
function inNamespace(cluster: Cluster, namespace: string, time: VirtualTime): Cluster {
  const own = (asked: unknown): unknown => (asked === maintenance ? namespace : asked);
  const list = async function* <T extends KubernetesObject>(query: ListQuery<T>): AsyncIterable<T> {
    const found: T[] = [];
    await time.during(async () => {
      for await (const object of cluster.list({ ...query, namespace })) found.push(object);
    });
    yield* found;
  };
  return new Proxy(cluster, {
    get: (target, name) => {
      if (name === 'list') return list;
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const method = member.bind(target) as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => time.during(() => method(...args.map(own)));
    },
  });
}

/** Workloads are Deployments of the namespace; what is not scaled is counted in memory. */
class RealPlatform extends Platform {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  readonly #time: VirtualTime;
  readonly #uids = new Map<string, string>();

  constructor(cluster: Cluster, namespace: string, time: VirtualTime) {
    super(() => time.now);
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#time = time;
  }

  override async lay(): Promise<void> {
    await this.#cluster.create(resources.namespaces, undefined, { metadata: { name: this.#namespace } });
    for (const [name, replicas] of this.values) {
      if (!isWorkload(name)) continue;
      const made = await this.#cluster.create(resources.deployments, this.#namespace, deployment(name, replicas));
      this.#uids.set(name, made.metadata.uid);
    }
  }

  override async read(object: string): Promise<number | undefined> {
    if (!isWorkload(object)) return super.read(object);
    const ask = () => this.#cluster.get(resources.deployments, this.#namespace, object);
    return (await this.#time.during(ask))?.spec.replicas;
  }

  override async set(by: string, object: string, to: number): Promise<void> {
    if (isWorkload(object)) {
      const change = { uid: this.#uids.get(object) ?? '', from: (await super.read(object)) ?? 0, to };
      await this.#time.during(() => this.#cluster.scale(resources.deployments, this.#namespace, object, change));
    }
    this.remember(by, object, to);
  }
}

const isWorkload = (name: string): boolean => name.startsWith('workload-');

const deployment = (name: string, replicas: number) => ({
  metadata: { name },
  spec: {
    replicas,
    paused: true,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'app', image: 'none' }] } },
  },
});
