import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { Platform } from '../configuration/platform.ts';
import type { Workload } from '../kubernetes/objects.ts';
import { type Autoscalers, horizontalOwner, verticalOwner } from './autoscalers.ts';
import {
  type ContainerList,
  type FieldPath,
  imageField,
  replicasField,
  resourcesField,
  templateAnnotationField,
} from './field.ts';
import { ownersOf } from './owner.ts';
import type { Owner } from './ownership.ts';

/** What is to be changed of a workload. */
export type WantedField =
  | { readonly kind: 'image' | 'resources'; readonly list: ContainerList; readonly container: string }
  | { readonly kind: 'replicas' }
  | { readonly kind: 'template-annotation'; readonly name: string };

/** Who owns a field of a workload. */
export interface Ownership {
  /** Whoever else owns it, the most certain first; empty: it may be changed. */
  readonly owners: readonly Owner[];
  /** Owners that the configuration overrides for this workload, and its reason. */
  readonly overridden?: { readonly owners: readonly Owner[]; readonly reason: string };
}

/**
 * Who owns a field of a workload. Autoscalers count for replicas and resources: without them given, these questions are
 * answered by marks and managed fields alone.
 */
export function workloadOwnership(
  kind: WorkloadKind,
  workload: Workload,
  wanted: WantedField,
  { workloads }: Pick<Platform, 'workloads'>,
  autoscalers?: Autoscalers,
): Ownership {
  const question = { field: pathOf(wanted), settled: workloads.fieldManagers };
  const named = { kind, name: workload.metadata.name };
  const scaling = autoscalers && scalingOwner(autoscalers, named, wanted);
  const owners = [...ownersOf(workload, question), ...(scaling === undefined ? [] : [scaling])];
  const override = workloads.ownedOverride.find((one) => one.kind === kind && one.name === named.name);
  if (override === undefined || owners.length === 0) return { owners };
  return { owners: [], overridden: { owners, reason: override.reason } };
}

function pathOf(wanted: WantedField): FieldPath {
  switch (wanted.kind) {
    case 'image':
      return imageField(wanted.list, wanted.container);
    case 'resources':
      return resourcesField(wanted.list, wanted.container);
    case 'replicas':
      return replicasField;
    case 'template-annotation':
      return templateAnnotationField(wanted.name);
  }
}

function scalingOwner(
  autoscalers: Autoscalers,
  workload: { readonly kind: WorkloadKind; readonly name: string },
  wanted: WantedField,
): Owner | undefined {
  if (wanted.kind === 'replicas') return horizontalOwner(autoscalers, workload);
  if (wanted.kind === 'resources') return verticalOwner(autoscalers, workload, wanted.container);
  return undefined;
}
