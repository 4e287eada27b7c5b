import { X509Certificate } from 'node:crypto';
import type { Certificate, SignedBy } from '../../domain/certificate/certificate.ts';

/** Who signed whom: only pairs whose names chain are tried, each certificate is decoded once. */
export function signatures(pool: readonly Certificate[]): readonly SignedBy[] {
  const unique = [...new Map(pool.map((certificate) => [certificate.fingerprint, certificate])).values()];
  const bySubject = Map.groupBy(unique, (certificate) => certificate.subjectName);
  const native = new Map<string, X509Certificate>();
  const nativeOf = (certificate: Certificate): X509Certificate => {
    const known = native.get(certificate.fingerprint);
    if (known) return known;
    const made = new X509Certificate(Buffer.from(certificate.encoded, 'base64'));
    native.set(certificate.fingerprint, made);
    return made;
  };
  return unique.flatMap((certificate) =>
    (bySubject.get(certificate.issuerName) ?? [])
      .filter((issuer) => verifies(() => nativeOf(certificate).verify(nativeOf(issuer).publicKey)))
      .map((issuer) => ({ subject: certificate.fingerprint, issuer: issuer.fingerprint })),
  );
}

function verifies(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
