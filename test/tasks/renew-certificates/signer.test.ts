import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import task from '../../../src/tasks/renew-certificates/index.ts';
import { made } from '../../certificates/made.ts';
import { declaredRights } from '../declared-rights.ts';
import { Bench, type BenchTraits } from './bench.ts';
import { inDays } from './issuers.ts';

const bySigner = (approve = true, rest: Record<string, unknown> = {}): BenchTraits => ({
  certificates: { issuers: [{ name: 'cluster', signer: { name: 'phoenix.example/serving', approve } }], ...rest },
  inputs: { 'signed-within': '5s' },
});

async function due(traits: BenchTraits = bySigner()) {
  const bench = await Bench.make(traits);
  const before = await bench.secret('api-gateway-tls', 12);
  bench.gateway();
  return { bench, before, was: bench.held('api-gateway-tls') };
}

describe('a signer of the Kubernetes CSR API', () => {
  test('signs what we approve; the key never stands in the request', async () => {
    const { bench, before, was } = await due();
    bench.signer(before);
    const { entry } = await bench.run();
    expect(entry).toMatchObject({ status: 'done', verdict: 'pass' });
    const now = bench.held('api-gateway-tls');
    expect(now).toMatchObject({ left: 90, blocks: 2 });
    expect(now.key).not.toBe(was.key);
    expect(bench.served()).toEqual([now.serial]);
    expect(bench.requests()).toMatchObject([
      {
        metadata: { name: expect.stringMatching(/^rooivalk-api-gateway-tls-[0-9a-f]{16}$/) },
        spec: {
          signerName: 'phoenix.example/serving',
          usages: ['digital signature', 'server auth'],
          expirationSeconds: 90 * 86_400,
        },
        status: { conditions: [{ type: 'Approved', reason: 'CertificateRenewal' }] },
      },
    ]);
    expect(JSON.stringify(bench.requests())).not.toContain(now.key);
  });

  test('is waited for when somebody else approves', async () => {
    const { bench, before } = await due(bySigner(false));
    bench.signer(before);
    let looks = 0;
    bench.cluster.intercept(({ verb, resource, name = '' }) => {
      if (verb !== 'get' || resource !== resources.certificateSigningRequests || ++looks !== 2) return undefined;
      bench.cluster.edit(resource, undefined, name, (draft) => {
        draft.status = { conditions: [{ type: 'Approved', status: 'True' }] };
      });
      return undefined;
    });
    expect((await bench.run()).entry.status).toBe('done');
    expect(bench.held('api-gateway-tls').left).toBe(90);
  });

  test('may be asked with the declared rights, and approving takes the right at that signer', async () => {
    const { bench, before } = await due();
    bench.signer(before);
    const scene = bench.scene();
    const { observe, change } = task.permissions;
    const rights = declaredRights(
      { permissions: { observe: [...observe, ...change], change } },
      scene.configuration.platform,
    );
    expect(rights.filter(({ verbs }) => verbs.includes('approve'))).toMatchObject([
      { resource: { plural: 'signers' }, names: ['phoenix.example/serving'] },
    ]);
    bench.cluster.restrict(rights);
    expect((await scene.carryOut()).entry.status).toBe('done');
  });

  test('a request whose answer was lost is found again', async () => {
    const { bench, before } = await due();
    bench.signer(before);
    const lost = new PortError({ code: 'timeout', subject: 'x', message: 'no answer' });
    bench.cluster.fail({ verb: 'create', resource: 'certificatesigningrequests' }, { after: lost });
    expect((await bench.run()).entry.status).toBe('done');
    expect(bench.requests()).toHaveLength(1);
  });
});

/** What a signer does instead of signing well, and why nothing is written then. */
test.each<
  [
    string,
    BenchTraits | undefined,
    (bench: Bench, before: Awaited<ReturnType<typeof made>>) => void | Promise<void>,
    RegExp,
  ]
>([
  [
    'is down',
    undefined,
    () => undefined,
    /signer cluster \(phoenix\.example\/serving\) has not signed after 5 s, although the request is approved/,
  ],
  ['is never told to', bySigner(false), () => undefined, /and nobody has approved the request/],
  [
    'is told not to',
    undefined,
    (bench) =>
      bench.onRequest((draft) =>
        draft.status.conditions.push({ type: 'Denied', status: 'True', reason: 'Policy', message: 'no' }),
      ),
    /was told not to sign: Policy, no/,
  ],
  [
    'fails',
    undefined,
    (bench) => bench.onRequest((draft) => draft.status.conditions.push({ type: 'Failed', status: 'True' })),
    /failed: no reason given/,
  ],
  [
    'gives nonsense',
    undefined,
    (bench) =>
      bench.onRequest((draft) => {
        draft.status.certificate = Buffer.from('nothing').toString('base64');
      }),
    /gave something that is no certificate/,
  ],
  ['loses the request', undefined, (bench) => bench.onRequest(undefined), /has no request any more/],
  [
    'leaves a name out',
    undefined,
    async (bench) => bench.signer(await made({ name: 'api-gateway-tls', dns: ['other.example'] })),
    /does not carry api-gateway-tls\.example/,
  ],
  [
    'signs by an authority that nobody trusts',
    undefined,
    async (bench, before) =>
      bench.signer(before, await made({ name: 'Other', authority: true, notAfter: inDays(900) })),
    /ends in CN=Other, which is not trusted/,
  ],
  [
    'signs for a day',
    undefined,
    (bench, before) => bench.signer(before, bench.issuing, inDays(13)),
    /would be due again at once/,
  ],
])('a signer that %s', async (_name, traits, arrange, cause) => {
  const { bench, before, was } = await due(traits);
  await arrange(bench, before);
  const { entry } = await bench.run();
  expect(entry).toMatchObject({ status: 'rolled-back', verdict: 'fail' });
  expect(entry.cause).toMatch(cause);
  expect(bench.held('api-gateway-tls')).toEqual(was);
  expect(bench.served()).toEqual([was.serial]);
  expect(bench.kept()).toEqual([]);
});
