import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { manifestTypes } from '../../../src/domain/image/manifest.ts';
import type { Digest } from '../../../src/domain/json.ts';

/** A document of a registry: its bytes, and the type under which they are sent. */
export interface MadeDocument {
  readonly digest: Digest;
  readonly type: string;
  readonly bytes: Buffer;
}

/** SHA-256 as registries write it. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

const made = (type: string, value: object | Buffer): MadeDocument => {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
  return { digest: digestOf(bytes), type, bytes };
};

const descriptor = ({ type, digest, bytes }: MadeDocument, more: object = {}) => ({
  mediaType: type,
  digest,
  size: bytes.byteLength,
  ...more,
});

/** A key pair as cosign makes them. */
export function makeKey(curve: 'P-256' | 'P-384' = 'P-256'): { readonly pem: string; readonly key: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
  return { pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(), key: privateKey };
}

/** What a scan of an image is attested as. */
export const scanPredicate = 'https://cosign.sigstore.dev/attestation/vuln/v1';

/** A DSSE envelope around an in-toto statement about an image. */
function envelope(about: Digest, key: KeyObject, predicateType: string, predicate: object): object {
  const payloadType = 'application/vnd.in-toto+json';
  const payload = Buffer.from(
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ digest: { sha256: about.slice('sha256:'.length) } }],
      predicateType,
      predicate,
    }),
  );
  const encoded = `DSSEv1 ${payloadType.length} ${payloadType} ${payload.byteLength} `;
  const sig = sign('sha256', Buffer.concat([Buffer.from(encoded), payload]), key).toString('base64');
  return { payload: payload.toString('base64'), payloadType, signatures: [{ sig }] };
}

/** Everything that registries of tests hold: documents by digest, tags by `repository:tag`. */
export class MadeImages {
  readonly documents = new Map<Digest, MadeDocument>();
  readonly tags = new Map<string, Digest>();

  /** An image of one platform; `content` tells it from others. */
  image(content: string, architecture = 'amd64', os = 'linux'): MadeDocument {
    const config = this.#keep(
      made('application/vnd.oci.image.config.v1+json', { os, architecture, config: { Labels: { content } } }),
    );
    const layer = this.#keep(made('application/vnd.oci.image.layer.v1.tar+gzip', Buffer.from(content)));
    return this.#keep(
      made(manifestTypes.ociManifest, {
        schemaVersion: 2,
        mediaType: manifestTypes.ociManifest,
        config: descriptor(config),
        layers: [descriptor(layer)],
      }),
    );
  }

  /** An image for several architectures. */
  index(content: string, architectures: readonly string[]): MadeDocument {
    const manifests = architectures.map((architecture) =>
      descriptor(this.image(content, architecture), { platform: { os: 'linux', architecture } }),
    );
    return this.#keep(made(manifestTypes.ociIndex, { schemaVersion: 2, mediaType: manifestTypes.ociIndex, manifests }));
  }

  /** Let a tag stand for a document. */
  tag(repository: string, tag: string, { digest }: MadeDocument): void {
    this.tags.set(`${repository}:${tag}`, digest);
  }

  /** Sign as cosign 2 does: a simple-signing payload under the tag `sha256-<hex>.sig`. `about`: another digest in it. */
  sign(repository: string, digest: Digest, key: KeyObject, about: Digest = digest): void {
    const payload = made('application/vnd.dev.cosign.simplesigning.v1+json', {
      critical: {
        identity: { 'docker-reference': repository },
        image: { 'docker-manifest-digest': about },
        type: 'cosign container image signature',
      },
      optional: null,
    });
    const signature = sign('sha256', payload.bytes, key).toString('base64');
    const layer = descriptor(this.#keep(payload), {
      annotations: { 'dev.cosignproject.cosign/signature': signature },
    });
    const config = descriptor(this.#keep(made('application/vnd.oci.image.config.v1+json', {})));
    this.tag(
      repository,
      `${digest.replace(':', '-')}.sig`,
      this.#keep(
        made(manifestTypes.ociManifest, {
          schemaVersion: 2,
          mediaType: manifestTypes.ociManifest,
          config,
          layers: [layer],
        }),
      ),
    );
  }

  /** Attest a scan as cosign 2 does: a DSSE envelope under the tag `sha256-<hex>.att`. `about`: another digest in it. */
  attest(repository: string, digest: Digest, key: KeyObject, predicates: readonly object[], about = digest): void {
    const envelopes = predicates.map((predicate) =>
      this.#keep(made('application/vnd.dsse.envelope.v1+json', envelope(about, key, scanPredicate, predicate))),
    );
    const config = descriptor(this.#keep(made('application/vnd.oci.image.config.v1+json', {})));
    const layers = envelopes.map((one) => descriptor(one));
    const type = manifestTypes.ociManifest;
    const manifest = this.#keep(made(type, { schemaVersion: 2, mediaType: type, config, layers }));
    this.tag(repository, `${digest.replace(':', '-')}.att`, manifest);
  }

  /** Sign as cosign 3 does: a bundle with a DSSE envelope, found among the referrers by the tag `sha256-<hex>`. */
  bundle(
    repository: string,
    subject: MadeDocument,
    key: KeyObject,
    predicateType = 'https://sigstore.dev/cosign/sign/v1',
    predicate: object = {},
  ): MadeDocument {
    const type = 'application/vnd.dev.sigstore.bundle.v0.3+json';
    const bundle = this.#keep(
      made(type, {
        mediaType: type,
        verificationMaterial: { publicKey: { hint: 'x' } },
        dsseEnvelope: envelope(subject.digest, key, predicateType, predicate),
      }),
    );
    const empty = this.#keep(made('application/vnd.oci.empty.v1+json', {}));
    const referrer = this.#keep(
      made(manifestTypes.ociManifest, {
        schemaVersion: 2,
        mediaType: manifestTypes.ociManifest,
        artifactType: type,
        config: descriptor(empty),
        layers: [descriptor(bundle)],
        subject: descriptor(subject),
      }),
    );
    const index = this.#keep(
      made(manifestTypes.ociIndex, {
        schemaVersion: 2,
        mediaType: manifestTypes.ociIndex,
        manifests: [descriptor(referrer, { artifactType: type })],
      }),
    );
    this.tag(repository, subject.digest.replace(':', '-'), index);
    return index;
  }

  /** Tags of one repository in their order. */
  tagsOf(repository: string): readonly string[] {
    const prefix = `${repository}:`;
    return [...this.tags.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  #keep(document: MadeDocument): MadeDocument {
    this.documents.set(document.digest, document);
    return document;
  }
}
