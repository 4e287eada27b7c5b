import type { Certificate } from '../../../src/domain/certificate/certificate.ts';

/** A good certificate of facts alone, for rules that need no signature. */
export function factsOf(wanted: Partial<Certificate> = {}): Certificate {
  return {
    fingerprint: 'aa'.repeat(32),
    encoded: '',
    serial: '0a1b',
    subject: 'CN=api.example',
    issuer: 'CN=Test Root',
    subjectName: 'api.example',
    issuerName: 'test root',
    notBefore: Date.UTC(2026, 0, 1),
    notAfter: Date.UTC(2028, 0, 1),
    key: { algorithm: 'ec', bits: 256, curve: 'prime256v1' },
    signature: 'ecdsa-with-SHA256',
    dnsNames: ['api.example'],
    ipAddresses: [],
    authority: false,
    unknownCritical: [],
    ...wanted,
  };
}
