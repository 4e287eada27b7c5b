import type { Finding } from '../../domain/finding/finding.ts';
import type { Measurement } from '../../domain/measurement.ts';
import type { Draft } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import { mostForecasts } from '../../domain/report/forecasts.ts';
import { capacityMetrics, type MetricCode, metricOf } from './capacity-metrics.ts';
import { costFindings, costMeasurements } from './cost.ts';
import { type JudgeContext, judge, measurementOf } from './judge.ts';
import type { Judged } from './judged.ts';
import { measuredName } from './names.ts';
import type { CapacityObservation, Missing } from './seen.ts';
import { reportedForecast } from './to-report.ts';
import { courseText, rangeText } from './words.ts';

const dayMs = 86_400_000;

/** Look ahead along every series. Nothing is done about it here: getting more capacity asks for an approval. */
export function plan({ measurements: seen }: CapacityObservation, context: JudgeContext): Draft {
  const judged = seen.series.map((series) => judge(series, context));
  const forecasts = judged.flatMap((each) => reportedForecast(each) ?? []).slice(0, mostForecasts);
  return {
    steps: [],
    refusals: [],
    notChecked: [],
    findings: [
      ...judged.flatMap(({ findings }) => findings),
      ...seen.missing.map(missingFinding),
      ...courses(judged),
      ...costFindings(seen.unused, context.platform.capacity.prices),
      ...withoutPrometheus(seen),
    ],
    measurements: [...judged.flatMap(measurementsOf), ...costMeasurements(seen.unused)],
    forecasts,
    result: resultOf(judged, seen.missing, context),
  };
}

/** Not configured is a warning with the line to write, since nothing was tried; everything else was, and is unknown. */
function missingFinding({ code, subject, why, next, notConfigured }: Missing): Finding {
  const { title, guide } = metricOf(code);
  return {
    code: `${code}-${notConfigured ? 'not-configured' : 'unknown'}`,
    severity: notConfigured ? 'warn' : 'unknown',
    subject,
    title: notConfigured ? `${title} is not looked at` : `${title} could not be read`,
    evidence: `${why} (${guide})`,
    next,
  };
}

/** Metrics without a threshold: how they move, in one finding that asks for nothing. */
function courses(judged: readonly Judged[]): readonly Finding[] {
  const free = judged.filter(({ threshold }) => threshold === undefined);
  if (free.length === 0) return [];
  return [
    {
      code: 'courses',
      severity: 'info',
      subject: 'metrics without a scaling threshold',
      title: `how ${counted(free.length, 'series', 'series')} without a scaling threshold move`,
      evidence: free.map(courseText).join('; '),
      next: 'nothing: the guide sets no threshold for them',
    },
  ];
}

/** What was stored stands in for it, but whoever runs Prometheus has to hear that it could not be asked. */
function withoutPrometheus({ prometheus }: CapacityObservation['measurements']): readonly Finding[] {
  if (prometheus === undefined) return [];
  return [
    {
      code: 'prometheus-not-asked',
      severity: 'warn',
      subject: 'prometheus',
      title: 'Prometheus could not be asked everything, so stored history stands in where there is any',
      evidence: prometheus.message,
      next: prometheus.next ?? 'see that it runs, or say where it is under `platform.prometheus`',
    },
  ];
}

/** The platform's own metrics have no subject, and are stored. */
function measurementsOf(each: Judged): readonly Measurement[] {
  const { code, subject } = each.seen;
  const value = measurementOf(each);
  const { outlook } = each;
  const until = outlook !== undefined && 'until' in outlook.ahead ? outlook.ahead.until : undefined;
  const growth = code === 'storage-growth' && outlook?.trend !== undefined ? outlook.trend.perDay : undefined;
  return [
    value,
    ...(growth === undefined ? [] : [{ name: 'storage-growth-rate', value: growth, unit: 'bytes-per-day' } as const]),
    ...(until?.expected === undefined
      ? []
      : [
          { name: `${measuredName(each.seen)}-until-threshold`, subject, value: until.expected, unit: 'days' } as const,
        ]),
  ];
}

function resultOf(judged: readonly Judged[], missing: readonly Missing[], { inputs }: JudgeContext): string {
  const codes = Object.keys(capacityMetrics) as MetricCode[];
  const absent = new Set(missing.map(({ code }) => code));
  const told = judged.filter(({ findings }) => !findings.some(({ severity }) => severity === 'unknown'));
  const known = codes.filter((code) => told.some(({ seen }) => seen.code === code) && !absent.has(code));
  const counts = `${known.length} of ${codes.length} metrics known`;
  const soonest = judged
    .flatMap(({ seen, outlook }) =>
      outlook !== undefined && 'until' in outlook.ahead && outlook.ahead.until?.expected !== undefined
        ? [{ seen, ahead: outlook.ahead, until: outlook.ahead.until }]
        : [],
    )
    .toSorted((a, b) => (a.until.expected ?? 0) - (b.until.expected ?? 0))[0];
  const beyond = judged.filter(({ findings }) => findings.some(({ severity }) => severity === 'fail'));
  const parts = [counts];
  if (beyond.length > 0)
    parts.push(`${beyond.map(({ seen }) => seen.subject).join(', ')} beyond the scaling threshold`);
  if (soonest !== undefined) {
    parts.push(
      `${metricOf(soonest.seen.code).title} of ${soonest.seen.subject} at its threshold ${rangeText(soonest.until, soonest.ahead.reachDays)}`,
    );
  }
  if (parts.length === 1) parts.push(`no threshold is reached within ${Math.round(inputs['lead-time'] / dayMs)} days`);
  return parts.join('; ');
}
