import type { Pod } from '../domain/kubernetes/objects.ts';
import { ownerOf } from '../domain/kubernetes/pod-owner.ts';
import { containerOf, isReady } from '../domain/kubernetes/pods.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import type { ContainerRef } from '../domain/step/kinds.ts';
import type { Cluster } from '../ports/cluster.ts';

/** Which pods a configuration entry means. */
export interface PodSelection {
  readonly namespace: string;
  readonly selector: string;
  /** Absent: the pod's default container. */
  readonly container?: string;
}

/** A pod that can be worked on, with the container that is meant. */
export interface SelectedPod {
  readonly pod: string;
  readonly ref: ContainerRef;
  /** The pod, and its container where that is not its default one: `pod/node-0`, `pod/node-0 container proxy`. */
  readonly place: string;
  /** What findings about it are filed under: its place, with the workload where the pod's name does not outlive a rollout. */
  readonly subject: string;
}

/** The pods of a selection: those that can be worked on, and those that cannot, with the reason. */
export interface SelectedPods {
  readonly ready: readonly SelectedPod[];
  readonly skipped: readonly { readonly pod: string; readonly why: string }[];
}

/** Every pod of the selection, not the first: sorted by name, each with the container that is meant. */
export async function selectPods(cluster: Cluster, selection: PodSelection): Promise<SelectedPods> {
  const ready: SelectedPod[] = [];
  const skipped: { pod: string; why: string }[] = [];
  const { namespace } = selection;
  const query = { resource: resources.pods, namespace, labels: selection.selector };
  for await (const pod of cluster.list(query)) {
    const why = unusable(pod);
    const container = containerOf(pod, selection.container);
    if (why !== undefined) skipped.push({ pod: pod.metadata.name, why });
    else if (container === undefined)
      skipped.push({ pod: pod.metadata.name, why: `it has no container ${selection.container}` });
    else {
      const { name, uid: podUid } = pod.metadata;
      const which = container === containerOf(pod) ? '' : ` container ${container}`;
      const ref = { namespace, pod: name, podUid, container };
      ready.push({ pod: name, ref, place: `pod/${name}${which}`, subject: `${ownerOf(pod).owner}${which}` });
    }
  }
  const byName = (a: { pod: string }, b: { pod: string }) => (a.pod < b.pod ? -1 : 1);
  return { ready: ready.sort(byName), skipped: skipped.sort(byName) };
}

function unusable(pod: Pod): string | undefined {
  if (pod.metadata.deletionTimestamp !== undefined) return 'it is being deleted';
  if (isReady(pod)) return undefined;
  const waiting = pod.status?.containerStatuses?.find((status) => status.state?.waiting)?.state?.waiting?.reason;
  return `it is not ready (${waiting ?? pod.status?.phase ?? 'no status'})`;
}

/** Whether the pod that a plan saw is still that pod, and ready. Undefined when it is; else what it is now. */
export async function podMoved(cluster: Cluster, ref: ContainerRef): Promise<string | undefined> {
  const pod = await cluster.get(resources.pods, ref.namespace, ref.pod);
  if (pod === undefined) return `pod/${ref.pod} no longer exists`;
  if (pod.metadata.uid !== ref.podUid) return `pod/${ref.pod} was replaced`;
  const why = unusable(pod);
  return why === undefined ? undefined : `pod/${ref.pod}: ${why}`;
}
