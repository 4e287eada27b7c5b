import type { ForecastModel } from '../model.ts';

/** The last value stays. The benchmark of series without a season. */
export const naive: ForecastModel = {
  name: 'naive',
  family: 'benchmark',
  forecast: ({ values }, horizon) => new Float64Array(horizon).fill(values.at(-1) ?? Number.NaN),
};

/** The last cycle repeats itself. The benchmark of series with a season (its shortest counts). */
export const seasonalNaive: ForecastModel = {
  name: 'seasonal naive',
  family: 'benchmark',
  forecast: ({ values, seasons: [season] }, horizon) => {
    if (season === undefined) return undefined;
    const start = values.length - season;
    return Float64Array.from({ length: horizon }, (_, ahead) => values[start + (ahead % season)] as number);
  },
};
