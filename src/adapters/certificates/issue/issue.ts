import 'reflect-metadata';
import * as asn1 from '@peculiar/asn1-x509';
import {
  AuthorityKeyIdentifierExtension,
  type Extension,
  Pkcs10CertificateRequest,
  type PublicKey,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { IssueTerms } from '../../../ports/certificates.ts';
import { PortError } from '../../../ports/port-error.ts';
import { keyMatch } from '../key-match.ts';
import { keysOf, unusable } from './keys.ts';
import { libraryCertificate } from './request.ts';

/** What says for whom and for what a certificate is; taken over as it is encoded. */
const ownExtensions: ReadonlySet<string> = new Set([
  asn1.id_ce_subjectAltName,
  asn1.id_ce_keyUsage,
  asn1.id_ce_extKeyUsage,
  asn1.id_ce_basicConstraints,
  asn1.id_ce_nameConstraints,
  asn1.id_ce_certificatePolicies,
  // the TLS feature extension (RFC 7633): whether a stapled OCSP answer must come with it
  '1.3.6.1.5.5.7.1.24',
]);

/** Where its issuer publishes things; taken over only while the issuer is the same. */
const issuerExtensions: ReadonlySet<string> = new Set([
  asn1.id_pe_authorityInfoAccess,
  asn1.id_ce_cRLDistributionPoints,
]);

/** Issue a certificate (PEM) like another one, for the key of a request. See the port. */
export async function issueCertificate(terms: IssueTerms): Promise<Uint8Array> {
  const { authority, like } = terms;
  if (keyMatch(authority.key, [authority.certificate]).kind !== 'matches') {
    throw unusable(authority.certificate.subject, 'is not the key of its certificate');
  }
  const keys = await keysOf(authority.key, authority.certificate.subject);
  const publicKey = await provenKey(terms.request, like.subject);
  const issuer = libraryCertificate(authority.certificate);
  const before = libraryCertificate(like);
  const issued = await X509CertificateGenerator.create({
    subject: before.subjectName,
    issuer: issuer.subjectName,
    publicKey,
    signingKey: keys.privateKey,
    signingAlgorithm: keys.algorithm as never,
    notBefore: wholeSecond(terms.notBefore),
    notAfter: wholeSecond(terms.notAfter),
    extensions: await extensionsOf(before, issuer, publicKey),
  });
  return Buffer.from(`${issued.toString('pem')}\n`);
}

const wholeSecond = (time: number): Date => new Date(Math.floor(time / 1000) * 1000);

/** The public key of a request whose signature proves that its maker holds the private one (RFC 2986 §3). */
async function provenKey(request: Uint8Array, subject: string): Promise<PublicKey> {
  const wrong = (why: string) =>
    new PortError({ code: 'invalid', subject, message: `the request for ${subject} ${why}` });
  let read: Pkcs10CertificateRequest;
  try {
    read = new Pkcs10CertificateRequest(Buffer.from(request).toString('latin1'));
  } catch {
    throw wrong('cannot be read');
  }
  if (!(await read.verify().catch(() => false))) throw wrong('is not signed by its own key');
  return read.publicKey;
}

async function extensionsOf(
  before: X509Certificate,
  issuer: X509Certificate,
  publicKey: PublicKey,
): Promise<Extension[]> {
  const sameIssuer = Buffer.from(before.issuerName.toArrayBuffer()).equals(
    Buffer.from(issuer.subjectName.toArrayBuffer()),
  );
  const kept = before.extensions.filter(
    ({ type }) => ownExtensions.has(type) || (sameIssuer && issuerExtensions.has(type)),
  );
  const issuerKey = issuer.getExtension(SubjectKeyIdentifierExtension)?.keyId;
  return [
    ...kept,
    await SubjectKeyIdentifierExtension.create(publicKey),
    issuerKey === undefined
      ? await AuthorityKeyIdentifierExtension.create(issuer.publicKey)
      : new AuthorityKeyIdentifierExtension(issuerKey),
  ];
}
