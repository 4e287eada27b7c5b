import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A series of the M4 competition. `future` is for judging alone. */
export interface M4Series {
  readonly id: string;
  readonly seasonLength: number;
  readonly horizon: number;
  readonly history: readonly number[];
  readonly future: readonly number[];
}

/** Read gzipped JSON lines. */
export function readM4(file: string): readonly M4Series[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as M4Series);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Symmetric mean absolute percentage error, as M4 has it. */
export function smape(actual: readonly number[], told: readonly number[]): number {
  return meanOf(
    actual.map((y, k) => (200 * Math.abs(y - (told[k] ?? 0))) / (Math.abs(y) + Math.abs(told[k] ?? 0) || 1)),
  );
}

/** The naive error within the history at lag m: what MASE is scaled by. */
export function naiveScale(history: readonly number[], m: number): number {
  return meanOf(history.slice(m).map((y, t) => Math.abs(y - (history[t] ?? 0)))) || 1;
}

/** Mean absolute scaled error (Hyndman and Koehler, International Journal of Forecasting 22 (2006) 679). */
export function mase(
  history: readonly number[],
  m: number,
  actual: readonly number[],
  told: readonly number[],
): number {
  return meanOf(actual.map((y, k) => Math.abs(y - (told[k] ?? 0)))) / naiveScale(history, m);
}

/** Naive2, M4's benchmark: naive on the seasonally adjusted series where the autocorrelation at lag m is significant at 90 %. */
export function naive2(history: readonly number[], m: number, horizon: number): readonly number[] {
  const n = history.length;
  const last = history[n - 1] ?? 0;
  if (!isSeasonal(history, m)) return new Array<number>(horizon).fill(last);
  const index = seasonalIndex(history, m);
  const at = (t: number) => index[t % m] ?? 1;
  return Array.from({ length: horizon }, (_, k) => (last / at(n - 1)) * at(n + k));
}

function isSeasonal(history: readonly number[], m: number): boolean {
  if (m < 2 || history.length < 3 * m) return false;
  const mean = meanOf(history);
  const centred = history.map((y) => y - mean);
  const correlation = (lag: number) => centred.slice(lag).reduce((sum, y, t) => sum + y * (centred[t] ?? 0), 0);
  const variance = correlation(0);
  const squares = Array.from({ length: m - 1 }, (_, k) => (correlation(k + 1) / variance) ** 2);
  const limit = 1.645 * Math.sqrt((1 + 2 * squares.reduce((sum, value) => sum + value, 0)) / history.length);
  return Math.abs(correlation(m) / variance) > limit;
}

/** Classical multiplicative decomposition by a centred moving average; m is even here. */
function seasonalIndex(history: readonly number[], m: number): readonly number[] {
  const half = m / 2;
  const ratios: number[][] = Array.from({ length: m }, () => []);
  for (let t = half; t < history.length - half; t += 1) {
    const ends = ((history[t - half] ?? 0) + (history[t + half] ?? 0)) / 2;
    const inner = history.slice(t - half + 1, t + half).reduce((sum, y) => sum + y, 0);
    ratios[t % m]?.push((history[t] ?? 0) / ((ends + inner) / m));
  }
  const raw = ratios.map(meanOf);
  const mean = meanOf(raw);
  return raw.map((ratio) => ratio / mean);
}
