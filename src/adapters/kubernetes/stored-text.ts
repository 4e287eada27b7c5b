import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { ConfigMap, ObjectMeta } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError, type PortErrorCode } from '../../ports/port-error.ts';

/** Where Lease, journal and state are. A fixed name, so that two repositories exclude each other. */
export const maintenanceNamespace = 'rooivalk-maintenance';

/** Most that one object holds, in bytes of UTF-8; the API server takes 1 MiB with everything around it. */
export const mostTextBytes = 900 * 1024;

const managedBy = { 'app.kubernetes.io/managed-by': 'rooivalk-maintenance' };

/** A ConfigMap of ours as it was read or last written. */
export interface StoredText {
  readonly object: ConfigMap;
  readonly data: Readonly<Record<string, string>>;
}

const stored = (object: ConfigMap): StoredText => ({ object, data: object.data ?? {} });

const lostAnswers: readonly PortErrorCode[] = ['unreachable', 'timeout', 'failed', 'busy'];

/** After such an error of a write nobody knows whether it took effect. */
export function isLostAnswer(error: unknown): boolean {
  return error instanceof PortError && lostAnswers.includes(error.code);
}

const sameData = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);

/**
 * Texts in ConfigMaps of the maintenance namespace, written optimistically: a write goes through only on what was read.
 * When its answer is lost, the object itself tells whether the write took effect.
 */
export class TextStore {
  readonly #cluster: Cluster;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Undefined when there is none. */
  async read(name: string): Promise<StoredText | undefined> {
    const object = await this.#cluster.get(resources.configMaps, maintenanceNamespace, name);
    return object === undefined ? undefined : stored(object);
  }

  /** Create what was not there, or replace what was read. `conflict` when somebody else was faster. */
  async write(
    name: string,
    previous: StoredText | undefined,
    data: Readonly<Record<string, string>>,
    form: { readonly immutable?: boolean; readonly labels?: Readonly<Record<string, string>> } = {},
  ): Promise<StoredText> {
    const { labels, ...rest } = form;
    const metadata = previous?.object.metadata ?? { name, labels: { ...managedBy, ...labels } };
    const next = { ...previous?.object, ...rest, metadata, data };
    try {
      return stored(
        previous === undefined
          ? await this.#cluster.create<ConfigMap>(resources.configMaps, maintenanceNamespace, next)
          : await this.#cluster.replace<ConfigMap>(resources.configMaps, maintenanceNamespace, name, next),
      );
    } catch (error) {
      if (!isLostAnswer(error)) throw error;
      const found = await this.read(name);
      const written = found !== undefined && sameData(found.data, data);
      const moved = found?.object.metadata.resourceVersion !== previous?.object.metadata.resourceVersion;
      if (written && moved) return found;
      throw error;
    }
  }

  /**
   * Delete the objects of these names, and what carries the same labels and was there before all of them. What came later
   * may be in use by whoever came later, if this process stood still meanwhile.
   */
  async sweep(labels: Readonly<Record<string, string>>, names: readonly string[]): Promise<void> {
    const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    const query = { resource: resources.configMaps, namespace: maintenanceNamespace, labels: selector.join(',') };
    const found: ObjectMeta[] = [];
    for await (const { metadata } of this.#cluster.list(query)) found.push(metadata);
    const own = found.filter(({ name }) => names.includes(name));
    const first = Math.min(...own.map(createdAt));
    const older = own.length === 0 ? [] : found.filter((each) => createdAt(each) < first);
    for (const { name, uid } of [...own, ...older])
      await this.#cluster.delete(resources.configMaps, maintenanceNamespace, name, uid);
  }
}

const createdAt = ({ creationTimestamp }: ObjectMeta): number => Date.parse(creationTimestamp ?? '');

/** The error for an object of ours that does not hold what we write. */
export function damaged(name: string, what: string): PortError {
  return new PortError({
    code: 'invalid',
    subject: `configmaps/${name} in ${maintenanceNamespace}`,
    message: `It does not hold what this product writes: ${what}`,
    next: `Look at it before anything else: ${kubectl(maintenanceNamespace)`get configmap ${name} -o yaml`}`,
  });
}
