import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import type { Point } from '../../../src/domain/state/documents.ts';
import type { MetricSeries } from '../../../src/ports/metrics.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import task from '../../../src/tasks/analyze-capacity/index.ts';
import { made } from '../../domain/forecast/made-series.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import {
  createFakeDatabase,
  type FakeDatabase,
  fakeEntry,
  fakeServer,
  fakeTable,
} from '../../fakes/database/fake-database.ts';
import { FakeMetrics } from '../../fakes/metrics/fake-metrics.ts';
import { createFakeObjectStore, type FakeObjectStore } from '../../fakes/object-store/fake-object-store.ts';
import { run, stillClock } from '../environment.ts';

export const now = Date.UTC(2026, 10, 24, 2);
export const namespace = 'phoenix-rooivalk';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const stepMs = 6 * hourMs;

/** The course of a metric: where it is now, and by how much it rises a day. Every day has its hours. */
export interface Course {
  readonly present: number;
  readonly perDay?: number;
  /** Height of the course of a day, as a share of the present value. */
  readonly daily?: number;
  readonly days?: number;
  /** How long ago the last value is. */
  readonly endedMs?: number;
}

/** Values every six hours, the last one at or before now. */
export function history({ present, perDay = 0, daily = 0.1, days = 22, endedMs = 0 }: Course): Point[] {
  const count = days * 4;
  const last = Math.floor((now - endedMs) / stepMs) * stepMs;
  const values = made(count, {
    level: present - (perDay * (count - 1)) / 4,
    slope: perDay / 4,
    seasons: [{ length: 4, height: daily * present }],
    noise: 0.01 * present,
  });
  return values.map((value, k): Point => [last - (count - 1 - k) * stepMs, value]);
}

const times = (course: Course, factor: number): Course => ({
  ...course,
  present: course.present * factor,
  perDay: (course.perDay ?? 0) * factor,
});

/** A platform of three nodes with as much history as a forecast needs (each of fifteen series costs its length), all of it well unless a test says otherwise. */
export class Bench {
  readonly cluster = new FakeCluster({ now: () => now, task: 'analyze-capacity' });
  readonly metrics = new FakeMetrics();
  readonly server = fakeServer('pod/postgres-0');
  readonly database: FakeDatabase = createFakeDatabase({ 'pod/postgres-0': this.server }, () => now);
  readonly objectStore: FakeObjectStore = createFakeObjectStore();
  stored: Record<string, readonly Point[]> = {};
  inputs: Record<string, string> = {};
  configuration: Record<string, unknown> = {
    network: { links: { default: '1Gbit' } },
    capacity: { 'user-activity': 'gateway_requests_total', 'response-time': 'gateway_response_time_seconds' },
  };

  constructor() {
    for (const k of [1, 2, 3]) this.node(`node-${k}`, `10.77.${k}.1`);
    for (const k of [0, 1]) this.pod(`api-gateway-${k}`, `node-${k + 1}`, '500m', '1Gi');
    this.server.databases.push(
      fakeEntry('phoenixrooivalk', { bytes: 300e6, tables: [fakeTable(1, 'telemetry', { bytes: 200e6 })] }),
    );
    for (const kind of ['database', 'blockchain', 'configuration']) {
      for (let day = 1; day <= 14; day += 1) this.backup(kind, day, 10e6);
    }
    this.cpu({ present: 0.35 });
    this.memory({ present: 0.5 });
    this.claims({ 'data-postgres-0': { present: 0.4, daily: 0.01 } });
    this.answer(/^sum\(max by \(persistentvolumeclaim\)/, { present: 160e6, perDay: 1e5, daily: 0.01 });
    this.nodes(/node_filesystem/, { present: 0.3, daily: 0.01 });
    this.nodes(/node_network_receive.* \+ /, { present: 7e6 });
    this.nodes(/^\(sum by \(.*\) > /, { present: 2e6 });
    this.answer(/transaction_count/, { present: 1000 });
    this.answer(/gateway_requests_total/, { present: 220 });
    this.answer(/histogram_quantile\(0\.5/, { present: 20 });
    this.answer(/histogram_quantile\(0\.95/, { present: 80 });
  }

  node(name: string, address: string, { cpu = '4', ageMs = 100 * dayMs } = {}): void {
    this.cluster.add(resources.nodes, {
      metadata: { name, creationTimestamp: new Date(now - ageMs).toISOString() },
      status: {
        allocatable: { cpu, memory: '8Gi' },
        addresses: [{ type: 'InternalIP', address }],
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    });
  }

  pod(name: string, nodeName: string, cpu: string, memory: string): void {
    this.cluster.add(resources.pods, {
      metadata: { name, namespace },
      spec: { nodeName, containers: [{ name: 'main', resources: { requests: { cpu, memory } } }] },
      status: { phase: 'Running' },
    });
  }

  backup(kind: string, daysAgo: number, bytes: number): void {
    const at = Math.floor(now / dayMs) * dayMs - daysAgo * dayMs + 1.5 * hourMs;
    const date = new Date(at).toISOString().slice(0, 10);
    this.objectStore.objects.set(`${kind}/${date}/backup`, { bytes, modifiedAt: at });
  }

  /** What Prometheus answers to a query over a span: one series. */
  answer(pattern: RegExp, course: Course): void {
    this.metrics.answerRange(pattern, [{ labels: {}, points: history(course) }]);
  }

  /** The share of the four cores of each node. */
  cpu(course: Course, only?: readonly number[]): void {
    this.nodes(/node_cpu_seconds_total/, times(course, 4), only);
  }

  /** The share of the 8 GiB of each node. */
  memory(course: Course, only?: readonly number[]): void {
    this.nodes(/node_memory/, times(course, 8 * 2 ** 30), only);
  }

  /** What every node shows of a metric; `instance` as node exporters are scraped. */
  nodes(pattern: RegExp, course: Course, only: readonly number[] = [1, 2, 3]): void {
    const series = only.map(
      (k): MetricSeries => ({
        labels: { instance: `10.77.${k}.1:9100` },
        points: history(course),
      }),
    );
    this.metrics.answerRange(pattern, series);
  }

  /** Figures of machines, by `instance`, whosever they are. */
  machines(pattern: RegExp, courses: Readonly<Record<string, Course>>): void {
    const series = Object.entries(courses).map(
      ([instance, course]): MetricSeries => ({ labels: { instance }, points: history(course) }),
    );
    this.metrics.answerRange(pattern, series);
  }

  /** How full the volumes of claims are. */
  claims(courses: Readonly<Record<string, Course>>): void {
    const series = Object.entries(courses).map(
      ([persistentvolumeclaim, course]): MetricSeries => ({
        labels: { persistentvolumeclaim },
        points: history(course),
      }),
    );
    this.metrics.answerRange(/^max by \(persistentvolumeclaim\)/, series);
  }

  /** Prometheus refuses connections. */
  withoutPrometheus(): void {
    const error = { code: 'unreachable', subject: 'prometheus', message: 'prometheus refused the connection' } as const;
    this.metrics.answerRange(/./, new PortError(error));
  }

  /** Nightly values of the last `days` days under the name of a stored series. */
  store(name: string, value: number, days: number): void {
    this.stored[name] = Array.from(
      { length: days },
      (_, k): Point => [now - (days - k) * dayMs, value + (k % 7) * value * 0.01],
    );
  }

  ports() {
    const { cluster, metrics, database, objectStore } = this;
    return {
      cluster,
      metrics,
      database,
      objectStore,
      history: { series: async (name: string) => this.stored[name] ?? [], firstSeen: async () => new Map() },
    };
  }

  run(): Promise<TaskOutcome> {
    return run(task, {
      ports: this.ports(),
      executors: {},
      mode: 'plan',
      inputs: this.inputs,
      platform: this.configuration,
      clock: stillClock(now),
    });
  }

  async findings(): Promise<readonly string[]> {
    return findingsOf(await this.run());
  }
}

/** `severity code subject`, without the one that asks for nothing. */
export function findingsOf({ findings }: TaskOutcome): readonly string[] {
  return findings
    .filter(({ code }) => code !== 'courses')
    .map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);
}
