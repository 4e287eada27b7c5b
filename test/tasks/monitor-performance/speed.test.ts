import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { Bench, namespace } from './bench.ts';

describe('throughput', () => {
  test('the chain’s rate is the middle of its nodes, not their sum', async () => {
    expect(await new Bench().storedValue('transaction-throughput')).toBe(1000);
  });

  test('a node that restarted does not become a flood', async () => {
    const bench = new Bench();
    bench.counter(0, 9_000_000, 5_000);
    expect(await bench.storedValue('transaction-throughput')).toBe(1000);
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
