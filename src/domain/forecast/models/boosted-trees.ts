import type { ForecastModel } from '../model.ts';
import type { Past } from '../past.ts';
import { standardised, usableLags } from './lags.ts';
import { boost } from './oblivious-trees.ts';

const fewestCases = 40;

/** Recent values, those about a cycle ago, and those of the same phase of the days between. */
function lagsOf({ seasons, values }: Past): readonly number[] {
  const [first = 1, ...longer] = seasons;
  const days = longer.length === 0 ? [2, 3] : [2, 3, 6, 8];
  const cycles = seasons.flatMap((season) => [season - 1, season, season + 1]);
  return usableLags([1, 2, 3, 4, 5, ...cycles, ...days.map((day) => day * first)], values.length, 2.5);
}

/**
 * Boosted trees on lagged values relative to the value one cycle ago, and on the phase of each season; on logarithms where
 * all values have one. Recursive: what was told is the past of the next.
 */
export const boostedTrees: ForecastModel = {
  name: 'boosted trees on lags',
  family: 'machine-learning',
  forecast: (past, horizon) => {
    const logarithms = past.logarithms();
    return logarithms === undefined ? goOn(past, horizon) : goOn(logarithms, horizon)?.map(Math.exp);
  },
};

function goOn(past: Past, horizon: number): Float64Array | undefined {
  const { seasons } = past;
  const n = past.values.length;
  const cycle = seasons[0] ?? 1;
  const lags = lagsOf(past);
  const start = Math.max(lags.at(-1) ?? 0, cycle);
  const count = n - start;
  if (lags.length === 0 || count < fewestCases) return undefined;
  const { values, restore } = standardised(past.values, horizon);
  const row = new Float64Array(lags.length + seasons.length);
  const fill = (t: number) => {
    const base = values[t - cycle] as number;
    for (let k = 0; k < lags.length; k += 1) row[k] = (values[t - (lags[k] as number)] as number) - base;
    for (let k = 0; k < seasons.length; k += 1) row[lags.length + k] = t % (seasons[k] as number);
  };
  const columns = Array.from(row, () => new Float64Array(count));
  const target = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    fill(start + i);
    for (let k = 0; k < row.length; k += 1) (columns[k] as Float64Array)[i] = row[k] as number;
    target[i] = (values[start + i] as number) - (values[start + i - cycle] as number);
  }
  const predict = boost(columns, target);
  return Float64Array.from({ length: horizon }, (_, ahead) => {
    const t = n + ahead;
    fill(t);
    values[t] = (values[t - cycle] as number) + predict(row);
    return restore(values[t] as number);
  });
}
