import type { Finding } from '../../../src/domain/finding/finding.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { Wanted } from '../../certificates/made.ts';
import { Bench, namespace } from './bench.ts';

/** A finding as tables write it. */
export const short = ({ severity, code, subject }: Finding): string => `${severity} ${code} ${subject}`;

/** What is found of a platform that was well until this change: `severity code subject`. */
export async function foundAfter(
  change: (bench: Bench) => unknown,
  certificate: Wanted = {},
): Promise<readonly string[]> {
  const bench = await Bench.well(certificate);
  change(bench);
  return (await bench.run('plan')).findings.map(short);
}

/** Set how many blockchain nodes should be there, are there, and are ready. */
export function chain(bench: Bench, desired: number, pods: number, ready: number): void {
  const labels = { app: 'blockchain-node' };
  for (let index = 0; index < 4; index += 1) {
    bench.cluster.remove(resources.pods, namespace, `blockchain-node-${index}`);
  }
  for (let index = 0; index < pods; index += 1) {
    bench.pod(`blockchain-node-${index}`, { ready: index < ready, labels, owner: ['StatefulSet', 'blockchain-node'] });
    bench.height(index, 1000);
  }
  bench.cluster.edit(resources.statefulSets, namespace, 'blockchain-node', (set) => {
    set.spec.replicas = desired;
    set.status.readyReplicas = ready;
    set.status.observedGeneration = 99;
  });
}
