import type { Point } from '../state/documents.ts';
import { type Trend, trendOf } from '../statistics/trend.ts';
import { crossingOf } from './crossing.ts';
import { type Forecast, type ForecastRequest, valuesNeeded } from './forecast.ts';
import { forecastSeries } from './forecast-series.ts';
import { type Grid, gridOf } from './grid.ts';

const dayMs = 86_400_000;

/** A series, and how far ahead it is looked. */
export interface OutlookRequest {
  /** Oldest first. */
  readonly points: readonly Point[];
  readonly stepMs: number;
  /** How far ahead to look, ms. Shorter where the history does not reach. */
  readonly leadMs: number;
  /** The least that is worth a forecast, ms. */
  readonly leastMs: number;
  readonly now: number;
  readonly threshold?: number;
  readonly bounds?: ForecastRequest['bounds'];
}

/** Days from now until a threshold that is not reached yet; at least 0. An absent end lies beyond the forecast. */
export interface DaysUntil {
  readonly earliest: number;
  readonly expected?: number;
  readonly latest?: number;
}

/** A forecast with its place in time. */
export interface PlacedForecast {
  readonly forecast: Forecast;
  /** Epoch ms of the last value that is known; the first forecast lies one step after it. */
  readonly from: number;
  readonly stepMs: number;
  /** How far it reaches from now, days. */
  readonly reachDays: number;
  readonly until?: DaysUntil;
}

/** Where a series stands, where it is going, and how sure that is. */
export interface Outlook {
  /** The mean of the last day that is known, or the last value of a series with a longer step. */
  readonly present: number;
  /** How long the history is, days. */
  readonly days: number;
  /** The course of the daily means; absent where there are too few of them. */
  readonly trend?: Trend;
  readonly ahead: PlacedForecast | { readonly refusal: string };
}

/** Steps of a season: the day where the step is shorter, else the week. */
function seasonOf(stepMs: number): number {
  return stepMs < dayMs ? Math.max(1, Math.round(dayMs / stepMs)) : Math.max(1, Math.round((7 * dayMs) / stepMs));
}

/** Look ahead. Undefined for a series of no length in time. Pure. */
export function outlookOf(request: OutlookRequest): Outlook | undefined {
  const grid = gridOf(request.points, request.stepMs);
  if (grid === undefined) return undefined;
  const aDay = Math.max(1, Math.round(dayMs / grid.stepMs));
  const known = grid.values.filter((value) => value !== undefined);
  const recent = known.slice(-aDay);
  const present = recent.reduce((sum, value) => sum + value, 0) / recent.length;
  const trend = trendOf(dailyMeans(grid));
  return {
    present,
    days: ((grid.values.length - 1) * grid.stepMs) / dayMs,
    ...(trend === undefined ? {} : { trend }),
    ahead: lookAhead(grid, request, trend, present),
  };
}

function lookAhead(grid: Grid, request: OutlookRequest, trend: Trend | undefined, present: number): Outlook['ahead'] {
  const season = seasonOf(grid.stepMs);
  const count = grid.values.length;
  const steps = (ms: number) => Math.max(1, Math.ceil(ms / grid.stepMs));
  const least = steps(request.leastMs);
  let horizon = steps(request.leadMs);
  while (horizon > least && valuesNeeded({ season, horizon }) > count) horizon -= 1;
  const needed = valuesNeeded({ season, horizon });
  if (needed > count) {
    const days = (values: number) => Math.round((values * grid.stepMs) / dayMs);
    return { refusal: `too little history: ${days(count)} days of ${days(needed)}` };
  }
  const { bounds } = request;
  const made = forecastSeries(grid.values, { season, horizon, ...(bounds === undefined ? {} : { bounds }) });
  if ('refusal' in made) return { refusal: made.refusal };
  const { forecast } = made;
  const last = grid.values.findLastIndex((value) => value !== undefined);
  const from = grid.from + last * grid.stepMs;
  const daysAt = (step: number) => Math.max(0, (from + step * grid.stepMs - request.now) / dayMs);
  const rises = trend?.significant === true && trend.perDay > 0;
  const crossing =
    request.threshold === undefined || present >= request.threshold
      ? undefined
      : crossingOf(forecast.points, request.threshold, rises);
  return {
    forecast,
    from,
    stepMs: grid.stepMs,
    reachDays: daysAt(forecast.points.length),
    ...(crossing === undefined
      ? {}
      : {
          until: {
            earliest: daysAt(crossing.earliest),
            ...(crossing.expected === undefined ? {} : { expected: daysAt(crossing.expected) }),
            ...(crossing.latest === undefined ? {} : { latest: daysAt(crossing.latest) }),
          },
        }),
  };
}

/** One value a day, so that neither the hours of a day nor their number look like a trend. */
function dailyMeans({ values, from, stepMs }: Grid): readonly Point[] {
  const points = values.flatMap((value, k): Point[] => (value === undefined ? [] : [[from + k * stepMs, value]]));
  const days = Map.groupBy(points, ([time]) => Math.floor(time / dayMs));
  return [...days].map(([day, group]) => [
    day * dayMs,
    group.reduce((sum, [, value]) => sum + value, 0) / group.length,
  ]);
}
