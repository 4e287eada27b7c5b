/** Signs images as cosign does: a simple-signing payload under the tag `sha256-<hex>.sig` (sigstore/cosign, SIGNATURE_SPEC.md). */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Blob, digestOf, MEDIA_TYPES } from './build.ts';
import type { Registry } from './registry.ts';

/** The key that a sandbox signs its images with, kept as long as its registry. */
export interface SigningKey {
  readonly key: KeyObject;
  /** SubjectPublicKeyInfo in PEM, as `cosign public-key` prints it. */
  readonly publicKey: string;
}

const PAYLOAD = 'application/vnd.dev.cosign.simplesigning.v1+json';
const SIGNATURE = 'dev.cosignproject.cosign/signature';

/** The sandbox's signing key; made when there is none. */
export function signingKey(directory: string): SigningKey {
  const file = join(directory, 'image-signing.key');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  const key = createPrivateKey(readFileSync(file, 'utf8'));
  return { key, publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString() };
}

const blob = (bytes: Buffer): Blob => ({ digest: digestOf(bytes), bytes });
const json = (value: object): Blob => blob(Buffer.from(JSON.stringify(value)));

/** The tag under which the signature of an image is. */
export function signatureTag(digest: string): string {
  return `${digest.replace(':', '-')}.sig`;
}

/** Signs what a tag stands for. Answers the digest that was signed. */
export async function signImage(registry: Registry, name: string, tag: string, { key }: SigningKey): Promise<string> {
  const digest = await registry.resolve(name, tag);
  if (digest === undefined) throw new Error(`The registry has no ${name}:${tag} to sign.`);
  const layer = json({
    critical: {
      identity: { 'docker-reference': `${registry.host}/${name}` },
      image: { 'docker-manifest-digest': digest },
      type: 'cosign container image signature',
    },
    optional: null,
  });
  const config = json({ architecture: '', os: '', config: {}, rootfs: { type: 'layers', diff_ids: [layer.digest] } });
  const signature = sign('sha256', layer.bytes, key).toString('base64');
  const manifest = json({
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.manifest,
    config: { mediaType: MEDIA_TYPES.config, digest: config.digest, size: config.bytes.length },
    layers: [
      {
        mediaType: PAYLOAD,
        digest: layer.digest,
        size: layer.bytes.length,
        annotations: { [SIGNATURE]: signature },
      },
    ],
  });
  await registry.push({ name, tag: signatureTag(digest), manifest, config, layer });
  return digest;
}

/** Signs every tag of every image that has none yet; a new key signs all of them again. Answers how many were signed. */
export async function signImages(registry: Registry, names: readonly string[], directory: string): Promise<number> {
  const isNew = !existsSync(join(directory, 'image-signing.key'));
  const key = signingKey(directory);
  let signed = 0;
  for (const name of names) {
    for (const tag of (await registry.tags(name)).filter((one) => !one.startsWith('sha256-'))) {
      const digest = await registry.resolve(name, tag);
      if (digest === undefined) continue;
      if (!isNew && (await registry.resolve(name, signatureTag(digest))) !== undefined) continue;
      await signImage(registry, name, tag, key);
      signed += 1;
    }
  }
  return signed;
}
