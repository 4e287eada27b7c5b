import type { ForecastModel } from '../model.ts';
import { ridgeRegression } from '../numerics/least-squares.ts';
import type { Past } from '../past.ts';

/** Pairs of sine and cosine for a season, at most. */
const mostHarmonics = 6;

/** A straight line by ordinary least squares, drawn on (the guide's "simple linear projection"). */
export const linearTrend: ForecastModel = {
  name: 'linear trend',
  family: 'linear',
  forecast: (past, horizon) => project(past.values, [], horizon),
};

/**
 * A straight line and the seasons as sums of harmonics, by least squares (harmonic regression: Hyndman and
 * Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, section 7.4).
 */
export const linearTrendWithSeasons: ForecastModel = {
  name: 'linear trend with seasons',
  family: 'linear',
  forecast: ({ values, seasons }: Past, horizon) =>
    seasons.length === 0 ? undefined : project(values, seasons, horizon),
};

function project(values: Float64Array, seasons: readonly number[], horizon: number): Float64Array | undefined {
  const n = values.length;
  const waves = seasons.flatMap((season) =>
    Array.from({ length: Math.min(mostHarmonics, Math.floor(season / 2)) }, (_, k) => (2 * Math.PI * (k + 1)) / season),
  );
  const width = 2 * waves.length + 2;
  if (n < 2 * width) return undefined;
  const fill = (row: Float64Array, at: number) => {
    for (const [k, wave] of waves.entries()) {
      row[2 * k] = Math.cos(wave * at);
      row[2 * k + 1] = Math.sin(wave * at);
    }
    row[width - 2] = (2 * at) / n - 1;
    row[width - 1] = 1;
  };
  // The sine of half a season of two is zero throughout: a trace of shrinkage keeps the solution single.
  const solved = ridgeRegression({ width, from: 0, until: n, fill, target: values, ridge: 1e-9 });
  if (solved === undefined) return undefined;
  const row = new Float64Array(width);
  return Float64Array.from({ length: horizon }, (_, ahead) => {
    fill(row, n + ahead);
    return row.reduce((sum, x, k) => sum + x * (solved[k] as number), 0);
  });
}
