import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import { kubectl } from '../kubernetes/kubectl.ts';
import type { PodDisruptionBudget, Workload } from '../kubernetes/objects.ts';
import { workloadWord } from '../kubernetes/workloads.ts';
import type { Refusal } from '../plan/plan.ts';
import { counted } from '../quantities.ts';
import { desiredPods } from '../rollout/judge.ts';
import type { RolloutShape } from './rollout-shape.ts';

interface Changed {
  readonly kind: WorkloadKind;
  readonly workload: Workload;
}

const commandOn = ({ workload }: Changed) => kubectl(workload.metadata.namespace ?? 'default');
const wordOf = ({ kind, workload }: Changed): string => workloadWord(kind, workload.metadata.name);

/** Why nothing of a workload may be changed now, whatever it is: on its way out, paused, or still rolling out. */
export function workloadObstacles(target: Changed): readonly Refusal[] {
  const { kind, workload } = target;
  const subject = wordOf(target);
  if (workload.metadata.deletionTimestamp !== undefined) {
    return [
      {
        subject,
        rule: 'what is being deleted is not changed',
        state: `${subject} is being deleted`,
        next: 'wait until it is gone',
      },
    ];
  }
  if (workload.spec.paused === true) {
    return [
      {
        subject,
        rule: 'a paused rollout is not gone over',
        state: `${subject} is paused`,
        next: `${commandOn(target)`rollout resume ${subject}`}, once whoever paused it agrees`,
      },
    ];
  }
  const { generation = 0 } = workload.metadata;
  const { observedGeneration = 0, updatedReplicas = 0, updatedNumberScheduled = 0 } = workload.status ?? {};
  const desired = desiredPods(kind, workload);
  const updated = kind === 'DaemonSet' ? updatedNumberScheduled : updatedReplicas;
  if (observedGeneration >= generation && updated >= desired) return [];
  return [
    {
      subject,
      rule: 'one change of a workload at a time',
      state: `${subject} is still rolling out: ${updated} of ${counted(desired, 'pod')} updated`,
      next: `${commandOn(target)`rollout status ${subject}`}, and plan again once it is through`,
    },
  ];
}

/** Why the pods of a workload may not be replaced now: nothing would be, or a disruption budget would be broken. */
export function rolloutObstacles(
  target: Changed,
  shape: RolloutShape,
  budgets: readonly PodDisruptionBudget[],
): readonly Refusal[] {
  const subject = wordOf(target);
  const obstacles: Refusal[] = [];
  if (shape.obstacle !== undefined) {
    obstacles.push({
      subject,
      rule: 'a rollout that would not replace every pod is not begun',
      state: `${subject} has ${shape.obstacle}`,
      next: 'replace its pods as whoever chose that strategy does, or change the strategy',
    });
  }
  const needed = Math.max(1, shape.away);
  for (const { metadata, status } of budgets) {
    const allowed = status?.disruptionsAllowed ?? 0;
    if (allowed >= needed) continue;
    const budget = `poddisruptionbudget/${metadata.name}`;
    obstacles.push({
      subject,
      rule: 'a disruption budget is kept',
      state: `${budget} allows ${allowed} (${status?.currentHealthy ?? 0} healthy, ${status?.desiredHealthy ?? 0} must be); a rollout of ${subject} takes away up to ${needed}`,
      next: `${commandOn(target)`describe ${budget}`}: bring back the pods that are missing, or let its owner change it`,
    });
  }
  return obstacles;
}

/** What the images of a workload stand for, as far as its pods have pulled them. */
export interface PulledImages {
  readonly images: Readonly<Record<string, string>>;
  readonly digests: Readonly<Record<string, readonly string[]>>;
}

/**
 * Why pods of a workload may not be started: nobody can say which image they would run. Its pods run different ones under
 * one tag, or a tag without a digest was never pulled.
 */
export function imageObstacles(target: Changed, { images, digests }: PulledImages): readonly Refusal[] {
  const subject = wordOf(target);
  return Object.entries(images).flatMap(([container, image]): Refusal[] => {
    const pulled = digests[container] ?? [];
    if (image.includes('@sha256:') || pulled.length === 1) return [];
    const state =
      pulled.length === 0
        ? `no pod has pulled ${image} of container ${container} yet, and its tag may stand for anything`
        : `its pods run ${pulled.length} different images under ${image} of container ${container}`;
    return [
      {
        subject,
        rule: 'pods are started with images that are known',
        state,
        next: 'pin the image by its digest (apply-security-updates does), then plan again',
      },
    ];
  });
}
