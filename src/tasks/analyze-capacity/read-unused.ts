import { mapBounded } from '../../domain/bounded.ts';
import { type NamedWorkload, namedWorkloads } from '../../domain/configuration/platform/named-workloads.ts';
import { workloadResource, workloadWord } from '../../domain/kubernetes/workloads.ts';
import { type Unused, unusedOf } from '../../domain/usage/unused.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import { readUse } from '../../observation/usage/read-use.ts';
import { podsOfWorkload } from '../../observation/workloads.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Inputs } from './inputs.ts';

type Context = TaskContext<'cluster' | 'metrics'>;

/**
 * What one workload asks for and does not use; `short`: its use is known of less than a day, which ends by itself; `nothing`:
 * nobody has figures of it; a trouble: it could not be asked.
 */
export type SeenUnused = { readonly subject: string } & (
  | { readonly value: Unused; readonly spanMs: number }
  | { readonly why: 'short' | 'nothing' }
  | { readonly trouble: Trouble }
);

const dayMs = 86_400_000;
const atOnce = 2;

/** What the configured workloads ask for and do not use. One that is not there asks for nothing. */
export async function readUnused(context: Context, inputs: Inputs): Promise<readonly SeenUnused[]> {
  const read = await mapBounded(namedWorkloads(context.platform), atOnce, async (workload) => {
    const subject = workloadWord(workload.kind, workload.name);
    const seen = await attempt(subject, () => readOne(context, workload, subject, inputs['usage-window']));
    return 'value' in seen ? seen.value : { subject, trouble: seen.trouble };
  });
  return read.filter((one) => one !== undefined);
}

async function readOne(
  context: Context,
  { kind, name }: NamedWorkload,
  subject: string,
  spanMs: number,
): Promise<SeenUnused | undefined> {
  const { cluster } = context.ports;
  const workload = await cluster.get(workloadResource(kind), context.platform.namespace, name);
  if (workload === undefined) return undefined;
  const pods = await podsOfWorkload(cluster, kind, workload);
  const { use, troubles } = await readUse(context, { kind, workload, pods }, spanMs);
  const [trouble] = troubles;
  // What is not used now may be used at noon.
  if (use === undefined || use.spanMs < dayMs) {
    if (trouble !== undefined) return { subject, trouble };
    return { subject, why: use === undefined ? 'nothing' : 'short' };
  }
  const running = pods.filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed');
  const value = unusedOf(workload.spec.template.spec, use, running.length);
  return value === undefined ? { subject, why: 'nothing' } : { subject, value, spanMs: use.spanMs };
}
