import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { WorkloadRef } from '../step/kinds.ts';
import type { Workload } from './objects.ts';
import { type Resource, resources } from './resources.ts';

const resourceByKind = {
  Deployment: resources.deployments,
  StatefulSet: resources.statefulSets,
  DaemonSet: resources.daemonSets,
} as const satisfies Record<WorkloadKind, Resource<Workload>>;

const kindByPlural: Readonly<Record<WorkloadRef['resource'], WorkloadKind>> = {
  deployments: 'Deployment',
  statefulsets: 'StatefulSet',
  daemonsets: 'DaemonSet',
};

/** The resource of a kind of workload. */
export function workloadResource(kind: WorkloadKind): Resource<Workload> {
  return resourceByKind[kind];
}

/** The kind of the workload that a step names. */
export function kindOfRef({ resource }: Pick<WorkloadRef, 'resource'>): WorkloadKind {
  return kindByPlural[resource];
}

/** A workload as a step names it. */
export function workloadRef(kind: WorkloadKind, { metadata }: Workload): WorkloadRef {
  const resource = resourceByKind[kind].plural as WorkloadRef['resource'];
  return { resource, namespace: metadata.namespace ?? '', name: metadata.name, uid: metadata.uid };
}

/** A workload as reports and kubectl name it: `deployment/api-gateway`. */
export function workloadWord(kind: WorkloadKind, name: string): string {
  return `${kind.toLowerCase()}/${name}`;
}
