import type { Past } from './past.ts';

/** What kind of model it is, in the guide's words (§5.1), besides the benchmarks that each of them has to beat. */
export type Family = 'benchmark' | 'linear' | 'seasonal' | 'machine-learning';

/** One way to go on with a series. Pure and deterministic: the same past gives the same forecast. */
export interface ForecastModel {
  /** For people: `seasonal naive`. */
  readonly name: string;
  readonly family: Family;
  /**
   * The next `horizon` values; undefined where the model does not fit the series (too short for it, no season, values
   * without a logarithm). What is not finite is not used.
   */
  readonly forecast: (past: Past, horizon: number) => Float64Array | undefined;
}

/** The same model on the logarithmic scale. */
export function onLogarithms({ name, family, forecast }: ForecastModel): ForecastModel {
  return {
    name: `${name}, on logarithms`,
    family,
    forecast: (past, horizon) => {
      const logarithms = past.logarithms();
      return logarithms === undefined ? undefined : forecast(logarithms, horizon)?.map(Math.exp);
    },
  };
}
