import { expect, test } from '@jest/globals';
import { Bench, type BenchTraits } from './bench.ts';
import { due, withGateway } from './due.ts';
import { inDays } from './issuers.ts';

const marked = async (metadata: Record<string, unknown>) => {
  const bench = await Bench.make();
  await bench.secret('api-gateway-tls', 12, {}, { metadata: metadata as never });
  return bench;
};

const renewal = (rule: Record<string, unknown>): BenchTraits => ({
  certificates: { renewals: [{ secret: 'api-gateway-tls', ...rule }] },
});

/** What the plan refuses, and nothing is changed. */
test.each<[string, () => Promise<Bench>, RegExp, RegExp]>([
  [
    'what Argo CD owns',
    () => marked({ annotations: { 'argocd.argoproj.io/tracking-id': 'web:/Secret:phoenix-rooivalk/api-gateway-tls' } }),
    /Argo CD application web owns it/,
    /in the repository of Argo CD application web/,
  ],
  [
    'what Flux owns',
    () => marked({ labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } }),
    /Flux kustomization apps/,
    /Flux/,
  ],
  [
    'what Helm owns',
    () => marked({ annotations: { 'meta.helm.sh/release-name': 'gw' } }),
    /Helm release gw/,
    /values of Helm release gw/,
  ],
  [
    'what a controller keeps',
    () =>
      marked({ ownerReferences: [{ apiVersion: 'x.io/v1', kind: 'Proxy', name: 'p', uid: 'u', controller: true }] }),
    /proxy\.x\.io\/p owns it/,
    /in the spec of proxy/,
  ],
  [
    'what somebody applies',
    () =>
      marked({
        managedFields: [{ manager: 'terraform', operation: 'Apply', fieldsV1: { 'f:data': { 'f:tls.crt': {} } } }],
      }),
    /field manager terraform/,
    /field-managers/,
  ],
  [
    'without an issuer',
    () => due({ certificates: { issuers: [] } }),
    /no issuer is configured for it; there is none/,
    /platform\.certificates\.issuers/,
  ],
  [
    'with several issuers and none named',
    () => due({ certificates: { issuers: ['a', 'b'].map((name) => ({ name, authority: { secret: 'issuing-ca' } })) } }),
    /there are a, b/,
    /under `renewals`/,
  ],
  [
    'an immutable Secret',
    async () => {
      const bench = await Bench.make();
      await bench.secret('api-gateway-tls', 12, {}, { immutable: true });
      return bench;
    },
    /marked immutable/,
    /make it anew/,
  ],
  [
    'the key of an authority',
    async () => {
      const bench = await Bench.make({}, { authority: true });
      await bench.secret('sub-ca', 12, { authority: true });
      return bench;
    },
    /is an authority/,
    /authorities=true/,
  ],
  [
    'a key to be kept that is another one',
    async () => {
      const bench = await Bench.make(renewal({ key: 'keep' }));
      const other = await bench.secret('other-tls', 80);
      await bench.secret(
        'api-gateway-tls',
        12,
        {},
        { data: { 'tls.key': Buffer.from(other.keyPem).toString('base64') } },
      );
      return bench;
    },
    /not the key of the present certificate/,
    /`key: new`/,
  ],
  [
    'an authority about to end',
    async () => {
      const bench = await Bench.make({}, { notAfter: inDays(13) });
      await bench.secret('api-gateway-tls', 12);
      return bench;
    },
    /CN=Issuing ends 2026-12-07 02:10 UTC, in 13 days; a certificate of 90 days was to be issued/,
    /renew the authority first/,
  ],
  [
    'an authority that has ended',
    async () => {
      const bench = await Bench.make({}, { notAfter: inDays(-1) });
      await bench.secret('api-gateway-tls', 12);
      return bench;
    },
    /CN=Issuing ended/,
    /authority first/,
  ],
  [
    'a workload that nothing may roll, and that does not see changes',
    () =>
      withGateway(renewal({ pods: 'wait' }), {
        volumes: [],
        containers: [
          {
            name: 'g',
            image: 'x:1',
            env: [{ name: 'K', valueFrom: { secretKeyRef: { name: 'api-gateway-tls' } } }],
            ports: [{ name: 'https', containerPort: 8443 }],
          },
        ],
      }),
    /deployment\/api-gateway uses it, and its pods do not see changes of it, and are not rolled: `pods: wait`/,
    /rollout restart deployment\/api-gateway/,
  ],
  [
    'a workload that nothing may roll, and of which nothing is seen',
    async () => {
      const bench = await withGateway(renewal({ pods: 'wait' }));
      bench.silence();
      return bench;
    },
    /what it does with it cannot be seen; its pods are not rolled/,
    /on which ports it serves/,
  ],
  [
    'a workload that is paused',
    () =>
      withGateway(
        {},
        {
          volumes: [],
          containers: [{ name: 'g', image: 'x:1', envFrom: [{ secretRef: { name: 'api-gateway-tls' } }] }],
        },
        { paused: true },
      ),
    /deployment\/api-gateway is paused/,
    /./,
  ],
  [
    'a workload whose image may be another one',
    () =>
      withGateway(
        {},
        {
          volumes: [],
          containers: [
            { name: 'g', image: 'registry.example:5000/x', envFrom: [{ secretRef: { name: 'api-gateway-tls' } }] },
          ],
        },
      ),
    /its image registry\.example:5000\/x may be another one/,
    /./,
  ],
  [
    'a workload that the configuration does not name',
    async () => {
      const bench = await withGateway({
        platform: { workloads: { gateway: { name: 'other-gateway', selector: 'app=x' } } },
      });
      bench.silence();
      return bench;
    },
    /it is not named under `platform\.workloads`/,
    /./,
  ],
])('refused: %s', async (_name, make, state, next) => {
  const bench = await make();
  const planned = await bench.run({ mode: 'plan' });
  const [refusal] = planned.entry.plan?.refusals ?? [];
  expect(refusal?.state).toMatch(state);
  expect(refusal?.next).toMatch(next);
  expect(planned.entry.plan?.steps).toEqual([]);
  const { entry, findings } = await bench.run();
  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'due',
      evidence: expect.stringContaining(`not renewed: ${refusal?.state}`),
      next: refusal?.next,
    }),
  );
  expect(entry).toMatchObject({ status: 'refused', verdict: expect.stringMatching(/^(warn|fail)$/), applied: [] });
  expect(bench.cluster.changes()).toEqual([]);
});

test('what one Secret is refused for does not keep another one from being renewed', async () => {
  const bench = await Bench.make();
  await bench.secret('owned-tls', 4, {}, { metadata: { annotations: { 'meta.helm.sh/release-name': 'gw' } } as never });
  await bench.secret('free-tls', 12);
  const { entry } = await bench.run();
  expect(entry).toMatchObject({ verdict: 'fail', result: '1 of 2 due certificates renewed: free-tls' });
  expect([bench.held('owned-tls').left, bench.held('free-tls').left]).toEqual([4, 90]);
});

test('a database is not restarted for a certificate unless that is configured', async () => {
  const database = { workload: { kind: 'Deployment', name: 'api-gateway', selector: 'app=api-gateway' } };
  const told = async (traits: BenchTraits) => {
    const bench = await withGateway({ platform: { database }, ...traits });
    bench.silence();
    return (await bench.run({ mode: 'plan' })).entry.plan;
  };
  expect((await told({}))?.refusals[0]?.state).toContain('databases and caches are not restarted for a certificate');
  expect((await told(renewal({ pods: 'roll' })))?.steps).toHaveLength(3);
});
