import type { ForecastModel } from '../model.ts';
import { autoregressionOnChanges } from './autoregression.ts';
import { type Continue, dampedTrend, theta } from './smoothing.ts';

/** Goes on with the series without its seasons, and adds them again. Where there are none it is the plain method. */
function adjusted(name: string, family: ForecastModel['family'], method: Continue): ForecastModel {
  return {
    name,
    family,
    forecast: (past, horizon) => {
      if (past.values.length < 10) return undefined;
      const { adjusted: values, seasonal } = past.adjusted();
      return method(values, horizon)?.map((value, ahead) => value + seasonal(ahead));
    },
  };
}

/** Decomposition and the Theta method. */
export const decomposedTheta = adjusted('decomposition and theta', 'seasonal', theta);

/** Decomposition and exponential smoothing with a damped trend. */
export const decomposedDampedTrend = adjusted('decomposition and damped trend', 'seasonal', dampedTrend);

/** Decomposition and an autoregression on changes (as `stlm` of the package forecast does with ARIMA). */
export const decomposedAutoregression = adjusted(
  'decomposition and autoregression',
  'seasonal',
  autoregressionOnChanges(30),
);

const longAutoregression = autoregressionOnChanges(60);

/** A long autoregression on changes without any decomposition: it finds what comes again by itself. */
export const autoregression: ForecastModel = {
  name: 'autoregression on changes',
  family: 'linear',
  forecast: ({ values }, horizon) => (values.length < 30 ? undefined : longAutoregression(values, horizon)),
};
