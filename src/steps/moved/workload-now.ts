import {
  type FieldsByContainer,
  fieldOf,
  type ResourceField,
  sameQuantity,
} from '../../domain/capacity/resource-fields.ts';
import type { Workload } from '../../domain/kubernetes/objects.ts';
import { kindOfRef, workloadResource } from '../../domain/kubernetes/workloads.ts';
import {
  type FieldPath,
  imageField,
  replicasField,
  resourcesField,
  templateAnnotationField,
} from '../../domain/owner/field.ts';
import { type ImagesByContainer, imagesOf } from '../../domain/rollout/images-of.ts';
import type { WorkloadRef } from '../../domain/step/kinds.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { type Held, objectNow, shownValue } from './object-now.ts';

const pausedField: FieldPath = ['f:spec', 'f:paused'];
const templateField: FieldPath = ['f:spec', 'f:template'];

/** What became of a workload; a rollout that somebody has paused is told before all else. */
export function workloadNow(
  cluster: Pick<Cluster, 'get'>,
  ref: WorkloadRef,
  tell: (workload: Workload) => Held | undefined,
): Promise<string | undefined> {
  const resource = workloadResource(kindOfRef(ref));
  return objectNow(cluster, { ...ref, resource }, (workload) =>
    workload.spec.paused === true ? paused : tell(workload),
  );
}

const paused: Held = { words: 'its rollout is paused', field: pausedField };

/** How many pods are wanted now. */
export function replicasNow({ spec }: Workload): Held {
  return { words: `it has ${spec.replicas ?? 1} replicas`, field: replicasField };
}

/** The first image that is neither of these; where all are, the template around them has moved. */
export function imagesNow({ spec }: Workload, from: ImagesByContainer, to: ImagesByContainer): Held {
  const now = imagesOf(spec.template.spec);
  const other = Object.keys(to).find(
    (container) => now[container] !== from[container] && now[container] !== to[container],
  );
  if (other === undefined) return { words: 'its template is another one', field: templateField };
  const name = other.replace(/^init\//, '');
  const list = name === other ? 'containers' : 'initContainers';
  return { words: `its container ${name} has image ${shownValue(now[other])}`, field: imageField(list, name) };
}

/** The first of these fields that holds neither value. */
export function fieldsNow({ spec }: Workload, from: FieldsByContainer, to: FieldsByContainer): Held | undefined {
  for (const [name, fields] of Object.entries(to)) {
    const container = spec.template.spec.containers.find((each) => each.name === name);
    if (container === undefined) return { words: `it has no container ${name}`, field: templateField };
    for (const field of Object.keys(fields) as ResourceField[]) {
      const now = fieldOf(container, field);
      if (sameQuantity(now, from[name]?.[field]) || sameQuantity(now, fields[field])) continue;
      return { words: `its ${field} of ${name} is ${shownValue(now)}`, field: resourcesField('containers', name) };
    }
  }
  return undefined;
}

/** What an annotation of the template is now. */
export function annotationNow(spec: Workload['spec'], annotation: string): Held {
  const now = spec.template.metadata?.annotations?.[annotation];
  return { words: `its annotation ${annotation} is ${shownValue(now)}`, field: templateAnnotationField(annotation) };
}
