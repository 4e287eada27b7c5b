import { type Certificate, isSelfIssued } from './certificate.ts';

/** Something weak in a certificate. `broken`: clients refuse it today; `ageing`: some do. */
export interface Weakness {
  readonly degree: 'broken' | 'ageing';
  /** What is weak, with what it is compared with. */
  readonly what: string;
}

/** Curves that TLS clients in general accept (RFC 8446 §4.2.7, RFC 8422). */
const commonCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** Least RSA modulus: NIST SP 800-57 part 1 rev. 5 table 2 (112 bits of strength) and the CA/Browser baseline §6.1.5. */
const leastRsaBits = 2048;
/** Least EC field, same table. */
const leastEcBits = 224;

/**
 * What is weak in a certificate's key and signature. The signature of a self-signed certificate proves nothing, so it is
 * not judged. SHA-1 and MD5: RFC 9155 and RFC 6151; OpenSSL refuses both at security level 1 and above.
 */
export function weaknesses(certificate: Certificate): readonly Weakness[] {
  return [...keyWeaknesses(certificate), ...(isSelfIssued(certificate) ? [] : signatureWeaknesses(certificate))];
}

function keyWeaknesses({ key }: Certificate): readonly Weakness[] {
  switch (key.algorithm) {
    case 'rsa':
      return rsaWeaknesses(key.bits ?? 0, key.exponent);
    case 'ec':
      return ecWeaknesses(key.bits, key.curve);
    case 'dsa':
      return [{ degree: 'broken', what: 'DSA key; TLS 1.3 has no DSA (at least RSA 2048 or EC P-256)' }];
    case 'ed25519':
    case 'ed448':
      return [];
    case 'other':
      return [{ degree: 'ageing', what: 'a kind of key that was not recognised' }];
  }
}

function rsaWeaknesses(bits: number, exponent: string | undefined): readonly Weakness[] {
  const found: Weakness[] = [];
  if (bits < leastRsaBits) found.push({ degree: 'broken', what: `RSA key of ${bits} bits (at least ${leastRsaBits})` });
  if (exponent !== undefined && (exponent === '1' || /[02468]$/.test(exponent))) {
    found.push({ degree: 'broken', what: `RSA exponent ${exponent.slice(0, 20)} (must be odd and above 1)` });
  } else if (exponent !== undefined && exponent.length < 5) {
    found.push({ degree: 'ageing', what: `RSA exponent ${exponent} (65537 is usual)` });
  }
  return found;
}

function ecWeaknesses(bits: number | undefined, curve: string | undefined): readonly Weakness[] {
  if (bits !== undefined && bits < leastEcBits) {
    return [{ degree: 'broken', what: `EC key of ${bits} bits (at least ${leastEcBits})` }];
  }
  if (curve === undefined || !commonCurves.has(curve)) {
    return [
      { degree: 'ageing', what: `EC curve ${curve ?? 'without a name'} (clients in general know P-256, P-384, P-521)` },
    ];
  }
  return [];
}

function signatureWeaknesses({ signature }: Certificate): readonly Weakness[] {
  const hash = /md2|md4|md5|sha-?1(?!\d)/i.exec(signature)?.[0];
  if (hash === undefined) return [];
  return [{ degree: 'broken', what: `signature ${signature} (at least SHA-256)` }];
}
