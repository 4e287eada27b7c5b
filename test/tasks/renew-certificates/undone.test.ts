import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { base64, made } from '../../certificates/made.ts';
import { Bench, type BenchTraits } from './bench.ts';
import { inDays, kept, namespace } from './issuers.ts';

async function gateway(traits: BenchTraits = {}) {
  const bench = await Bench.make(traits);
  await bench.secret('api-gateway-tls', 12);
  bench.gateway();
  return { bench, was: bench.held('api-gateway-tls') };
}

/** The world is as it was: Secret, template, and what every pod serves; nothing is kept. */
function expectAsBefore(bench: Bench, was: ReturnType<Bench['held']>): void {
  expect(bench.held('api-gateway-tls')).toEqual(was);
  expect(bench.served()).toEqual([was.serial]);
  expect(bench.mark()).toBeUndefined();
  expect(bench.kept()).toEqual([]);
}

describe('put back, and served again, when', () => {
  test('no pod takes it up, rolled or not', async () => {
    const { bench, was } = await gateway({ habit: 'ignores' });
    const { entry, findings } = await bench.run();
    expect(entry).toMatchObject({ status: 'rolled-back', verdict: 'fail' });
    expect(entry.cause).toMatch(/deployment\/api-gateway does not serve serial .*, although its pods were made anew/);
    expectAsBefore(bench, was);
    expect(entry.undone.map(({ step, outcome }) => [step.split(' ')[0], outcome])).toEqual([
      ['reload-consumers', 'stays'],
      ['write-certificate', 'done'],
      ['issue-certificate', 'stays'],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['due', 'step-failed', 'steps-rolled-back']),
    );
    expect(findings.map(({ code }) => code)).not.toContain('served-differs');
  });

  test('pods do not take it up, and must not be rolled', async () => {
    const renewals = [{ secret: 'api-gateway-tls', pods: 'wait' }];
    const { bench, was } = await gateway({ habit: 'ignores', certificates: { renewals } });
    const { entry } = await bench.run();
    expect(entry.cause).toContain('and its pods are not rolled');
    expectAsBefore(bench, was);
  });

  test('the pods that were made anew do not become ready', async () => {
    const { bench, was } = await gateway({
      fate: { becomesReady: ({ metadata }) => metadata.annotations?.['rooivalk.maintenance/reloaded'] === undefined },
    });
    const { entry } = await bench.run();
    expect(entry).toMatchObject({ status: 'rolled-back', cause: expect.stringContaining('did not become ready') });
    expectAsBefore(bench, was);
  });

  test('pods that had taken it up by themselves take the former one up as well', async () => {
    const { bench, was } = await gateway({ habit: 'follows' });
    bench.gatewayTwin();
    const { entry } = await bench.run();
    expect(entry).toMatchObject({ status: 'rolled-back' });
    expect(bench.held('api-gateway-tls')).toEqual(was);
    expect(bench.served()).toEqual([was.serial]);
  });
});

describe('nothing is written when', () => {
  test.each<[string, (bench: Bench) => void | Promise<void>, RegExp]>([
    [
      'the authority has no Secret',
      (bench) => bench.remove('issuing-ca'),
      /authority own \(secret\/issuing-ca\) has no Secret/,
    ],
    [
      'its key is another one',
      async (bench) => {
        const other = await made({ name: 'Issuing', authority: true });
        bench.cluster.edit(resources.secrets, namespace, 'issuing-ca', (draft) => {
          draft.data['tls.key'] = base64(other.keyPem);
        });
      },
      /has no key of its certificate in tls\.key/,
    ],
    [
      'its certificate cannot be read',
      (bench) => bench.damage('issuing-ca'),
      /has no certificate that can be read in tls\.crt/,
    ],
    [
      'it is no authority',
      async (bench) => {
        const server = await made({ name: 'server', issuer: bench.root });
        bench.cluster.edit(resources.secrets, namespace, 'issuing-ca', (draft) => {
          draft.data = { 'tls.crt': base64(server.pem), 'tls.key': base64(server.keyPem) };
        });
      },
      /holds CN=server, which is no authority/,
    ],
    [
      'nobody trusts it',
      async (bench) => {
        const other = await made({ name: 'Other', authority: true, notAfter: inDays(900) });
        bench.cluster.edit(resources.secrets, namespace, 'issuing-ca', (draft) => {
          draft.data = { 'tls.crt': base64(other.pem), 'tls.key': base64(other.keyPem) };
        });
      },
      /what authority own issued must not be written: its chain ends in CN=Other, which is not trusted/,
    ],
    [
      'it ends sooner than it was seen to',
      async (bench) => {
        const { root, issuing } = bench;
        const short = await made({
          name: 'Issuing',
          issuer: root,
          authority: true,
          keys: issuing.keys,
          notAfter: inDays(20),
        });
        bench.cluster.edit(resources.secrets, namespace, 'issuing-ca', (draft) => {
          draft.data['tls.crt'] = base64(short.pem);
        });
      },
      /would be due again at once; asked for until 2027-02-22/,
    ],
    [
      'what is issued cannot be kept',
      (bench) =>
        bench.cluster.fail(
          { verb: 'create', namespace: kept, resource: 'secrets' },
          new PortError({ code: 'forbidden', subject: 's', message: 'may not create secrets' }),
        ),
      /may not create secrets/,
    ],
  ])('%s', async (_name, harm, cause) => {
    const { bench, was } = await gateway();
    await harm(bench);
    const { entry } = await bench.run();
    expect(entry.status).toBe('rolled-back');
    expect(entry.cause).toMatch(cause);
    expectAsBefore(bench, was);
    expect(bench.cluster.changes().filter(({ namespace: where }) => where === namespace)).toEqual([]);
    expect(JSON.stringify(entry)).not.toContain('PRIVATE');
  });
});

test('one that cannot be issued does not keep the next from being renewed', async () => {
  const bench = await Bench.make({
    certificates: {
      issuers: ['gone', 'issuing-ca'].map((secret) => ({ name: secret, authority: { secret } })),
      renewals: [
        { secret: 'a-tls', issuer: 'gone' },
        { secret: 'b-tls', issuer: 'issuing-ca' },
      ],
    },
  });
  await bench.secret('a-tls', 2);
  await bench.secret('b-tls', 12);
  const { entry, findings } = await bench.run();
  expect(entry).toMatchObject({
    status: 'rolled-back',
    verdict: 'fail',
    result: '1 of 2 due certificates renewed: b-tls; 1 put back or not issued',
  });
  expect([bench.held('a-tls').left, bench.held('b-tls').left]).toEqual([2, 90]);
  expect(findings).toContainEqual(expect.objectContaining({ code: 'due', subject: 'secret/a-tls', severity: 'fail' }));
});
