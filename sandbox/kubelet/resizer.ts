/** Makes volumes of the sandbox larger when their claims ask for more, in the steps of a CSI resizer and of the kubelet. */

import { type Api, ApiError, type List } from './api.ts';
import { resizeScratch } from './mounts.ts';
import type { ObjectMeta } from './objects.ts';
import { quantity } from './quantity.ts';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly lastTransitionTime?: string;
}

interface PersistentVolumeClaim {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly storageClassName?: string;
    readonly volumeName?: string;
    readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
  };
  readonly status?: {
    readonly phase?: string;
    readonly capacity?: Readonly<Record<string, string>>;
    readonly conditions?: readonly Condition[];
  };
}

interface PersistentVolume {
  readonly spec: {
    readonly capacity?: Readonly<Record<string, string>>;
    readonly hostPath?: { readonly path: string };
  };
}

const path = ({ metadata }: PersistentVolumeClaim): string =>
  `/api/v1/namespaces/${metadata.namespace}/persistentvolumeclaims/${metadata.name}/status`;

/**
 * One pass over the claims of classes that are ours (kubernetes-csi/external-resizer, `resizeAndMarkFinish`): the claim
 * says `Resizing`, the volume gets its new capacity, then the file system grows while it is in use, and the claim has what
 * it asked for. That a class allows it has been checked by the API server. Every kubelet runs it: each step may be repeated.
 */
export async function resizeVolumes(api: Api, ours: ReadonlySet<string>): Promise<void> {
  const { items } = await api.get<List<PersistentVolumeClaim>>('/api/v1/persistentvolumeclaims');
  for (const claim of items.filter(({ spec }) => ours.has(spec.storageClassName ?? ''))) {
    const wanted = claim.spec.resources?.requests?.storage ?? '0';
    const has = claim.status?.capacity?.storage ?? '0';
    if (claim.status?.phase === 'Bound' && quantity(wanted) > quantity(has)) await resize(api, claim, wanted);
  }
}

async function resize(api: Api, claim: PersistentVolumeClaim, storage: string): Promise<void> {
  const volume = `/api/v1/persistentvolumes/${claim.spec.volumeName}`;
  try {
    const now = new Date().toISOString();
    const resizing = { type: 'Resizing', status: 'True', lastTransitionTime: now };
    await api.patch(path(claim), { status: { conditions: [resizing] } });
    const { spec } = await api.get<PersistentVolume>(volume);
    if (quantity(spec.capacity?.storage ?? '0') < quantity(storage))
      await api.patch(volume, { spec: { capacity: { storage } } });
    if (spec.hostPath === undefined) return;
    await resizeScratch(spec.hostPath.path, quantity(storage));
    await api.patch(path(claim), { status: { capacity: { storage }, conditions: [] } });
  } catch (error) {
    // It was deleted, or another kubelet was faster: the next pass looks again.
    if (!(error instanceof ApiError && (error.status === 404 || error.status === 409))) throw error;
  }
}
