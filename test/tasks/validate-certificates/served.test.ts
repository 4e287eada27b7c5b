import { describe, expect, test } from '@jest/globals';
import { platform } from '../../../src/domain/configuration/platform.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import task from '../../../src/tasks/validate-certificates/index.ts';
import { authorityAndServer, base64, made } from '../../certificates/made.ts';
import { declaredRights } from '../declared-rights.ts';
import { Bench, namespace } from './bench.ts';

const pod = (name: string, port = 8443) => ({ kind: 'pod', namespace, pod: name, port }) as const;

describe('what the gateway serves against what its Secret holds', () => {
  test('one pod of three has not read the renewed Secret', async () => {
    const bench = await Bench.good();
    const old = await made({ issuer: bench.root, dns: ['api-gateway.phoenix-rooivalk.svc'], serial: '77' });
    bench.certificates.serve(pod('api-gateway-b'), old.pem);
    const { findings, entry } = await bench.run();
    expect(entry.verdict).toBe('warn');
    expect(findings[0]).toMatchObject({ code: 'served-differs', subject: 'deployment/api-gateway' });
    expect(findings[0]?.evidence).toMatch(/^1 of 3 ends: pod\/api-gateway-b serves serial 77 until/);
  });

  test('it serves one that has expired: failure', async () => {
    const bench = await Bench.good();
    const old = await made({ issuer: bench.root, notAfter: '2026-11-20T00:00:00Z' });
    bench.certificates.serve(pod('api-gateway-b'), old.pem);
    expect(await bench.findings()).toEqual(['fail served-differs deployment/api-gateway']);
  });

  test('a pod that cannot be reached is unknown; the others are judged', async () => {
    const bench = await Bench.good();
    const message = 'port 8443 of pod/api-gateway-a did not answer within 5000 ms';
    bench.certificates.serve(pod('api-gateway-a'), new PortError({ code: 'timeout', subject: 'x', message }));
    const old = await made({ issuer: bench.root });
    bench.certificates.serve(pod('api-gateway-b'), old.pem);
    expect(await bench.findings()).toEqual([
      'unknown cannot-look deployment/api-gateway',
      'warn served-differs deployment/api-gateway',
    ]);
  });

  test('a refused handshake is the endpoint’s failure', async () => {
    const bench = await Bench.good();
    bench.certificates.serve(pod('api-gateway-a'), new PortError({ code: 'failed', subject: 'x', message: 'no TLS' }));
    expect(await bench.findings()).toEqual(['fail no-handshake deployment/api-gateway']);
  });

  test('the held chain is whole, the served one is not', async () => {
    const bench = await Bench.good({}, { trust: [{ 'config-map': 'roots' }] });
    bench.cluster.add(resources.configMaps, {
      metadata: { name: 'roots', namespace },
      data: { 'ca.crt': bench.root.pem },
    });
    const middle = await made({ name: 'Middle', issuer: bench.root, authority: true });
    const server = await made({ issuer: middle, dns: ['api-gateway.phoenix-rooivalk.svc'] });
    bench.cluster.edit(resources.secrets, namespace, 'api-gateway-tls', (secret) => {
      secret.data = { 'tls.crt': base64(server.pem, middle.pem), 'tls.key': base64(server.keyPem) };
    });
    for (const name of ['a', 'b', 'c']) bench.certificates.serve(pod(`api-gateway-${name}`), server.pem);
    expect(await bench.findings()).toEqual(['fail served-chain-incomplete deployment/api-gateway']);
  });

  test('no pod is ready: unknown, not healthy', async () => {
    const bench = await Bench.good();
    for (const name of ['a', 'b', 'c']) {
      bench.cluster.edit(resources.pods, namespace, `api-gateway-${name}`, (draft) => {
        draft.status.conditions[0].status = 'False';
      });
    }
    expect(await bench.findings()).toEqual(['unknown cannot-look deployment/api-gateway']);
  });

  test('it is asked by a name that the certificate covers', async () => {
    const bench = await Bench.good({ dns: ['api-gateway.phoenix-rooivalk'] });
    await bench.run();
    expect(bench.certificates.asked()[0]?.serverName).toBe('api-gateway.phoenix-rooivalk');
  });
});

describe('configured endpoints', () => {
  test('an address of its own, judged by what it serves', async () => {
    const bench = await Bench.good({}, { endpoints: [{ host: 'edge.example', port: 443 }] });
    const { root, server } = await authorityAndServer({ dns: ['other.example'], notAfter: '2026-12-01T12:00:00Z' });
    bench.certificates.serve({ kind: 'address', host: 'edge.example', port: 443 }, server.pem);
    bench.certificates.trust(root.pem);
    expect(await bench.findings()).toEqual([
      'warn due edge.example:443',
      'fail served-name-not-covered edge.example:443',
    ]);
  });

  test('a Service is looked at on every ready pod behind it, by its target port', async () => {
    const host = 'metrics.phoenix-rooivalk.svc';
    const bench = await Bench.good(
      {},
      { endpoints: [{ host, port: 443, secret: 'metrics-tls' }], secrets: ['metrics-tls'] },
    );
    const { root, server } = await authorityAndServer({ dns: [host] });
    bench.secret('metrics-tls', server.pem, server.keyPem, { 'ca.crt': base64(root.pem) });
    bench.cluster.add(resources.services, {
      metadata: { name: 'metrics', namespace },
      spec: { selector: { app: 'metrics' }, ports: [{ port: 443, targetPort: 'https' }] },
    });
    bench.pod('metrics-0', server.pem, { app: 'metrics' }, 9443);
    bench.pod('metrics-1', (await made({ issuer: root })).pem, { app: 'metrics' }, 9443);
    expect(await bench.findings()).toEqual([`warn served-differs ${host}:443`]);
  });
});

describe('names', () => {
  const ingress = (secretName: string, ...hosts: string[]) => ({
    metadata: { name: 'public', namespace },
    spec: { tls: [{ secretName, hosts }], rules: [] },
  });

  test.each([
    [['api.example'], []],
    [['api.example', 'www.example'], ['fail name-not-covered secret/api-gateway-tls']],
    [['*.example'], ['fail name-not-covered secret/api-gateway-tls']],
  ])('an Ingress for %j', async (hosts, expected) => {
    const bench = await Bench.good();
    bench.cluster.add(resources.ingresses, ingress('api-gateway-tls', ...hosts));
    expect(await bench.findings()).toEqual(expected);
  });

  test('without the right to list Ingresses this is unknown, and everything else is still judged', async () => {
    const bench = await Bench.good({ notAfter: '2026-11-01T00:00:00Z' });
    bench.cluster.forbid({ verbs: ['list'], resource: resources.ingresses });
    const { findings } = await bench.run();
    expect(findings.map((finding) => finding.code)).toEqual(['expired', 'hosts-not-compared', 'others-not-looked-at']);
  });
});

describe('everything that is not a Secret', () => {
  test('secrets: all lists by type, and looks at every one', async () => {
    const bench = await Bench.good({}, { secrets: 'all' });
    const { root, server } = await authorityAndServer({ notAfter: '2026-11-01T00:00:00Z' });
    bench.secret('unnamed', server.pem, server.keyPem, { 'ca.crt': base64(root.pem) });
    bench.cluster.add(resources.secrets, { metadata: { name: 'token', namespace }, type: 'Opaque', data: {} });
    const { findings } = await bench.run();
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual(['expired secret/unnamed']);
  });

  test('secrets: all sees that the Secret of an Ingress is missing, or is of another type', async () => {
    const bench = await Bench.good({}, { secrets: 'all' });
    const tls = [
      { secretName: 'portal-tls', hosts: ['portal.example'] },
      { secretName: 'opaque-tls', hosts: ['opaque.example'] },
    ];
    bench.cluster.add(resources.ingresses, { metadata: { name: 'portal', namespace }, spec: { tls, rules: [] } });
    const { server, root } = await authorityAndServer({ dns: ['other.example'] });
    bench.cluster.add(resources.secrets, {
      metadata: { name: 'opaque-tls', namespace },
      type: 'Opaque',
      data: { 'tls.crt': base64(server.pem), 'tls.key': base64(server.keyPem), 'ca.crt': base64(root.pem) },
    });
    const { findings } = await bench.run();
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      'name-not-covered secret/opaque-tls',
      'secret-missing secret/portal-tls',
    ]);
    expect(findings[1]?.evidence).toBe('named by ingress/portal, not in namespace phoenix-rooivalk');
  });

  test('secrets: all without the right to list', async () => {
    const bench = await Bench.good({}, { secrets: 'all' });
    bench.cluster.forbid({ verbs: ['list'], resource: resources.secrets });
    expect(await bench.findings()).toEqual([expect.stringMatching(/^unknown cannot-list secrets in phoenix-rooivalk/)]);
  });

  test('bundles: every authority in them counts', async () => {
    const bundles = [{ 'config-map': 'bundle', key: 'ca-bundle.crt' }, { 'config-map': 'gone' }];
    const bench = await Bench.good({}, { bundles });
    const old = await made({ name: 'Old Root', authority: true, notAfter: '2026-11-01T00:00:00Z' });
    const data = { 'ca-bundle.crt': `${bench.root.pem}# a comment\n${old.pem}` };
    bench.cluster.add(resources.configMaps, { metadata: { name: 'bundle', namespace }, data });
    expect(await bench.findings()).toEqual([
      'warn authority-expired configmap/bundle ca-bundle.crt',
      'fail bundle-missing configmap/gone ca.crt',
    ]);
  });

  test.each([
    ['alone fails', [], ['fail authority-not-yet-valid configmap/bundle ca.crt']],
    [
      'beside one that is valid is only told',
      ['2036-01-01T00:00:00Z'],
      ['info authority-not-yet-valid configmap/bundle ca.crt'],
    ],
    [
      'beside one that has ended fails',
      ['2026-11-01T00:00:00Z'],
      ['fail authority-expired configmap/bundle ca.crt', 'fail authority-not-yet-valid configmap/bundle ca.crt'],
    ],
  ])('an authority of a bundle that is for later %s', async (_title, others, expected) => {
    const bench = await Bench.good({}, { bundles: [{ 'config-map': 'bundle' }] });
    const later = { notBefore: '2026-12-24T00:00:00Z', notAfter: '2036-01-01T00:00:00Z' };
    const all = [await made({ name: 'Next Root', authority: true, ...later })];
    for (const notAfter of others) all.push(await made({ name: 'Root', authority: true, notAfter }));
    const data = { 'ca.crt': all.map(({ pem }) => pem).join('') };
    bench.cluster.add(resources.configMaps, { metadata: { name: 'bundle', namespace }, data });
    expect(await bench.findings()).toEqual(expected);
  });

  test('the caBundle of a webhook', async () => {
    const bench = await Bench.good({}, { webhooks: true });
    const old = await made({ name: 'Old Root', authority: true, notAfter: '2026-11-01T00:00:00Z' });
    bench.cluster.add(resources.validatingWebhooks, {
      metadata: { name: 'policy' },
      webhooks: [{ name: 'check.policy.example', clientConfig: { caBundle: base64(old.pem) } }],
    });
    expect(await bench.findings()).toEqual([
      'fail authority-expired validatingwebhookconfiguration/policy check.policy.example',
    ]);
  });
});

describe('rights', () => {
  test.each([
    ['named Secrets', { secrets: ['api-gateway-tls'] }],
    [
      'everything',
      { secrets: 'all', webhooks: true, bundles: [{ 'config-map': 'bundle' }], trust: [{ secret: 'roots' }] },
    ],
  ])('%s: it looks at everything under exactly the rights that it declares', async (_, configuration) => {
    const bench = await Bench.good({}, configuration);
    const data = { 'ca.crt': bench.root.pem };
    bench.cluster.add(resources.configMaps, { metadata: { name: 'bundle', namespace }, data });
    bench.cluster.add(resources.secrets, {
      metadata: { name: 'roots', namespace },
      data: { 'ca.crt': base64(bench.root.pem) },
    });
    bench.cluster.restrict(declaredRights(task, platform.parse({ certificates: configuration })));
    expect(await bench.findings()).toEqual([]);
  });
});
