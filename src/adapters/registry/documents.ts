import { createHash } from 'node:crypto';
import {
  type Descriptor,
  type ImageIndex,
  type ImageManifest,
  manifestTypes,
  maxManifestBytes,
  parseManifest,
} from '../../domain/image/manifest.ts';
import { isDigest } from '../../domain/image/reference.ts';
import type { Digest } from '../../domain/json.ts';
import { PortError } from '../../ports/port-error.ts';
import type { RegistryClient } from './client.ts';

/** A manifest or index, under the digest of the very bytes that were read. */
export interface ReadManifest {
  readonly digest: Digest;
  readonly content: ImageIndex | ImageManifest;
}

const accept = Object.values(manifestTypes).join(', ');

/** Read what a tag or digest stands for, and verify it. Undefined: there is none. */
export async function readManifest(
  client: RegistryClient,
  repository: string,
  tagOrDigest: string,
): Promise<ReadManifest | undefined> {
  const path = `manifests/${tagOrDigest}`;
  const answer = await client.get({ repository, path, accept, maxBytes: maxManifestBytes });
  if (answer.status === 404) return undefined;
  const subject = `${repository} ${tagOrDigest} of ${client.subject}`;
  const digest = digestOf(answer.body);
  const said = answer.headers['docker-content-digest'];
  if (isDigest(tagOrDigest) && tagOrDigest !== digest) throw wrongBytes(subject, digest);
  // a registry may name the content by another algorithm; then there is nothing to compare
  if (typeof said === 'string' && isDigest(said) && said !== digest) throw wrongBytes(subject, digest);
  const content = parseManifest(answer.body.toString('utf8'), answer.headers['content-type'] ?? '');
  if (typeof content !== 'string') return { digest, content };
  throw new PortError({ code: 'invalid', subject, message: `the manifest of ${subject} cannot be used: ${content}` });
}

/** The bytes that a descriptor names, verified by digest; at most `maxBytes`. */
export async function readBlob(
  client: RegistryClient,
  repository: string,
  { digest, size }: Pick<Descriptor, 'digest' | 'size'>,
  maxBytes: number,
): Promise<Buffer> {
  const subject = `${repository} ${digest} of ${client.subject}`;
  if (size > maxBytes) {
    throw new PortError({ code: 'invalid', subject, message: `${subject} has ${size} bytes, more than ${maxBytes}` });
  }
  const { status, body } = await client.get({ repository, path: `blobs/${digest}`, maxBytes });
  if (status === 404) {
    throw new PortError({
      code: 'not-found',
      subject,
      message: `${subject} is named by a manifest and does not exist`,
    });
  }
  const actual = digestOf(body);
  if (actual !== digest) throw wrongBytes(subject, actual);
  return body;
}

/** SHA-256 of bytes as registries write it. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

const wrongBytes = (subject: string, actual: Digest): PortError =>
  new PortError({
    code: 'invalid',
    subject,
    message: `the bytes of ${subject} are others than their digest says (they are ${actual.slice(0, 19)}…)`,
    next: 'do not use this registry until its keeper has explained it',
  });
