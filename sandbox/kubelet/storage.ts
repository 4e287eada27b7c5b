/** Persistent volumes of the sandbox: every claim of the class `sandbox` gets a size-limited folder in memory. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from '../toolchain/lock.ts';
import { type Api, ApiError, type List } from './api.ts';
import { mountScratch, mountsBelow, unmountBelow } from './mounts.ts';
import type { ObjectMeta } from './objects.ts';
import { quantity } from './quantity.ts';
import { resizeVolumes } from './resizer.ts';

/** The provisioner that the StorageClass names. */
export const PROVISIONER = 'rooivalk.sandbox/memory';

const VOLUMES = '/api/v1/persistentvolumes';

interface StorageClass {
  readonly metadata: ObjectMeta;
  readonly provisioner: string;
  readonly reclaimPolicy?: string;
}

interface PersistentVolumeClaim {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly storageClassName?: string;
    readonly volumeName?: string;
    readonly accessModes?: readonly string[];
    readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
  };
  readonly status?: { readonly phase?: string };
}

interface PersistentVolume {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly capacity?: Readonly<Record<string, string>>;
    readonly hostPath?: { readonly path: string };
    readonly persistentVolumeReclaimPolicy?: string;
  };
  readonly status?: { readonly phase?: string };
}

/** The folder of a volume, mounted if it is not (a sandbox that was stopped lost its memory). */
export async function ensureVolumeFolder(api: Api, name: string): Promise<string> {
  const volume = await api.get<PersistentVolume>(`${VOLUMES}/${name}`);
  const path = volume.spec.hostPath?.path;
  if (!path) throw new Error(`persistentvolume "${name}" is not one of the sandbox's`);
  await mountVolume(path, quantity(volume.spec.capacity?.storage ?? '0'));
  return path;
}

/** Kubelets of all nodes share the folders, so only one at a time looks and mounts. */
async function mountVolume(path: string, size: number): Promise<void> {
  await withLock(join(dirname(path), '.lock'), () => mountScratch(path, size, '0755'));
}

/**
 * Serves the class. Every kubelet runs it, which needs no leader: a volume's name
 * comes from its claim's uid, so the second to create it is refused and content with that.
 */
export class Provisioner {
  readonly #api: Api;
  readonly #folder: string;

  constructor(api: Api, folder: string) {
    this.#api = api;
    this.#folder = folder;
  }

  /** Removes the empty folders of volumes that a sandbox before this one had. */
  async clear(): Promise<void> {
    if (!existsSync(this.#folder)) return;
    await withLock(join(this.#folder, '.lock'), async () => {
      for (const name of readdirSync(this.#folder).filter((each) => each.startsWith('pvc-'))) {
        const path = join(this.#folder, name);
        if (mountsBelow(path).length === 0) rmSync(path, { recursive: true, force: true });
      }
    });
  }

  /** One pass over the claims and volumes. */
  async pass(): Promise<void> {
    const classes = await this.#api.get<List<StorageClass>>('/apis/storage.k8s.io/v1/storageclasses');
    const ours = new Map(classes.items.filter((c) => c.provisioner === PROVISIONER).map((c) => [c.metadata.name, c]));
    const claims = await this.#api.get<List<PersistentVolumeClaim>>('/api/v1/persistentvolumeclaims');
    for (const claim of claims.items) {
      const of = ours.get(claim.spec.storageClassName ?? '');
      if (of && !claim.spec.volumeName && claim.status?.phase === 'Pending') await this.#provision(claim, of);
    }
    await resizeVolumes(this.#api, new Set(ours.keys()));
    const volumes = await this.#api.get<List<PersistentVolume>>(VOLUMES);
    for (const volume of volumes.items) {
      const by = volume.metadata.annotations?.['pv.kubernetes.io/provisioned-by'];
      const releasable = volume.spec.persistentVolumeReclaimPolicy === 'Delete' && volume.status?.phase === 'Released';
      if (by === PROVISIONER && releasable) await this.#remove(volume);
    }
  }

  async #provision(claim: PersistentVolumeClaim, of: StorageClass): Promise<void> {
    const { metadata, spec } = claim;
    const name = `pvc-${metadata.uid}`;
    const storage = spec.resources?.requests?.storage ?? '64Mi';
    const path = join(this.#folder, name);
    mkdirSync(this.#folder, { recursive: true });
    await mountVolume(path, quantity(storage));
    const volume = {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name, annotations: { 'pv.kubernetes.io/provisioned-by': PROVISIONER } },
      spec: {
        capacity: { storage },
        accessModes: spec.accessModes ?? ['ReadWriteOnce'],
        persistentVolumeReclaimPolicy: of.reclaimPolicy ?? 'Delete',
        storageClassName: of.metadata.name,
        hostPath: { path, type: 'Directory' },
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          namespace: metadata.namespace,
          name: metadata.name,
          uid: metadata.uid,
        },
      },
    };
    if (await ignoring(409, () => this.#api.create(VOLUMES, volume))) return;
    // Another kubelet was faster; one with another folder made the volume there.
    const made = await this.#api.find<PersistentVolume>(`${VOLUMES}/${name}`);
    if (made && made.spec.hostPath?.path !== path) await unmountBelow(path);
  }

  async #remove(volume: PersistentVolume): Promise<void> {
    await ignoring(404, () => this.#api.delete(`${VOLUMES}/${volume.metadata.name}`));
    const path = volume.spec.hostPath?.path;
    if (!path || !existsSync(path)) return;
    await unmountBelow(path);
    rmSync(path, { recursive: true, force: true });
  }
}

/** True when the work was done, false when the server refused it with this status. */
async function ignoring(status: number, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof ApiError && error.status === status)) throw error;
    return false;
  }
}
