import { createPrivateKey, createPublicKey, type KeyObject, webcrypto } from 'node:crypto';
import type { Certificate, KeyFacts } from '../../../domain/certificate/certificate.ts';
import { PortError } from '../../../ports/port-error.ts';
import { keyFacts } from '../key-facts.ts';

/** A key pair with the algorithm that it signs with. */
export interface SigningKeys {
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
  readonly algorithm: { readonly name: string; readonly hash?: string };
}

type Algorithm = SigningKeys['algorithm'] & {
  readonly namedCurve?: string;
  readonly modulusLength?: number;
  readonly publicExponent?: Uint8Array<ArrayBuffer>;
};

/** Curves that clients in general accept, with the hash of the same strength (RFC 5480 §4). */
const curves: Readonly<Record<string, { readonly namedCurve: string; readonly hash: string }>> = {
  prime256v1: { namedCurve: 'P-256', hash: 'SHA-256' },
  secp384r1: { namedCurve: 'P-384', hash: 'SHA-384' },
  secp521r1: { namedCurve: 'P-521', hash: 'SHA-512' },
};
const usualCurve = { namedCurve: 'P-256', hash: 'SHA-256' };

/** Least and most bits of an RSA key that is made: below it is weak, above it no client expects it. */
const rsaBits = { least: 2048, most: 8192 };

/** The algorithm of keys of a kind; undefined where no key of that kind signs here. */
function algorithmOf({ algorithm, curve, bits = 0 }: KeyFacts): Algorithm | undefined {
  switch (algorithm) {
    case 'rsa':
      return {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: Math.min(rsaBits.most, Math.max(rsaBits.least, bits)),
        publicExponent: new Uint8Array([1, 0, 1]),
      };
    case 'ec': {
      const known = curves[curve ?? ''];
      return known && { name: 'ECDSA', ...known };
    }
    case 'ed25519':
      return { name: 'Ed25519' };
    default:
      return undefined;
  }
}

/** A new key pair of the kind of a certificate's; of P-256 where that kind is weak or no client in general knows it. */
export async function newKeys({ key }: Pick<Certificate, 'key'>): Promise<SigningKeys> {
  const algorithm = algorithmOf(key) ?? { name: 'ECDSA', ...usualCurve };
  const made = await webcrypto.subtle.generateKey(algorithm as never, true, ['sign', 'verify']);
  return { ...(made as unknown as webcrypto.CryptoKeyPair), algorithm };
}

/** A key pair from its private key in PEM. `invalid` where it cannot be read, is encrypted, or of a kind that signs nothing here. */
export async function keysOf(pem: Uint8Array, subject: string): Promise<SigningKeys> {
  const privateKey = readPrivate(pem, subject);
  const publicKey = createPublicKey(privateKey);
  const algorithm = algorithmOf(keyFacts(publicKey));
  if (algorithm === undefined) throw unusable(subject, 'is of a kind that no certificate here is signed with');
  return {
    algorithm,
    privateKey: await imported('pkcs8', privateKey, algorithm, 'sign'),
    publicKey: await imported('spki', publicKey, algorithm, 'verify'),
  };
}

function readPrivate(pem: Uint8Array, subject: string): KeyObject {
  try {
    return createPrivateKey(Buffer.from(pem));
  } catch {
    throw unusable(subject, 'cannot be read: it is not PEM, encrypted, or damaged');
  }
}

function imported(format: 'pkcs8' | 'spki', key: KeyObject, algorithm: Algorithm, use: 'sign' | 'verify') {
  const der = key.export({ format: 'der', type: format } as never) as unknown as Buffer;
  return webcrypto.subtle.importKey(format, der as never, algorithm as never, true, [use]);
}

/** The error for a private key that cannot be used; nothing of the key is in it. */
export function unusable(subject: string, why: string): PortError {
  return new PortError({ code: 'invalid', subject, message: `the private key of ${subject} ${why}` });
}

/** A private key in PEM, PKCS#8. */
export async function privatePem({ privateKey }: SigningKeys): Promise<Uint8Array> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return Buffer.from(`-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`);
}
