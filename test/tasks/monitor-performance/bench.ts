import { platform } from '../../../src/domain/configuration/platform.ts';
import { thresholds } from '../../../src/domain/configuration/thresholds.ts';
import { windows } from '../../../src/domain/configuration/windows.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import type { Point } from '../../../src/domain/state/documents.ts';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import { carryOut } from '../../../src/pipeline/carry-out/carry-out.ts';
import type { Environment } from '../../../src/pipeline/carry-out/environment.ts';
import type { MetricValue } from '../../../src/ports/metrics.ts';
import type { PortError } from '../../../src/ports/port-error.ts';
import task from '../../../src/tasks/monitor-performance/index.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';
import { FakeMetrics } from '../../fakes/metrics/fake-metrics.ts';
import { type Answer, FakeProbe } from '../../fakes/probe/fake-probe.ts';

export const now = Date.UTC(2026, 10, 24, 2);
export const namespace = 'phoenix-rooivalk';

/** A platform of three nodes, four blockchain nodes and three pods of the gateway, all of it well unless a test says otherwise. */
export class Bench {
  readonly cluster = new FakeCluster({ now: () => now, task: 'monitor-performance' });
  readonly metrics = new FakeMetrics();
  readonly probe = new FakeProbe();
  stored: Record<string, readonly Point[]> | PortError = {};
  inputs: Record<string, unknown> = {};
  configuration: Record<string, unknown> = {};
  thresholds: Record<string, unknown> = {};

  constructor() {
    for (const k of [1, 2, 3]) this.node(`node-${k}`, 0.4, 0.5, `10.77.${k}.1`);
    this.disks({ 'node-1': 0.5, 'node-2': 0.5, 'node-3': 0.5 });
    for (const k of [0, 1, 2, 3]) {
      this.pod(`blockchain-node-${k}`, 'blockchain-node', `node-${(k % 3) + 1}`);
      this.counter(k, 100_000, 110_000);
    }
    for (const name of ['a', 'b', 'c']) {
      this.pod(`api-gateway-${name}`, 'api-gateway', 'node-1');
      this.gateway(name, { ms: 30 });
    }
  }

  /** A node with what it uses, as shares of 4 cores and 8 GiB. */
  node(name: string, cpu: number, memory: number, address = '10.77.9.1'): void {
    this.cluster.add(resources.nodes, {
      metadata: { name },
      status: {
        allocatable: { cpu: '4', memory: '8Gi' },
        addresses: [{ type: 'InternalIP', address }],
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    });
    this.cluster.add(resources.nodeMetrics, {
      metadata: { name },
      timestamp: new Date(now - 15_000).toISOString(),
      usage: { cpu: `${Math.round(cpu * 4e9)}n`, memory: `${Math.round(memory * 8 * 1024 * 1024)}Ki` },
    });
  }

  /** What a node uses now. */
  uses(name: string, cpu: number, memory: number): void {
    this.cluster.edit(resources.nodeMetrics, undefined, name, (draft) => {
      draft.usage = { cpu: `${Math.round(cpu * 4000)}m`, memory: `${Math.round(memory * 8 * 1024)}Mi` };
    });
  }

  pod(name: string, app: string, nodeName: string): void {
    this.cluster.add(resources.pods, {
      metadata: { name, namespace, labels: { app } },
      spec: { nodeName, containers: [{ name: 'main' }] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
    });
  }

  /** What Prometheus knows of the nodes' root file systems: the share in use. */
  disks(used: Readonly<Record<string, number>>): void {
    const size = 1e12;
    const values = Object.entries(used).flatMap(([name, share]): MetricValue[] => {
      const labels = {
        instance: `10.77.${name.slice(-1)}.1:9100`,
        device: '/dev/sda1',
        fstype: 'ext4',
        mountpoint: '/',
      };
      const value = (metric: string, amount: number) => ({ labels: { ...labels, __name__: metric }, value: amount });
      return [
        value('node_filesystem_size_bytes', size),
        value('node_filesystem_free_bytes', size * (1 - share)),
        value('node_filesystem_avail_bytes', size * (1 - share)),
        value('node_filesystem_readonly', 0),
      ];
    });
    this.metrics.answer(/node_filesystem/, values);
  }

  /** What the transaction counter of a blockchain node shows at its two readings, ten seconds apart. */
  counter(ordinal: number, first: number, second: number): void {
    const page = (value: number) => `# TYPE transaction_count counter\ntransaction_count ${value}\n`;
    this.metrics.page(`pod/blockchain-node-${ordinal}`, page(first), page(second));
  }

  gateway(name: string, ...answers: readonly Answer[]): void {
    this.probe.answers({ kind: 'pod', namespace, pod: `api-gateway-${name}`, port: 8443 }, ...answers);
  }

  /** What `df -k -P` prints in every pod of a node. */
  df(node: string, output: string): void {
    this.cluster.onExec(({ pod }, argv) => {
      const on = node === `node-${(Number(pod.slice(-1)) % 3) + 1}`;
      return on && argv.join(' ') === 'df -k -P' ? printed(output) : undefined;
    });
  }

  run(): Promise<TaskOutcome> {
    const parsed = parseInputs(task.inputs, this.inputs);
    if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
    const stored = this.stored;
    const series = async (metric: string) => {
      if (stored instanceof Error) throw stored;
      return stored[metric] ?? [];
    };
    const environment = {
      ports: { cluster: this.cluster, metrics: this.metrics, probe: this.probe, history: { series } },
      platform: platform.parse(this.configuration),
      thresholds: thresholds.parse(this.thresholds),
      calendar: { windows: Object.values(windows.parse({})), blackouts: [] },
      clock: { now: () => now, monotonic: () => 0, sleep: () => new Promise<void>(() => undefined) },
      signal: new AbortController().signal,
      progress: () => undefined,
      executor: () => Promise.reject(new TypeError('monitor-performance takes no steps')),
      changing: { mode: 'plan' },
    } as unknown as Environment;
    return carryOut(task, { inputs: parsed.inputs, phase: 'main' }, environment);
  }

  /** `severity code subject`, without what is said every night. */
  async storedValue(name: string): Promise<number | undefined> {
    const { measurements } = (await this.run()).entry;
    return measurements.find((each) => each.name === name && each.subject === undefined)?.value;
  }

  async findings(): Promise<readonly string[]> {
    const { findings } = await this.run();
    return findings
      .filter((finding) => finding.code !== 'latency-not-measured')
      .map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);
  }
}
