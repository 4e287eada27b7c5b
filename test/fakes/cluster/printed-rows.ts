import type { ContainerStatus, KubernetesObject, Node, Pod, Workload } from '../../../src/domain/kubernetes/objects.ts';
import type { Resource } from '../../../src/domain/kubernetes/resources.ts';
import type { TableRow } from '../../../src/ports/cluster.ts';

type Cells = Record<string, string | number>;

/** Why a container is not running, as `kubectl` prints it. */
function containerReason({ state }: ContainerStatus): string | undefined {
  if (state?.waiting?.reason !== undefined) return state.waiting.reason;
  if (state?.terminated === undefined) return undefined;
  return state.terminated.reason ?? `ExitCode:${state.terminated.exitCode}`;
}

/** The STATUS column of a pod (`printPod` of the API server, without init containers). */
function podStatus(pod: Pod): string {
  if (pod.metadata.deletionTimestamp !== undefined) return 'Terminating';
  let status = pod.status?.reason ?? pod.status?.phase ?? 'Unknown';
  for (const container of [...(pod.status?.containerStatuses ?? [])].reverse()) {
    status = containerReason(container) ?? status;
  }
  return status;
}

function podCells(pod: Pod): Cells {
  const statuses = pod.status?.containerStatuses ?? [];
  return {
    ready: `${statuses.filter(({ ready }) => ready).length}/${pod.spec.containers.length}`,
    status: podStatus(pod),
    restarts: String(statuses.reduce((sum, { restartCount }) => sum + restartCount, 0)),
    ip: pod.status?.podIP ?? '<none>',
    node: pod.spec.nodeName ?? '<none>',
  };
}

const replicaCells = ({ spec, status }: Workload): Cells => ({
  ready: `${status?.readyReplicas ?? 0}/${spec.replicas ?? 1}`,
});

const cellsByResource: Readonly<Record<string, (object: never) => Cells>> = {
  pods: podCells,
  deployments: (workload: Workload) => ({
    ...replicaCells(workload),
    'up-to-date': workload.status?.updatedReplicas ?? 0,
    available: workload.status?.availableReplicas ?? 0,
  }),
  statefulsets: replicaCells,
  daemonsets: ({ status }: Workload) => ({
    desired: status?.desiredNumberScheduled ?? 0,
    ready: status?.numberReady ?? 0,
  }),
  nodes: ({ spec, status }: Node) => {
    const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True' ? 'Ready' : 'NotReady';
    return { status: spec?.unschedulable === true ? `${ready},SchedulingDisabled` : ready };
  },
  secrets: ({ type, data }: { type?: string; data?: object }) => ({
    type: type ?? 'Opaque',
    data: Object.keys(data ?? {}).length,
  }),
};

/** The API server's table row for an object: the columns that tasks may read, and the name. */
export function printedRow(resource: Resource, object: KubernetesObject): TableRow {
  const { name, namespace } = object.metadata;
  const cells = cellsByResource[resource.plural]?.(object as never) ?? {};
  return { name, ...(namespace === undefined ? {} : { namespace }), cells: { name, ...cells } };
}
