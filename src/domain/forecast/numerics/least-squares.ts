/** Makes the row of explaining variables of a case, in place. */
export type FillRow = (row: Float64Array, at: number) => void;

/** A linear regression to be solved. */
export interface Regression {
  /** Explaining variables, the constant included; it is the last one and is not shrunk. */
  readonly width: number;
  /** Cases `from` … `until - 1`. */
  readonly from: number;
  readonly until: number;
  readonly fill: FillRow;
  readonly target: Float64Array;
  /** Shrinkage as a share of the number of cases (variables are expected to be of about unit variance). */
  readonly ridge: number;
}

/**
 * Ridge regression (Hoerl and Kennard, Technometrics 12 (1970) 55) by the normal equations. Undefined when they have no
 * single solution.
 */
export function ridgeRegression({ width, from, until, fill, target, ridge }: Regression): Float64Array | undefined {
  const matrix = new Float64Array(width * width);
  const right = new Float64Array(width);
  const row = new Float64Array(width);
  for (let at = from; at < until; at += 1) {
    fill(row, at);
    const goal = target[at] as number;
    for (let i = 0; i < width; i += 1) {
      const x = row[i] as number;
      if (x === 0) continue;
      right[i] = (right[i] as number) + x * goal;
      const offset = i * width;
      for (let j = 0; j <= i; j += 1) matrix[offset + j] = (matrix[offset + j] as number) + x * (row[j] as number);
    }
  }
  const cases = until - from;
  for (let i = 0; i < width; i += 1) {
    const diagonal = i * width + i;
    matrix[diagonal] = (matrix[diagonal] as number) + (i < width - 1 ? ridge * cases : 1e-9 * cases);
  }
  return choleskySolve(matrix, right, width);
}

/** Solves a symmetric positive definite system in place (Golub and Van Loan, "Matrix Computations", algorithm 4.2.1). */
function choleskySolve(matrix: Float64Array, right: Float64Array, width: number): Float64Array | undefined {
  if (!factor(matrix, width)) return undefined;
  for (let i = 0; i < width; i += 1) {
    let sum = right[i] as number;
    for (let k = 0; k < i; k += 1) sum -= (matrix[i * width + k] as number) * (right[k] as number);
    right[i] = sum / (matrix[i * width + i] as number);
  }
  for (let i = width - 1; i >= 0; i -= 1) {
    let sum = right[i] as number;
    for (let k = i + 1; k < width; k += 1) sum -= (matrix[k * width + i] as number) * (right[k] as number);
    right[i] = sum / (matrix[i * width + i] as number);
  }
  return right;
}

/** The lower triangle becomes the factor; false when the matrix is not positive definite. */
function factor(matrix: Float64Array, width: number): boolean {
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * width + j] as number;
      for (let k = 0; k < j; k += 1) sum -= (matrix[i * width + k] as number) * (matrix[j * width + k] as number);
      if (i !== j) matrix[i * width + j] = sum / (matrix[j * width + j] as number);
      else if (sum > 1e-12) matrix[i * width + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}
