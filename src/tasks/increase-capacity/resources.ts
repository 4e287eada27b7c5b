import {
  type FieldsByContainer,
  type FieldValues,
  fieldOf,
  fieldsBefore,
  type ResourceField,
  requestAboveLimit,
  sameQuantity,
  withFields,
} from '../../domain/capacity/resource-fields.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Container } from '../../domain/kubernetes/objects.ts';
import { bytesQuantity, cpuQuantity, parseQuantity } from '../../domain/kubernetes/quantity.ts';
import { workloadRef, workloadWord } from '../../domain/kubernetes/workloads.ts';
import { ownedRefusal } from '../../domain/owner/owner.ts';
import { workloadOwnership } from '../../domain/owner/workload-owners.ts';
import { formatSpan } from '../../domain/quantities.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import { startTimeMs } from '../../domain/rollout/start-time.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { boundedDeadline } from '../../domain/target/deadline.ts';
import type { Inputs } from './inputs.ts';
import { nothing, type Part, refused } from './part.ts';
import type { Around } from './seen.ts';

const asked = {
  'requests.cpu': 'cpu-request',
  'limits.cpu': 'cpu-limit',
  'requests.memory': 'memory-request',
  'limits.memory': 'memory-limit',
} as const satisfies Record<ResourceField, keyof Inputs>;

/** Larger requests and limits of one container: a step, or why not. Never smaller. */
export function planResources({ target, autoscalers }: Around, inputs: Inputs, platform: Platform): Part {
  const { kind, workload, pods } = target;
  const wanted = wantedFields(inputs);
  if (Object.keys(wanted).length === 0) return nothing;
  const subject = workloadWord(kind, workload.metadata.name);
  const { spec } = workload.spec.template;
  const container = containerOf(spec.containers, inputs.container);
  if (container === undefined) {
    const names = spec.containers.map(({ name }) => name).join(', ');
    return refused({
      subject,
      rule: 'requests and limits are those of one container',
      state:
        inputs.container === ''
          ? `it has several: ${names}`
          : `it has no container ${inputs.container}; there are ${names}`,
      next: 'name one of them as `container`',
    });
  }
  const { fields, already, smaller, firstLimit } = compared(container, wanted);
  const less = smaller ?? firstLimit;
  if (less !== undefined) {
    return refused({
      subject,
      rule: 'increase-capacity never takes anything away',
      state: `container ${container.name}: ${less}`,
      next:
        smaller === undefined
          ? `no task sets a first limit: whoever owns ${subject} can, in its manifest, or with ${kubectl(platform.namespace)`set resources ${subject} -c ${container.name} --limits=${wantedLimits(wanted)}`}`
          : 'making it smaller is what rightsize-resources is for: gh workflow run dispatch.yml -f task=rightsize-resources',
    });
  }
  if (Object.keys(fields).length === 0) return { ...nothing, already };
  const to: FieldsByContainer = { [container.name]: fields };
  const above = requestAboveLimit(withFields(spec, to));
  if (above !== undefined) {
    return refused({ subject, rule: 'a request is at most its limit', state: above, next: 'raise the limit as well' });
  }
  const field = { kind: 'resources', list: 'containers', container: container.name } as const;
  const { owners } = workloadOwnership(kind, workload, field, platform, autoscalers);
  const [owner, ...more] = owners;
  const from = fieldsBefore(spec, to);
  const changes = Object.keys(fields).map((name) => changeWords(container, name as ResourceField, fields));
  if (owner !== undefined) return refused(ownedRefusal(subject, [owner, ...more], changes.join(', ')));
  const step = resourcesStep(target, subject, { from, to }, inputs['ready-within'], startTimeMs(pods));
  return { ...nothing, steps: [step], changes, already, fields: to };
}

function wantedFields(inputs: Inputs): FieldValues {
  const given = Object.entries(asked).flatMap(([field, input]) => {
    const value = parseQuantity(inputs[input]);
    if (value === undefined) return [];
    return [[field, field.endsWith('.cpu') ? cpuQuantity(value) : bytesQuantity(value)]];
  });
  return Object.fromEntries(given) as FieldValues;
}

function containerOf(containers: readonly Container[], name: string): Container | undefined {
  if (name === '') return containers.length === 1 ? containers[0] : undefined;
  return containers.find((container) => container.name === name);
}

interface Compared {
  readonly fields: FieldValues;
  readonly already: readonly string[];
  /** The first value that would become smaller. */
  readonly smaller?: string;
  /** The first limit that would be set where there is none: that takes something away, too. */
  readonly firstLimit?: string;
}

function compared(container: Container, wanted: FieldValues): Compared {
  const fields: Record<string, string> = {};
  const already: string[] = [];
  let smaller: string | undefined;
  let firstLimit: string | undefined;
  for (const [field, value] of Object.entries(wanted) as [ResourceField, string][]) {
    const now = fieldOf(container, field);
    if (sameQuantity(now, value)) already.push(`${field} of container ${container.name} ${value} already`);
    else if (now === null && field.startsWith('limits.')) firstLimit ??= `${field} not set → ${value}`;
    else if (isLess(value, now)) smaller ??= `${field} ${now} → ${value}`;
    else fields[field] = value;
  }
  return {
    fields,
    already,
    ...(smaller === undefined ? {} : { smaller }),
    ...(firstLimit === undefined ? {} : { firstLimit }),
  };
}

const wantedLimits = (wanted: FieldValues): string =>
  Object.entries(wanted)
    .flatMap(([field, value]) => (field.startsWith('limits.') ? [`${field.replace('limits.', '')}=${value}`] : []))
    .join(',');

const isLess = (value: string, now: string | null): boolean =>
  now !== null && (parseQuantity(value) ?? 0) < (parseQuantity(now) ?? 0);

const changeWords = (container: Container, field: ResourceField, fields: FieldValues): string =>
  `${field} of container ${container.name} ${fieldOf(container, field) ?? 'not set'} → ${fields[field]}`;

function resourcesStep(
  { kind, workload }: Around['target'],
  subject: string,
  { from, to }: { readonly from: FieldsByContainer; readonly to: FieldsByContainer },
  readyWithinMs: number,
  startMs: number | undefined,
): StepOf<'set-resources'> {
  const pods = desiredPods(kind, workload);
  const took = startMs === undefined ? '' : `; its pods took ${formatSpan(startMs)} each to become ready`;
  return {
    id: `set-resources ${subject}`,
    kind: 'set-resources',
    subject,
    from: from as never,
    to: to as never,
    parameters: { ...workloadRef(kind, workload), readyWithinMs },
    why: 'more was asked for',
    risk: `every pod is made anew; one that does not become ready within ${formatSpan(readyWithinMs)} ends it, and what was there before is put back`,
    undo: `what was there before, by another rollout${took}`,
    deadlineMs: boundedDeadline(readyWithinMs, pods),
    unit: subject,
  };
}
