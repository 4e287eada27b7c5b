import {
  type FieldsByContainer,
  type FieldValues,
  fieldOf,
  holdsFields,
  type ResourceField,
  sameQuantity,
} from '../../domain/capacity/resource-fields.ts';
import type { Container, Workload } from '../../domain/kubernetes/objects.ts';
import { kindOfRef, workloadResource } from '../../domain/kubernetes/workloads.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { readWorkload } from '../../observation/workloads.ts';
import type { JsonPatchOperation } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { StepContext } from '../executor.ts';
import { settleLost } from '../rollout/settle-lost.ts';

type SetResourcesStep = StepOf<'set-resources'>;

/**
 * Set fields of containers' resources, in one request that tests the uid and, field by field, the value that is to be
 * there: a workload in which somebody has changed one of them since is left alone, other changes of it do not matter.
 */
export async function patchFields(
  { ports: { cluster }, pause }: StepContext<'cluster'>,
  step: SetResourcesStep,
  from: FieldsByContainer,
  to: FieldsByContainer,
): Promise<void> {
  const { namespace, name, uid } = step.parameters;
  const workload = await readWorkload(cluster, step.parameters);
  if (workload === undefined) throw moved(step, 'was removed or made anew');
  const operations: readonly JsonPatchOperation[] = [
    { op: 'test', path: '/metadata/uid', value: uid },
    { op: 'test', path: '/spec/paused', value: null },
    ...Object.entries(to).flatMap(([container, fields]) => inContainer(step, workload, container, from, fields)),
  ];
  await settleLost(
    () => cluster.patch(workloadResource(kindOfRef(step.parameters)), namespace, name, operations),
    async () => {
      const now = await readWorkload(cluster, step.parameters);
      return now !== undefined && holdsFields(now.spec.template.spec, to);
    },
    pause,
  );
}

function inContainer(
  step: SetResourcesStep,
  workload: Workload,
  name: string,
  from: FieldsByContainer,
  fields: FieldValues,
): readonly JsonPatchOperation[] {
  const { containers } = workload.spec.template.spec;
  const index = containers.findIndex((container) => container.name === name);
  const container = containers[index];
  if (container === undefined) throw moved(step, `lost its container ${name}`);
  const at = `/spec/template/spec/containers/${index}`;
  const operations: JsonPatchOperation[] = [{ op: 'test', path: `${at}/name`, value: name }];
  for (const [field, value] of Object.entries(fields)) {
    const now = fieldOf(container, field as ResourceField);
    if (!sameQuantity(now, from[name]?.[field as ResourceField])) throw moved(step, `got another ${field} of ${name}`);
    operations.push(...change(container, operations, at, field, now, value ?? null));
  }
  return operations;
}

/** Test what a field holds, as it is written there, and set or remove it; what it stands in is made where it is missing. */
function change(
  { resources }: Container,
  before: readonly JsonPatchOperation[],
  at: string,
  field: string,
  now: string | null,
  value: string | null,
): readonly JsonPatchOperation[] {
  const [group = '', key = ''] = field.split('.');
  const path = `${at}/resources/${group}/${key}`;
  if (value === null) {
    return now === null
      ? []
      : [
          { op: 'test', path, value: now },
          { op: 'remove', path },
        ];
  }
  const parents = [`${at}/resources`, `${at}/resources/${group}`];
  const there = [resources !== undefined, resources?.[group as 'requests' | 'limits'] !== undefined];
  const made = parents.filter(
    (parent, depth) => !there[depth] && !before.some((each) => each.op === 'add' && each.path === parent),
  );
  const missing = made.flatMap((parent): JsonPatchOperation[] => [
    { op: 'test', path: parent, value: null },
    { op: 'add', path: parent, value: {} },
  ]);
  return [...missing, { op: 'test', path, value: now }, { op: 'add', path, value }];
}

/** The error when the workload is no longer what the plan saw. Nothing was changed then. */
function moved({ subject }: SetResourcesStep, what: string): PortError {
  return new PortError({
    code: 'conflict',
    subject,
    message: `${subject} ${what} since it was looked at`,
    next: 'plan again',
  });
}
