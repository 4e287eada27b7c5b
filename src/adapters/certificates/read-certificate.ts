import 'reflect-metadata';
import { createHash, X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import * as asn1 from '@peculiar/asn1-x509';
import type { Certificate } from '../../domain/certificate/certificate.ts';
import { keyFacts } from './key-facts.ts';
import { comparableName, readableName } from './names.ts';

/** Cut of texts from certificates. */
const cut = (text: string): string => (text.length <= 300 ? text : `${text.slice(0, 299)}…`);

/** Most subject alternative names of one certificate that are kept. */
const maxNames = 500;

const limits = { berOptions: { maxDepth: 64, maxNodes: 20_000, maxContentLength: 1024 * 1024 } };

/** Why a certificate could not be read, without the parser's own words. */
export class UnreadableCertificate extends Error {}

/** Read one certificate (DER). Throws {@link UnreadableCertificate} and nothing else. */
export function readCertificate(der: Uint8Array): Certificate {
  try {
    return facts(der);
  } catch (error) {
    if (error instanceof UnreadableCertificate) throw error;
    throw new UnreadableCertificate('it is no X.509 certificate (the DER cannot be decoded)');
  }
}

function facts(der: Uint8Array): Certificate {
  const parsed = AsnConvert.parse(der, asn1.Certificate, limits as never);
  const { tbsCertificate: tbs } = parsed;
  const extensions = readExtensions(tbs.extensions ?? []);
  const { subject, issuer, validity } = tbs;
  return {
    fingerprint: createHash('sha256').update(der).digest('hex'),
    encoded: Buffer.from(der).toString('base64'),
    serial: Buffer.from(tbs.serialNumber)
      .toString('hex')
      .replace(/^(00)+(?=..)/, ''),
    subject: cut(readableName(subject)),
    issuer: cut(readableName(issuer)),
    subjectName: comparableName(subject),
    issuerName: comparableName(issuer),
    notBefore: timeOf(validity.notBefore),
    notAfter: timeOf(validity.notAfter),
    key: keyOf(der),
    signature: signatureNames[parsed.signatureAlgorithm.algorithm] ?? parsed.signatureAlgorithm.algorithm,
    ...extensions,
  };
}

function timeOf(time: asn1.Time): number {
  const value = time.getTime().getTime();
  if (!Number.isFinite(value)) throw new UnreadableCertificate('its dates cannot be read');
  return value;
}

function keyOf(der: Uint8Array): Certificate['key'] {
  let native: X509Certificate;
  try {
    native = new X509Certificate(der);
  } catch {
    throw new UnreadableCertificate('OpenSSL cannot read it');
  }
  try {
    return keyFacts(native.publicKey);
  } catch {
    return { algorithm: 'other' };
  }
}

type ExtensionFacts = Pick<
  Certificate,
  | 'dnsNames'
  | 'ipAddresses'
  | 'authority'
  | 'pathLength'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'nameConstraints'
  | 'unknownCritical'
>;

type Draft = { -readonly [K in keyof ExtensionFacts]: ExtensionFacts[K] };

const readers: Readonly<Record<string, (value: ArrayBuffer, draft: Draft) => void>> = {
  [asn1.id_ce_basicConstraints]: (value, draft) => {
    const constraints = AsnConvert.parse(value, asn1.BasicConstraints);
    draft.authority = constraints.cA;
    if (constraints.pathLenConstraint !== undefined) draft.pathLength = Number(constraints.pathLenConstraint);
  },
  [asn1.id_ce_keyUsage]: (value, draft) => {
    draft.keyUsage = AsnConvert.parse(value, asn1.KeyUsage).toJSON();
  },
  [asn1.id_ce_extKeyUsage]: (value, draft) => {
    draft.extendedKeyUsage = [...AsnConvert.parse(value, asn1.ExtendedKeyUsage)].slice(0, 50).map(String);
  },
  [asn1.id_ce_subjectAltName]: (value, draft) => {
    const names = [...AsnConvert.parse(value, asn1.SubjectAlternativeName)].slice(0, maxNames);
    draft.dnsNames = names.flatMap((name) => (name.dNSName === undefined ? [] : [cut(name.dNSName)]));
    draft.ipAddresses = names.flatMap((name) => (name.iPAddress === undefined ? [] : [name.iPAddress]));
  },
  [asn1.id_ce_nameConstraints]: (value, draft) => {
    const { permittedSubtrees, excludedSubtrees } = AsnConvert.parse(value, asn1.NameConstraints);
    const [permitted, excluded] = [subtrees(permittedSubtrees), subtrees(excludedSubtrees)];
    draft.nameConstraints = { permitted, excluded, others: permitted.others || excluded.others };
  },
};

function subtrees(list: asn1.GeneralSubtrees | undefined) {
  const bases = [...(list ?? [])].slice(0, maxNames).map((subtree) => subtree.base);
  return {
    dns: bases.flatMap((base) => (base.dNSName === undefined ? [] : [base.dNSName])),
    ip: bases.flatMap((base) => (base.iPAddress === undefined ? [] : [base.iPAddress])),
    others: bases.some((base) => base.dNSName === undefined && base.iPAddress === undefined),
  };
}

/** Critical ones that need nothing from a server check: identifiers, policies without constraints, CRL and OCSP pointers. */
const harmless = new Set<string>([
  asn1.id_ce_subjectKeyIdentifier,
  asn1.id_ce_authorityKeyIdentifier,
  asn1.id_ce_certificatePolicies,
  asn1.id_ce_cRLDistributionPoints,
  asn1.id_pe_authorityInfoAccess,
]);

function readExtensions(extensions: Iterable<asn1.Extension>): ExtensionFacts {
  const draft: Draft = { dnsNames: [], ipAddresses: [], authority: false, unknownCritical: [] };
  const unknown: string[] = [];
  for (const extension of extensions) {
    const reader = readers[extension.extnID];
    if (reader !== undefined) readOne(extension, reader, draft);
    else if (extension.critical && !harmless.has(extension.extnID)) unknown.push(extension.extnID);
  }
  return { ...draft, unknownCritical: unknown.slice(0, 20) };
}

function readOne(extension: asn1.Extension, reader: (value: ArrayBuffer, draft: Draft) => void, draft: Draft): void {
  try {
    reader(extension.extnValue.buffer, draft);
  } catch {
    throw new UnreadableCertificate(`its extension ${extension.extnID} cannot be decoded`);
  }
}

/** Names of RFC 3279, 4055, 5758, 8410. */
const signatureNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.3.14.3.2.29': 'sha1WithRSA',
  '1.2.840.113549.1.1.10': 'RSASSA-PSS',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.2.840.10040.4.3': 'dsa-with-sha1',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
};
