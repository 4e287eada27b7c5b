import { type Forecast, type ForecastRefusal, type ForecastRequest, forecast } from './forecast.ts';
import { type Prepared, prepare } from './prepare.ts';

/** A forecast of a series as it was measured, with what had to be done to it first. */
export interface SeriesForecast {
  readonly forecast: Forecast;
  readonly prepared: Omit<Prepared, 'values'> & {
    readonly used: number;
    /** The oldest values, beyond as many as are looked at. */
    readonly shortened: number;
  };
  /** The last value that was used. */
  readonly last: number;
}

/** Values that are looked at, at most: the most recent ones. */
const mostValues = 3000;

/** Forecast a series of equally spaced values that may have gaps: see {@link prepare} and {@link forecast}. */
export function forecastSeries(
  raw: readonly (number | undefined)[],
  request: ForecastRequest,
): SeriesForecast | ForecastRefusal {
  const prepared = prepare(raw);
  if ('refusal' in prepared) return prepared;
  const { values: all, ...rest } = prepared;
  const values = all.slice(-mostValues);
  const made = forecast(values, request);
  if ('refusal' in made) return made;
  return {
    forecast: made,
    prepared: { ...rest, used: values.length, shortened: all.length - values.length },
    last: values.at(-1) as number,
  };
}
