import { type ForecastModel, onLogarithms } from '../model.ts';
import { autoregression, decomposedAutoregression, decomposedDampedTrend, decomposedTheta } from './adjusted.ts';
import { boostedTrees } from './boosted-trees.ts';
import { holtWinters } from './holt-winters.ts';
import { linearTrend, linearTrendWithSeasons } from './linear-trend.ts';
import { naive, seasonalNaive } from './naive.ts';
import { ridgeOnAllChanges, ridgeOnChanges, ridgeOnLags } from './ridge.ts';

/**
 * The models that compete for every series. Chosen for being different from each other: what is combined should not err
 * alike (see docs/decisions).
 */
export const models: readonly ForecastModel[] = [
  naive,
  seasonalNaive,
  linearTrend,
  linearTrendWithSeasons,
  decomposedTheta,
  decomposedDampedTrend,
  decomposedAutoregression,
  onLogarithms(decomposedAutoregression),
  holtWinters,
  onLogarithms(holtWinters),
  autoregression,
  ridgeOnLags,
  onLogarithms(ridgeOnLags),
  ridgeOnChanges,
  onLogarithms(ridgeOnChanges),
  ridgeOnAllChanges,
  onLogarithms(ridgeOnAllChanges),
  boostedTrees,
];
