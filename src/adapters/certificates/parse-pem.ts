import type { CertificateBlock, PemContent } from '../../domain/certificate/certificate.ts';
import { maxPemBytes, maxPemCertificates, type PemBlock, pemBlocks } from '../../domain/certificate/pem.ts';
import { readCertificate, UnreadableCertificate } from './read-certificate.ts';

const certificateLabels = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);

/** Every certificate of a PEM text; never throws. */
export function parsePem(pem: Uint8Array): PemContent {
  if (pem.byteLength > maxPemBytes) {
    const refused = `${pem.byteLength} bytes, more than the ${maxPemBytes} that are read`;
    return { certificates: [], otherBlocks: [], unread: 0, refused };
  }
  const blocks = pemBlocks(Buffer.from(pem.buffer, pem.byteOffset, pem.byteLength).toString('latin1'));
  const certificates = blocks.filter((block) => certificateLabels.has(block.label));
  const others = blocks.filter((block) => !certificateLabels.has(block.label)).map((block) => block.label);
  return {
    certificates: certificates.slice(0, maxPemCertificates).map(readBlock),
    otherBlocks: others.slice(0, 20),
    unread: Math.max(0, certificates.length - maxPemCertificates),
  };
}

function readBlock(block: PemBlock, index: number): CertificateBlock {
  const position = index + 1;
  const { base64, label } = block;
  if (base64 === undefined) return { position, error: 'its END line is missing or names another label' };
  if (label === 'TRUSTED CERTIFICATE') {
    return { position, error: 'it is in a form of OpenSSL alone (TRUSTED CERTIFICATE), which servers do not read' };
  }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return { position, error: 'what stands between its lines is not base64' };
  try {
    return { position, certificate: readCertificate(Buffer.from(base64, 'base64')) };
  } catch (error) {
    const why = error instanceof UnreadableCertificate ? error.message : 'it cannot be read';
    return { position, error: why };
  }
}
