import type { Platform } from '../../domain/configuration/platform.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { counted } from '../../domain/quantities.ts';
import { median, percentile } from '../../domain/statistics/percentile.ts';
import { type Assessment, unknownMetric } from './assess-nodes.ts';
import type { LatencyEnd, NodeRate, PodTimes, Read } from './observation.ts';
import { watchedMetrics } from './watched-metrics.ts';

const levels = [0.5, 0.95, 0.99] as const;

/** p50, p95 and p99 by nearest rank. */
function percentiles(values: readonly number[]): readonly [p50: number, p95: number, p99: number] | undefined {
  const [p50, p95, p99] = levels.map((p) => percentile(values, p));
  return p50 === undefined || p95 === undefined || p99 === undefined ? undefined : [p50, p95, p99];
}

const asText = ([p50, p95, p99]: readonly [number, number, number], format: (value: number) => string): string =>
  `p50 ${format(p50)}, p95 ${format(p95)}, p99 ${format(p99)}`;

/** Response time: p95 over all answers of all pods counts. What had no answer in time took at least that long. */
export function assessResponses(read: Read<readonly PodTimes[]>, platform: Platform, timeoutMs: number): Assessment {
  const metric = watchedMetrics.response;
  const { gateway } = platform.workloads;
  const subject = `${gateway.kind.toLowerCase()}/${gateway.name}`;
  const next = kubectl(platform.namespace)`logs -l ${gateway.selector} --tail=100`;
  if ('trouble' in read) return { findings: [unknownMetric(metric, subject, read.trouble, next)], measurements: [] };
  const asked = read.value.flatMap((pod) => ('times' in pod ? [{ pod: pod.pod, ...pod.times }] : []));
  const values = asked.flatMap(({ answeredMs, timedOut }) => [
    ...answeredMs,
    ...Array.from({ length: timedOut }, () => timeoutMs),
  ]);
  const findings = [...unreachedPods(read.value, subject, next), ...badAnswers(asked, subject, next)];
  const found = percentiles(values);
  if (found === undefined) {
    const why = asked.find((pod) => pod.failed.why !== undefined)?.failed.why ?? 'no request was answered';
    const trouble = { code: 'unreachable', subject, message: why } as const;
    return { findings: [...findings, unknownMetric(metric, subject, trouble, next)], measurements: [] };
  }
  const slowest = asked
    .flatMap(({ pod, answeredMs }) =>
      answeredMs.length === 0 ? [] : [{ pod, p50: percentile(answeredMs, 0.5) as number }],
    )
    .toSorted((a, b) => b.p50 - a.p50)[0];
  const timedOut = asked.reduce((sum, pod) => sum + pod.timedOut, 0);
  const late =
    timedOut === 0
      ? ''
      : `; ${counted(timedOut, 'request')} had no answer within ${timeoutMs} ms and count as that long`;
  const worst = slowest === undefined ? '' : `; slowest pod/${slowest.pod}, p50 ${metric.format(slowest.p50)}`;
  return {
    findings,
    measurements: spread(metric.name, found),
    measured: {
      metric,
      subject,
      value: found[1],
      complete: asked.length === read.value.length,
      facts: `${asText(found, metric.format)} over ${counted(values.length, 'request')} to ${counted(asked.length, 'pod')}${worst}${late}`,
      source: `requests for ${gateway.healthPath} with a new connection each, through a port-forward`,
      next,
    },
  };
}

const spread = (name: string, [p50, , p99]: readonly [number, number, number]): readonly Measurement[] => [
  { name: `${name}-p50`, value: p50, unit: 'ms' },
  { name: `${name}-p99`, value: p99, unit: 'ms' },
];

function unreachedPods(pods: readonly PodTimes[], subject: string, next: string): readonly Finding[] {
  const unreached = pods.flatMap((pod) => ('trouble' in pod ? [`pod/${pod.pod}: ${pod.trouble.message}`] : []));
  if (unreached.length === 0) return [];
  const trouble = pods.flatMap((pod) => ('trouble' in pod ? [pod.trouble] : []))[0];
  return [
    {
      code: 'pods-not-measured',
      severity: 'unknown',
      subject,
      title: 'response time of some pods could not be measured',
      evidence: `${unreached.length} of ${counted(pods.length, 'pod')}: ${unreached.slice(0, 3).join('; ')}`,
      next: trouble?.next ?? next,
    },
  ];
}

type Answers = Extract<PodTimes, { times: unknown }>['times'] & { readonly pod: string };

/** Quick refusals are no good response times: answers that are not 2xx, and requests that failed. */
function badAnswers(asked: readonly Answers[], subject: string, next: string): readonly Finding[] {
  const total = asked.reduce((sum, pod) => sum + pod.answeredMs.length + pod.timedOut + pod.failed.count, 0);
  const failed = asked.reduce((sum, pod) => sum + pod.failed.count + pod.timedOut, 0);
  const statuses = new Map<string, number>();
  for (const pod of asked) {
    for (const [status, count] of Object.entries(pod.statuses)) {
      if (!/^2\d\d$/.test(status)) statuses.set(status, (statuses.get(status) ?? 0) + count);
    }
  }
  const bad = [...statuses].map(([status, count]) => `${count} answered ${status}`);
  if (failed > 0) bad.push(`${failed} had no answer${whyOf(asked)}`);
  if (bad.length === 0) return [];
  return [
    {
      code: 'requests-failed',
      severity: 'warn',
      subject,
      title: 'not every request of the measurement was answered well',
      evidence: `of ${counted(total, 'request')}: ${bad.slice(0, 5).join(', ')}`,
      next,
    },
  ];
}

function whyOf(asked: readonly Answers[]): string {
  const why = asked.find((pod) => pod.failed.why !== undefined)?.failed.why;
  return why === undefined ? '' : ` (${why})`;
}

/** Network latency: the worst pair of ends counts, each by its p50: what is beyond is the ends' own work, and shown. */
export function assessLatency(ends: readonly LatencyEnd[], platform: Platform): Assessment {
  const metric = watchedMetrics.latency;
  const findings: Finding[] = [];
  const known: { name: string; found: readonly [number, number, number]; by: string; count: number }[] = [];
  const next = kubectl(platform.namespace)`get pods -o wide`;
  for (const end of ends) {
    if ('unavailable' in end) findings.push(notHere(end.name, end.unavailable));
    else if ('trouble' in end) findings.push(unknownMetric(metric, end.name, end.trouble, next));
    else {
      const { ms, failed } = end.trips;
      const found = percentiles(ms);
      if (found !== undefined) known.push({ name: end.name, found, by: end.by, count: ms.length });
      findings.push(...lost(end.name, ms.length, failed, next));
    }
  }
  const [worst] = known.toSorted((a, b) => b.found[0] - a.found[0]);
  if (worst === undefined) return { findings, measurements: [] };
  const wanted = ends.filter((end) => !('unavailable' in end)).length;
  return {
    findings,
    measurements: known.map(({ name, found }) => ({ name: metric.name, subject: name, value: found[0], unit: 'ms' })),
    measured: {
      metric,
      subject: worst.name,
      value: worst.found[0],
      complete: known.length === wanted,
      facts: known
        .map(({ name, found, count }) => `${name}: ${asText(found, metric.format)} over ${count}`)
        .slice(0, 5)
        .join('; '),
      source: worst.by,
      next,
    },
  };
}

function lost(
  name: string,
  answered: number,
  failed: { count: number; why?: string },
  next: string,
): readonly Finding[] {
  if (failed.count === 0) return [];
  const all = answered === 0;
  return [
    {
      code: all ? 'network-latency-unknown' : 'round-trips-lost',
      severity: all ? 'unknown' : 'warn',
      subject: name,
      title: all ? 'network latency could not be measured' : 'some round trips had no answer',
      evidence: `${failed.count} of ${answered + failed.count}${failed.why === undefined ? '' : `: ${failed.why}`}`,
      next,
    },
  ];
}

const notHere = (name: string, why: string): Finding => ({
  code: 'latency-not-measured',
  severity: 'info',
  subject: name,
  title: 'round trip between these ends is not measured',
  evidence: why,
  next: 'set `tasks.monitor-performance.pod-latency-query` in .github/maintenance.yml to a metric in seconds',
});

/** Throughput: every node tells of the same chain, so it is the middle of what they tell, never the sum. */
export function assessThroughput(read: Read<readonly NodeRate[]>, platform: Platform): Assessment {
  const metric = watchedMetrics.throughput;
  const { blockchain } = platform.workloads;
  const subject = `${blockchain.kind.toLowerCase()}/${blockchain.name}`;
  const next = kubectl(platform.namespace)`logs -l ${blockchain.selector} --tail=100`;
  if ('trouble' in read) return { findings: [unknownMetric(metric, subject, read.trouble, next)], measurements: [] };
  const rates = read.value.flatMap((node) => ('rate' in node ? [node] : []));
  const silent = read.value.flatMap((node) => ('why' in node ? [node] : []));
  const evidence = `${silent.length} of ${counted(read.value.length, 'pod')}: ${silent
    .slice(0, 3)
    .map(({ pod, why }) => `pod/${pod}: ${why}`)
    .join('; ')}`;
  const value = median(rates.map((node) => node.rate));
  if (value === undefined) {
    const trouble = { code: 'failed', subject, message: evidence } as const;
    return { findings: [unknownMetric(metric, subject, trouble, silent[0]?.next ?? next)], measurements: [] };
  }
  const sorted = rates.toSorted((a, b) => a.rate - b.rate);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const resets = rates.reduce((sum, node) => sum + node.resets, 0);
  const restarted = resets === 0 ? '' : `; ${counted(resets, 'counter')} began anew in between`;
  const title = 'counter of some nodes could not be read; the chain’s rate is known from the others';
  return {
    findings:
      silent.length === 0
        ? []
        : [{ code: 'nodes-not-read', severity: 'warn', subject, title, evidence, next: silent[0]?.next ?? next }],
    measurements: rates.map(({ pod, rate }) => ({
      name: metric.name,
      subject: `pod/${pod}`,
      value: rate,
      unit: 'per-second',
    })),
    measured: {
      metric,
      subject,
      value,
      complete: true,
      facts: `middle of ${counted(rates.length, 'node')}, lowest pod/${lowest?.pod} ${metric.format(lowest?.rate ?? 0)}, highest ${metric.format(highest?.rate ?? 0)}${restarted}`,
      source: `${blockchain.transactionsMetric}, read twice`,
      next,
    },
  };
}
