import type { Finding } from '../../domain/finding/finding.ts';
import type { Measurement } from '../../domain/measurement.ts';
import {
  type Bounds,
  type Level,
  levelAfter,
  levelOf,
  nextLevel,
  releaseOf,
} from '../../domain/performance/threshold.ts';
import type { Point } from '../../domain/state/documents.ts';
import { trendOf } from '../../domain/statistics/trend.ts';
import type { WatchedMetric } from './watched-metrics.ts';

/** One metric, measured: the value that is judged and how it came about. */
export interface Measured {
  readonly metric: WatchedMetric;
  /** Copyable and stable. */
  readonly subject: string;
  readonly value: number;
  /** Whether all of the platform is in the value: only then is it stored as history. */
  readonly complete: boolean;
  /** What the value is, worst first: `node-2 91 %, node-1 40 %; mean 52 %`. */
  readonly facts: string;
  /** Where it comes from: `metrics.k8s.io`. */
  readonly source: string;
  readonly next: string;
}

/** What judging needs besides the value. */
export interface Against {
  readonly bounds: Bounds;
  /** Stored points, oldest first; empty where there are none. */
  readonly history: readonly Point[];
  readonly now: number;
  readonly trendDays: number;
}

const dayMs = 86_400_000;
/** A course that reaches a threshold within this time is worth saying. */
const foresightDays = 30;

/** What a value amounts to: over a threshold, still held by hysteresis, or on its way there. */
export function judge(measured: Measured, against: Against): readonly Finding[] {
  const { bounds, history } = against;
  const before = levelAfter(
    history.map(([, value]) => value),
    bounds,
  );
  const level = nextLevel(before, measured.value, bounds);
  const trend = trendText(measured, against);
  if (level === 'good') return trend === undefined || !trend.reaches ? [] : [onItsWay(measured, trend.text)];
  return [beyond(measured, bounds, level, trend?.text)];
}

function beyond(measured: Measured, bounds: Bounds, level: Level, trend: string | undefined): Finding {
  const { metric, subject, value, facts, source, next } = measured;
  const worse = metric.direction === 'higher-is-worse' ? 'above' : 'below';
  const held = levelOf(value, bounds) !== level;
  const threshold = level === 'critical' ? bounds.critical : bounds.warning;
  const word = level === 'critical' ? 'critical' : 'warning';
  const until = held
    ? `; back over the threshold, but not by enough (ends ${worse === 'above' ? 'below' : 'above'} ${metric.format(releaseOf(threshold, bounds))})`
    : '';
  return {
    code: metric.name,
    severity: level === 'critical' ? 'fail' : 'warn',
    subject,
    title: held
      ? `${metric.title} is not clearly back from its ${word} threshold`
      : `${metric.title} is ${worse} its ${word} threshold`,
    evidence: `${metric.format(value)}, ${word} ${worse === 'above' ? 'from' : 'at or below'} ${metric.format(threshold)}${until}; ${facts}; from ${source}${trend === undefined ? '' : `; ${trend}`}`,
    next,
  };
}

const onItsWay = ({ metric, subject, value, source, next }: Measured, trend: string): Finding => ({
  code: `${metric.name}-trend`,
  severity: 'info',
  subject,
  title: `${metric.title} is on its way to its warning threshold`,
  evidence: `${metric.format(value)} now, from ${source}; ${trend}`,
  next,
});

/** The course of the stored history, if it has one; `reaches`: the warning threshold within 30 days. */
function trendText(
  { metric, value }: Measured,
  { bounds, history, now, trendDays }: Against,
): { readonly text: string; readonly reaches: boolean } | undefined {
  const recent = history.filter(([time]) => time >= now - trendDays * dayMs);
  const trend = trendOf([...recent, [now, value]]);
  if (trend === undefined || !trend.significant || trend.perDay === 0) return undefined;
  const perWeek = `${trend.perDay > 0 ? '+' : '−'}${metric.format(Math.abs(trend.perDay * 7))} a week over ${Math.round(trend.days)} days`;
  const worsens = metric.direction === 'higher-is-worse' ? trend.perDay > 0 : trend.perDay < 0;
  const days = (bounds.warning - value) / trend.perDay;
  if (!worsens || days <= 0) return { text: perWeek, reaches: false };
  const reaches = days <= foresightDays;
  const when = reaches
    ? `, at this pace ${metric.format(bounds.warning)} in about ${Math.max(1, Math.round(days))} days`
    : '';
  return { text: `${perWeek}${when}`, reaches };
}

/** The value as a measurement: platform-wide, and so stored, when everything is in it. */
export function measurementOf({ metric, value, complete, subject }: Measured, bounds: Bounds): Measurement {
  return {
    name: metric.name,
    ...(complete ? {} : { subject: `${subject} (in part)` }),
    value,
    unit: metric.unit,
    comparedWith: { what: 'warning', value: bounds.warning },
  };
}
