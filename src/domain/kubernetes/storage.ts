import type { Condition, KubernetesObject } from './meta.ts';

/** A volume of the cluster. */
export interface PersistentVolume extends KubernetesObject {
  readonly spec: {
    readonly capacity?: Readonly<Record<string, string>>;
    readonly claimRef?: { readonly namespace: string; readonly name: string };
    /** A folder, or a disk, of a node. */
    readonly hostPath?: { readonly path: string };
    readonly local?: { readonly path: string };
    readonly persistentVolumeReclaimPolicy?: 'Retain' | 'Delete' | 'Recycle';
  };
  readonly status?: { readonly phase?: string; readonly reason?: string; readonly message?: string };
}

/** A claim on a volume. */
export interface PersistentVolumeClaim extends KubernetesObject {
  readonly spec: {
    readonly volumeName?: string;
    readonly storageClassName?: string;
    readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
  };
  readonly status?: {
    readonly phase?: string;
    readonly capacity?: Readonly<Record<string, string>>;
    readonly conditions?: readonly Condition[];
  };
}

/** A class of volumes. */
export interface StorageClass extends KubernetesObject {
  readonly provisioner: string;
  readonly allowVolumeExpansion?: boolean;
}
