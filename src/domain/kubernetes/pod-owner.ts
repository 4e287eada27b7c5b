import type { Pod } from './objects.ts';

/** Whose a pod is. */
export interface PodOwner {
  /** What findings about the pod are filed under: `deployment/api-gateway`, or the pod itself where its name is stable. */
  readonly owner: string;
  /** The workload that it belongs to: `statefulset/postgres`. */
  readonly workload: string;
}

/** `deployment/api-gateway` */
export function workloadSubject(kind: string, name: string): string {
  return `${kind.toLowerCase()}/${name}`;
}

/** Whose it is, without the random parts of names: the same finding must be found again tomorrow. */
export function ownerOf(pod: Pod): PodOwner {
  const { name, labels = {}, ownerReferences = [] } = pod.metadata;
  const controller = ownerReferences.find((reference) => reference.controller === true);
  switch (controller?.kind) {
    case 'ReplicaSet': {
      const hash = labels['pod-template-hash'];
      const suffix = `-${hash}`;
      const plain =
        hash !== undefined && controller.name.endsWith(suffix)
          ? controller.name.slice(0, -suffix.length)
          : controller.name;
      const workload = workloadSubject('Deployment', plain);
      return { owner: workload, workload };
    }
    case 'StatefulSet':
      return { owner: `pod/${name}`, workload: workloadSubject('StatefulSet', controller.name) };
    case 'Job': {
      const workload = `job/${controller.name.replace(/-\d{6,}$/, '')}`;
      return { owner: workload, workload };
    }
    case undefined:
      return { owner: `pod/${name}`, workload: `pod/${name}` };
    default: {
      const workload = workloadSubject(controller?.kind ?? '', controller?.name ?? '');
      return { owner: workload, workload };
    }
  }
}

/** Evidence about a pod that is filed under `owner`: it names the pod, unless that is what it is filed under. */
export function evidenceOf(pod: string, owner: string, evidence: string): string {
  return owner.startsWith('pod/') ? evidence : `${pod}: ${evidence}`;
}
