import type { Certificates } from './certificates.ts';
import type { Cluster } from './cluster.ts';
import type { Database } from './database.ts';
import type { History } from './history.ts';

/**
 * What a task may ask of the world, by the names used in declarations. A task is handed exactly the ports that it
 * declares; the runtime loads their adapters and no others.
 */
export interface Ports {
  readonly cluster: Cluster;
  readonly certificates: Certificates;
  readonly database: Database;
  readonly history: History;
}
