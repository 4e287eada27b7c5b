/** The history as OpenMetrics text, from which promtool makes blocks. */
import { type Course, type CourseName, VOLUME_SHARES, valueAt } from './course.ts';

/** How long the history is, and how far apart its samples are, in seconds. */
export const HISTORY_S = 91 * 86_400;
export const STEP_S = 2 * 3_600;
/** It ends this long before now: Prometheus shows a sample for five minutes, and the present is not history. */
export const END_S = 600;

const MIB = 2 ** 20;
const NODE_MEMORY = 1_536 * MIB;
const NODE_DISK = 1_024 * MIB;
const NAMESPACE = 'phoenix-rooivalk';

interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly course: Course;
  /** `counter`: the course is its rate a second. */
  readonly kind: 'gauge' | 'counter';
}

const flat = (value: number): Course => ({ from: value, to: value, day: 0, week: 0, noise: 0 });

/** Three nodes as their exporters show them: a third to a half in use, growing a little. */
function nodeSeries(k: number): readonly Series[] {
  const labels = { job: 'node', instance: `10.77.${k}.1:9100`, node: `node-${k}` };
  const busy = { from: 0.3 + 0.02 * k, to: 0.33 + 0.02 * k, day: 0.25, week: 0.08, noise: 0.04 };
  const free = { from: 0.56, to: 0.53, day: -0.06, week: -0.02, noise: 0.01 };
  const scaled = (course: Course, factor: number): Course => ({
    ...course,
    from: course.from * factor,
    to: course.to * factor,
  });
  const traffic = { from: 9e6, to: 11e6, day: 0.4, week: 0.1, noise: 0.06 };
  const fileSystem = { ...labels, device: 'tmpfs', fstype: 'tmpfs', mountpoint: '/' };
  const left = { from: 0.72, to: 0.7, day: 0, week: 0, noise: 0.004 };
  return [
    { name: 'node_cpu_seconds_total', labels: { ...labels, cpu: '0', mode: 'user' }, course: busy, kind: 'counter' },
    {
      name: 'node_cpu_seconds_total',
      labels: { ...labels, cpu: '0', mode: 'idle' },
      course: { ...busy, from: 1 - busy.from, to: 1 - busy.to, day: -0.12, week: -0.04 },
      kind: 'counter',
    },
    { name: 'node_memory_MemTotal_bytes', labels, course: flat(NODE_MEMORY), kind: 'gauge' },
    { name: 'node_memory_MemAvailable_bytes', labels, course: scaled(free, NODE_MEMORY), kind: 'gauge' },
    { name: 'node_filesystem_size_bytes', labels: fileSystem, course: flat(NODE_DISK), kind: 'gauge' },
    { name: 'node_filesystem_avail_bytes', labels: fileSystem, course: scaled(left, NODE_DISK), kind: 'gauge' },
    { name: 'node_filesystem_free_bytes', labels: fileSystem, course: scaled(left, NODE_DISK), kind: 'gauge' },
    {
      name: 'node_network_receive_bytes_total',
      labels: { ...labels, device: 'eth0' },
      course: traffic,
      kind: 'counter',
    },
    {
      name: 'node_network_transmit_bytes_total',
      labels: { ...labels, device: 'eth0' },
      course: { ...traffic, from: 8e6, to: 9.5e6 },
      kind: 'counter',
    },
  ];
}

/** The volumes of claims. The database's takes the course that is asked for, the others hardly move. */
function volumeSeries(course: CourseName): readonly Series[] {
  const [from, to] = VOLUME_SHARES[course];
  const claims: readonly (readonly [name: string, capacity: number, from: number, to: number])[] = [
    ['data-postgres-0', 384 * MIB, from, to],
    ['data-postgres-1', 384 * MIB, 0.41, 0.46],
    ...[0, 1, 2, 3].map((k) => [`data-blockchain-node-${k}`, 48 * MIB, 0.2, 0.24] as const),
  ];
  return claims.flatMap(([claim, capacity, first, last], k) => {
    const labels = {
      job: 'node',
      instance: `10.77.${(k % 3) + 1}.1:9100`,
      node: `node-${(k % 3) + 1}`,
      namespace: NAMESPACE,
      persistentvolumeclaim: claim,
    };
    const used = { from: first * capacity, to: last * capacity, day: 0, week: 0, noise: 0.004 };
    return [
      { name: 'kubelet_volume_stats_capacity_bytes', labels, course: flat(capacity), kind: 'gauge' },
      { name: 'kubelet_volume_stats_used_bytes', labels, course: used, kind: 'gauge' },
    ];
  });
}

/** What users do, and how long it takes: shares of requests that were answered within each bound of the histogram. */
function trafficSeries(): readonly Series[] {
  const requests = { from: 190, to: 225, day: 0.35, week: 0.12, noise: 0.05 };
  const answered: readonly (readonly [bound: string, share: number])[] = [
    ['0.005', 0.18],
    ['0.01', 0.46],
    ['0.025', 0.78],
    ['0.05', 0.91],
    ['0.1', 0.965],
    ['0.25', 0.99],
    ['0.5', 0.996],
    ['1', 0.999],
    ['2.5', 1],
    ['5', 1],
    ['10', 1],
    ['+Inf', 1],
  ];
  const gateway = { job: 'api-gateway', instance: 'history' };
  const chain = { from: 950, to: 1_010, day: 0.08, week: 0.02, noise: 0.02 };
  return [
    { name: 'gateway_requests_total', labels: { ...gateway, status: '200' }, course: requests, kind: 'counter' },
    ...answered.map(([le, share]) => ({
      name: 'gateway_response_time_seconds_bucket',
      labels: { ...gateway, le },
      course: { ...requests, from: requests.from * share, to: requests.to * share },
      kind: 'counter' as const,
    })),
    ...[0, 1, 2, 3].map((k) => ({
      name: 'transaction_count',
      labels: { job: 'blockchain-node', instance: `history-${k}` },
      course: chain,
      kind: 'counter' as const,
    })),
  ];
}

/** Samples of the same name have the same course of chance, so that parts stay parts of their whole. */
function seedOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
}

/** The lines of the history that ends ten minutes before `now` (seconds since 1970). */
export function* exposition(now: number, course: CourseName): Generator<string> {
  const end = Math.floor((now - END_S) / 60) * 60;
  const all = [...[1, 2, 3].flatMap(nodeSeries), ...volumeSeries(course), ...trafficSeries()];
  for (const { name, labels, course: each, kind } of all) {
    const text = Object.entries(labels)
      .map(([key, value]) => `${key}="${value}"`)
      .join(',');
    const seed = seedOf(name);
    let counted = 0;
    for (let at = end - HISTORY_S; at <= end; at += STEP_S) {
      const value = valueAt(each, at, 1 - (end - at) / HISTORY_S, seed);
      counted += value * STEP_S;
      yield `${name}{${text}} ${kind === 'counter' ? Math.round(counted) : Number(value.toPrecision(7))} ${at}\n`;
    }
  }
  yield '# EOF\n';
}
