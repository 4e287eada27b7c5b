import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { SteppingClock } from './local-api.ts';

/** Where state, journal and Lease live. */
export const namespace = 'rooivalk-maintenance';

/** A cluster that has that namespace and nothing else, on a clock that steps. */
export function arranged(): { fake: FakeCluster; clock: SteppingClock } {
  const clock = new SteppingClock();
  const fake = new FakeCluster({ now: () => clock.now() });
  fake.add(resources.namespaces, { metadata: { name: namespace } });
  return { fake, clock };
}
