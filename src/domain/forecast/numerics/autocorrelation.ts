/** Mean of values; 0 for none. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Autocovariances of centred values at lags 0 … `most`, each divided by the number of values (so that they are positive definite). */
export function autocovariances(centred: Float64Array, most: number): Float64Array {
  const n = centred.length;
  return Float64Array.from({ length: most + 1 }, (_, lag) => {
    let sum = 0;
    for (let t = lag; t < n; t += 1) sum += (centred[t] as number) * (centred[t - lag] as number);
    return sum / n;
  });
}

/** Values less their mean. */
export function centredOf(values: Float64Array): Float64Array {
  const middle = meanOf(values);
  return values.map((value) => value - middle);
}
