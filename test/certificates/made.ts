import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as never);

/** A certificate that was made for a test, with its key. */
export interface Made {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
  /** The certificate alone. */
  readonly pem: string;
  /** PKCS#8. */
  readonly keyPem: string;
}

/** What a made certificate is like; the rest is that of a good server certificate. */
export interface Wanted {
  readonly name?: string;
  readonly issuer?: Made;
  readonly notBefore?: string | number;
  readonly notAfter?: string | number;
  readonly dns?: readonly string[];
  readonly ip?: readonly string[];
  /** `none`: no subject alternative name at all. */
  readonly san?: 'none';
  readonly authority?: boolean | { readonly pathLength?: number };
  readonly keyUsage?: x509.KeyUsageFlags;
  readonly extendedKeyUsage?: readonly string[];
  readonly key?: 'ec' | 'rsa' | 'rsa-1024' | 'ed25519';
  readonly hash?: 'SHA-1' | 'SHA-256';
  readonly serial?: string;
  readonly keys?: webcrypto.CryptoKeyPair;
  readonly extensions?: readonly x509.Extension[];
  /** Sign with another key than the issuer's. */
  readonly signWith?: webcrypto.CryptoKeyPair;
}

const algorithms = (hash: string) => ({
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash },
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash, publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 },
  'rsa-1024': { name: 'RSASSA-PKCS1-v1_5', hash, publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 1024 },
  ed25519: { name: 'Ed25519' },
});

let serials = 1;

/** A new key pair. */
export async function keyPair(kind: Wanted['key'] = 'ec', hash = 'SHA-256'): Promise<webcrypto.CryptoKeyPair> {
  const algorithm = algorithms(hash)[kind];
  return (await webcrypto.subtle.generateKey(algorithm as never, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
}

/** Make a certificate: self-signed where no issuer is given. */
export async function made(wanted: Wanted = {}): Promise<Made> {
  const hash = wanted.hash ?? 'SHA-256';
  const keys = wanted.keys ?? (await keyPair(wanted.key, hash));
  const signer = wanted.signWith ?? wanted.issuer?.keys ?? keys;
  const name = `CN=${wanted.name ?? 'api.example'}`;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: wanted.serial ?? (serials++).toString(16).padStart(4, '0'),
    subject: name,
    issuer: wanted.issuer?.certificate.subject ?? name,
    notBefore: new Date(wanted.notBefore ?? '2026-01-01T00:00:00Z'),
    notAfter: new Date(wanted.notAfter ?? '2028-01-01T00:00:00Z'),
    publicKey: keys.publicKey as never,
    signingKey: signer.privateKey as never,
    signingAlgorithm: signingAlgorithm(signer.privateKey, hash) as never,
    extensions: extensionsOf(wanted),
  });
  const exported = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificate,
    keys,
    pem: `${certificate.toString('pem')}\n`,
    keyPem: `${x509.PemConverter.encode(exported, 'PRIVATE KEY')}\n`,
  };
}

const signingAlgorithm = (key: webcrypto.CryptoKey, hash: string) =>
  key.algorithm.name === 'Ed25519' ? { name: 'Ed25519' } : { name: key.algorithm.name, hash };

function extensionsOf(wanted: Wanted): x509.Extension[] {
  const extensions: x509.Extension[] = [];
  const { authority } = wanted;
  if (authority !== undefined && authority !== false) {
    const pathLength = authority === true ? undefined : authority.pathLength;
    extensions.push(new x509.BasicConstraintsExtension(true, pathLength, true));
    extensions.push(new x509.KeyUsagesExtension(wanted.keyUsage ?? x509.KeyUsageFlags.keyCertSign, true));
  } else {
    if (wanted.keyUsage !== undefined) extensions.push(new x509.KeyUsagesExtension(wanted.keyUsage, true));
    const names = [
      ...(wanted.dns ?? ['api.example']).map((value) => ({ type: 'dns' as const, value })),
      ...(wanted.ip ?? []).map((value) => ({ type: 'ip' as const, value })),
    ];
    if (wanted.san !== 'none') extensions.push(new x509.SubjectAlternativeNameExtension(names));
  }
  if (wanted.extendedKeyUsage) extensions.push(new x509.ExtendedKeyUsageExtension([...wanted.extendedKeyUsage]));
  return [...extensions, ...(wanted.extensions ?? [])];
}

/** An authority of its own and a server certificate under it, as most tests want them. */
export async function authorityAndServer(server: Wanted = {}): Promise<{ root: Made; server: Made }> {
  const root = await made({ name: 'Test Root', authority: true, notAfter: '2036-01-01T00:00:00Z' });
  return { root, server: await made({ issuer: root, ...server }) };
}

/** The bytes of a text. */
export function bytes(...texts: readonly string[]): Uint8Array {
  return Buffer.from(texts.join(''), 'utf8');
}

/** Base64 of a text, as Secrets hold it. */
export function base64(...texts: readonly string[]): string {
  return Buffer.from(texts.join(''), 'utf8').toString('base64');
}

/** The library itself, after the polyfill that it needs. */
export { x509 };
