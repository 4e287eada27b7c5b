/** A pod's volumes: made before its containers, kept current, and taken away after them. */
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from './api.ts';
import type { PodContext } from './environment.ts';
import { mountScratch, unmountBelow } from './mounts.ts';
import type { Volume, VolumeMount } from './objects.ts';
import { type Projection, type Projector, writeProjection } from './projection.ts';
import { quantity } from './quantity.ts';
import { ensureVolumeFolder } from './storage.ts';

/** Without a `sizeLimit`, an emptyDir holds this much. */
export const EMPTY_DIR_BYTES = 64 * 2 ** 20;
/** Files from the API are small: an object holds 1 MiB. */
const PROJECTED_BYTES = 8 * 2 ** 20;

/** A volume that cannot be had yet. Shown as the event FailedMount; the kubelet tries again. */
export class VolumeError extends Error {
  override readonly name = 'VolumeError';
}

/** What a volume holds and could hold, as `/stats/summary` reports it. */
export interface VolumeUsage {
  readonly name: string;
  readonly claim?: string;
  readonly capacityBytes: number;
  readonly availableBytes: number;
  readonly usedBytes: number;
  readonly inodes: number;
  readonly inodesFree: number;
}

interface MountedVolume {
  readonly volume: Volume;
  readonly folder: string;
  projection?: Projection;
}

interface Claim {
  readonly spec: { readonly volumeName?: string };
  readonly status?: { readonly phase?: string };
}

/** The volumes of one pod, below `folder`. */
export class PodVolumes {
  readonly #folder: string;
  readonly #api: Api;
  readonly #projector: Projector;
  readonly #mounted = new Map<string, MountedVolume>();

  constructor(folder: string, api: Api, projector: Projector) {
    this.#folder = folder;
    this.#api = api;
    this.#projector = projector;
  }

  /** Makes every volume. Throws a `VolumeError` or `ConfigError` that says what is missing; may be called again. */
  async setUp(context: PodContext): Promise<void> {
    for (const volume of context.pod.spec.volumes ?? []) {
      if (!this.#mounted.has(volume.name)) this.#mounted.set(volume.name, await this.#make(volume, context));
    }
  }

  /** Brings the volumes that come from the API up to date. */
  async refresh(context: PodContext): Promise<void> {
    for (const mounted of this.#mounted.values()) {
      if (mounted.projection) await this.#project(mounted, context);
    }
  }

  /** The folder of the machine that a mount of a container shows. Throws for an unknown volume or a sub-path that leaves it. */
  source(mount: VolumeMount, subPath: string): string {
    const mounted = this.#mounted.get(mount.name);
    if (!mounted) throw new VolumeError(`volume "${mount.name}" is not one of the pod's`);
    if (!subPath) return realpathSync(mounted.folder);
    if (subPath.split('/').includes('..'))
      throw new VolumeError(`the sub-path ${subPath} leaves volume "${mount.name}"`);
    const at = join(mounted.folder, subPath);
    if (!lstatSync(at, { throwIfNoEntry: false })) mkdirSync(at, { recursive: true });
    const root = realpathSync(mounted.folder);
    const real = realpathSync(at);
    if (real !== root && !real.startsWith(`${root}/`)) {
      throw new VolumeError(`the sub-path ${subPath} leaves volume "${mount.name}"`);
    }
    return real;
  }

  /** Unmounts what belongs to the pod alone; claims keep what they hold. */
  async tearDown(): Promise<void> {
    await unmountBelow(this.#folder);
    rmSync(this.#folder, { recursive: true, force: true });
    this.#mounted.clear();
  }

  /** The file system figures of every volume. */
  usage(): VolumeUsage[] {
    return [...this.#mounted.values()].map(({ volume, folder }) => {
      const { bsize, blocks, bavail, bfree, files, ffree } = statfsSync(folder);
      const claim = volume.persistentVolumeClaim?.claimName;
      return {
        name: volume.name,
        ...(claim !== undefined && { claim }),
        capacityBytes: blocks * bsize,
        availableBytes: bavail * bsize,
        usedBytes: (blocks - bfree) * bsize,
        inodes: files,
        inodesFree: ffree,
      };
    });
  }

  async #make(volume: Volume, context: PodContext): Promise<MountedVolume> {
    const group = context.pod.spec.securityContext?.fsGroup;
    if (volume.persistentVolumeClaim) {
      const folder = await this.#claimFolder(volume.persistentVolumeClaim.claimName, context);
      if (group !== undefined) share(folder, group);
      return { volume, folder };
    }
    const folder = join(this.#folder, volume.name);
    if (volume.emptyDir) {
      const limit = volume.emptyDir.sizeLimit;
      await mountScratch(folder, limit === undefined ? EMPTY_DIR_BYTES : quantity(limit), '0777');
      if (group !== undefined) share(folder, group);
      return { volume, folder };
    }
    if (!(volume.configMap || volume.secret || volume.downwardAPI || volume.projected)) {
      throw new VolumeError(`volume "${volume.name}" is of a kind that the sandbox does not have`);
    }
    await mountScratch(folder, PROJECTED_BYTES, '0755');
    const mounted: MountedVolume = { volume, folder };
    await this.#project(mounted, context);
    return mounted;
  }

  async #project(mounted: MountedVolume, context: PodContext): Promise<void> {
    const files = await this.#projector.files(mounted.volume, context);
    writeProjection(mounted.folder, files, context.pod.spec.securityContext?.fsGroup, mounted.projection);
    mounted.projection = files;
  }

  async #claimFolder(name: string, context: PodContext): Promise<string> {
    const namespace = context.pod.metadata.namespace ?? '';
    const claim = await this.#api.find<Claim>(`/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}`);
    if (!claim) throw new VolumeError(`persistentvolumeclaim "${name}" not found`);
    if (claim.status?.phase !== 'Bound' || !claim.spec.volumeName) {
      throw new VolumeError(`persistentvolumeclaim "${name}" is not bound`);
    }
    return ensureVolumeFolder(this.#api, claim.spec.volumeName);
  }
}

/** Gives the volume's root to the pod's group, as fsGroup asks; new files inherit it. */
function share(folder: string, group: number): void {
  const { mode } = lstatSync(folder);
  chownSync(folder, 0, group);
  chmodSync(folder, (mode & 0o7777) | 0o2770);
}
