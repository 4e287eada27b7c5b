import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import type { Bench } from './bench.ts';
import { due, withGateway } from './due.ts';
import { namespace } from './issuers.ts';

test.each<[string, (bench: Bench) => void, string, string]>([
  [
    'a Secret may not be read',
    (bench) =>
      bench.cluster.fail(
        { verb: 'get', name: 'api-gateway-tls' },
        new PortError({ code: 'forbidden', subject: 's', message: 'may not get secrets' }),
        'every',
      ),
    'cannot-read',
    'may not get secrets',
  ],
  [
    'workloads may not be listed',
    (bench) =>
      bench.cluster.fail(
        { verb: 'list', resource: 'statefulsets' },
        new PortError({ code: 'forbidden', subject: 's', message: 'may not list statefulsets' }),
        'every',
      ),
    'uses-not-read',
    'may not list statefulsets',
  ],
  [
    'a certificate cannot be read',
    (bench) => bench.damage('api-gateway-tls'),
    'cannot-judge',
    'no certificate that can be read',
  ],
  ['a Secret is not there', (bench) => bench.remove('api-gateway-tls'), 'cannot-judge', 'named by the configuration'],
])('unknown when %s, and nothing is changed', async (_name, harm, code, evidence) => {
  const bench = await due();
  harm(bench);
  const { entry, findings } = await bench.run();
  expect(entry.verdict).toBe('unknown');
  expect(findings).toContainEqual(
    expect.objectContaining({ code, severity: 'unknown', evidence: expect.stringContaining(evidence) }),
  );
  expect(bench.cluster.changes()).toEqual([]);
});

test('pods that cannot be looked at: refused, because what they serve would not be known', async () => {
  const bench = await withGateway();
  bench.silence(new PortError({ code: 'forbidden', subject: 'p', message: 'may not forward to pods' }));
  const { entry } = await bench.run();
  expect(entry.plan?.refusals[0]?.state).toContain('what it serves could not be looked at (may not forward to pods)');
  expect(bench.cluster.changes()).toEqual([]);
});

test('a trusted authority that cannot be read: nothing is renewed, and that is unknown', async () => {
  const bench = await due({ certificates: { trust: [{ 'config-map': 'not-there' }] } });
  const { entry, findings } = await bench.run();
  expect(entry).toMatchObject({ verdict: 'unknown', applied: [] });
  expect(findings.map(({ code }) => code)).toContain('trust-not-read');
  expect(bench.cluster.changes()).toEqual([]);
});

test('nothing that an authority is to issue whose public certificate could not be read: the present chain does not stand in', async () => {
  const bench = await due();
  bench.cluster.remove(resources.configMaps, namespace, 'authorities');
  const { entry, findings } = await bench.scene().carryOut();
  expect(entry).toMatchObject({ status: 'nothing-to-do', verdict: 'unknown' });
  expect(findings).toContainEqual(
    expect.objectContaining({
      severity: 'unknown',
      subject: 'secret/api-gateway-tls',
      evidence: 'configmap/authorities bundle.crt does not exist',
    }),
  );
});

test('renewed all the same when Ingresses may not be listed, and that is unknown', async () => {
  const bench = await due();
  const error = new PortError({ code: 'forbidden', subject: 's', message: 'may not list ingresses' });
  bench.cluster.fail({ verb: 'list', resource: 'ingresses' }, error, 'every');
  const { entry, findings } = await bench.run();
  expect(entry).toMatchObject({ status: 'done', verdict: 'unknown' });
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'hosts-not-read', severity: 'unknown', evidence: 'may not list ingresses' }),
  );
});
