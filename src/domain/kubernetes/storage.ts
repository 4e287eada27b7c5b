import type { Condition, KubernetesObject } from './meta.ts';

/** What a node must be like. */
interface NodeSelectorTerm {
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** A volume of the cluster. */
export interface PersistentVolume extends KubernetesObject {
  readonly spec: {
    readonly capacity?: Readonly<Record<string, string>>;
    readonly claimRef?: { readonly namespace: string; readonly name: string };
    /** A folder, or a disk, of a node. */
    readonly hostPath?: { readonly path: string };
    readonly local?: { readonly path: string };
    /** From which nodes it can be used. */
    readonly nodeAffinity?: { readonly required?: { readonly nodeSelectorTerms?: readonly NodeSelectorTerm[] } };
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

/** The node that a volume is on, by name; undefined where it does not name exactly one. */
export function nodeOfVolume({ spec }: PersistentVolume): string | undefined {
  const terms = spec.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  const [only, ...more] = terms.flatMap(({ matchExpressions = [] }) =>
    matchExpressions.flatMap(({ key, operator, values = [] }) =>
      key === 'kubernetes.io/hostname' && operator === 'In' ? values : [],
    ),
  );
  return terms.length === 1 && more.length === 0 ? only : undefined;
}
