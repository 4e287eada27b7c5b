import { describe, expect, test } from '@jest/globals';
import { platform } from '../../../src/domain/configuration/platform.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import task from '../../../src/tasks/monitor-performance/index.ts';
import { printed } from '../../fakes/cluster/fake-cluster.ts';
import { declaredRights } from '../declared-rights.ts';
import { Bench, now } from './bench.ts';

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
    expect(await bench.storedValue('cpu-utilization')).toBeUndefined();
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
    expect(findings[0]?.next).toMatch(/`platform\.nodes\.kubelet-summary: true` asks kubelets .* as good as root$/);
  });

  const allowed = { nodes: { 'kubelet-summary': true } };
  const summary = (availableBytes: number) => [{ name: 'nodefs', capacityBytes: 100, availableBytes }] as const;

  test('the kubelet of a node that neither knows is asked where that is allowed, and nowhere else', async () => {
    const bench = new Bench();
    bench.disks({ 'node-1': 0.5, 'node-2': 0.5 });
    for (const name of ['node-1', 'node-2', 'node-3']) bench.cluster.summaries.set(name, summary(4));
    const asked = await bench.run();
    expect(asked.findings[0]).toMatchObject({ code: 'disk-utilization-unknown', subject: 'node/node-3' });
    bench.configuration = allowed;
    bench.cluster.restrict(declaredRights(task, platform.parse(allowed)));
    const { findings } = await bench.run();
    expect(findings[0]).toMatchObject({ code: 'disk-utilization', severity: 'fail' });
    expect(findings[0]?.evidence).toMatch(/node\/node-3 nodefs 96 %, node\/node-1 \/ 50 %.*the kubelet's summary/);
  });

  test.each([
    ['without the right', () => undefined, /nodes\/proxy/],
    [
      'when it names no file system',
      (bench: Bench) => void bench.cluster.summaries.set('node-3', []),
      /no file system/,
    ],
  ])('a kubelet that is asked %s is unknown', async (_title, arrange, evidence) => {
    const bench = new Bench();
    bench.disks({ 'node-1': 0.5, 'node-2': 0.5 });
    bench.configuration = allowed;
    arrange(bench);
    if (!bench.cluster.summaries.has('node-3')) bench.cluster.restrict(declaredRights(task, platform.parse({})));
    const { findings } = await bench.run();
    expect(findings[0]).toMatchObject({
      code: 'disk-utilization-unknown',
      severity: 'unknown',
      subject: 'node/node-3',
    });
    expect(findings[0]?.evidence).toMatch(evidence);
  });

  test('without Prometheus df alone answers', async () => {
    const bench = new Bench();
    bench.metrics.withoutPrometheus();
    bench.configuration = { prometheus: { enabled: false } };
    for (const k of [1, 2, 3]) bench.df(`node-${k}`, df(400_000));
    expect(await bench.findings()).toEqual([]);
    expect(await bench.storedValue('disk-utilization')).toBe(0.4);
  });

  test('a Prometheus that is configured and cannot be asked is said, although df answers', async () => {
    const bench = new Bench();
    bench.metrics.withoutPrometheus();
    for (const k of [1, 2, 3]) bench.df(`node-${k}`, df(400_000));
    const { findings } = await bench.run();
    expect(findings).toContainEqual(expect.objectContaining({ code: 'prometheus-not-asked', severity: 'warn' }));
    expect(await bench.storedValue('disk-utilization')).toBe(0.4);
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

describe('rights', () => {
  test('it measures everything under exactly the rights that it declares', async () => {
    const bench = new Bench();
    bench.disks({ 'node-1': 0.5, 'node-2': 0.5 });
    bench.df('node-3', 'Filesystem 1024-blocks Used Available Capacity Mounted on\noverlay 100 40 60 40% /\n');
    bench.cluster.restrict(declaredRights(task, platform.parse({})));
    expect(await bench.findings()).toEqual([]);
  });
});
