import { type Amounts, plus } from '../../domain/capacity/amounts.ts';
import { claimAmounts } from '../../domain/capacity/claims.ts';
import { claimBreaches } from '../../domain/capacity/limit-range.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { LimitRange } from '../../domain/kubernetes/objects.ts';
import { bytesQuantity, parseQuantity } from '../../domain/kubernetes/quantity.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { ownedRefusal, ownersOf } from '../../domain/owner/owner.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { formatBytes } from '../../domain/quantities.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { StepOf } from '../../domain/step/step.ts';
import type { Inputs } from './inputs.ts';
import { nothing, type Part, refused } from './part.ts';
import type { Around, SeenClaim } from './seen.ts';

const sizeField = ['f:spec', 'f:resources', 'f:requests', 'f:storage'];

/** Larger volumes: a step for each claim of the volume, or why not. Never smaller. */
export function planVolumes({ target, claims, surroundings }: Around, inputs: Inputs, platform: Platform): Part {
  const bytes = parseQuantity(inputs['volume-size']);
  if (bytes === undefined) return nothing;
  const subject = workloadWord(target.kind, target.workload.metadata.name);
  const names = [...new Set(claims.map(({ volume }) => volume))].sort();
  const volume = inputs.volume === '' && names.length === 1 ? names[0] : inputs.volume;
  const chosen = claims.filter((one) => one.volume === volume);
  if (chosen.length === 0) {
    return refused({
      subject,
      rule: 'a volume that grows is one of the pods',
      state:
        names.length === 0
          ? 'its pods have no volume claims'
          : `${inputs.volume === '' ? 'it has several' : `it has no ${inputs.volume}`}: ${names.join(', ')}`,
      next: 'name one of them as `volume`',
    });
  }
  const to = bytesQuantity(bytes);
  const growing = chosen.filter(({ claim }) => sizeOf(claim) !== bytes);
  const refusals = growing.flatMap((one) => claimRefusals(one, bytes, platform));
  refusals.push(...rangeRefusals(growing, bytes, surroundings.ranges));
  if (refusals.length > 0) return refused(...refusals);
  const already =
    growing.length === chosen.length
      ? []
      : [`${chosen.length - growing.length} of ${chosen.length} claims have ${to} already`];
  return {
    ...nothing,
    steps: growing.map((one) => expandStep(one, to, inputs['resized-within'])),
    changes: growing.map(
      ({ claim }) => `persistentvolumeclaim/${claim.metadata.name} ${claim.spec.resources?.requests?.storage} → ${to}`,
    ),
    already,
    grown: grownAmounts(growing, bytes),
  };
}

const sizeOf = (claim: SeenClaim['claim']): number => parseQuantity(claim.spec.resources?.requests?.storage ?? '') ?? 0;

function claimRefusals({ claim, storageClass }: SeenClaim, bytes: number, platform: Platform): readonly Refusal[] {
  const { name } = claim.metadata;
  const subject = `persistentvolumeclaim/${name}`;
  const size = claim.spec.resources?.requests?.storage ?? '';
  const describe = kubectl(platform.namespace)`describe pvc ${name}`;
  if (bytes < sizeOf(claim)) {
    return [
      {
        subject,
        rule: 'a volume claim never shrinks',
        state: `it has ${size}, and less was asked for`,
        next: 'make a smaller volume, and copy what is on this one',
      },
    ];
  }
  const className = claim.spec.storageClassName ?? '';
  if (storageClass?.allowVolumeExpansion !== true) {
    return [
      {
        subject,
        rule: 'a volume grows where its class allows it',
        state:
          storageClass === undefined
            ? `its class ${className || '(none)'} does not exist`
            : `storageclass/${className} does not allow expansion`,
        next: `${kubectl(clusterWide)`patch storageclass ${className} -p '{"allowVolumeExpansion":true}'`}, if its driver ${storageClass?.provisioner ?? ''} can do it`,
      },
    ];
  }
  if (claim.status?.phase !== 'Bound') {
    return [
      {
        subject,
        rule: 'only a bound claim grows',
        state: `it is ${claim.status?.phase ?? 'without a volume'}`,
        next: describe,
      },
    ];
  }
  const capacity = claim.status.capacity?.storage ?? '';
  if ((parseQuantity(capacity) ?? 0) < sizeOf(claim)) {
    return [
      {
        subject,
        rule: 'one resize of a claim at a time',
        state: `it asks for ${size} and has ${capacity} so far`,
        next: `${describe}, and plan again once it has it`,
      },
    ];
  }
  const settled = platform.workloads.fieldManagers;
  // a StatefulSet is the controller of its claims, and cannot change their size
  const [owner, ...more] = ownersOf(claim, { field: sizeField, settled }).filter(({ kind }) => kind !== 'controller');
  return owner === undefined ? [] : [ownedRefusal(subject, [owner, ...more], `its size to ${formatBytes(bytes)}`)];
}

/** What the growth of these claims counts as in quotas. */
const grownAmounts = (growing: readonly SeenClaim[], bytes: number): Amounts =>
  growing
    .map(({ claim }) => claimAmounts(Math.max(0, bytes - sizeOf(claim)), 0, claim.spec.storageClassName))
    .reduce(plus, {});

function rangeRefusals(
  [first]: readonly SeenClaim[],
  bytes: number,
  ranges: readonly LimitRange[],
): readonly Refusal[] {
  if (first === undefined) return [];
  return claimBreaches(ranges, bytes).map(({ range, text }) => ({
    subject: `persistentvolumeclaim/${first.claim.metadata.name}`,
    rule: 'a limit range is kept',
    state: `${range}: ${text}`,
    next: `ask for less, or let whoever owns ${range} change it`,
  }));
}

function expandStep({ claim }: SeenClaim, to: string, resizedWithinMs: number): StepOf<'expand-volume'> {
  const { name, namespace = '', uid } = claim.metadata;
  const subject = `persistentvolumeclaim/${name}`;
  return {
    id: `expand-volume ${subject}`,
    kind: 'expand-volume',
    subject,
    from: claim.spec.resources?.requests?.storage ?? null,
    to,
    parameters: { namespace, name, uid, resizedWithinMs },
    why: `${to} were asked for`,
    risk: 'the driver may need its pod to start again before the file system grows',
    undo: `cannot be undone: ${stepKinds['expand-volume'].cannotBeUndone}`,
    deadlineMs: resizedWithinMs + 60_000,
    unit: subject,
  };
}
