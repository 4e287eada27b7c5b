import type { Cache } from './cache.ts';
import type { Certificates } from './certificates.ts';
import type { Cluster } from './cluster.ts';
import type { Database } from './database.ts';
import type { Drill } from './drill.ts';
import type { History } from './history.ts';
import type { ImageRecord } from './image-record.ts';
import type { ManifestCheck } from './manifest-check.ts';
import type { Metrics } from './metrics.ts';
import type { ObjectStore } from './object-store.ts';
import type { Probe } from './probe.ts';
import type { Registry } from './registry.ts';

/**
 * What a task may ask of the world, by the names used in declarations. A task is handed exactly the ports that it
 * declares; the runtime loads their adapters and no others.
 */
export interface Ports {
  readonly cluster: Cluster;
  readonly certificates: Certificates;
  readonly database: Database;
  readonly cache: Cache;
  readonly history: History;
  readonly metrics: Metrics;
  readonly objectStore: ObjectStore;
  readonly drill: Drill;
  readonly manifestCheck: ManifestCheck;
  readonly probe: Probe;
  readonly registry: Registry;
  readonly imageRecord: ImageRecord;
}
