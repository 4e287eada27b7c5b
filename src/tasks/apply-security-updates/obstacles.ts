import type { Platform } from '../../domain/configuration/platform.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { ownedRefusal } from '../../domain/owner/owner.ts';
import { workloadOwnership } from '../../domain/owner/workload-owners.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { hasImages, type ImagesByContainer, imagesOf, placeOf } from '../../domain/rollout/images-of.ts';
import { judgeRollout } from '../../domain/rollout/judge.ts';
import type { SeenTarget } from '../../observation/target/read-target.ts';

/** Why the images of a workload must not be changed now; the first that applies. */
export function obstacleTo(target: SeenTarget, changed: ImagesByContainer, platform: Platform): Refusal | undefined {
  const subject = workloadWord(target.kind, target.workload.metadata.name);
  for (const rule of [owned, pausedRollout, ownStrategy, notWhole, budget]) {
    const refusal = rule({ target, subject, changed, platform });
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

interface Asked {
  readonly target: SeenTarget;
  readonly subject: string;
  readonly changed: ImagesByContainer;
  readonly platform: Platform;
}

function owned({ target, subject, changed, platform }: Asked): Refusal | undefined {
  const { kind, workload } = target;
  for (const [container, image] of Object.entries(changed)) {
    const place = placeOf(workload.spec.template.spec, container);
    if (place === undefined) continue;
    const wanted = { kind: 'image', list: place.list, container: place.name } as const;
    const [first, ...others] = workloadOwnership(kind, workload, wanted, platform).owners;
    if (first !== undefined) {
      return ownedRefusal(subject, [first, ...others], `the image of container ${place.name} to ${image}`);
    }
  }
  return undefined;
}

function pausedRollout({ target, subject, platform }: Asked): Refusal | undefined {
  if (target.workload.spec.paused !== true) return undefined;
  return {
    subject,
    rule: 'a workload whose rollout is paused is not updated',
    state: 'spec.paused is true: changes would wait, and go out with whatever else was changed meanwhile',
    next: `${kubectl(platform.namespace)`rollout resume ${subject}`}, once whoever paused it is done`,
  };
}

function ownStrategy({ target, subject, platform }: Asked): Refusal | undefined {
  const { updateStrategy, replicas } = target.workload.spec;
  const partition = updateStrategy?.rollingUpdate?.partition ?? 0;
  const rule = 'an update must reach every pod by itself, or it cannot be watched and put back';
  if (updateStrategy?.type === 'OnDelete') {
    const next = `set the image and delete the pods one by one (${kubectl(platform.namespace)`delete pod …`}), or use RollingUpdate`;
    return { subject, rule, state: 'its update strategy is OnDelete', next };
  }
  if (partition > 0) {
    const next = `lower the partition to 0 first: ${kubectl(platform.namespace)`edit ${subject}`}`;
    return { subject, rule, state: `its update strategy holds ${partition} pods back (partition)`, next };
  }
  if (replicas !== 0) return undefined;
  const next = 'scale it up, or take it out of the configuration';
  return {
    subject,
    rule,
    state: 'it is scaled to no pods at all, so nothing would show whether an update works',
    next,
  };
}

function notWhole({ target, subject, platform }: Asked): Refusal | undefined {
  const { kind, workload, pods } = target;
  const images = imagesOf(workload.spec.template.spec);
  const state = judgeRollout(kind, workload, pods, ({ spec }) => hasImages(spec, images));
  if (state.complete) return undefined;
  const [trouble] = state.troubles;
  return {
    subject,
    rule: 'only a workload that is whole is updated: else nobody could tell what the update broke',
    state: `${state.text}${trouble === undefined ? '' : `; pod/${trouble.pod}: ${trouble.reason}`}`,
    next: kubectl(platform.namespace)`describe ${subject}`,
  };
}

function budget({ target, subject, platform }: Asked): Refusal | undefined {
  const tight = target.budgets.find(({ status }) => (status?.disruptionsAllowed ?? 0) < 1);
  if (tight === undefined) return undefined;
  const { currentHealthy = 0, desiredHealthy = 0 } = tight.status ?? {};
  const name = `poddisruptionbudget/${tight.metadata.name}`;
  return {
    subject,
    rule: 'pods are replaced only where a disruption budget allows one to be away',
    state: `${name} allows 0 disruptions: ${currentHealthy} healthy, ${desiredHealthy} needed`,
    next: kubectl(platform.namespace)`describe ${name}`,
  };
}
