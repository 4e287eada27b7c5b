import { z } from 'zod';
import type { Digest } from '../json.ts';
import type { ImagePlatform } from './platforms.ts';
import { isDigest } from './reference.ts';

/** Media types of manifests (OCI image specification 1.1, Docker image manifest V2 schema 2). */
export const manifestTypes = {
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  ociManifest: 'application/vnd.oci.image.manifest.v1+json',
  dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
} as const;

/** The most of a manifest, index or config that is read, bytes: what registries themselves accept (distribution). */
export const maxManifestBytes = 4 * 1024 * 1024;
/** The most entries of an index, or layers of a manifest. */
export const maxEntries = 1_000;

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value));
const annotations = z.record(z.string(), z.string()).optional();

const descriptor = z.object({
  mediaType: z.string().max(255),
  digest,
  size: z.number().int().nonnegative(),
  artifactType: z.string().max(255).optional(),
  annotations,
});

/** Where some bytes are, how many they are, and what they must hash to. */
export type Descriptor = z.output<typeof descriptor>;

const platform = z.object({
  os: z.string().max(64),
  architecture: z.string().max(64),
  variant: z.string().max(64).optional(),
});

const indexShape = z.object({
  schemaVersion: z.literal(2),
  mediaType: z.string().optional(),
  manifests: z.array(descriptor.extend({ platform: platform.optional() })).max(maxEntries),
});

const manifestShape = z.object({
  schemaVersion: z.literal(2),
  mediaType: z.string().optional(),
  artifactType: z.string().max(255).optional(),
  config: descriptor,
  layers: z.array(descriptor).max(maxEntries),
  annotations,
});

/** An index: one image for several platforms, or what refers to an image. */
export interface ImageIndex {
  readonly kind: 'index';
  readonly manifests: readonly (Descriptor & { readonly platform?: ImagePlatform | undefined })[];
}

/** One image, or an artifact that has its form. */
export interface ImageManifest {
  readonly kind: 'image';
  readonly artifactType?: string | undefined;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

const indexTypes: readonly string[] = [manifestTypes.ociIndex, manifestTypes.dockerList];
const imageTypes: readonly string[] = [manifestTypes.ociManifest, manifestTypes.dockerManifest];

/**
 * Read a manifest or an index of either family. The content type of the answer decides what it is, and the document must
 * agree (a document that can be read as both is an attack: CVE-2021-41190). A string says what is wrong with it.
 */
export function parseManifest(text: string, contentType: string): ImageIndex | ImageManifest | string {
  const type = contentType.split(';')[0]?.trim() ?? '';
  const value = parsedJson(text);
  if (value === undefined) return 'it is no JSON object';
  if ('mediaType' in value && value.mediaType !== type) return `it says that it is another type than ${shown(type)}`;
  if ('manifests' in value && ('layers' in value || 'config' in value)) return 'it is index and manifest at once';
  if (indexTypes.includes(type)) {
    const read = indexShape.safeParse(value);
    return read.success ? { kind: 'index', manifests: read.data.manifests } : problemOf(read.error);
  }
  if (!imageTypes.includes(type)) return `its type ${shown(type)} is not supported`;
  const read = manifestShape.safeParse(value);
  if (!read.success) return problemOf(read.error);
  const { artifactType, config, layers } = read.data;
  return { kind: 'image', artifactType, config, layers };
}

/** The platforms of an index; entries without one, or for `unknown` (attestations), are none. */
export function platformsOf({ manifests }: ImageIndex): readonly ImagePlatform[] {
  return manifests.flatMap(({ platform: one }) => (one === undefined || one.os === 'unknown' ? [] : [one]));
}

/** What a config blob says of the platform of its image. */
export function parseConfig(text: string): ImagePlatform | string {
  const read = platform.safeParse(parsedJson(text));
  return read.success ? (read.data as ImagePlatform) : 'its config names no platform';
}

function parsedJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const problemOf = (error: z.ZodError): string =>
  `its field ${error.issues[0]?.path.map(String).join('.').slice(0, 80) || 'schemaVersion'} is not as it must be`;

const shown = (type: string): string => (/^[\w./+-]{1,100}$/.test(type) ? type : '(none)');
