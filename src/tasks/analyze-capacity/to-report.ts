import { mostForecastPoints, type ReportedForecast } from '../../domain/report/forecasts.ts';
import { capacityMetrics } from './capacity-metrics.ts';
import type { Judged } from './judged.ts';

/** Models that are named, at most: the strongest. */
const mostModels = 3;

/** Five digits tell enough, and keep the report small. */
const rounded = (value: number): number => Number(value.toPrecision(5));
const tenth = (days: number): number => Math.round(days * 10) / 10;

/** The forecast of a series as data, thinned out; undefined where there is none. */
export function reportedForecast({ seen, outlook, threshold }: Judged): ReportedForecast | undefined {
  if (outlook === undefined || 'refusal' in outlook.ahead) return undefined;
  const { forecast, from, stepMs, until } = outlook.ahead;
  const { models, measured, level } = forecast;
  const { guide, unit } = capacityMetrics[seen.code];
  const ahead = forecast.points.map(({ value, lower, upper }, k) => ({
    at: from + (k + 1) * stepMs,
    value: rounded(value),
    lower: rounded(lower),
    upper: rounded(upper),
  }));
  return {
    metric: guide,
    subject: seen.subject,
    unit,
    source: seen.source,
    ...(threshold === undefined ? {} : { threshold }),
    history: thinned(seen.points).map(([time, value]) => [time, rounded(value)]),
    ahead: [...thinned(ahead)],
    level,
    ...(until === undefined || threshold === undefined
      ? {}
      : {
          crossing: {
            earliestDays: tenth(until.earliest),
            ...(until.expected === undefined ? {} : { expectedDays: tenth(until.expected) }),
            ...(until.latest === undefined ? {} : { latestDays: tenth(until.latest) }),
          },
        }),
    models: models.slice(0, mostModels).map(({ name, weight }) => ({ name, weight: rounded(weight) })),
    error: rounded(measured.error),
    benchmark: { name: measured.benchmark.name, error: rounded(measured.benchmark.error) },
    coverage: rounded(measured.coverage),
  };
}

/** Evenly, first and last included. */
function thinned<T>(points: readonly T[]): readonly T[] {
  if (points.length <= mostForecastPoints) return points;
  const step = (points.length - 1) / (mostForecastPoints - 1);
  return Array.from({ length: mostForecastPoints }, (_, k) => points[Math.round(k * step)] as T);
}
