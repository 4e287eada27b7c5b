import type { KeyObject } from 'node:crypto';
import type { KeyFacts } from '../../domain/certificate/certificate.ts';

/** Field sizes of curves by OpenSSL's names, where the name does not say it. */
const curveBits: Readonly<Record<string, number>> = { prime256v1: 256, prime192v1: 192, secp256k1: 256 };

/** Kind and size of a public key. */
export function keyFacts(key: KeyObject): KeyFacts {
  const details = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
    case 'rsa-pss':
      return {
        algorithm: 'rsa',
        bits: details.modulusLength ?? 0,
        ...(details.publicExponent === undefined ? {} : { exponent: details.publicExponent.toString() }),
      };
    case 'ec':
      return ecFacts(details.namedCurve);
    case 'ed25519':
    case 'ed448':
      return { algorithm: key.asymmetricKeyType };
    case 'dsa':
      return { algorithm: 'dsa', ...(details.modulusLength === undefined ? {} : { bits: details.modulusLength }) };
    default:
      return { algorithm: 'other' };
  }
}

function ecFacts(curve: string | undefined): KeyFacts {
  if (curve === undefined) return { algorithm: 'ec' };
  const bits = curveBits[curve] ?? Number(/(?:secp|sect|brainpoolP)(\d{3})/.exec(curve)?.[1] ?? Number.NaN);
  return { algorithm: 'ec', curve, ...(Number.isNaN(bits) ? {} : { bits }) };
}
