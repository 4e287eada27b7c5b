import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { Bench, namespace, type PodLook } from './bench.ts';
import { chain, foundAfter, short } from './found.ts';

describe('blockchain: more than two thirds of what should be there is ready', () => {
  test.each([
    // desired, pods, ready
    [4, 4, 4, undefined],
    [4, 4, 3, 'warn quorum-at-edge'],
    [4, 4, 2, 'fail quorum-lost'],
    // exactly two thirds is no quorum, and 0.67 is not two thirds
    [3, 3, 2, 'fail quorum-lost'],
    [6, 6, 4, 'fail quorum-lost'],
    [6, 6, 5, 'warn quorum-at-edge'],
    [9, 9, 6, 'fail quorum-lost'],
    // 0.67 · 400 = 268 would be asked for, and 267 are more than two thirds
    [400, 400, 267, 'warn quorum-at-edge'],
    [400, 400, 266, 'fail quorum-lost'],
    // pods that should be there and are not count as well
    [4, 2, 2, 'fail quorum-lost'],
    // so do pods beyond those that should be there
    [3, 4, 3, 'warn quorum-at-edge'],
    // zero pods: the guide says 0 ≥ 0
    [4, 0, 0, 'fail no-blockchain-nodes'],
    [0, 0, 0, 'fail no-blockchain-nodes'],
  ])('%i wanted, %i pods, %i ready', async (desired, pods, ready, expected) => {
    const found = await foundAfter((bench) => chain(bench, desired, pods, ready));
    const about = found.filter((line) => /quorum|no-blockchain/.test(line));
    expect(about).toEqual(expected === undefined ? [] : [`${expected} statefulset/blockchain-node`]);
  });

  test('all are Running and none is Ready: no quorum', async () => {
    const found = await foundAfter((bench) => {
      for (let index = 0; index < 4; index += 1) bench.unready(`blockchain-node-${index}`);
    });
    expect(found).toContain('fail quorum-lost statefulset/blockchain-node');
  });

  test('another quorum is compared exactly, too', async () => {
    const found = await foundAfter((bench) => {
      bench.platform = { workloads: { blockchain: { quorum: '1/2' } } };
      chain(bench, 4, 4, 2);
    });
    expect(found).toContain('fail quorum-lost statefulset/blockchain-node');
  });

  test.each([
    [1000, undefined],
    [990, undefined],
    [989, 'warn height-behind pod/blockchain-node-3'],
    [900, 'warn height-behind pod/blockchain-node-3'],
    [899, 'fail height-behind pod/blockchain-node-3'],
  ])('a node at height %i of 1,000', async (height, expected) => {
    const found = await foundAfter((bench) => {
      for (let index = 0; index < 3; index += 1) bench.height(index, 1000);
      bench.height(3, height);
    });
    expect(found).toEqual(expected === undefined ? [] : [expected]);
  });

  test('a height that cannot be had is unknown', async () => {
    const found = await foundAfter((bench) => {
      bench.metrics.page('pod/blockchain-node-1', 'other 1\n');
      bench.metrics.page('pod/blockchain-node-2', new PortError({ code: 'timeout', subject: 'x', message: 'slow' }));
    });
    expect(found).toEqual([
      'unknown height-unknown pod/blockchain-node-1',
      'unknown height-unknown pod/blockchain-node-2',
    ]);
  });
});

describe('nodes', () => {
  test.each<readonly [Readonly<Record<string, boolean>>, boolean, readonly string[]]>([
    [{}, true, ['warn node-cordoned node/node-4']],
    [{ Ready: false }, false, ['fail node-ready node/node-4']],
    [{ Ready: false }, true, ['fail node-ready node/node-4', 'warn node-cordoned node/node-4']],
    [{ MemoryPressure: true }, false, ['warn node-memorypressure node/node-4']],
    [{ DiskPressure: true }, false, ['warn node-diskpressure node/node-4']],
    [{ PIDPressure: true }, false, ['warn node-pidpressure node/node-4']],
    [{ NetworkUnavailable: true }, false, ['fail node-networkunavailable node/node-4']],
  ])('%j, cordoned: %s', async (conditions, cordoned, expected) => {
    expect(await foundAfter((bench) => bench.node('node-4', conditions, cordoned))).toEqual(expected);
  });

  test('no node at all is a failure, and many sick ones stay readable', async () => {
    const none = await foundAfter((bench) => {
      for (const name of ['node-1', 'node-2', 'node-3']) bench.cluster.remove(resources.nodes, undefined, name);
    });
    expect(none).toEqual(['fail no-nodes nodes']);
    const many = await foundAfter((bench) => {
      for (let index = 0; index < 200; index += 1) bench.node(`sick-${index}`, { Ready: false });
    });
    expect(many).toHaveLength(51);
    expect(many.at(-1)).toBe('fail more-nodes nodes');
  });
});

describe('workloads', () => {
  const merge = (name: string, spec: object, status: object) => (bench: Bench) =>
    bench.cluster.edit(resources.deployments, namespace, name, (workload) => {
      Object.assign(workload.spec, spec);
      Object.assign(workload.status, status);
    });
  const gateway = (status: object, spec: object = {}) => merge('api-gateway', spec, status);
  const stuck = [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }];
  test.each<readonly [string, (bench: Bench) => unknown, string | undefined]>([
    ['one pod short', gateway({ readyReplicas: 2 }), 'warn not-all-ready deployment/api-gateway'],
    ['none ready', gateway({ readyReplicas: undefined }), 'fail none-ready deployment/api-gateway'],
    [
      'scaled to nothing',
      merge('monitoring-stack', { replicas: 0 }, { observedGeneration: 2 }),
      'fail scaled-to-nothing deployment/monitoring-stack',
    ],
    ['stuck', gateway({ conditions: stuck }), 'fail rollout-stuck deployment/api-gateway'],
    ['not seen by its controller', gateway({ observedGeneration: 0 }), 'warn controller-behind deployment/api-gateway'],
    ['paused', gateway({ observedGeneration: 2 }, { paused: true }), 'warn rollout-paused deployment/api-gateway'],
    ['rolling out', gateway({ updatedReplicas: 1 }), 'warn rollout-under-way deployment/api-gateway'],
    [
      'gone',
      (bench) => bench.cluster.remove(resources.deployments, namespace, 'api-gateway'),
      'fail workload-missing deployment/api-gateway',
    ],
    [
      'another, without pods',
      (bench) => bench.workload('deployments', 'partner-feed', 1, 0),
      'warn none-ready deployment/partner-feed',
    ],
    ['another, scaled to nothing', (bench) => bench.workload('deployments', 'partner-feed', 0, 0), undefined],
    [
      'a daemon set short',
      (bench) => bench.workload('daemonSets', 'node-exporter', 3, 2),
      'warn not-all-ready daemonset/node-exporter',
    ],
  ])('%s', async (_name, change, expected) => {
    expect(await foundAfter(change)).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('pods', () => {
  const owner = ['ReplicaSet', 'api-gateway-7c9f'] as const;
  const labels = { 'pod-template-hash': '7c9f' };
  test.each<readonly [string, PodLook, string | undefined]>([
    ['crashing', { waiting: 'CrashLoopBackOff', restarts: 5 }, 'fail pod-crashing deployment/api-gateway'],
    ['without its image', { waiting: 'ImagePullBackOff' }, 'fail pod-image deployment/api-gateway'],
    ['not made', { waiting: 'CreateContainerConfigError' }, 'fail pod-configuration deployment/api-gateway'],
    ['being made', { waiting: 'ContainerCreating' }, 'warn pod-not-running deployment/api-gateway'],
    ['Running, not Ready', { ready: false }, 'warn pod-not-ready deployment/api-gateway'],
    ['not ending', { deleted: '2026-11-24T01:00:00Z' }, 'warn pod-terminating deployment/api-gateway'],
    ['about to end', { deleted: '2026-11-24T02:09:30Z' }, undefined],
    ['well', {}, undefined],
  ])('%s', async (_name, look, expected) => {
    const found = await foundAfter((bench) => bench.pod('api-gateway-7c9f-abcde', { ...look, labels, owner }));
    expect(found).toEqual(expected === undefined ? [] : [expected]);
  });

  test('a completed one is well; a crashing one that nobody counts is a warning', async () => {
    const found = await foundAfter((bench) => {
      bench.pod('migration-1', { phase: 'Succeeded', ready: false, owner: ['Job', 'migration'] });
      bench.cluster.edit(resources.pods, namespace, 'migration-1', (pod) => {
        pod.status.containerStatuses[0].state = { terminated: { exitCode: 0, reason: 'Completed' } };
      });
      const hash = { 'pod-template-hash': '1' };
      bench.pod('feed-1-x', { waiting: 'CrashLoopBackOff', owner: ['ReplicaSet', 'feed-1'], labels: hash });
      bench.pod('report-29412345-x', { waiting: 'ImagePullBackOff', owner: ['Job', 'report-29412345'] });
    });
    expect(found).toEqual(['warn pod-crashing deployment/feed', 'warn pod-image job/report']);
  });

  test('many sick pods of one workload are one finding, under a name that is the same tomorrow', async () => {
    const bench = await Bench.well();
    for (let index = 0; index < 150; index += 1) {
      const name = `api-gateway-7c9f-${String(index).padStart(3, '0')}`;
      bench.pod(name, { waiting: 'CrashLoopBackOff', labels, owner });
    }
    const { findings } = await bench.run('plan');
    expect(findings.map(short)).toEqual(['fail pod-crashing deployment/api-gateway', 'fail more-pods-ill pods']);
    expect(findings[0]?.title).toBe('100 pods crash again and again');
    const logs = `\`kubectl -n ${namespace} logs api-gateway-7c9f-000 --previous --all-containers\``;
    expect(findings[0]?.next).toBe(logs);
    const read = bench.cluster.calls().filter(({ verb, resource }) => verb === 'get' && resource?.plural === 'pods');
    expect(read).toHaveLength(100);
  });
});

test('every finding has evidence with a number or state, and a next step', async () => {
  const bench = await Bench.well();
  bench.node('node-4', { Ready: false, DiskPressure: true }, true);
  chain(bench, 4, 4, 1);
  bench.volume('a', 'Failed');
  const { findings } = await bench.run('plan');
  expect(findings.length).toBeGreaterThan(5);
  for (const { evidence, next, title } of findings) {
    expect(evidence).toMatch(/\d|is |phase /);
    expect(next.length).toBeGreaterThan(10);
    expect(title).not.toMatch(/\.$/);
  }
});
