const rounds = 50;
const depth = 3;
const learningRate = 0.15;
const binBits = 4;
const bins = 2 ** binBits;
const leaves = 2 ** depth;
/** Cases of prior weight in each leaf: small leaves are drawn to zero. */
const leafPrior = 3;

/** One tree: the same split for all nodes of a level. */
interface Tree {
  readonly features: readonly number[];
  readonly cuts: readonly number[];
  readonly leaves: Float64Array;
}

/** What was learned, and how to ask it. */
export type Predict = (row: Float64Array) => number;

/** Cases by feature: the bin of each, and where bins end. */
interface Binned {
  readonly codes: readonly Uint8Array[];
  readonly edges: readonly Float64Array[];
}

function binned(columns: readonly Float64Array[]): Binned {
  const edges = columns.map((column) => {
    const sorted = column.toSorted();
    return Float64Array.from(
      { length: bins - 1 },
      (_, k) => sorted[Math.floor(((k + 1) * column.length) / bins)] as number,
    );
  });
  const codes = columns.map((column, k) => Uint8Array.from(column, (value) => binOf(value, edges[k] as Float64Array)));
  return { codes, edges };
}

function binOf(value: number, edges: Float64Array): number {
  let bin = 0;
  while (bin < edges.length && value > (edges[bin] as number)) bin += 1;
  return bin;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
}

/** Grows trees on cases; what memory it works in is made once. */
class Grower {
  readonly #cases: Binned;
  readonly #rest: Float64Array;
  readonly #node: Uint8Array;
  readonly #sums = new Float64Array(leaves * bins);
  readonly #counts = new Float64Array(leaves * bins);
  readonly #gains = new Float64Array(bins - 1);

  constructor(cases: Binned, rest: Float64Array) {
    this.#cases = cases;
    this.#rest = rest;
    this.#node = new Uint8Array(rest.length);
  }

  /** One more tree on what the trees before it leave; its part is taken away. */
  grow(): Tree {
    this.#node.fill(0);
    const splits: Split[] = [];
    for (let level = 0; level < depth; level += 1) {
      const split = this.#bestSplit(2 ** level);
      splits.push(split);
      this.#divide(split);
    }
    return {
      features: splits.map(({ feature }) => feature),
      cuts: splits.map(({ feature, bin }) => (this.#cases.edges[feature] as Float64Array)[bin] as number),
      leaves: this.#settle(),
    };
  }

  /** The feature and bin at which splitting all nodes of a level gains most. */
  #bestSplit(nodes: number): Split {
    let best: Split = { feature: 0, bin: 0 };
    let most = Number.NEGATIVE_INFINITY;
    for (let feature = 0; feature < this.#cases.codes.length; feature += 1) {
      this.#fillHistogram(this.#cases.codes[feature] as Uint8Array, nodes);
      this.#gains.fill(0);
      for (let node = 0; node < nodes; node += 1) this.#addGains(node * bins);
      for (let bin = 0; bin < bins - 1; bin += 1) {
        if ((this.#gains[bin] as number) <= most) continue;
        most = this.#gains[bin] as number;
        best = { feature, bin };
      }
    }
    return best;
  }

  #fillHistogram(code: Uint8Array, nodes: number): void {
    const [sums, counts, node, rest] = [this.#sums, this.#counts, this.#node, this.#rest];
    sums.fill(0, 0, nodes * bins);
    counts.fill(0, 0, nodes * bins);
    for (let i = 0; i < rest.length; i += 1) {
      const slot = ((node[i] as number) << binBits) | (code[i] as number);
      sums[slot] = (sums[slot] as number) + (rest[i] as number);
      counts[slot] = (counts[slot] as number) + 1;
    }
  }

  #addGains(offset: number): void {
    const [sums, counts, gains] = [this.#sums, this.#counts, this.#gains];
    let total = 0;
    let all = 0;
    for (let bin = 0; bin < bins; bin += 1) {
      total += sums[offset + bin] as number;
      all += counts[offset + bin] as number;
    }
    let sum = 0;
    let count = 0;
    for (let bin = 0; bin < bins - 1; bin += 1) {
      sum += sums[offset + bin] as number;
      count += counts[offset + bin] as number;
      const rest = total - sum;
      gains[bin] =
        (gains[bin] as number) + (sum * sum) / (count + leafPrior) + (rest * rest) / (all - count + leafPrior);
    }
  }

  #divide({ feature, bin }: Split): void {
    const code = this.#cases.codes[feature] as Uint8Array;
    const node = this.#node;
    for (let i = 0; i < node.length; i += 1) node[i] = (node[i] as number) * 2 + ((code[i] as number) > bin ? 1 : 0);
  }

  /** The values of the leaves, which are taken away from what is left. */
  #settle(): Float64Array {
    const [node, rest] = [this.#node, this.#rest];
    const sums = new Float64Array(leaves);
    const counts = new Float64Array(leaves);
    for (let i = 0; i < rest.length; i += 1) {
      const leaf = node[i] as number;
      sums[leaf] = (sums[leaf] as number) + (rest[i] as number);
      counts[leaf] = (counts[leaf] as number) + 1;
    }
    const values = sums.map((sum, leaf) => (learningRate * sum) / ((counts[leaf] as number) + leafPrior));
    for (let i = 0; i < rest.length; i += 1) rest[i] = (rest[i] as number) - (values[node[i] as number] as number);
    return values;
  }
}

function ask({ features, cuts, leaves: values }: Tree, row: Float64Array): number {
  let leaf = 0;
  for (let level = 0; level < depth; level += 1) {
    leaf = leaf * 2 + ((row[features[level] as number] as number) > (cuts[level] as number) ? 1 : 0);
  }
  return values[leaf] as number;
}

/**
 * Gradient boosting (Friedman, Annals of Statistics 29 (2001) 1189) of small oblivious trees (as in CatBoost: Prokhorenkova
 * et al., NeurIPS 2018). No chance is in it: every case and every feature is looked at in every round.
 *
 * @param columns the features, by column
 * @param target what is to be told, one value a case
 */
export function boost(columns: readonly Float64Array[], target: Float64Array): Predict {
  const usual = target.reduce((sum, value) => sum + value, 0) / target.length;
  const grower = new Grower(
    binned(columns),
    target.map((value) => value - usual),
  );
  const trees = Array.from({ length: rounds }, () => grower.grow());
  return (row) => {
    let value = usual;
    for (const tree of trees) value += ask(tree, row);
    return value;
  };
}
