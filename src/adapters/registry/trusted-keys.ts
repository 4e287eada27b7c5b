import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { PortError } from '../../ports/port-error.ts';

/** A public key whose signatures are trusted, as it was configured. */
export interface KeySource {
  /** Copyable: `config-map/signing-keys, cosign.pub`. */
  readonly name: string;
  readonly pem: string;
}

/** A key that can verify. */
export interface TrustedKey {
  readonly name: string;
  readonly key: KeyObject;
}

/** Read a configured key; `invalid` unless it is an ECDSA P-256 public key, which is what cosign makes. */
export function trustedKey({ name, pem }: KeySource): TrustedKey {
  const key = publicKey(pem);
  if (key?.asymmetricKeyDetails?.namedCurve === 'prime256v1') return { name, key };
  throw new PortError({
    code: 'invalid',
    subject: name,
    message: `${name} is no ECDSA P-256 public key in PEM`,
    next: 'put the content of cosign.pub there (`cosign public-key`), and never the private key',
  });
}

function publicKey(pem: string): KeyObject | undefined {
  // createPublicKey would also take a private key, which must not be in the configuration at all
  if (!/-----BEGIN PUBLIC KEY-----/.test(pem) || pem.length > 10_000) return undefined;
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

/** The key by which a signature (ASN.1 DER, over SHA-256) is right; undefined: none of them. */
export function signerOf(
  payload: Uint8Array,
  signature: Uint8Array,
  keys: readonly TrustedKey[],
): TrustedKey | undefined {
  return keys.find(({ key }) => {
    try {
      return verify('sha256', payload, key, signature);
    } catch {
      return false;
    }
  });
}
