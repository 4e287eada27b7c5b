import { counted } from '../../domain/quantities.ts';
import { mayPass } from '../../observation/rollout/await-rollout.ts';
import { unreadyWorkloads } from '../../observation/rollout/unready-workloads.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { TaskContext } from '../../ports/context.ts';

const pollMs = 2_000;

/**
 * Whether the other workloads of the namespace are as ready as before the change; one that is not gets the time that a
 * rollout may go without progress, and so does an API server that cannot be asked just now. Answers those that stayed
 * unready, in words; undefined: none.
 */
export async function brokenDependents(
  { ports, pause }: Pick<TaskContext<'cluster'>, 'ports' | 'pause'>,
  namespace: string,
  before: ReadonlySet<string>,
  patienceMs: number,
): Promise<string | undefined> {
  for (let waited = 0; ; waited += pollMs) {
    const isOver = waited >= patienceMs;
    const broken = await unreadySince(ports.cluster, namespace, before).catch((error: unknown) => {
      if (isOver || !mayPass(error)) throw error;
      return undefined;
    });
    if (broken?.length === 0) return undefined;
    if (broken !== undefined && isOver) {
      return `${counted(broken.length, 'workload')} became unready with it: ${broken.slice(0, 5).join(', ')}`;
    }
    await pause(pollMs);
  }
}

const unreadySince = async (cluster: Cluster, namespace: string, before: ReadonlySet<string>): Promise<string[]> =>
  [...(await unreadyWorkloads(cluster, namespace))].filter((subject) => !before.has(subject));
