import { describe, expect, test } from '@jest/globals';
import { made } from '../../certificates/made.ts';
import { Bench, type BenchTraits } from './bench.ts';
import { inDays, serverOf } from './issuers.ts';

async function gateway(traits: BenchTraits = {}, left = 12) {
  const bench = await Bench.make(traits);
  const before = await bench.secret('api-gateway-tls', left);
  bench.gateway();
  return { bench, before, was: bench.held('api-gateway-tls') };
}

describe('a certificate that is due', () => {
  test('is renewed with a new key, for as long as it had, chain and all, and nothing is kept', async () => {
    const { bench, was } = await gateway();
    const { entry, findings } = await bench.run();
    expect(entry).toMatchObject({ status: 'done', verdict: 'pass' });
    expect(findings).toEqual([]);
    const now = bench.held('api-gateway-tls');
    expect(now).toMatchObject({ left: 90, blocks: 2 });
    expect([now.serial, now.key]).not.toEqual([was.serial, was.key]);
    expect(bench.kept()).toEqual([]);
  });

  test('is served by every pod afterwards: those that read it at their start are made anew', async () => {
    const { bench } = await gateway();
    const { entry } = await bench.run();
    expect(bench.served()).toEqual([bench.held('api-gateway-tls').serial]);
    expect(bench.mark()).toMatch(/^[0-9a-f]{16}$/);
    expect(entry.applied.at(-1)?.text).toContain('3 pods of deployment/api-gateway were made anew and serve it');
  });

  test('pods that take it up by themselves are left alone', async () => {
    const { bench } = await gateway({ habit: 'follows' });
    const { entry } = await bench.run();
    expect(bench.served()).toEqual([bench.held('api-gateway-tls').serial]);
    expect(bench.mark()).toBeUndefined();
    expect(entry.applied.at(-1)?.text).toContain('3 pods of deployment/api-gateway took it up and serve it');
  });

  test('keeps its key where the configuration says so', async () => {
    const renewals = [{ secret: 'api-gateway-tls', key: 'keep', lifetime: '30d' }];
    const { bench, was } = await gateway({ certificates: { renewals } });
    expect((await bench.run()).entry.status).toBe('done');
    const now = bench.held('api-gateway-tls');
    expect(now).toMatchObject({ key: was.key, left: 30 });
    expect(now.serial).not.toBe(was.serial);
  });

  test('that nobody mounts is renewed all the same, and what the Ingress serves is said not to be seen', async () => {
    const bench = await Bench.make();
    await bench.secret('portal-tls', 12);
    bench.ingress('portal', 'portal-tls');
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('pass');
    expect(bench.held('portal-tls').left).toBe(90);
    expect(findings).toMatchObject([{ code: 'ingress-not-seen', severity: 'info', evidence: 'ingress/portal' }]);
  });

  test('of which nothing is served is taken up by making the pods anew, and that is said', async () => {
    const { bench } = await gateway();
    bench.silence();
    const { entry, findings } = await bench.run();
    expect(entry).toMatchObject({ status: 'done', verdict: 'pass' });
    expect(bench.mark()).toBeDefined();
    expect(findings).toMatchObject([{ code: 'not-seen-served', severity: 'info', subject: 'deployment/api-gateway' }]);
  });
});

test('what has expired comes first and is reported as fail, although it was renewed', async () => {
  const bench = await Bench.make();
  await bench.secret('a-tls', 12);
  await bench.secret('z-tls', -3);
  const { entry, findings } = await bench.run();
  expect(entry).toMatchObject({
    status: 'done',
    verdict: 'fail',
    result: '2 of 2 due certificates renewed: z-tls, a-tls',
  });
  expect(entry.applied.map(({ step }) => step).filter((step) => step.startsWith('write'))).toEqual([
    'write-certificate secret/z-tls',
    'write-certificate secret/a-tls',
  ]);
  expect(findings).toMatchObject([{ code: 'expired', severity: 'fail', subject: 'secret/z-tls' }]);
  expect([bench.held('a-tls').left, bench.held('z-tls').left]).toEqual([90, 90]);
  expect((await bench.run()).entry).toMatchObject({ status: 'nothing-to-do', verdict: 'pass' });
});

test('nothing is due: nothing is asked of issuer or workloads', async () => {
  const { bench } = await gateway({}, 80);
  const { entry } = await bench.run();
  expect(entry).toMatchObject({
    status: 'nothing-to-do',
    verdict: 'pass',
    result: 'nothing to do: none of 1 certificate is due',
  });
  expect(bench.cluster.calls().filter(({ verb, name }) => verb === 'forward' || name === 'issuing-ca')).toEqual([]);
});

describe('which are due: the rule of validate-certificates', () => {
  test.each<[string, number, number, boolean]>([
    ['31 days of 90', 31, 90, false],
    ['29 days of 90', 29, 90, true],
    ['29 days of 47: a third of its life is 15', 29, 47, false],
    ['15 days of 47', 15, 47, true],
    ['11 days of 90', 11, 90, true],
    ['40 days of 400', 40, 400, false],
  ])('%s', async (_name, left, lifetime, due) => {
    const bench = await Bench.make();
    await bench.secret('x-tls', left, { notBefore: inDays(left - lifetime) });
    expect((await bench.run({ mode: 'plan' })).entry.status).toBe(due ? 'planned' : 'nothing-to-do');
  });
});

test('plan mode says from what to what, why, and what undoes it; and asks the authority for nothing', async () => {
  const { bench } = await gateway();
  const { entry, findings } = await bench.run({ mode: 'plan' });
  const [issue, write, reload] = entry.plan?.steps ?? [];
  expect(issue).toMatchObject({
    id: 'issue-certificate secret/api-gateway-tls',
    to: { by: 'authority own', for: '90 days', key: 'new', names: ['api-gateway-tls.example'] },
    why: '12 days left; due from 33 % of its lifetime of 90 days on',
  });
  expect(write?.undo).toContain('put back');
  expect(reload?.risk).toContain('3 pods of deployment/api-gateway');
  expect(findings).toMatchObject([{ code: 'due', severity: 'warn' }]);
  expect(bench.cluster.calls().some(({ name }) => name === 'issuing-ca')).toBe(false);
  expect(JSON.stringify(entry)).not.toContain('PRIVATE KEY');
});

test('with `secrets: all` every TLS Secret is looked at', async () => {
  const bench = await Bench.make({ certificates: { secrets: 'all' } });
  await bench.secret('api-gateway-tls', 80);
  await bench.secret('unnamed-tls', 5);
  await bench.run();
  expect(bench.held('unnamed-tls').left).toBe(90);
});

test('an authority that ends before the certificate would shortens it, and is named', async () => {
  const bench = await Bench.make({}, { notAfter: inDays(60) });
  await bench.secret('a-tls', 5);
  const { entry, findings } = await bench.run();
  expect(entry).toMatchObject({ status: 'done', verdict: 'warn' });
  expect(bench.held('a-tls').left).toBe(60);
  expect(findings).toMatchObject([
    { code: 'authority-shortens', severity: 'warn', evidence: expect.stringContaining('CN=Issuing') },
  ]);
});

test('an authority’s certificate is renewed when that is asked for', async () => {
  const bench = await Bench.make({ inputs: { authorities: 'true' } }, { authority: true });
  await bench.secret('sub-ca', 5, { authority: { pathLength: 0 } });
  expect((await bench.run()).entry.status).toBe('done');
  expect(bench.held('sub-ca').left).toBe(90);
});

test('where nobody says whom clients trust, the system’s store decides', async () => {
  const root = await made({ name: 'Root', authority: true, notAfter: inDays(3000) });
  const bench = Bench.of(root, root);
  bench.hold('x-tls', await made(serverOf('x-tls', 5, root)), { data: { 'ca.crt': '' } });
  const refused = await bench.run();
  expect(refused.entry).toMatchObject({ status: 'rolled-back', cause: expect.stringContaining('not trusted') });
  bench.certificates.trust(root.pem);
  expect((await bench.run()).entry.status).toBe('done');
});
