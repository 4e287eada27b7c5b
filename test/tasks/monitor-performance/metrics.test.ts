import { describe, expect, test } from '@jest/globals';
import { platform } from '../../../src/domain/configuration/platform.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import task from '../../../src/tasks/monitor-performance/index.ts';
import { printed } from '../../fakes/cluster/fake-cluster.ts';
import { declaredRights } from '../declared-rights.ts';
import { Bench, namespace, now } from './bench.ts';

const storedValue = async (bench: Bench, name: string) =>
  (await bench.run()).entry.measurements.find((each) => each.name === name && each.subject === undefined)?.value;

describe('a platform that is well', () => {
  test('passes with all six metrics, and changes nothing', async () => {
    const bench = new Bench();
    const { entry, findings } = await bench.run();
    expect([entry.verdict, entry.status]).toEqual(['pass', 'nothing-to-do']);
    expect(entry.result).toBe(
      'CPU 40 %, memory 50 %, disk 50 %, network latency 30 ms, transactions 1,000 a second, response time 30 ms',
    );
    const stored = entry.measurements.filter((each) => each.subject === undefined).map((each) => each.name);
    expect(stored).toEqual(
      expect.arrayContaining([
        'cpu-utilization',
        'memory-utilization',
        'disk-utilization',
        'network-latency',
        'transaction-throughput',
        'response-time',
      ]),
    );
    expect(findings.map((finding) => finding.code)).toEqual(['latency-not-measured']);
    expect(bench.cluster.changes()).toEqual([]);
  });
});

describe('the guide’s traps', () => {
  test('percent of what the node can give away, not cores', async () => {
    const bench = new Bench();
    bench.uses('node-1', 3 / 4, 0.5);
    const { entry, findings } = await bench.run();
    expect(entry.measurements[0]).toMatchObject({ name: 'cpu-utilization', value: 0.75, unit: 'share' });
    expect(findings[0]).toMatchObject({ severity: 'warn', code: 'cpu-utilization', subject: 'nodes' });
  });

  test('the mean does not hide a node at 100 %', async () => {
    const bench = new Bench();
    bench.uses('node-1', 0.1, 0.1);
    bench.uses('node-2', 1, 0.1);
    bench.uses('node-3', 0.1, 0.1);
    const { findings, entry } = await bench.run();
    expect(findings[0]).toMatchObject({ severity: 'fail', code: 'cpu-utilization' });
    expect(findings[0]?.evidence).toContain('node/node-2 100 %');
    expect(findings[0]?.evidence).toContain('mean 40 %');
    expect(entry.verdict).toBe('fail');
  });

  test('no data is not OK', async () => {
    const bench = new Bench();
    for (const name of ['node-1', 'node-2', 'node-3']) bench.cluster.remove(resources.nodeMetrics, undefined, name);
    const { entry, findings } = await bench.run();
    expect(entry.verdict).toBe('unknown');
    expect(findings.filter((finding) => finding.code === 'cpu-utilization-unknown')).toHaveLength(3);
    expect(entry.result).toContain('CPU unknown, memory unknown');
    expect(entry.measurements.some((each) => each.name === 'cpu-utilization')).toBe(false);
  });

  test.each([
    [10_000, []],
    [8_010, []],
    [8_000, ['warn transaction-throughput statefulset/blockchain-node']],
    [5_000, ['fail transaction-throughput statefulset/blockchain-node']],
    [0, ['fail transaction-throughput statefulset/blockchain-node']],
  ])('throughput: fewer is worse (%d in 10 s)', async (increase, expected) => {
    const bench = new Bench();
    for (const k of [0, 1, 2, 3]) bench.counter(k, 100_000, 100_000 + increase);
    expect(await bench.findings()).toEqual(expected);
  });

  test('every metric has its own unit', async () => {
    const bench = new Bench();
    bench.uses('node-1', 0.9, 0.95);
    for (const name of ['a', 'b', 'c']) bench.gateway(name, { ms: 6000 });
    for (const k of [0, 1, 2, 3]) bench.counter(k, 0, 100);
    const { findings } = await bench.run();
    const starts = findings
      .filter((finding) => finding.severity === 'fail')
      .map((finding) => finding.evidence.split(';')[0]);
    expect(starts).toEqual([
      '90 %, critical from 85 %',
      '95 %, critical from 90 %',
      '6,000 ms, critical from 200 ms',
      '10 a second, critical at or below 500 a second',
      '6,000 ms, critical from 5,000 ms',
    ]);
  });

  test('disk and network have collectors', async () => {
    const bench = new Bench();
    bench.disks({ 'node-1': 0.5, 'node-2': 0.96, 'node-3': 0.1 });
    for (const name of ['a', 'b', 'c']) bench.gateway(name, { ms: 150 });
    expect(await bench.findings()).toEqual([
      'fail disk-utilization file systems of nodes',
      'warn network-latency runner → gateway',
    ]);
  });

  test('thresholds are the configuration’s', async () => {
    const bench = new Bench();
    bench.thresholds = { 'cpu-utilization': { warning: 30, critical: 35 } };
    expect(await bench.findings()).toEqual(['fail cpu-utilization nodes']);
  });
});

describe('nodes', () => {
  test('one without figures is unknown by itself; the others are judged, and nothing is stored as the whole', async () => {
    const bench = new Bench();
    bench.uses('node-1', 0.75, 0.5);
    bench.cluster.remove(resources.nodeMetrics, undefined, 'node-3');
    expect(await bench.findings()).toEqual([
      'warn cpu-utilization nodes',
      'unknown cpu-utilization-unknown node/node-3',
      'unknown memory-utilization-unknown node/node-3',
    ]);
    expect(await storedValue(bench, 'cpu-utilization')).toBeUndefined();
  });

  test('old figures are none', async () => {
    const bench = new Bench();
    bench.cluster.edit(resources.nodeMetrics, undefined, 'node-2', (draft) => {
      draft.timestamp = new Date(now - 26 * 60_000).toISOString();
    });
    const { findings } = await bench.run();
    expect(findings[0]).toMatchObject({
      subject: 'node/node-2',
      evidence: 'its figures in metrics.k8s.io are 26 min old',
    });
  });

  test('without the right to list nodes CPU, memory and disk are unknown, and the rest is judged', async () => {
    const bench = new Bench();
    bench.cluster.forbid({ verbs: ['list'], resource: resources.nodes });
    for (const k of [0, 1, 2, 3]) bench.counter(k, 0, 0);
    expect(await bench.findings()).toEqual([
      'unknown cpu-utilization-unknown nodes',
      'unknown memory-utilization-unknown nodes',
      'unknown disk-utilization-unknown file systems of nodes',
      'fail transaction-throughput statefulset/blockchain-node',
    ]);
  });
});

describe('disks', () => {
  const df = (used: number) => `Filesystem 1024-blocks Used Available Capacity Mounted on
overlay 1000000 ${used} ${1_000_000 - used} 50% /
tmpfs 65536 65536 0 100% /dev
tmpfs 65536 65536 0 100% /run/secrets/kubernetes.io/serviceaccount
/dev/sda1 1000000 100 999900 1% /etc/hosts
`;

  test('a node that Prometheus does not know is asked by df', async () => {
    const bench = new Bench();
    bench.disks({ 'node-1': 0.5, 'node-2': 0.5 });
    bench.df('node-3', df(900_000));
    const { findings } = await bench.run();
    expect(findings[0]).toMatchObject({ code: 'disk-utilization', severity: 'warn' });
    expect(findings[0]?.evidence).toMatch(/node\/node-3 \/ 90 %.*from df in pod\/blockchain-node-2/);
  });

  test('where neither knows, the node is unknown with both reasons', async () => {
    const bench = new Bench();
    bench.disks({ 'node-1': 0.5, 'node-2': 0.5 });
    const { findings } = await bench.run();
    expect(findings[0]).toMatchObject({
      severity: 'unknown',
      code: 'disk-utilization-unknown',
      subject: 'node/node-3',
    });
    expect(findings[0]?.evidence).toMatch(
      /^Prometheus has no node_filesystem figures of it; df in pod\/blockchain-node-2: /,
    );
  });

  test('without Prometheus df alone answers', async () => {
    const bench = new Bench();
    bench.metrics.withoutPrometheus();
    bench.configuration = { prometheus: { enabled: false } };
    for (const k of [1, 2, 3]) bench.df(`node-${k}`, df(400_000));
    expect(await bench.findings()).toEqual([]);
    expect(await storedValue(bench, 'disk-utilization')).toBe(0.4);
  });

  test('a Prometheus that is configured and cannot be asked is said, although df answers', async () => {
    const bench = new Bench();
    bench.metrics.withoutPrometheus();
    for (const k of [1, 2, 3]) bench.df(`node-${k}`, df(400_000));
    const { findings } = await bench.run();
    expect(findings).toContainEqual(expect.objectContaining({ code: 'prometheus-not-asked', severity: 'warn' }));
    expect(await storedValue(bench, 'disk-utilization')).toBe(0.4);
  });

  test('what df prints is hostile text', async () => {
    const bench = new Bench();
    bench.metrics.withoutPrometheus();
    const hostile = `::error::x 1 1 0 100% /::set-output name=x::y\n${'a '.repeat(100_000)}\n${'x'.repeat(1_000_000)}\n`;
    bench.cluster.onExec(() => printed(hostile));
    const { findings } = await bench.run();
    expect(findings[0]).toMatchObject({ code: 'disk-utilization', severity: 'fail' });
  });
});

describe('throughput', () => {
  test('the chain’s rate is the middle of its nodes, not their sum', async () => {
    expect(await storedValue(new Bench(), 'transaction-throughput')).toBe(1000);
  });

  test('a node that restarted does not become a flood', async () => {
    const bench = new Bench();
    bench.counter(0, 9_000_000, 5_000);
    expect(await storedValue(bench, 'transaction-throughput')).toBe(1000);
  });

  test('a node that does not answer is told; the rate is known from the others', async () => {
    const bench = new Bench();
    const message = 'pod/blockchain-node-1 refused the connection';
    bench.metrics.page('pod/blockchain-node-1', new PortError({ code: 'unreachable', subject: 'x', message }));
    expect(await bench.findings()).toEqual(['warn nodes-not-read statefulset/blockchain-node']);
  });

  test.each([
    ['no such metric', 'other 1\n', 'its metrics have no transaction_count'],
    ['a gauge', '# TYPE transaction_count gauge\ntransaction_count 1\n', 'is a gauge, not a counter'],
    ['no number', 'transaction_count NaN\n', 'is no number'],
    ['a page that is none', '<html>', 'its metrics have no transaction_count'],
  ])('%s: unknown', async (_, page, why) => {
    const bench = new Bench();
    for (const k of [0, 1, 2, 3]) bench.metrics.page(`pod/blockchain-node-${k}`, page);
    const { findings } = await bench.run();
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'transaction-throughput-unknown', evidence: expect.stringContaining(why) }),
    );
  });

  test('no blockchain pod at all is unknown', async () => {
    const bench = new Bench();
    for (const k of [0, 1, 2, 3]) bench.cluster.remove(resources.pods, namespace, `blockchain-node-${k}`);
    expect(await bench.findings()).toEqual(['unknown transaction-throughput-unknown statefulset/blockchain-node']);
  });
});

describe('response time', () => {
  test('p95 over all pods counts: one slow pod of three shows', async () => {
    const bench = new Bench();
    bench.gateway('b', { ms: 3000 });
    const { findings } = await bench.run();
    const found = findings.find((finding) => finding.code === 'response-time');
    expect(found).toMatchObject({ severity: 'warn', subject: 'deployment/api-gateway' });
    expect(found?.evidence).toContain(
      'p50 30 ms, p95 3,000 ms, p99 3,000 ms over 30 requests to 3 pods; slowest pod/api-gateway-b',
    );
  });

  test('no answer in time took at least that long', async () => {
    const bench = new Bench();
    for (const name of ['a', 'b', 'c']) bench.gateway(name, 'timeout', { ms: 30 });
    const { findings } = await bench.run();
    expect(findings.find((finding) => finding.code === 'response-time')).toMatchObject({ severity: 'fail' });
    expect(findings.map((finding) => finding.code)).toContain('requests-failed');
  });

  test('quick refusals are no good response time', async () => {
    const bench = new Bench();
    for (const name of ['a', 'b', 'c']) bench.gateway(name, { ms: 2, status: 503 });
    expect(await bench.findings()).toEqual(['warn requests-failed deployment/api-gateway']);
    for (const name of ['a', 'b', 'c']) bench.gateway(name, 'refused');
    expect(await bench.findings()).toContain('unknown response-time-unknown deployment/api-gateway');
  });

  test('no ready pod of the gateway: latency and response time are unknown', async () => {
    const bench = new Bench();
    for (const name of ['a', 'b', 'c']) bench.cluster.remove(resources.pods, namespace, `api-gateway-${name}`);
    expect(await bench.findings()).toEqual([
      'unknown network-latency-unknown runner → gateway',
      'unknown response-time-unknown deployment/api-gateway',
    ]);
  });
});

describe('latency', () => {
  test('pod → database by the configured metric, in seconds', async () => {
    const bench = new Bench();
    bench.inputs = { 'pod-latency-query': 'max(db_round_trip_seconds)' };
    bench.metrics.answer(/db_round_trip/, [{ labels: {}, value: 0.25 }]);
    const { findings } = await bench.run();
    expect(findings).toEqual([expect.objectContaining({ severity: 'fail', subject: 'gateway pod → database' })]);
  });

  test('configured ends are measured from here; between pods without a metric is unknown', async () => {
    const bench = new Bench();
    const targets = [
      { name: 'edge', host: 'edge.example', port: 443 },
      { name: 'inside', from: { selector: 'app=x' }, host: 'db', port: 5432 },
    ];
    bench.configuration = { network: { 'latency-targets': targets } };
    bench.probe.answers({ kind: 'address', host: 'edge.example', port: 443 }, { ms: 120 });
    expect(await bench.findings()).toEqual(['warn network-latency edge', 'unknown network-latency-unknown inside']);
  });

  test('lost round trips are told', async () => {
    const bench = new Bench();
    bench.gateway('a', { ms: 30 }, 'refused');
    expect(await bench.findings()).toEqual([
      'warn round-trips-lost runner → gateway',
      'warn requests-failed deployment/api-gateway',
    ]);
  });
});

describe('rights', () => {
  test('it measures everything under exactly the rights that it declares', async () => {
    const bench = new Bench();
    bench.disks({ 'node-1': 0.5, 'node-2': 0.5 });
    bench.df('node-3', 'Filesystem 1024-blocks Used Available Capacity Mounted on\noverlay 100 40 60 40% /\n');
    bench.cluster.restrict(declaredRights(task, platform.parse({})));
    expect(await bench.findings()).toEqual([]);
  });
});
