import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { Cluster } from '../../src/ports/cluster.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { Platform } from './platform.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a world stands on. */
export interface Ground {
  /** Where Lease, journal, state and spent approvals are kept. */
  readonly cluster: Cluster;
  readonly platform: Platform;
}

/** Makes the ground of a world in this time. */
export type MakeGround = (time: VirtualTime) => Ground;

/** All of it in memory. */
export const inMemory: MakeGround = (time) => {
  const cluster = new FakeCluster({ now: () => time.now });
  cluster.add(resources.namespaces, { metadata: { name: 'rooivalk-maintenance' } });
  return { cluster, platform: new Platform(() => time.now) };
};
