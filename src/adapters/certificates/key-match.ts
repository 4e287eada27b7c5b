import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { Certificate, KeyMatch } from '../../domain/certificate/certificate.ts';
import { maxPemBytes, pemBlocks } from '../../domain/certificate/pem.ts';

/** Which certificate a private key belongs to; never throws, and never says anything of the key itself. */
export function keyMatch(key: Uint8Array, certificates: readonly Certificate[]): KeyMatch {
  if (key.byteLength === 0) return { kind: 'absent' };
  if (key.byteLength > maxPemBytes) return { kind: 'unreadable' };
  const text = Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
  const blocks = pemBlocks(text).filter((block) => block.label.endsWith('PRIVATE KEY'));
  if (blocks.some((block) => block.label === 'ENCRYPTED PRIVATE KEY' || block.headers)) return { kind: 'encrypted' };
  const [block] = blocks;
  if (block?.base64 === undefined) return { kind: blocks.length === 0 ? 'absent' : 'unreadable' };
  const privateKey = readKey(`-----BEGIN ${block.label}-----\n${block.base64}\n-----END ${block.label}-----\n`);
  if (privateKey === undefined) return { kind: 'unreadable' };
  const index = certificates.findIndex((certificate) => belongsTo(privateKey, certificate));
  return index < 0 ? { kind: 'differs' } : { kind: 'matches', index };
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function belongsTo(key: KeyObject, certificate: Certificate): boolean {
  try {
    return new X509Certificate(Buffer.from(certificate.encoded, 'base64')).checkPrivateKey(key);
  } catch {
    return false;
  }
}
