import type { ForecastModel } from '../model.ts';
import { ridgeRegression } from '../numerics/least-squares.ts';
import type { Past } from '../past.ts';
import { sparseLags, standardised, usableLags } from './lags.ts';

/** Cases for each weight, at least. */
const casesPerWeight = 2;

/** Fits value on lagged values by ridge regression, and goes on from value to value. */
function regressOnLags(
  values: Float64Array,
  lags: readonly number[],
  ridge: number,
  horizon: number,
): Float64Array | undefined {
  const longest = lags.at(-1);
  const n = values.length;
  const width = lags.length + 1;
  if (longest === undefined || n - longest < casesPerWeight * width) return undefined;
  const { values: scaled, restore } = standardised(values, horizon);
  const fill = (row: Float64Array, at: number) => {
    for (let k = 0; k < width - 1; k += 1) row[k] = scaled[at - (lags[k] as number)] as number;
    row[width - 1] = 1;
  };
  const weights = ridgeRegression({ width, from: longest, until: n, fill, target: scaled, ridge });
  if (weights === undefined) return undefined;
  const row = new Float64Array(width);
  return Float64Array.from({ length: horizon }, (_, ahead) => {
    fill(row, n + ahead);
    const next = row.reduce((sum, x, k) => sum + x * (weights[k] as number), 0);
    scaled[n + ahead] = next;
    return restore(next);
  });
}

/** Ridge regression on the last values and those of one and two cycles ago, recursive: a small learner that is hard to beat. */
export const ridgeOnLags: ForecastModel = {
  name: 'ridge regression on lags',
  family: 'machine-learning',
  forecast: (past, horizon) =>
    regressOnLags(past.values, usableLags(sparseLags(past), past.values.length, 2), 0.0003, horizon),
};

/** Lags for changes: the last quarter, half a cycle, and one, two and three cycles. */
function lagsOfChanges({ seasons }: Past, length: number): readonly number[] {
  const cycles = seasons.flatMap((m) => [Math.round(m / 2), m - 1, m, m + 1, 2 * m, 2 * m + 1, 3 * m, 3 * m + 1]);
  return usableLags([1, 2, 3, 4, 5, 8, 13, ...cycles], length, 2.2);
}

/** The same on changes from value to value, for levels that wander. */
export const ridgeOnChanges: ForecastModel = {
  name: 'ridge regression on changes',
  family: 'machine-learning',
  forecast: (past, horizon) => changesBy(past, horizon, (changes) => [lagsOfChanges(past, changes.length), 0.001]),
};

/** Every lag of a whole cycle and more: needs a long series. */
export const ridgeOnAllChanges: ForecastModel = {
  name: 'ridge regression on all changes of a cycle',
  family: 'machine-learning',
  forecast: (past, horizon) =>
    changesBy(past, horizon, (changes) => {
      const every = Array.from({ length: mostLags }, (_, k) => k + 1);
      return [usableLags(every, changes.length, 2.2), 0.01];
    }),
};

const mostLags = 60;

function changesBy(
  { values }: Past,
  horizon: number,
  choose: (changes: Float64Array) => readonly [lags: readonly number[], ridge: number],
): Float64Array | undefined {
  const changes = Float64Array.from(
    { length: values.length - 1 },
    (_, t) => (values[t + 1] as number) - (values[t] as number),
  );
  const [lags, ridge] = choose(changes);
  let level = values.at(-1) as number;
  return regressOnLags(changes, lags, ridge, horizon)?.map((change) => {
    level += change;
    return level;
  });
}
