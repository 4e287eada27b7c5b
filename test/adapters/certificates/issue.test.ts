import { createPrivateKey, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createCertificates } from '../../../src/adapters/certificates/certificates.ts';
import { type Certificate, readable } from '../../../src/domain/certificate/certificate.ts';
import { judgeChain } from '../../../src/domain/certificate/chain.ts';
import { weaknesses } from '../../../src/domain/certificate/strength.ts';
import { bytes, type Made, made, type Wanted, x509 } from '../../certificates/made.ts';

const certificates = createCertificates({ reach: () => Promise.reject(new TypeError('no ways')) });
const one = async (pem: string | Uint8Array): Promise<Certificate> => {
  const [found] = readable(await certificates.parse(typeof pem === 'string' ? bytes(pem) : pem));
  if (found === undefined) throw new TypeError('no certificate');
  return found;
};

const notBefore = Date.UTC(2026, 10, 24);
const notAfter = Date.UTC(2027, 1, 22);

/** Issue a certificate like `server` by `authority`, with a new key or its own. */
async function issued(
  authority: Made,
  server: Made,
  options: { key?: string; end?: number; authorityKey?: string } = {},
) {
  const like = await one(server.pem);
  const { key, request } = await certificates.request(like, options.key === undefined ? undefined : bytes(options.key));
  const pem = await certificates.issue({
    request,
    like,
    authority: { certificate: await one(authority.pem), key: bytes(options.authorityKey ?? authority.keyPem) },
    notBefore,
    notAfter: options.end ?? notAfter,
  });
  return { like, key, pem, certificate: await one(pem) };
}

const uses: Wanted = {
  name: 'api.example, O=Phöenix "Rooivalk"',
  dns: ['api.example', '*.api.example'],
  ip: ['10.77.0.1', '2001:db8::1'],
  keyUsage: x509.KeyUsageFlags.digitalSignature,
  extendedKeyUsage: [x509.ExtendedKeyUsage.serverAuth],
};

describe.each(['ec', 'rsa', 'ed25519'] as const)('an authority with a key of kind %s', (key) => {
  let root: Made;
  beforeAll(async () => {
    root = await made({ name: 'Root', authority: true, key, notAfter: '2036-01-01' });
  });

  test('issues what the certificate was, for a new key, with dates and a serial of its own', async () => {
    const { certificate, like, key: made_ } = await issued(root, await made({ ...uses, issuer: root }));
    const { subjectName, dnsNames, ipAddresses, keyUsage, extendedKeyUsage, issuerName } = like;
    expect(certificate).toMatchObject({ subjectName, dnsNames, ipAddresses, keyUsage, extendedKeyUsage, issuerName });
    expect(certificate).toMatchObject({ notBefore, notAfter, authority: false, unknownCritical: [] });
    expect(certificate.serial).not.toBe(like.serial);
    expect(certificate.serial).toMatch(/^[0-9a-f]{30,32}$/);
    expect(await certificates.keyMatch(made_, [like, certificate])).toEqual({ kind: 'matches', index: 1 });
  });

  test('its certificate leads to it, and is not weak', async () => {
    const { certificate } = await issued(root, await made({ ...uses, issuer: root }));
    const authority = await one(root.pem);
    const pool = [certificate, authority];
    const signatures = await certificates.signatures(pool);
    expect(judgeChain(certificate, { certificates: [], anchors: [authority], signatures }, notBefore).problems).toEqual(
      [],
    );
    expect(weaknesses(certificate)).toEqual([]);
    expect(new X509Certificate(Buffer.from(certificate.encoded, 'base64')).checkHost('x.api.example')).toBe(
      '*.api.example',
    );
  });
});

test('a key that is kept is certified again, byte for byte', async () => {
  const root = await made({ name: 'Root', authority: true });
  const server = await made({ issuer: root });
  const { key, certificate, like } = await issued(root, server, { key: server.keyPem });
  expect(Buffer.from(key).toString()).toBe(server.keyPem);
  expect(await certificates.keyMatch(bytes(server.keyPem), [certificate])).toMatchObject({ kind: 'matches' });
  expect(certificate.fingerprint).not.toBe(like.fingerprint);
});

test.each([
  ['rsa-1024', { algorithm: 'rsa', bits: 2048 }],
  ['rsa', { algorithm: 'rsa', bits: 2048 }],
  ['ec', { algorithm: 'ec', curve: 'prime256v1' }],
  ['ed25519', { algorithm: 'ed25519' }],
] as const)('in the place of a key of kind %s a new one is as strong, and never weak', async (kind, facts) => {
  const root = await made({ name: 'Root', authority: true });
  const { certificate } = await issued(root, await made({ issuer: root, key: kind }));
  expect(certificate.key).toMatchObject(facts);
});

test.each(['pkcs1', 'sec1'] as const)('the key of an authority may be written as %s', async (type) => {
  const root = await made({ name: 'Root', authority: true, key: type === 'pkcs1' ? 'rsa' : 'ec' });
  const authorityKey = createPrivateKey(root.keyPem).export({ format: 'pem', type }) as string;
  const { certificate } = await issued(root, await made({ issuer: root }), { authorityKey });
  const signatures = await certificates.signatures([certificate, await one(root.pem)]);
  expect(signatures.some(({ subject }) => subject === certificate.fingerprint)).toBe(true);
});

test('an intermediate names itself by the identifier that its own certificate carries', async () => {
  const root = await made({ name: 'Root', authority: true });
  const identifier = new x509.SubjectKeyIdentifierExtension('0102030405060708');
  const issuing = await made({ name: 'Issuing', issuer: root, authority: true, extensions: [identifier] });
  const { pem } = await issued(issuing, await made({ issuer: issuing }));
  const read = new x509.X509Certificate(Buffer.from(pem).toString());
  expect(read.getExtension(x509.AuthorityKeyIdentifierExtension)?.keyId).toBe('0102030405060708');
});

test('where a former issuer published is not told of another one', async () => {
  const points = new x509.CRLDistributionPointsExtension(['http://crl.example/a.crl']);
  const [one_, other] = [await made({ name: 'A', authority: true }), await made({ name: 'B', authority: true })];
  const server = await made({ issuer: one_, extensions: [points] });
  const told = async (authority: Made) =>
    new x509.X509Certificate(Buffer.from((await issued(authority, server)).pem).toString()).getExtension(
      x509.CRLDistributionPointsExtension,
    );
  expect(await told(one_)).toBeTruthy();
  expect(await told(other)).toBeNull();
});

test('dates after 2049 survive', async () => {
  const root = await made({ name: 'Root', authority: true, notAfter: '2099-01-01' });
  const end = Date.UTC(2061, 4, 6, 7, 8, 9);
  expect((await issued(root, await made({ issuer: root }), { end })).certificate.notAfter).toBe(end);
});

describe('refused', () => {
  let root: Made;
  let server: Made;
  beforeAll(async () => {
    root = await made({ name: 'Root', authority: true });
    server = await made({ issuer: root });
  });

  test.each([
    [
      'another key',
      async () => (await made({ name: 'Root', authority: true })).keyPem,
      'is not the key of its certificate',
    ],
    ['an encrypted key', async () => encrypted(root.keyPem), 'is not the key of its certificate'],
    ['no key', async () => 'nothing', 'is not the key of its certificate'],
  ])('an authority with %s', async (_name, key, message) => {
    const authorityKey = await key();
    const asked = issued(root, server, { authorityKey });
    await expect(asked).rejects.toMatchObject({ code: 'invalid', message: `the private key of CN=Root ${message}` });
    await expect(asked).rejects.not.toThrow(authorityKey.split('\n')[1] ?? authorityKey);
  });

  test('a request that its key did not sign', async () => {
    const like = await one(server.pem);
    const [mine, others] = [await certificates.request(like), await certificates.request(like)];
    const request = new x509.Pkcs10CertificateRequest(Buffer.from(mine.request).toString());
    const forged = Buffer.from(request.rawData);
    Buffer.from(new x509.Pkcs10CertificateRequest(Buffer.from(others.request).toString()).signature).copy(
      forged,
      forged.length - 60,
      0,
      60,
    );
    const authority = { certificate: await one(root.pem), key: bytes(root.keyPem) };
    for (const [broken, why] of [
      [bytes(x509.PemConverter.encode(forged, 'CERTIFICATE REQUEST')), 'is not signed by its own key'],
      [bytes('nothing'), 'cannot be read'],
    ] as const) {
      const asked = certificates.issue({ request: broken, like, authority, notBefore, notAfter });
      await expect(asked).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(why) });
    }
  });

  test('a kept key that cannot be read', async () => {
    const like = await one(server.pem);
    await expect(
      certificates.request(like, bytes('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: expect.not.stringContaining('AAAA'),
    });
  });
});

const encrypted = (pem: string): string =>
  createPrivateKey(pem).export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }) as string;

test('two certificates of one request never share a serial', async () => {
  const root = await made({ name: 'Root', authority: true });
  const server = await made({ issuer: root });
  const serials = new Set<string>();
  for (let turn = 0; turn < 20; turn += 1) serials.add((await issued(root, server)).certificate.serial);
  expect(serials.size).toBe(20);
});
