/** Builds OCI images (config, one gzip layer, manifest) whose bytes depend on their content alone. */
import { createHash } from 'node:crypto';
import { arch } from 'node:os';
import { gzipSync } from 'node:zlib';
import type { ImageVersion } from './format.ts';
import { type LayerSources, layerEntries, userId } from './layer.ts';
import { writeTar } from './tar.ts';

/** The label whose value, a JSON list, says what the kubelet shows of the machine. */
export const BINDS_LABEL = 'rooivalk.sandbox/binds';

/** Media types of the OCI image specification 1.1. */
export const MEDIA_TYPES = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const;

/** Bytes with their digest (`sha256:…`). */
export interface Blob {
  readonly digest: string;
  readonly bytes: Buffer;
}

/** An image ready to be pushed. */
export interface BuiltImage {
  readonly name: string;
  readonly tag: string;
  readonly manifest: Blob;
  readonly config: Blob;
  readonly layer: Blob;
}

/** The digest by which registries know these bytes. */
export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Builds one tag of an image. */
export function buildImage(version: ImageVersion, sources: LayerSources): BuiltImage {
  const archive = writeTar(layerEntries(version, sources));
  const layer = blob(gzipSync(archive, { level: 9 }));
  const config = blob(json(imageConfig(version, digestOf(archive))));
  const manifest = blob(
    json({
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.manifest,
      config: { mediaType: MEDIA_TYPES.config, digest: config.digest, size: config.bytes.length },
      layers: [{ mediaType: MEDIA_TYPES.layer, digest: layer.digest, size: layer.bytes.length }],
      annotations: { 'org.opencontainers.image.version': version.tag },
    }),
  );
  return { name: version.name, tag: version.tag, manifest, config, layer };
}

function imageConfig(version: ImageVersion, diffId: string): object {
  const id = userId(version, version.user);
  return {
    architecture: arch() === 'x64' ? 'amd64' : arch(),
    os: 'linux',
    config: {
      User: `${id}:${id}`,
      Env: Object.entries(version.env).map(([name, value]) => `${name}=${value}`),
      Entrypoint: version.entrypoint,
      Cmd: version.cmd,
      WorkingDir: version.workdir,
      Labels: {
        ...version.labels,
        'org.opencontainers.image.version': version.tag,
        [BINDS_LABEL]: JSON.stringify(version.binds),
      },
    },
    rootfs: { type: 'layers', diff_ids: [diffId] },
    history: [{ created_by: 'sandbox/images' }],
  };
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function blob(bytes: Buffer): Blob {
  return { digest: digestOf(bytes), bytes };
}
