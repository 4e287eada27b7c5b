/** The sandbox's certificates: one authority, made anew with every start, and what it signs. */
import 'reflect-metadata';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { API_SERVER, CLUSTER_DOMAIN, KUBERNETES_SERVICE_ADDRESS, NODES } from '../network.ts';
import { files } from './state.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const VALID_DAYS = 365;

/** A certificate and its key, in PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

/** Who a certificate is for: a subject, its groups, and for servers the names it answers to. */
export interface Subject {
  readonly name: string;
  readonly groups?: readonly string[];
  readonly dns?: readonly string[];
  readonly addresses?: readonly string[];
}

/** An authority that signs certificates of clients and servers. */
export interface Authority {
  readonly certificate: string;
  readonly key: string;
  issue(subject: Subject): Promise<Identity>;
}

const validity = (): { notBefore: Date; notAfter: Date } => ({
  // A minute of slack for clocks that are read in whole seconds.
  notBefore: new Date(Date.now() - 60_000),
  notAfter: new Date(Date.now() + VALID_DAYS * 86_400_000),
});
const serial = (): string =>
  Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)))
    .toString('hex')
    .replace(/^./, '4');
const keyPair = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;
const pem = async (key: webcrypto.CryptoKey): Promise<string> =>
  `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`;

/** Makes an authority of its own. */
export async function createAuthority(name: string): Promise<Authority> {
  const keys = await keyPair();
  const usage = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign | KeyUsageFlags.digitalSignature;
  const root = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }],
    keys,
    serialNumber: serial(),
    signingAlgorithm: ALGORITHM,
    ...validity(),
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(usage, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificate: `${root.toString('pem')}\n`,
    key: await pem(keys.privateKey),
    issue: (subject) => issue(root, keys, subject),
  };
}

async function issue(root: X509Certificate, signer: webcrypto.CryptoKeyPair, subject: Subject): Promise<Identity> {
  const keys = await keyPair();
  const names = [
    ...(subject.dns ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(subject.addresses ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
  const uses =
    names.length > 0 ? [ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth] : [ExtendedKeyUsage.clientAuth];
  const certificate = await X509CertificateGenerator.create({
    subject: [...(subject.groups ?? []).map((group) => ({ O: [group] })), { CN: [subject.name] }],
    issuer: root.subject,
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    serialNumber: serial(),
    signingAlgorithm: ALGORITHM,
    ...validity(),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension(uses),
      await AuthorityKeyIdentifierExtension.create(root),
      ...(names.length > 0 ? [new SubjectAlternativeNameExtension(names)] : []),
    ],
  });
  return { certificate: `${certificate.toString('pem')}\n`, key: await pem(keys.privateKey) };
}

/** The identities that the parts run under, by file name. */
const IDENTITIES: Readonly<Record<string, Subject>> = {
  apiserver: {
    name: 'kube-apiserver',
    dns: [
      'localhost',
      'kubernetes',
      'kubernetes.default',
      'kubernetes.default.svc',
      `kubernetes.default.svc.${CLUSTER_DOMAIN}`,
    ],
    addresses: [API_SERVER.host, KUBERNETES_SERVICE_ADDRESS, '127.0.0.1'],
  },
  'apiserver-kubelet-client': { name: 'kube-apiserver-kubelet-client', groups: ['system:masters'] },
  admin: { name: 'sandbox-admin', groups: ['system:masters'] },
  'controller-manager': { name: 'system:kube-controller-manager' },
  scheduler: { name: 'system:kube-scheduler' },
  dns: { name: 'system:coredns' },
  ...Object.fromEntries(NODES.map(({ name }) => [name, { name: `system:node:${name}`, groups: ['system:nodes'] }])),
  ...Object.fromEntries(
    NODES.map(({ name, address }) => [
      `kubelet-${name}`,
      { name: `system:node:${name}`, dns: [name], addresses: [address] },
    ]),
  ),
};

/** The identities that act as clients of the API server, each with a kubeconfig of its own. */
const CLIENTS = ['admin', 'controller-manager', 'scheduler', 'dns', ...NODES.map(({ name }) => name)];

const SECRET = { mode: 0o600 } as const;

/** Writes the whole PKI into `<directory>/pki` and the kubeconfigs of every part, node and person. */
export async function writePki(directory: string, outsidePort: number): Promise<void> {
  mkdirSync(files.pki(directory, ''), { recursive: true, mode: 0o755 });
  const write = (name: string, text: string, options = {}): void =>
    writeFileSync(files.pki(directory, name), text, options);
  const authority = await createAuthority('rooivalk-sandbox');
  write('ca.crt', authority.certificate);
  write('ca.key', authority.key, SECRET);
  // The API server's own front: an authority apart, since whoever it vouches for may speak for anybody.
  const front = await createAuthority('rooivalk-sandbox-front-proxy');
  const proxy = await front.issue({ name: 'front-proxy-client' });
  write('front-proxy-ca.crt', front.certificate);
  write('front-proxy-client.crt', proxy.certificate);
  write('front-proxy-client.key', proxy.key, SECRET);
  const accounts = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  write('service-accounts.key', accounts.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), SECRET);
  write('service-accounts.pub', accounts.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  const inside = `https://${API_SERVER.host}:${API_SERVER.port}`;
  const names = Object.keys(IDENTITIES);
  const identities = await Promise.all(names.map((name) => authority.issue(IDENTITIES[name] as Subject)));
  for (const [index, name] of names.entries()) {
    const identity = identities[index] as Identity;
    write(`${name}.crt`, identity.certificate);
    write(`${name}.key`, identity.key, SECRET);
    if (!CLIENTS.includes(name)) continue;
    writeFileSync(
      files.pki(directory, `${name}.kubeconfig`),
      kubeconfig(inside, authority.certificate, name, identity),
      SECRET,
    );
    if (name !== 'admin') continue;
    const outside = `https://127.0.0.1:${outsidePort}`;
    writeFileSync(files.kubeconfig(directory), kubeconfig(inside, authority.certificate, name, identity), SECRET);
    writeFileSync(
      files.kubeconfigOutside(directory),
      kubeconfig(outside, authority.certificate, name, identity),
      SECRET,
    );
  }
}

/** A kubeconfig (YAML, which JSON is) with everything embedded. */
function kubeconfig(server: string, ca: string, user: string, identity: Identity): string {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const name = 'rooivalk-sandbox';
  const content = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server, 'certificate-authority-data': base64(ca) } }],
    users: [
      {
        name: user,
        user: { 'client-certificate-data': base64(identity.certificate), 'client-key-data': base64(identity.key) },
      },
    ],
    contexts: [{ name, context: { cluster: name, user } }],
    'current-context': name,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
