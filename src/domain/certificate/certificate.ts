/** What is known of a public key. */
export interface KeyFacts {
  readonly algorithm: 'rsa' | 'ec' | 'ed25519' | 'ed448' | 'dsa' | 'other';
  /** Bits of the modulus (RSA, DSA) or of the field (EC); absent where it was not understood. */
  readonly bits?: number;
  /** EC: the curve as OpenSSL names it. */
  readonly curve?: string;
  /** RSA: the public exponent, as text because it may be large. */
  readonly exponent?: string;
}

/** The names that an authority may sign for (RFC 5280 §4.2.1.10); other types of names are in `others`. */
export interface NameConstraints {
  readonly permitted: { readonly dns: readonly string[]; readonly ip: readonly string[] };
  readonly excluded: { readonly dns: readonly string[]; readonly ip: readonly string[] };
  /** Whether it also constrains names of another type (mail, directory, URI), which are not evaluated here. */
  readonly others: boolean;
}

/** One certificate, read. Texts in it are hostile data; names are cut at 300 characters. */
export interface Certificate {
  /** SHA-256 over the DER, hex: what tells two certificates apart. */
  readonly fingerprint: string;
  /** Base64 of the DER; a certificate is public. */
  readonly encoded: string;
  /** Hex, as in the certificate, without leading zeros of the encoding. */
  readonly serial: string;
  /** For people: `CN=api.example, O=Phoenix`. */
  readonly subject: string;
  readonly issuer: string;
  /** For comparing: names normalised as RFC 5280 §7.1 compares them (case folded, blanks collapsed). */
  readonly subjectName: string;
  readonly issuerName: string;
  /** Epoch ms, both inclusive. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly key: KeyFacts;
  /** The signature's algorithm, such as `sha256WithRSAEncryption`; the OID where it has no name here. */
  readonly signature: string;
  /** Subject alternative names; addresses as text. */
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly authority: boolean;
  readonly pathLength?: number;
  /** Absent: any use. */
  readonly keyUsage?: readonly string[];
  /** OIDs; absent: any use. */
  readonly extendedKeyUsage?: readonly string[];
  readonly nameConstraints?: NameConstraints;
  /** OIDs of critical extensions that are not evaluated here: RFC 5280 §4.2 has such a certificate rejected. */
  readonly unknownCritical: readonly string[];
}

/** One block of a PEM text that ought to be a certificate. */
export type CertificateBlock =
  | { readonly position: number; readonly certificate: Certificate }
  | { readonly position: number; readonly error: string };

/** Everything that a PEM text holds, in its order. Broken blocks are results. */
export interface PemContent {
  readonly certificates: readonly CertificateBlock[];
  /** Labels of blocks that are no certificates (`PRIVATE KEY`), first 20. */
  readonly otherBlocks: readonly string[];
  /** Certificates beyond the first 20, which are not read. */
  readonly unread: number;
  /** Set when the text as a whole is not read: too large. */
  readonly refused?: string;
}

/** Which certificate of a list a private key belongs to. */
export type KeyMatch =
  | { readonly kind: 'matches'; readonly index: number }
  | { readonly kind: 'differs' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unreadable' };

/** That one certificate's signature was made by another one's key; by fingerprints. */
export interface SignedBy {
  readonly subject: string;
  readonly issuer: string;
}

/** What an endpoint presents in a TLS handshake. The peer's own certificate is first; the others follow by issuer. */
export interface ServedChain {
  readonly protocol: string;
  readonly certificates: readonly Certificate[];
}

/** Whether a certificate names itself as its issuer. */
export function isSelfIssued(certificate: Certificate): boolean {
  return certificate.subjectName === certificate.issuerName;
}

/** The certificates that could be read, in order. */
export function readable(content: PemContent): readonly Certificate[] {
  return content.certificates.flatMap((block) => ('certificate' in block ? [block.certificate] : []));
}

/** A serial for people: pairs of digits, cut in the middle where it is long. */
export function shortSerial(certificate: Pick<Certificate, 'serial'>): string {
  const { serial } = certificate;
  return serial.length <= 20 ? serial : `${serial.slice(0, 12)}…${serial.slice(-6)}`;
}
