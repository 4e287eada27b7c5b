import { reloadAnnotation } from '../../domain/certificate/step-parameters.ts';
import { type NamedWorkload, namedWorkloads } from '../../domain/configuration/platform/named-workloads.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { workloadOwnership } from '../../domain/owner/workload-owners.ts';
import { rolloutObstacles, workloadObstacles } from '../../domain/target/obstacles.ts';
import { rolloutShape } from '../../domain/target/rollout-shape.ts';
import type { Start } from '../../observation/rollout/start-basis.ts';
import { readTarget, type SeenTarget } from '../../observation/target/read-target.ts';
import { attempt, type Trouble } from '../../observation/trouble.ts';
import type { KindedWorkload } from '../../observation/workloads.ts';
import type { TaskContext } from '../../ports/context.ts';
import { renewalOf } from './renewal-of.ts';

type Context = TaskContext<'cluster' | 'certificates'>;

/** Whether the pods of a workload may be rolled: what they start from then, or why not. */
export type Rolling = Start | { readonly notRolled: string; readonly rollTrouble?: Trouble };

/**
 * Whether the pods of a workload may be rolled so that they read a Secret anew. Only workloads that the configuration names
 * may be, by the generated rights as well; the database and the cache only when it says so.
 */
export async function rollingOf(
  context: Context,
  { kind, workload }: KindedWorkload,
  secret: string,
): Promise<Rolling> {
  const { platform } = context;
  const { name } = workload.metadata;
  const word = workloadWord(kind, name);
  const told = toldNotTo(context, { kind, name }, secret);
  if (told !== undefined) return { notRolled: told };
  const [owner] = workloadOwnership(
    kind,
    workload,
    { kind: 'template-annotation', name: reloadAnnotation },
    platform,
  ).owners;
  if (owner !== undefined) return { notRolled: `${owner.name} owns its template (${owner.mark})` };
  const read = await attempt(word, () => readTarget(context.ports.cluster, platform.namespace, { kind, name }));
  if ('trouble' in read) {
    const notRolled = `what its pods start from could not be read: ${read.trouble.message}`;
    return { notRolled, rollTrouble: read.trouble };
  }
  if (read.value === undefined) return { notRolled: `${word} does not exist any more` };
  const notRolled = obstacleOf(read.value);
  return notRolled === undefined ? { start: read.value.start, writers: read.value.writers } : { notRolled };
}

function toldNotTo({ platform }: Context, named: NamedWorkload, secret: string): string | undefined {
  const same = (other: NamedWorkload): boolean => other.kind === named.kind && other.name === named.name;
  const { rules } = renewalOf(platform, secret);
  if (rules?.pods === 'wait') return '`pods: wait` is configured for the Secret';
  if (!namedWorkloads(platform).some(same)) return 'it is not named under `platform.workloads`';
  const stores = [platform.database.workload, platform.cache.workload];
  if (rules?.pods === 'roll' || !stores.some(same)) return undefined;
  return 'databases and caches are not restarted for a certificate, unless `pods: roll` is configured for the Secret';
}

function obstacleOf(target: SeenTarget): string | undefined {
  const { kind, workload, pods, budgets, start } = target;
  const shape = rolloutShape(kind, workload, pods.length);
  const [refusal] = [...workloadObstacles(target), ...rolloutObstacles(target, shape, budgets)];
  if (refusal !== undefined) return refusal.state;
  const floating = Object.values(start.images).find((image) => !/@sha256:|:(?!latest$)[^/]+$/.test(image));
  return floating === undefined ? undefined : `its image ${floating} may be another one when a pod starts`;
}
