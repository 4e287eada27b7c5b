import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { authorityAndServer, base64, made } from '../../certificates/made.ts';
import { Bench, namespace } from './bench.ts';

const names = ['api-gateway.phoenix-rooivalk.svc'];
const broken = '-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n';

describe('a good platform', () => {
  test('passes, says what it looked at, and changes nothing', async () => {
    const bench = await Bench.good();
    const { entry, findings } = await bench.run();
    expect([entry.verdict, entry.status]).toEqual(['pass', 'nothing-to-do']);
    expect(entry.result).toBe('1 certificate in 1 Secret, 3 of 3 endpoints seen: all in order');
    expect(findings.map((finding) => finding.code)).toEqual(['others-not-looked-at']);
    expect(entry.measurements[0]).toMatchObject({
      name: 'certificate-days-left',
      subject: 'secret/api-gateway-tls',
      value: 402.9,
    });
    expect(bench.cluster.changes()).toEqual([]);
  });

  test('Secrets are read by name, never listed, unless all of them are asked for', async () => {
    const bench = await Bench.good();
    bench.cluster.forbid({ verbs: ['list'], resource: resources.secrets });
    expect(await bench.findings()).toEqual([]);
    expect(bench.cluster.calls().some((call) => call.verb === 'list' && call.resource === resources.secrets)).toBe(
      false,
    );
  });
});

describe('the guide’s traps', () => {
  test('one unreadable certificate does not end the loop', async () => {
    const bench = await Bench.good({}, { secrets: ['a-broken', 'api-gateway-tls', 'z-expired'] });
    bench.secret('a-broken', broken, '');
    const expired = await authorityAndServer({ notAfter: '2026-11-01T00:00:00Z' });
    bench.secret('z-expired', expired.server.pem, expired.server.keyPem, { 'ca.crt': base64(expired.root.pem) });
    expect(await bench.findings()).toEqual([
      'fail broken-certificate secret/a-broken',
      'fail key-missing secret/a-broken',
      'fail expired secret/z-expired',
    ]);
  });

  test('every PEM block is read, not the first alone', async () => {
    const bench = await Bench.good();
    const root = await made({ name: 'Root', authority: true, notAfter: '2036-01-01T00:00:00Z' });
    const middle = await made({ name: 'Middle', issuer: root, authority: true, notAfter: '2026-11-01T00:00:00Z' });
    const server = await made({ issuer: middle, dns: names });
    bench.cluster.edit(resources.secrets, namespace, 'api-gateway-tls', (secret) => {
      secret.data = {
        'tls.crt': base64(server.pem, middle.pem),
        'tls.key': base64(server.keyPem),
        'ca.crt': base64(root.pem),
      };
    });
    const found = await bench.findings();
    expect(found).toContain('fail chain-dates secret/api-gateway-tls');
    expect(found).toContain('warn authority-expired secret/api-gateway-tls');
  });

  test('dates are compared, not printed', async () => {
    const bench = await Bench.good({ notAfter: '2026-12-20T00:00:00Z' });
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('warn');
    expect(findings[0]).toMatchObject({ code: 'due', evidence: expect.stringContaining('25.9 days left') });
  });
});

describe('one Secret', () => {
  const cases: readonly (readonly [string, Parameters<typeof made>[0] & object, readonly string[]])[] = [
    ['expired', { notAfter: '2026-11-23T00:00:00Z' }, ['fail expired']],
    ['not valid yet', { notBefore: '2026-12-24T00:00:00Z' }, ['fail not-yet-valid']],
    [
      'ends on Friday, and nothing opens before Sunday',
      { notAfter: '2026-11-27T00:00:00Z' },
      ['fail ends-before-renewal'],
    ],
    [
      'lives 7 days',
      { notBefore: '2026-11-23T00:00:00Z', notAfter: '2026-11-30T00:00:00Z' },
      ['warn due', 'warn lifetime-too-short'],
    ],
    ['lives 47 days, 29 left', { notBefore: '2026-11-06T02:00:00Z', notAfter: '2026-12-23T02:00:00Z' }, []],
    ['RSA 1024', { key: 'rsa-1024' }, ['fail weak']],
    ['only a common name', { san: 'none', name: 'api-gateway.phoenix-rooivalk.svc' }, ['fail name-not-covered']],
    ['another name', { dns: ['other.example'] }, ['fail name-not-covered']],
    ['for clients', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'] }, ['fail not-for-servers']],
  ];
  test.each(cases)('%s', async (_, wanted, expected) => {
    const bench = await Bench.good({ dns: names, ...wanted });
    const found = (await bench.findings()).filter((finding) => finding.endsWith('secret/api-gateway-tls'));
    expect(found).toEqual(expected.map((finding) => `${finding} secret/api-gateway-tls`));
  });

  test('renewed by cert-manager: a short life is no finding', async () => {
    const bench = await Bench.good({}, { secrets: ['short'] });
    const short = await authorityAndServer({ notBefore: '2026-11-23T00:00:00Z', notAfter: '2026-11-30T00:00:00Z' });
    const marks = { 'cert-manager.io/certificate-name': 'short' };
    bench.secret('short', short.server.pem, short.server.keyPem, { 'ca.crt': base64(short.root.pem) }, marks);
    expect(await bench.findings()).toEqual([]);
  });

  test.each([
    ['a foreign key', 'foreign', ['fail key-mismatch']],
    ['no key', '', ['fail key-missing']],
    ['garbage', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', ['fail key-unreadable']],
  ])('%s', async (_, key, expected) => {
    const bench = await Bench.good();
    const keyPem = key === 'foreign' ? (await made()).keyPem : key;
    bench.cluster.edit(resources.secrets, namespace, 'api-gateway-tls', (secret) => {
      secret.data['tls.key'] = base64(keyPem);
    });
    expect(await bench.findings()).toEqual(expected.map((finding) => `${finding} secret/api-gateway-tls`));
  });

  test('missing, of no use, or forbidden: each is its own finding, and the others go on', async () => {
    const bench = await Bench.good({}, { secrets: ['gone', 'opaque', 'forbidden', 'api-gateway-tls'] });
    bench.cluster.add(resources.secrets, {
      metadata: { name: 'opaque', namespace },
      type: 'Opaque',
      data: { x: 'eA==' },
    });
    bench.cluster.fail(
      { verb: 'get', resource: 'secrets', name: 'forbidden' },
      {
        before: new PortError({
          code: 'forbidden',
          subject: 'secrets/forbidden',
          message: 'may not get secrets/forbidden in phoenix-rooivalk',
          next: '`kubectl apply -f deploy/rbac/validate-certificates.yaml`',
        }),
      },
    );
    const { findings, entry } = await bench.run();
    const found = findings.map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);
    expect(found.slice(0, 3)).toEqual([
      'unknown cannot-read secret/forbidden',
      'fail secret-missing secret/gone',
      'fail no-certificate secret/opaque',
    ]);
    expect(findings[0]?.next).toContain('deploy/rbac/validate-certificates.yaml');
    expect(entry.verdict).toBe('fail');
  });

  test('a private key among the certificates is told, and appears nowhere', async () => {
    const bench = await Bench.good();
    bench.cluster.edit(resources.secrets, namespace, 'api-gateway-tls', (secret) => {
      secret.data['tls.crt'] = base64(bench.server.pem, bench.server.keyPem);
    });
    const outcome = await bench.run();
    expect(outcome.findings.map((finding) => finding.code)).toContain('key-among-certificates');
    const secretLines = bench.server.keyPem.split('\n').filter((line) => line.length > 20 && !line.startsWith('-'));
    for (const line of secretLines) expect(JSON.stringify(outcome)).not.toContain(line);
  });

  test('hostile names are data', async () => {
    const bench = await Bench.good({}, { secrets: ['hostile'] });
    const evil = await made({ name: '::set-output name=x::y', dns: ['a'.repeat(400), '<img src=x>'] });
    bench.secret('hostile', evil.pem, evil.keyPem);
    const { findings } = await bench.run();
    const mine = findings.filter((finding) => finding.subject === 'secret/hostile');
    expect(mine.map((finding) => finding.code)).toContain('chain-untrusted');
    for (const finding of mine) expect(finding.evidence.length).toBeLessThan(2500);
  });
});

describe('trust', () => {
  const configMap = (name: string, pem: string) => ({ metadata: { name, namespace }, data: { 'ca.crt': pem } });
  const trust = [{ 'config-map': 'roots' }];

  test('nobody says whom clients trust: an unknown authority is a warning', async () => {
    const bench = await Bench.good({}, { secrets: ['x'] });
    const { server } = await authorityAndServer();
    bench.secret('x', server.pem, server.keyPem);
    expect(await bench.findings()).toEqual(['warn chain-incomplete secret/x']);
  });

  test('the Secret itself says it, and lacks the intermediate: failure', async () => {
    const bench = await Bench.good({}, { secrets: ['x'] });
    const middle = await made({ name: 'Middle', issuer: bench.root, authority: true });
    const server = await made({ issuer: middle });
    bench.secret('x', server.pem, server.keyPem, { 'ca.crt': base64(bench.root.pem) });
    expect(await bench.findings()).toEqual(['fail chain-incomplete secret/x']);
  });

  test('the configuration says it: then it is a failure', async () => {
    const bench = await Bench.good({}, { secrets: ['x'], trust });
    bench.cluster.add(resources.configMaps, configMap('roots', bench.root.pem));
    const server = await made({ issuer: await made({ name: 'Unknown Root', authority: true }) });
    bench.secret('x', server.pem, server.keyPem);
    expect(await bench.findings()).toEqual(['fail chain-incomplete secret/x']);
  });

  test('a configured authority that is missing: trust is not known', async () => {
    const bench = await Bench.good({}, { secrets: ['x'], trust });
    const { server } = await authorityAndServer();
    bench.secret('x', server.pem, server.keyPem);
    expect(await bench.findings()).toEqual([
      'unknown chain-incomplete secret/x',
      'unknown trust-not-read configmap/roots ca.crt',
    ]);
  });

  test('the system’s store counts', async () => {
    const bench = await Bench.good({}, { secrets: ['x'] });
    const { root, server } = await authorityAndServer();
    bench.secret('x', server.pem, server.keyPem);
    bench.certificates.trust(root.pem);
    expect(await bench.findings()).toEqual([]);
  });

  test('one Secret’s authority is not another one’s', async () => {
    const bench = await Bench.good({}, { secrets: ['x', 'y'] });
    const { root, server } = await authorityAndServer();
    bench.secret('x', server.pem, server.keyPem, { 'ca.crt': base64(root.pem) });
    const other = await made({ issuer: root });
    bench.secret('y', other.pem, other.keyPem);
    expect(await bench.findings()).toEqual(['warn chain-incomplete secret/y']);
  });
});
