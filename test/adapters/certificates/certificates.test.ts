import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { createCertificates } from '../../../src/adapters/certificates/certificates.ts';
import { readable } from '../../../src/domain/certificate/certificate.ts';
import { authorityAndServer, bytes, made } from '../../certificates/made.ts';
import { certificatesContract } from '../../contracts/certificates.contract.ts';
import { TlsServers } from './tls-servers.ts';

const noReach = () => Promise.reject(new TypeError('not asked for'));

certificatesContract('adapter on loopback', async () => {
  const servers = new TlsServers();
  return {
    certificates: createCertificates({ reach: noReach }),
    serving: (chain) => servers.serving(chain),
    silent: () => servers.silent(),
    close: () => servers.close(),
  };
});

describe('keys', () => {
  const certificates = createCertificates({ reach: noReach });
  test.each(['ec', 'rsa', 'ed25519'] as const)('an %s key is told from a foreign one', async (key) => {
    const [own, foreign] = [await made({ key }), await made({ key })];
    const list = readable(await certificates.parse(bytes(own.pem)));
    expect(await certificates.keyMatch(bytes(own.keyPem), list)).toEqual({ kind: 'matches', index: 0 });
    expect(await certificates.keyMatch(bytes(foreign.keyPem), list)).toEqual({ kind: 'differs' });
  });

  const pem = (options: object) =>
    generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: options as never,
    }).privateKey as unknown as string;
  test.each([
    ['none at all', '', { kind: 'absent' }],
    ['a certificate in its place', 'certificate', { kind: 'absent' }],
    [
      'garbage between the lines',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
      { kind: 'unreadable' },
    ],
    ['no end line', '-----BEGIN PRIVATE KEY-----\nAAAA\n', { kind: 'unreadable' }],
    ['encrypted', pem({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }), { kind: 'encrypted' }],
    [
      'encrypted, old form',
      pem({ type: 'sec1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }),
      { kind: 'encrypted' },
    ],
    ['a foreign key in SEC 1 form', pem({ type: 'sec1', format: 'pem' }), { kind: 'differs' }],
  ])('%s', async (_, key, expected) => {
    const own = await made();
    const list = readable(await certificates.parse(bytes(own.pem)));
    expect(await certificates.keyMatch(bytes(key === 'certificate' ? own.pem : key), list)).toEqual(expected);
  });
});

describe('hostile PEM', () => {
  const certificates = createCertificates({ reach: noReach });
  const block = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;

  test('10,000 blocks: 20 are read, the rest is counted, quickly', async () => {
    const started = performance.now();
    const content = await certificates.parse(bytes(block('MIIB').repeat(10_000)));
    expect([content.certificates.length, content.unread]).toEqual([20, 9980]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('more than 1 MiB is refused as a whole', async () => {
    const content = await certificates.parse(Buffer.alloc(1024 * 1024 + 1, 'a'));
    expect(content.refused).toMatch(/1048577 bytes/);
  });

  test('one line of 1 MiB is no work', async () => {
    const started = performance.now();
    await certificates.parse(Buffer.alloc(1024 * 1024, ' '));
    await certificates.parse(Buffer.from('-----BEGIN '.repeat(90_000)));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each([
    [
      'nested to a depth of 10,000',
      Buffer.alloc(20_000, Buffer.from('3080', 'hex')).toString('base64'),
      /cannot be decoded/,
    ],
    ['a length beyond the end', Buffer.from('3084ffffffff00', 'hex').toString('base64'), /cannot be decoded/],
    ['empty', '', /not base64/],
    ['no base64', '<script>', /not base64/],
  ])('%s', async (_, body, error) => {
    const content = await certificates.parse(bytes(block(body)));
    expect(content.certificates).toEqual([{ position: 1, error: expect.stringMatching(error) }]);
  });

  test('a certificate with trailing or flipped bytes never throws', async () => {
    const { pem } = await made();
    const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    for (let at = 0; at < der.length; at += 3) {
      const flipped = Buffer.from(der);
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      const content = await certificates.parse(bytes(block(flipped.toString('base64'))));
      expect(content.certificates).toHaveLength(1);
    }
  });
});

describe('the same as OpenSSL says', () => {
  test('serial, dates and fingerprint', async () => {
    const { server } = await authorityAndServer({ serial: '00f1e2d3c4' });
    const [ours] = readable(await createCertificates({ reach: noReach }).parse(bytes(server.pem)));
    const theirs = execFileSync('openssl', ['x509', '-noout', '-serial', '-enddate', '-fingerprint', '-sha256'], {
      input: server.pem,
      encoding: 'utf8',
    });
    expect(theirs).toContain(`serial=${ours?.serial.toUpperCase()}`);
    expect(theirs.replaceAll(':', '').toLowerCase()).toContain(ours?.fingerprint);
    expect(Date.parse(/notAfter=(.*)/.exec(theirs)?.[1] ?? '')).toBe(ours?.notAfter);
  });
});

describe('endpoints', () => {
  const servers = new TlsServers();
  const certificates = createCertificates({ reach: noReach });
  afterAll(() => servers.close());

  test('a weak certificate is seen although clients would refuse it', async () => {
    const weak = await made({ key: 'rsa-1024', hash: 'SHA-1' });
    const served = await certificates.served(await servers.serving([weak]), '', { timeoutMs: 5000 });
    expect(served.certificates[0]?.key.bits).toBe(1024);
  });

  test('what was not sent is not completed, and nobody is asked where it names somebody', async () => {
    const { root } = await authorityAndServer();
    const intermediate = await made({ name: 'Intermediate', issuer: root, authority: true });
    let asked = 0;
    const authority = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve));
    const { port } = authority.address() as AddressInfo;
    const at = `http://127.0.0.1:${port}`;
    const named = new x509.AuthorityInfoAccessExtension({ caIssuers: `${at}/issuer.crt`, ocsp: `${at}/ocsp` });
    const leaf = await made({ issuer: intermediate, extensions: [named] });
    const served = await certificates.served(await servers.serving([leaf]), '', { timeoutMs: 5000 });
    await certificates.parse(bytes(leaf.pem));
    expect(served.certificates).toHaveLength(1);
    expect(await fetch(at).then(({ status }) => status)).toBe(200);
    await new Promise((resolve) => authority.close(resolve));
    // the one request is ours, which shows that there was somebody to ask
    expect(asked).toBe(1);
  });

  test('a port that speaks no TLS is told apart from one that is silent', async () => {
    const speaks = certificates.served(await servers.plain('SSH-2.0-x\r\n'), '', { timeoutMs: 2000 });
    await expect(speaks).rejects.toMatchObject({ code: 'failed' });
    const silent = certificates.served(await servers.plain(), '', { timeoutMs: 200 });
    await expect(silent).rejects.toMatchObject({ code: 'timeout' });
  });

  test('a pod is reached through the way that it is given, which is closed again', async () => {
    const { server } = await authorityAndServer();
    const { host, port } = await servers.serving([server]);
    let closed = 0;
    const through = createCertificates({ reach: async () => ({ host, port, close: async () => void closed++ }) });
    const pod = { kind: 'pod', namespace: 'phoenix-rooivalk', pod: 'api-gateway-1', port: 8443 } as const;
    const served = await through.served(pod, '', { timeoutMs: 5000 });
    expect([served.certificates.length, closed]).toEqual([1, 1]);
  });
});
