/** The fields of Kubernetes objects that the product reads. Objects are read as raw JSON, so unknown fields stay. */

import type { Condition, KubernetesObject, LabelSelector, ObjectMeta } from './meta.ts';
import type { Affinity, Toleration, TopologySpread } from './scheduling.ts';
import type { PersistentVolumeClaim } from './storage.ts';

export type * from './bounds.ts';
export type * from './meta.ts';
export type * from './scheduling.ts';
export type * from './storage.ts';

/** A container as the template says it. */
export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number; readonly protocol?: string }[];
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly?: boolean;
    /** One file or folder of the volume alone: the kubelet never renews that. */
    readonly subPath?: string;
    readonly subPathExpr?: string;
  }[];
  readonly resources?: ContainerResources;
  /** `Always` of an init container: it runs beside the others (a sidecar). */
  readonly restartPolicy?: string;
  readonly env?: readonly {
    readonly name: string;
    /** In plain text, whatever it is: never shown. */
    readonly value?: string;
    readonly valueFrom?: { readonly configMapKeyRef?: ConfigReference; readonly secretKeyRef?: ConfigReference };
  }[];
  readonly envFrom?: readonly { readonly configMapRef?: ConfigReference; readonly secretRef?: ConfigReference }[];
}

/** A ConfigMap or Secret that a container refers to by name; `optional`: it need not be there. */
export interface ConfigReference {
  readonly name?: string;
  readonly optional?: boolean;
}

/** What a container asks for and what it may have, by resource, as quantities. */
export interface ContainerResources {
  readonly requests?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, string>>;
}

/** A container as it runs. */
export interface ContainerStatus {
  readonly name: string;
  readonly ready: boolean;
  readonly restartCount: number;
  readonly image: string;
  readonly imageID: string;
  readonly started?: boolean;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
}

/** The three states of a container. */
export interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly running?: { readonly startedAt?: string };
  readonly terminated?: {
    readonly exitCode: number;
    readonly reason?: string;
    readonly startedAt?: string;
    readonly finishedAt?: string;
  };
}

/** A pod. */
export interface Pod extends KubernetesObject {
  readonly spec: {
    readonly nodeName?: string;
    readonly containers: readonly Container[];
    readonly initContainers?: readonly Container[];
    readonly volumes?: readonly {
      readonly name: string;
      readonly persistentVolumeClaim?: { readonly claimName: string };
      readonly configMap?: ConfigReference;
      readonly secret?: { readonly secretName?: string; readonly optional?: boolean };
      readonly projected?: {
        readonly sources?: readonly { readonly configMap?: ConfigReference; readonly secret?: ConfigReference }[];
      };
    }[];
    readonly imagePullSecrets?: readonly ConfigReference[];
    readonly terminationGracePeriodSeconds?: number;
    readonly priorityClassName?: string;
    /** What the pod itself takes besides its containers (RuntimeClass). */
    readonly overhead?: Readonly<Record<string, string>>;
    readonly nodeSelector?: Readonly<Record<string, string>>;
    readonly tolerations?: readonly Toleration[];
    readonly affinity?: Affinity;
    readonly topologySpreadConstraints?: readonly TopologySpread[];
  };
  readonly status?: {
    readonly phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
    readonly reason?: string;
    readonly podIP?: string;
    readonly startTime?: string;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

/** A Secret; `data` values are base64. */
export interface Secret extends KubernetesObject {
  readonly type?: string;
  readonly immutable?: boolean;
  readonly data?: Readonly<Record<string, string>>;
}

/** A ConfigMap. */
export interface ConfigMap extends KubernetesObject {
  readonly data?: Readonly<Record<string, string>>;
  readonly immutable?: boolean;
}

/** A node. */
export interface Node extends KubernetesObject {
  readonly spec?: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  };
  readonly status?: {
    readonly conditions?: readonly Condition[];
    readonly allocatable?: Readonly<Record<string, string>>;
    readonly capacity?: Readonly<Record<string, string>>;
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
    readonly nodeInfo?: { readonly operatingSystem: string; readonly architecture: string };
  };
}

/** What a node uses now, from `metrics.k8s.io`. */
export interface NodeMetrics extends KubernetesObject {
  readonly timestamp?: string;
  readonly window?: string;
  readonly usage: Readonly<Record<string, string>>;
}

/** What the containers of a pod use now, from `metrics.k8s.io`. */
export interface PodMetrics extends KubernetesObject {
  readonly timestamp?: string;
  readonly window?: string;
  readonly containers: readonly { readonly name: string; readonly usage: Readonly<Record<string, string>> }[];
}

/** How a workload replaces its pods. */
export interface UpdateStrategy {
  /** `Recreate` of Deployments, `OnDelete` of the others, `RollingUpdate` of all. */
  readonly type?: 'RollingUpdate' | 'Recreate' | 'OnDelete';
  readonly rollingUpdate?: {
    readonly partition?: number;
    readonly maxUnavailable?: number | string;
    readonly maxSurge?: number | string;
  };
}

/** Deployment, StatefulSet or DaemonSet: the fields that tell desired from ready. */
export interface Workload extends KubernetesObject {
  readonly spec: {
    readonly replicas?: number;
    readonly paused?: boolean;
    /** Only of a StatefulSet. */
    readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
    /** Of a Deployment: how old pods are replaced. */
    readonly strategy?: UpdateStrategy;
    /** Of a StatefulSet or DaemonSet: the same. */
    readonly updateStrategy?: UpdateStrategy;
    readonly progressDeadlineSeconds?: number;
    /** Only of a StatefulSet: the number of its first pod, and the claims that each pod gets. */
    readonly ordinals?: { readonly start?: number };
    readonly volumeClaimTemplates?: readonly {
      readonly metadata: { readonly name: string };
      readonly spec: PersistentVolumeClaim['spec'];
    }[];
    readonly selector: LabelSelector;
    readonly template: { readonly metadata?: Partial<ObjectMeta>; readonly spec: Pod['spec'] };
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
    readonly currentRevision?: string;
    readonly updateRevision?: string;
    readonly desiredNumberScheduled?: number;
    readonly numberReady?: number;
    readonly updatedNumberScheduled?: number;
    readonly conditions?: readonly Condition[];
  };
}

/** A Service. */
export interface Service extends KubernetesObject {
  readonly spec: {
    readonly clusterIP?: string;
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly {
      readonly name?: string;
      readonly port: number;
      readonly targetPort?: number | string;
    }[];
  };
}

/** An Ingress. */
export interface Ingress extends KubernetesObject {
  readonly spec: {
    readonly tls?: readonly { readonly hosts?: readonly string[]; readonly secretName?: string }[];
    readonly rules?: readonly { readonly host?: string }[];
  };
}

/** A Job. */
export interface Job extends KubernetesObject {
  readonly status?: {
    readonly succeeded?: number;
    readonly failed?: number;
    readonly active?: number;
    readonly conditions?: readonly Condition[];
  };
}

/** A Lease (coordination.k8s.io). */
export interface Lease extends KubernetesObject {
  readonly spec?: {
    readonly holderIdentity?: string;
    readonly leaseDurationSeconds?: number;
    readonly acquireTime?: string;
    readonly renewTime?: string;
    readonly leaseTransitions?: number;
  };
}

/** What a part of the cluster has to say about an object (core/v1). */
export interface Event extends KubernetesObject {
  readonly involvedObject: { readonly kind?: string; readonly name?: string; readonly uid?: string };
  readonly type?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly count?: number;
  readonly lastTimestamp?: string;
  readonly eventTime?: string;
}
