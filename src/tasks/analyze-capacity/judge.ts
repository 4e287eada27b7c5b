import type { Finding } from '../../domain/finding/finding.ts';
import { type Outlook, outlookOf } from '../../domain/forecast/outlook.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { withUnit } from '../../domain/with-unit.ts';
import type { PlanContext } from '../contract.ts';
import { metricOf, thresholdOf } from './capacity-metrics.ts';
import type { Inputs } from './inputs.ts';
import type { Judged } from './judged.ts';
import { findingCode, measuredName, titleOf } from './names.ts';
import { nextStep } from './next-step.ts';
import type { SeenSeries } from './seen.ts';
import { rangeText, trendText, trustText } from './words.ts';

/** What judging needs besides the series. */
export type JudgeContext = Pick<PlanContext<never>, 'platform' | 'now'> & { readonly inputs: Inputs };

/** Less than this ahead is not worth a forecast. */
const leastAheadMs = 7 * 86_400_000;

/** Look ahead along one series, and say what a person has to know of it. */
export function judge(seen: SeenSeries, context: JudgeContext): Judged {
  const { platform, now, inputs } = context;
  const threshold = thresholdOf(seen.code, platform);
  const isShare = metricOf(seen.code).unit === 'share';
  const outlook = outlookOf({
    points: seen.points,
    stepMs: seen.stepMs,
    leadMs: inputs['lead-time'],
    leastMs: leastAheadMs,
    now,
    ...(threshold === undefined ? {} : { threshold }),
    // Requests may exceed what a node can give; use only by what is kept back for the node itself.
    ...(isShare && seen.code !== 'node-requests' ? { bounds: { least: 0, most: highest(seen) } } : {}),
  });
  return {
    seen,
    outlook,
    // What stands in is no metric with a threshold: being below it proves that the metric is, being above it nothing.
    threshold: seen.of === 'bound' ? undefined : threshold,
    findings: findingOf(seen, outlook, threshold, context),
  };
}

const highest = ({ points }: SeenSeries): number => points.reduce((most, [, value]) => Math.max(most, value), 1);

function findingOf(
  seen: SeenSeries,
  outlook: Outlook | undefined,
  threshold: number | undefined,
  context: JudgeContext,
): readonly Finding[] {
  if (threshold === undefined) return [];
  const { unit } = metricOf(seen.code);
  const present = outlook?.present ?? seen.points.at(-1)?.[1] ?? 0;
  const against = `${withUnit(present, unit)} now, scaling threshold ${withUnit(threshold, unit)}`;
  const { subject } = seen;
  const next = nextStep(seen, context.platform);
  const [code, title] = [findingCode(seen), titleOf(seen)];
  const said = (severity: Finding['severity'], suffix: string, words: string, evidence: string): Finding[] => [
    { code: `${code}-${suffix}`, severity, subject, title: `${title} ${words}`, evidence, next },
  ];
  const from = `; from ${seen.source}`;
  const trend = outlook === undefined ? '' : trendText(outlook, unit);
  if (present >= threshold) {
    return seen.of === 'bound'
      ? said(
          'unknown',
          'beyond',
          `is beyond the scaling threshold, and ${metricOf(seen.code).title} of the cluster is not known`,
          `${against} of the cluster${trend}${from}`,
        )
      : said('fail', 'beyond', 'is beyond its scaling threshold', `${against}${trend}${from}`);
  }
  if (outlook === undefined || 'refusal' in outlook.ahead) {
    const why = outlook === undefined || !('refusal' in outlook.ahead) ? 'one value alone' : outlook.ahead.refusal;
    return said('warn', 'no-forecast', 'cannot be forecast yet', `${why}; ${against}${trend}${from}`);
  }
  const { until, reachDays } = outlook.ahead;
  if (until === undefined) return [];
  const trust = trustText(outlook.ahead, unit);
  const evidence = `reached ${rangeText(until, reachDays)}; ${against}${trend}; ${trust}${from}`;
  return until.expected === undefined
    ? said('info', 'ahead', 'may reach its scaling threshold within the lead time', evidence)
    : said('warn', 'ahead', 'will reach its scaling threshold within the lead time', evidence);
}

/** The value now, with what it is compared with; only of the whole platform, and so stored, where the subject is fixed. */
export function measurementOf({ seen, outlook, threshold }: Judged): Measurement {
  const { subject, points, code, of } = seen;
  return {
    name: measuredName(seen),
    ...(of === 'platform' ? {} : { subject }),
    value: outlook?.present ?? points.at(-1)?.[1] ?? 0,
    unit: metricOf(code).unit,
    ...(threshold === undefined ? {} : { comparedWith: { what: 'scaling threshold', value: threshold } }),
  };
}
