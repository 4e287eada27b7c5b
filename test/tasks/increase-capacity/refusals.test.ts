import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { type Edit, namespace } from '../workload-bench/bench.ts';
import { type Arrange, type Given, gateway, ledger, planned, templated } from './planned.ts';

const change =
  (kind: 'deployments' | 'statefulSets', name: string, edit: Edit): Arrange =>
  (bench) =>
    bench.edit(kind, name, edit);
const claims =
  (edit: Edit): Arrange =>
  ({ cluster }) => {
    for (let ordinal = 0; ordinal < 4; ordinal += 1)
      cluster.edit(resources.persistentVolumeClaims, namespace, `data-blockchain-node-${ordinal}`, edit);
  };
const argo = { 'argocd.argoproj.io/tracking-id': 'phoenix:apps/Deployment:phoenix-rooivalk/api-gateway' };
const autoscaler: Arrange = ({ cluster }) =>
  void cluster.add(resources.horizontalAutoscalers, {
    metadata: { name: 'gateway', namespace },
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'api-gateway' }, maxReplicas: 9 },
  } as never);
const vertical: Arrange = ({ cluster }) =>
  void cluster.add(resources.verticalAutoscalers, {
    metadata: { name: 'gateway', namespace },
    spec: { targetRef: { kind: 'Deployment', name: 'api-gateway' } },
  } as never);
const noExpansion: Arrange = ({ cluster }) =>
  void cluster.edit(resources.storageClasses, undefined, 'sandbox', (draft) => {
    draft.allowVolumeExpansion = false;
  });
const range: Arrange = ({ cluster }) =>
  void cluster.add(resources.limitRanges, {
    metadata: { name: 'sizes', namespace },
    spec: {
      limits: [
        { type: 'Container', max: { memory: '200Mi' } },
        { type: 'PersistentVolumeClaim', max: { storage: '50Mi' } },
      ],
    },
  } as never);

describe('what is refused, and no step planned', () => {
  test.each<[string, Given, Arrange, RegExp, RegExp]>([
    [
      'no target',
      {},
      () => undefined,
      /names a workload/,
      /no target was given; there are statefulset\/blockchain-node, deployment\/api-gateway/,
    ],
    [
      'a workload that the configuration does not name',
      { target: 'deployment/reporting', replicas: '2' },
      () => undefined,
      /names a workload/,
      /deployment\/reporting is none of/,
    ],
    [
      'a workload that is not there',
      { target: 'statefulset/redis', replicas: '3' },
      () => undefined,
      /needs its workload/,
      /there is no statefulset\/redis in namespace/,
    ],
    ['nothing', gateway, () => undefined, /says what is to be more/, /neither/],
    [
      'fewer pods',
      { ...gateway, replicas: '2' },
      () => undefined,
      /never takes anything away/,
      /has 3 replicas, and 2/,
    ],
    [
      'a smaller limit',
      { ...gateway, 'memory-limit': '100Mi' },
      () => undefined,
      /never takes anything away/,
      /limits.memory 160Mi → 100Mi/,
    ],
    [
      'a limit where there was none',
      { ...gateway, 'cpu-limit': '1' },
      () => undefined,
      /never takes anything away/,
      /limits.cpu not set → 1/,
    ],
    [
      'a request above the limit',
      { ...gateway, 'memory-request': '200Mi' },
      () => undefined,
      /at most its limit/,
      /ask for memory 200Mi and may have 160Mi/,
    ],
    [
      'a container that is not there',
      { ...gateway, 'cpu-request': '1', container: 'proxy' },
      () => undefined,
      /one container/,
      /no container proxy; there are gateway/,
    ],
    [
      'one of several containers, without a name',
      { ...gateway, 'cpu-request': '1' },
      change('deployments', 'api-gateway', ({ spec }) =>
        spec.template.spec.containers.push({ name: 'proxy', image: 'y:1' }),
      ),
      /one container/,
      /several: gateway, proxy/,
    ],
    [
      'what Argo CD owns',
      { ...gateway, replicas: '4' },
      change('deployments', 'api-gateway', ({ metadata }) => {
        metadata.annotations = argo;
      }),
      /somebody else owns/,
      /Argo CD application phoenix/,
    ],
    [
      'what a horizontal autoscaler decides',
      { ...gateway, replicas: '4' },
      autoscaler,
      /somebody else owns/,
      /horizontalpodautoscaler\/gateway/,
    ],
    [
      'what a vertical autoscaler decides',
      { ...gateway, 'cpu-request': '1' },
      vertical,
      /somebody else owns/,
      /verticalpodautoscaler\/gateway/,
    ],
    [
      'a paused rollout',
      { ...gateway, replicas: '4' },
      change('deployments', 'api-gateway', ({ spec }) => {
        spec.paused = true;
      }),
      /paused/,
      /is paused/,
    ],
    [
      'a rollout that is under way',
      { ...gateway, replicas: '4' },
      ({ cluster }) =>
        cluster.edit(resources.deployments, namespace, 'api-gateway', ({ status }) => {
          status.updatedReplicas = 1;
        }),
      /one change of a workload at a time/,
      /1 of 3 pods updated/,
    ],
    [
      'pods of different images under one tag',
      { ...gateway, replicas: '4' },
      ({ cluster }) => {
        const [pod] = Object.keys(cluster.snapshot()).filter((key) => key.startsWith(`pods/${namespace}/api-gateway`));
        cluster.edit(resources.pods, namespace, pod?.split('/').at(-1) ?? '', ({ status }) => {
          status.containerStatuses[0].imageID = 'x@sha256:0';
        });
      },
      /images that are known/,
      /2 different images/,
    ],
    [
      'what breaks a quota',
      { ...gateway, replicas: '5' },
      (bench) => bench.quota({ pods: '4' }, { pods: '3' }),
      /a quota is kept/,
      /resourcequota\/compute: pods: 5 after, 4 allowed/,
    ],
    [
      'what breaks a quota while pods are replaced',
      { ...gateway, 'memory-request': '100Mi' },
      (bench) => bench.quota({ pods: '3' }, { pods: '3' }),
      /a quota is kept/,
      /pods: 4 after, 3 allowed/,
    ],
    [
      'what no node has room for',
      { ...gateway, 'cpu-request': '3' },
      () => undefined,
      /nodes have room/,
      /there is room for 0 of 1 pod while pods are replaced; node-1: cpu: /,
    ],
    [
      'more pods than there is room for',
      { ...gateway, replicas: '60' },
      () => undefined,
      /nodes have room/,
      /no place for another pod/,
    ],
    [
      'what a limit range forbids',
      { ...gateway, 'memory-limit': '256Mi' },
      range,
      /a limit range is kept/,
      /limitrange\/sizes: container gateway: memory 268 MB, 210 MB at most/,
    ],
    [
      'a rollout under a disruption budget of zero',
      { ...gateway, 'memory-limit': '256Mi' },
      (bench) => bench.allow('api-gateway', 0),
      /disruption budget is kept/,
      /poddisruptionbudget\/api-gateway allows 0/,
    ],
    [
      'a rollout that does not happen by itself',
      { ...ledger, 'cpu-request': '100m' },
      change('statefulSets', 'blockchain-node', ({ spec }) => {
        spec.updateStrategy = { type: 'OnDelete' };
      }),
      /would not replace every pod/,
      /OnDelete/,
    ],
    [
      'a volume of pods without one',
      { ...gateway, 'volume-size': '1Gi' },
      () => undefined,
      /one of the pods/,
      /have no volume claims/,
    ],
    [
      'a volume that is not there',
      { ...ledger, volume: 'logs', 'volume-size': '1Gi' },
      () => undefined,
      /one of the pods/,
      /has no logs: data/,
    ],
    ['a smaller volume', { ...ledger, 'volume-size': '32Mi' }, () => undefined, /never shrinks/, /it has 48Mi/],
    [
      'a class that does not allow it',
      { ...ledger, 'volume-size': '64Mi' },
      noExpansion,
      /where its class allows it/,
      /storageclass\/sandbox does not allow expansion/,
    ],
    [
      'a claim that is not bound',
      { ...ledger, 'volume-size': '64Mi' },
      claims(({ status }) => {
        status.phase = 'Pending';
      }),
      /only a bound claim/,
      /Pending/,
    ],
    [
      'a claim that is being resized',
      { ...ledger, 'volume-size': '96Mi' },
      claims(({ spec }) => {
        spec.resources.requests.storage = '64Mi';
      }),
      /one resize of a claim at a time/,
      /asks for 64Mi and has 48Mi/,
    ],
    [
      'volumes above a quota',
      { ...ledger, 'volume-size': '64Mi' },
      (bench) => bench.quota({ 'requests.storage': '200Mi' }, { 'requests.storage': '192Mi' }),
      /a quota is kept/,
      /requests.storage: 268 MB after, 210 MB allowed/,
    ],
    ...(
      [
        [
          'requests.storage',
          '250Mi',
          '192Mi',
          /requests.storage: 302 MB after, 262 MB allowed; 2 volume claims of 101 MB/,
        ],
        ['persistentvolumeclaims', '5', '4', /persistentvolumeclaims: 6 after, 5 allowed/],
        ['count/persistentvolumeclaims', '5', '4', /persistentvolumeclaims: 6 after, 5 allowed/],
        ['sandbox.storageclass.storage.k8s.io/requests.storage', '200Mi', '192Mi', /302 MB after, 210 MB allowed/],
        ['sandbox.storageclass.storage.k8s.io/persistentvolumeclaims', '5', '4', /6 after, 5 allowed/],
      ] as const
    ).map(([resource, hard, used, state]): [string, Given, Arrange, RegExp, RegExp] => [
      `more pods whose claims break the quota of ${resource}`,
      { ...ledger, replicas: '6' },
      (bench) => {
        templated()(bench);
        bench.quota({ [resource]: hard }, { [resource]: used });
      },
      /a quota is kept/,
      state,
    ]),
    [
      'larger volumes that fit, and more pods whose claims fit, but not both',
      { ...ledger, replicas: '5', 'volume-size': '64Mi' },
      (bench) => {
        templated()(bench);
        bench.quota({ 'requests.storage': '300Mi' }, { 'requests.storage': '192Mi' });
      },
      /a quota is kept/,
      /requests.storage: 319 MB after, 315 MB allowed; 1 volume claim of 50.3 MB/,
    ],
    [
      'more pods whose claims break the quota of the class that is default',
      { ...ledger, replicas: '5' },
      (bench) => {
        templated({ storageClassName: undefined })(bench);
        bench.cluster.add(resources.storageClasses, {
          metadata: { name: 'fast', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
          provisioner: 'example.com/disks',
        } as never);
        const ofClass = 'fast.storageclass.storage.k8s.io/persistentvolumeclaims';
        bench.quota({ [ofClass]: '0' }, { [ofClass]: '0' });
      },
      /a quota is kept/,
      /fast.storageclass.storage.k8s.io\/persistentvolumeclaims: 1 after, 0 allowed/,
    ],
    [
      'more pods whose claims a limit range forbids',
      { ...ledger, replicas: '5' },
      (bench) => {
        templated({ resources: { requests: { storage: '60Mi' } } })(bench);
        range(bench);
      },
      /a limit range is kept/,
      /limitrange\/sizes: storage 62.9 MB, 52.4 MB at most; 1 volume claim of 62.9 MB/,
    ],
    [
      'volumes above a limit range',
      { ...ledger, 'volume-size': '64Mi' },
      range,
      /a limit range is kept/,
      /limitrange\/sizes: storage 67.1 MB, 52.4 MB at most/,
    ],
  ])('%s', async (_name, given, arrange, rule, state) => {
    const draft = await planned(given, arrange);
    expect(draft.steps).toEqual([]);
    expect(draft.refusals.map((refusal) => refusal.rule)).toContainEqual(expect.stringMatching(rule));
    expect(draft.refusals.map((refusal) => refusal.state)).toContainEqual(expect.stringMatching(state));
    for (const { subject, next } of draft.refusals) expect([subject, next]).not.toContain('');
    expect(draft.result).toMatch(/^refused: /);
  });

  test('one part that may not be refuses the others with it', async () => {
    const draft = await planned({ ...ledger, replicas: '5', 'volume-size': '32Mi' });
    expect([draft.steps, draft.refusals.length]).toEqual([[], 4]);
  });

  test('a first limit names who can set it: no task does', async () => {
    const [refusal] = (await planned({ ...gateway, 'cpu-limit': '1' })).refusals;
    expect(refusal?.next).toBe(
      'no task sets a first limit: whoever owns deployment/api-gateway can, in its manifest, or with `kubectl -n phoenix-rooivalk set resources deployment/api-gateway -c gateway --limits=cpu=1`',
    );
    const [smaller] = (await planned({ ...gateway, 'cpu-limit': '1', 'memory-limit': '100Mi' })).refusals;
    expect(smaller?.next).toContain('rightsize-resources');
  });
});
