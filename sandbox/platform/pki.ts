/**
 * The platform's own certificates: a root, an intermediate below it, and what it has issued over the months. One
 * certificate is due for renewal and one carries a hostile subject.
 */
import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type Name,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;

type JsonName = ConstructorParameters<typeof Name>[0];

/** A certificate with its key and the certificates between it and the root, all in PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
  readonly chain: string;
}

/** What a certificate is for and how much of its life is over. */
export interface Request {
  readonly subject: JsonName;
  readonly dns: readonly string[];
  /** Days since it was issued, and days until it ends (negative: it has ended). */
  readonly age: number;
  readonly left: number;
}

interface Signer {
  readonly certificate: X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

function serial(): string {
  return randomBytes(16).toString('hex').replace(/^./, '5');
}

function keyPair(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;
}

async function keyText(keys: webcrypto.CryptoKeyPair): Promise<string> {
  return `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')}\n`;
}

async function authority(name: string, days: number, above?: Signer): Promise<Signer> {
  const keys = await keyPair();
  const usage = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign | KeyUsageFlags.digitalSignature;
  const subject = `CN=${name}, O=Phoenix Rooivalk`;
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: above?.certificate.subject ?? subject,
    publicKey: keys.publicKey,
    signingKey: above?.keys.privateKey ?? keys.privateKey,
    serialNumber: serial(),
    signingAlgorithm: ALGORITHM,
    notBefore: new Date(Date.now() - 400 * DAY),
    notAfter: new Date(Date.now() + days * DAY),
    extensions: [
      new BasicConstraintsExtension(true, above === undefined ? undefined : 0, true),
      new KeyUsagesExtension(usage, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      ...(above === undefined ? [] : [await AuthorityKeyIdentifierExtension.create(above.certificate)]),
    ],
  });
  return { certificate, keys };
}

/** An authority as it is kept: certificates in PEM, and the key of the one that issues. */
export interface KeptAuthority {
  readonly root: string;
  readonly intermediate: string;
  readonly key: string;
}

/** The platform's authority: its intermediate issues, its root is what everybody trusts. */
export class PlatformAuthority {
  readonly kept: KeptAuthority;
  private readonly signer: Signer;

  private constructor(kept: KeptAuthority, signer: Signer) {
    this.kept = kept;
    this.signer = signer;
  }

  static async create(): Promise<PlatformAuthority> {
    const root = await authority('Phoenix Rooivalk Root CA', 3_000);
    const signer = await authority('Phoenix Rooivalk Issuing CA 1', 900, root);
    const kept = {
      root: `${root.certificate.toString('pem')}\n`,
      intermediate: `${signer.certificate.toString('pem')}\n`,
      key: await keyText(signer.keys),
    };
    return new PlatformAuthority(kept, signer);
  }

  /** The authority that was kept. */
  static async load(kept: KeptAuthority): Promise<PlatformAuthority> {
    const certificate = new X509Certificate(kept.intermediate);
    const [bytes] = PemConverter.decode(kept.key);
    if (bytes === undefined) throw new Error("The authority's key is not PEM.");
    const privateKey = await webcrypto.subtle.importKey('pkcs8', bytes, ALGORITHM, true, ['sign']);
    const publicKey = await certificate.publicKey.export(ALGORITHM, ['verify']);
    return new PlatformAuthority(kept, { certificate, keys: { privateKey, publicKey } as webcrypto.CryptoKeyPair });
  }

  /** Issues a certificate for a server. */
  async issue({ subject, dns, age, left }: Request): Promise<Issued> {
    const keys = await keyPair();
    const certificate = await X509CertificateGenerator.create({
      subject,
      issuer: this.signer.certificate.subject,
      publicKey: keys.publicKey,
      signingKey: this.signer.keys.privateKey,
      serialNumber: serial(),
      signingAlgorithm: ALGORITHM,
      notBefore: new Date(Date.now() - age * DAY),
      notAfter: new Date(Date.now() + left * DAY),
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
        new SubjectAlternativeNameExtension(dns.map((value) => ({ type: 'dns' as const, value }))),
        await AuthorityKeyIdentifierExtension.create(this.signer.certificate),
        await SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    return { certificate: `${certificate.toString('pem')}\n`, key: await keyText(keys), chain: this.kept.intermediate };
  }
}
