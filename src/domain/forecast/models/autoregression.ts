import { autocovariances, centredOf, meanOf } from '../numerics/autocorrelation.ts';
import type { Continue } from './smoothing.ts';

/**
 * Weights of an autoregression by the Yule–Walker equations, solved by the recursion of Levinson and Durbin (Brockwell and
 * Davis, "Time Series: Theory and Methods", section 5.2). The order, at most `most`, is the one of the least Akaike
 * criterion, with three instead of two for each weight: long series invite too many.
 */
export function yuleWalker(centred: Float64Array, most: number): readonly number[] {
  const covariance = autocovariances(centred, most);
  let error = covariance[0] as number;
  let weights: number[] = [];
  if (!(error > 0)) return weights;
  const criterion = (order: number) => centred.length * Math.log(error) + 3 * order;
  let best = { weights, criterion: criterion(0) };
  for (let order = 1; order <= most; order += 1) {
    const known = weights.reduce((sum, weight, k) => sum + weight * (covariance[order - 1 - k] as number), 0);
    const reflection = ((covariance[order] as number) - known) / error;
    const mirrored = weights.toReversed();
    weights = [...weights.map((weight, k) => weight - reflection * (mirrored[k] as number)), reflection];
    error *= 1 - reflection * reflection;
    if (!(error > 0)) break;
    const reached = criterion(order);
    if (reached < best.criterion) best = { weights, criterion: reached };
  }
  return best.weights;
}

/** Goes on with the changes from value to value by an autoregression of at most `most` lags: ARIMA(p,1,0) with a constant. */
export function autoregressionOnChanges(most: number): Continue {
  return (values, horizon) => {
    const changes = Float64Array.from(
      { length: values.length - 1 },
      (_, t) => (values[t + 1] as number) - (values[t] as number),
    );
    const lags = Math.min(most, Math.floor(changes.length / 2));
    if (lags < 2) return undefined;
    const centred = centredOf(changes);
    const drift = meanOf(changes);
    const weights = yuleWalker(centred, lags);
    const known = Array.from(centred.subarray(-lags));
    let level = values.at(-1) as number;
    return Float64Array.from({ length: horizon }, () => {
      const next = weights.reduce((sum, weight, k) => sum + weight * (known[known.length - 1 - k] as number), 0);
      known.push(next);
      level += next + drift;
      return level;
    });
  };
}
