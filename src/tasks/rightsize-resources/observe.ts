import { mapBounded } from '../../domain/bounded.ts';
import { type NamedWorkload, namedWorkloads } from '../../domain/configuration/platform/named-workloads.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { lookUpTarget, missingTarget } from '../../domain/target/target.ts';
import { readRoom } from '../../observation/capacity/read-room.ts';
import { readAutoscalers } from '../../observation/owner/autoscalers.ts';
import { writersBelow } from '../../observation/rollout/start-writers.ts';
import { unreadyWorkloads } from '../../observation/rollout/unready-workloads.ts';
import { readTarget } from '../../observation/target/read-target.ts';
import { readUse } from '../../observation/usage/read-use.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Inputs } from './inputs.ts';
import type { Seen, SeenWorkload } from './seen.ts';

type Context = TaskContext<'cluster' | 'metrics'>;

const atOnce = 4;

/** Read the workloads, what they used, and what they have to fit into; change nothing. */
export async function observe(context: Context, inputs: Inputs): Promise<Seen> {
  const { platform, ports } = context;
  const named = namedWorkloads(platform);
  const found = inputs.target === '' ? undefined : lookUpTarget(inputs.target, named);
  if (found !== undefined && 'refusal' in found) return { basis: null, measurements: found };
  const wanted = found === undefined ? named : [found.workload];
  const { namespace } = platform;
  const [surroundings, autoscalers, unready, seen] = await Promise.all([
    readRoom(ports.cluster, namespace),
    readAutoscalers(ports.cluster, namespace),
    unreadyWorkloads(ports.cluster, namespace),
    mapBounded(wanted, atOnce, (workload) => readOne(context, workload, inputs['usage-window'])),
  ]);
  const workloads = seen.filter((one) => one !== undefined);
  const [missing] = wanted;
  if (workloads.length === 0 && missing !== undefined) {
    return { basis: null, measurements: { refusal: missingTarget(missing, namespace) } };
  }
  const basis = Object.fromEntries(
    workloads.map(({ target }) => [workloadWord(target.kind, target.workload.metadata.name), target.start]),
  );
  const writers = workloads.flatMap(({ target }) =>
    writersBelow(workloadWord(target.kind, target.workload.metadata.name), target.writers),
  );
  return {
    basis,
    writers,
    measurements: { around: { workloads, surroundings, autoscalers, unready: [...unready].sort() } },
  };
}

/** A configured workload that is not there is none that could be sized. */
async function readOne(context: Context, workload: NamedWorkload, spanMs: number): Promise<SeenWorkload | undefined> {
  const target = await readTarget(context.ports.cluster, context.platform.namespace, workload);
  return target && { target, use: await readUse(context, target, spanMs) };
}
