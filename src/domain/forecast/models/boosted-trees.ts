import type { ForecastModel } from '../model.ts';
import type { Past } from '../past.ts';
import { standardised, usableLags } from './lags.ts';

const rounds = 50;
const depth = 3;
const learningRate = 0.15;
const binBits = 4;
const bins = 2 ** binBits;
/** Cases of prior weight in each leaf: small leaves are drawn to zero. */
const leafPrior = 3;
const fewestCases = 40;

/** One tree: the same split for all nodes of a level. */
interface Tree {
  readonly features: readonly number[];
  readonly cuts: readonly number[];
  readonly leaves: Float64Array;
}

interface Cases {
  readonly count: number;
  /** By feature: the bin of each case, and where bins end. */
  readonly codes: readonly Uint8Array[];
  readonly edges: readonly Float64Array[];
}

function binned(columns: readonly Float64Array[]): Cases {
  const count = columns[0]?.length ?? 0;
  const edges = columns.map((column) => {
    const sorted = column.toSorted();
    return Float64Array.from({ length: bins - 1 }, (_, k) => sorted[Math.floor(((k + 1) * count) / bins)] as number);
  });
  const codes = columns.map((column, k) => Uint8Array.from(column, (value) => binOf(value, edges[k] as Float64Array)));
  return { count, codes, edges };
}

function binOf(value: number, edges: Float64Array): number {
  let bin = 0;
  while (bin < edges.length && value > (edges[bin] as number)) bin += 1;
  return bin;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

/** What is gained by splitting all nodes of a level at each bin of one feature. */
function bestOfFeature(
  feature: number,
  { codes, count }: Cases,
  node: Uint8Array,
  nodes: number,
  rest: Float64Array,
): Split {
  const sums = new Float64Array(nodes * bins);
  const counts = new Uint32Array(nodes * bins);
  const code = codes[feature] as Uint8Array;
  for (let i = 0; i < count; i += 1) {
    const slot = ((node[i] as number) << binBits) | (code[i] as number);
    sums[slot] = (sums[slot] as number) + (rest[i] as number);
    counts[slot] = (counts[slot] as number) + 1;
  }
  const gains = new Float64Array(bins - 1);
  for (let k = 0; k < nodes; k += 1)
    addGains(gains, sums.subarray(k * bins, (k + 1) * bins), counts.subarray(k * bins));
  const bin = gains.indexOf(Math.max(...gains));
  return { feature, bin, gain: gains[bin] as number };
}

function addGains(gains: Float64Array, sums: Float64Array, counts: Uint32Array): void {
  let [total, all] = [0, 0];
  for (let b = 0; b < bins; b += 1) {
    total += sums[b] as number;
    all += counts[b] as number;
  }
  let [sum, count] = [0, 0];
  for (let b = 0; b < bins - 1; b += 1) {
    sum += sums[b] as number;
    count += counts[b] as number;
    gains[b] = (gains[b] as number) + sum ** 2 / (count + leafPrior) + (total - sum) ** 2 / (all - count + leafPrior);
  }
}

/** Grows a tree on what the trees before it leave, and takes its part away. */
function grow(cases: Cases, rest: Float64Array, node: Uint8Array): Tree {
  node.fill(0);
  const splits: Split[] = [];
  for (let level = 0; level < depth; level += 1) {
    const found = cases.codes.map((_, feature) => bestOfFeature(feature, cases, node, 2 ** level, rest));
    const best = found.reduce((a, b) => (b.gain > a.gain ? b : a));
    splits.push(best);
    const code = cases.codes[best.feature] as Uint8Array;
    for (let i = 0; i < cases.count; i += 1)
      node[i] = (node[i] as number) * 2 + ((code[i] as number) > best.bin ? 1 : 0);
  }
  const sums = new Float64Array(2 ** depth);
  const counts = new Float64Array(2 ** depth);
  for (let i = 0; i < cases.count; i += 1) {
    const leaf = node[i] as number;
    sums[leaf] = (sums[leaf] as number) + (rest[i] as number);
    counts[leaf] = (counts[leaf] as number) + 1;
  }
  const leaves = sums.map((sum, k) => (learningRate * sum) / ((counts[k] as number) + leafPrior));
  for (let i = 0; i < cases.count; i += 1) rest[i] = (rest[i] as number) - (leaves[node[i] as number] as number);
  return {
    features: splits.map(({ feature }) => feature),
    cuts: splits.map(({ feature, bin }) => (cases.edges[feature] as Float64Array)[bin] as number),
    leaves,
  };
}

function predict({ features, cuts, leaves }: Tree, row: Float64Array): number {
  let leaf = 0;
  for (let level = 0; level < depth; level += 1) {
    leaf = leaf * 2 + ((row[features[level] as number] as number) > (cuts[level] as number) ? 1 : 0);
  }
  return leaves[leaf] as number;
}

/** Recent values, those about a cycle ago, and those of the same phase of the days between. */
function lagsOf({ seasons, values }: Past): readonly number[] {
  const [first = 1, ...longer] = seasons;
  const days = longer.length === 0 ? [2, 3] : [2, 3, 6, 8];
  const cycles = seasons.flatMap((season) => [season - 1, season, season + 1]);
  return usableLags([1, 2, 3, 4, 5, ...cycles, ...days.map((day) => day * first)], values.length, 2.5);
}

/**
 * Gradient boosting (Friedman, Annals of Statistics 29 (2001) 1189) of small oblivious trees (as in CatBoost: Prokhorenkova
 * et al., NeurIPS 2018) on lagged values relative to the value one cycle ago, and on the phase of each season. Recursive.
 * No chance is in it: every case and feature is looked at in every round.
 */
export const boostedTrees: ForecastModel = {
  name: 'boosted trees on lags',
  family: 'machine-learning',
  forecast: (past, horizon) => {
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
    const rest = new Float64Array(count);
    for (let i = 0; i < count; i += 1) {
      fill(start + i);
      for (let k = 0; k < row.length; k += 1) (columns[k] as Float64Array)[i] = row[k] as number;
      rest[i] = (values[start + i] as number) - (values[start + i - cycle] as number);
    }
    const usual = rest.reduce((sum, value) => sum + value, 0) / count;
    for (let i = 0; i < count; i += 1) rest[i] = (rest[i] as number) - usual;
    const cases = binned(columns);
    const node = new Uint8Array(count);
    const trees = Array.from({ length: rounds }, () => grow(cases, rest, node));
    return Float64Array.from({ length: horizon }, (_, ahead) => {
      const t = n + ahead;
      fill(t);
      const change = trees.reduce((sum, tree) => sum + predict(tree, row), usual);
      values[t] = (values[t - cycle] as number) + change;
      return restore(values[t] as number);
    });
  },
};
