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
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;
/** The extension of alternative names (RFC 5280 §4.2.1.6). */
const ALTERNATIVE_NAMES = '2.5.29.17';

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

/** What every server's certificate says of its use. */
const serverExtensions = () => [
  new BasicConstraintsExtension(false, undefined, true),
  new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
  new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
];

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

  /** A new root, and below it an issuing authority that has so many days left. */
  static async create(days = 900): Promise<PlatformAuthority> {
    const root = await authority('Phoenix Rooivalk Root CA', 3_000);
    const signer = await authority('Phoenix Rooivalk Issuing CA 1', days, root);
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

  /** Signs a request (PEM) for a server: its subject, names and key, for so many seconds. Gives the chain in PEM. */
  async sign(request: string, seconds: number): Promise<string> {
    const asked = new Pkcs10CertificateRequest(request);
    if (!(await asked.verify())) throw new Error('The request is not signed by its own key.');
    const certificate = await X509CertificateGenerator.create({
      subject: asked.subjectName,
      issuer: this.signer.certificate.subjectName,
      publicKey: asked.publicKey,
      signingKey: this.signer.keys.privateKey,
      serialNumber: serial(),
      signingAlgorithm: ALGORITHM,
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Math.min(Date.now() + seconds * 1_000, this.signer.certificate.notAfter.getTime())),
      extensions: [
        ...serverExtensions(),
        ...asked.extensions.filter(({ type }) => type === ALTERNATIVE_NAMES),
        ...(await this.keyIdentifiers(asked.publicKey)),
      ],
    });
    return `${certificate.toString('pem')}\n${this.kept.intermediate}`;
  }

  private async keyIdentifiers(key: Parameters<typeof SubjectKeyIdentifierExtension.create>[0]) {
    return [
      await AuthorityKeyIdentifierExtension.create(this.signer.certificate),
      await SubjectKeyIdentifierExtension.create(key),
    ];
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
        ...serverExtensions(),
        new SubjectAlternativeNameExtension(dns.map((value) => ({ type: 'dns' as const, value }))),
        ...(await this.keyIdentifiers(keys.publicKey)),
      ],
    });
    return { certificate: `${certificate.toString('pem')}\n`, key: await keyText(keys), chain: this.kept.intermediate };
  }
}
