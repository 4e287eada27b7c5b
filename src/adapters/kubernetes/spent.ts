import type { Digest } from '../../domain/json.ts';
import type { ConfigMap } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Spent, SpentFacts } from '../../ports/spent.ts';
import { maintenanceNamespace, TextStore } from './stored-text.ts';

const label = { 'rooivalk-maintenance/kind': 'spent-approval' };
/** An approval that ended so long ago is refused for its age: what is kept of it may go. */
const keptMs = 30 * 86_400_000;

/** The object of an approval: named after its whole digest. */
export function spentName(approval: Digest): string {
  return approval.replace(':', '-');
}

/**
 * Used approvals as immutable objects, named after their digest: the API server itself sees to it that one is created
 * once. The run in it tells an own creation, whose answer was lost, from another's.
 */
export class KubernetesSpent implements Spent {
  readonly #cluster: Cluster;
  readonly #texts: TextStore;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#texts = new TextStore(cluster);
  }

  async spend(approval: Digest, facts: SpentFacts): Promise<boolean> {
    try {
      const data = { ...facts };
      await this.#texts.write(spentName(approval), undefined, data, { immutable: true, labels: label });
    } catch (error) {
      if (error instanceof PortError && error.code === 'conflict') return false;
      throw error;
    }
    await this.#forget(Date.parse(facts.at)).catch(() => undefined);
    return true;
  }

  async find(approval: Digest): Promise<SpentFacts | undefined> {
    const found = await this.#texts.read(spentName(approval));
    if (found === undefined) return undefined;
    const { run = '', approver = '', at = '', notAfter = '' } = found.data;
    return { run, approver, at, notAfter };
  }

  /** Keeps the namespace bounded; failing at it takes nothing from the approval. */
  async #forget(now: number): Promise<void> {
    const [[key, value] = ['', '']] = Object.entries(label);
    const query = { resource: resources.configMaps, namespace: maintenanceNamespace, labels: `${key}=${value}` };
    for await (const { metadata, data } of this.#cluster.list<ConfigMap>(query)) {
      const ended = Date.parse(data?.notAfter ?? '');
      if (now - ended < keptMs || Number.isNaN(ended)) continue;
      await this.#cluster.delete(resources.configMaps, maintenanceNamespace, metadata.name, metadata.uid);
    }
  }
}
