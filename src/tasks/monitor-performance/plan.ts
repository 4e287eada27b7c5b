import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Draft } from '../../domain/plan/plan.ts';
import type { PlanContext } from '../contract.ts';
import { type Assessment, assessDisks, assessNodeUse } from './assess-nodes.ts';
import { assessLatency, assessResponses, assessThroughput } from './assess-traffic.ts';
import type { Inputs } from './inputs.ts';
import { judge, measurementOf } from './judge.ts';
import type { PerformanceObservation } from './observation.ts';
import { boundsOf, type WatchedMetric, watchedMetrics } from './watched-metrics.ts';

type Context = Pick<PlanContext<never>, 'platform' | 'thresholds' | 'now'> & { readonly inputs: Inputs };

/** Judge the six metrics. Nothing is done about them here: mending belongs to tasks that ask for an approval. */
export function plan({ measurements: seen }: PerformanceObservation, context: Context): Draft {
  const { inputs, platform, thresholds, now } = context;
  const assessments: readonly (readonly [WatchedMetric, Assessment])[] = [
    [watchedMetrics.cpu, assessNodeUse('cpu', seen.nodes)],
    [watchedMetrics.memory, assessNodeUse('memory', seen.nodes)],
    [watchedMetrics.disk, assessDisks(seen.disks)],
    [watchedMetrics.latency, assessLatency(seen.latency, platform)],
    [watchedMetrics.throughput, assessThroughput(seen.throughput, platform)],
    [watchedMetrics.response, assessResponses(seen.response, platform, inputs['request-timeout'])],
  ];
  const judged = assessments.map(([metric, { measured, findings, measurements }]) => {
    const bounds = boundsOf(metric, thresholds, inputs.hysteresis);
    const history = 'value' in seen.history ? (seen.history.value[metric.name] ?? []) : [];
    if (measured === undefined) return { findings, measurements, text: `${metric.title} unknown` };
    const against = { bounds, history, now, trendDays: inputs['trend-days'] };
    return {
      findings: [...judge(measured, against), ...findings],
      measurements: [measurementOf(measured, bounds), ...measurements],
      text: `${metric.title} ${metric.format(measured.value)}`,
    };
  });
  return {
    steps: [],
    refusals: [],
    notChecked: [],
    findings: [...judged.flatMap((each) => each.findings), ...withoutHistory(seen.history)],
    measurements: judged.flatMap((each) => each.measurements),
    result: judged.map((each) => each.text).join(', '),
  };
}

function withoutHistory(history: PerformanceObservation['measurements']['history']): readonly Finding[] {
  if ('value' in history) return [];
  const { message, next } = history.trouble;
  return [
    {
      code: 'history-not-read',
      severity: 'warn',
      subject: 'stored history',
      title: 'without the stored history there is no hysteresis and no trend tonight',
      evidence: message,
      next: next ?? kubectl('rooivalk-maintenance')`get configmaps`,
    },
  ];
}
