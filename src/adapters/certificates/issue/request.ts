import 'reflect-metadata';
import { id_ce_subjectAltName } from '@peculiar/asn1-x509';
import { Pkcs10CertificateRequestGenerator, X509Certificate } from '@peculiar/x509';
import type { Certificate } from '../../../domain/certificate/certificate.ts';
import type { MadeRequest } from '../../../ports/certificates.ts';
import { keysOf, newKeys, privatePem } from './keys.ts';

/** A certificate of the domain as the library holds it. */
export function libraryCertificate({ encoded }: Pick<Certificate, 'encoded'>): X509Certificate {
  return new X509Certificate(Buffer.from(encoded, 'base64'));
}

/** A request for a certificate with the subject and the names of another one. See the port. */
export async function makeRequest(like: Certificate, key?: Uint8Array): Promise<MadeRequest> {
  const keys = key === undefined ? await newKeys(like) : await keysOf(key, like.subject);
  const before = libraryCertificate(like);
  const made = await Pkcs10CertificateRequestGenerator.create({
    name: before.subjectName,
    keys,
    signingAlgorithm: keys.algorithm as never,
    extensions: before.extensions.filter(({ type }) => type === id_ce_subjectAltName),
  });
  return { key: key ?? (await privatePem(keys)), request: Buffer.from(`${made.toString('pem')}\n`) };
}
