import { counted } from '../../domain/quantities.ts';
import { unreadyWorkloads } from '../../observation/rollout/unready-workloads.ts';
import type { TaskContext } from '../../ports/context.ts';

const pollMs = 2_000;

/**
 * Whether the other workloads of the namespace are as ready as before the change; one that is not gets the time that a
 * rollout may go without progress. Answers those that stayed unready, in words; undefined: none.
 */
export async function brokenDependents(
  { ports, pause }: Pick<TaskContext<'cluster'>, 'ports' | 'pause'>,
  namespace: string,
  before: ReadonlySet<string>,
  patienceMs: number,
): Promise<string | undefined> {
  for (let waited = 0; ; waited += pollMs) {
    const now = await unreadyWorkloads(ports.cluster, namespace);
    const broken = [...now].filter((subject) => !before.has(subject));
    if (broken.length === 0) return undefined;
    if (waited >= patienceMs) {
      return `${counted(broken.length, 'workload')} became unready with it: ${broken.slice(0, 5).join(', ')}`;
    }
    await pause(pollMs);
  }
}
