import { crossingOf } from '../../src/domain/forecast/crossing.ts';
import type { Forecast, ForecastRefusal } from '../../src/domain/forecast/forecast.ts';
import { valuesNeeded } from '../../src/domain/forecast/forecast.ts';
import type { SeriesForecast } from '../../src/domain/forecast/forecast-series.ts';
import type { ForecastCommand } from './arguments.ts';
import type { FileSeries } from './read-series.ts';

/** Rows of the table of a long forecast: the first, and the last of them. */
const shownRows = 24;

/** A number with as many digits as tell something: four, or all of a larger whole. */
export function numberText(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.min(digits, 8) });
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Why there is no forecast, and what would be needed. */
export function refusalText(refused: ForecastRefusal, command: ForecastCommand, count: number): string {
  const { needed, refusal } = refused;
  if (needed === undefined) return `No forecast of ${command.file}: ${refusal}.`;
  const { season } = command;
  let horizon = command.horizon;
  while (horizon > 0 && valuesNeeded({ season, horizon }) > count) horizon -= 1;
  const instead = horizon > 0 ? `, or ask for at most --horizon ${horizon}` : '';
  return `No forecast of ${command.file}: ${refusal}; ${needed} are needed for ${command.horizon} ahead with season ${season}. Give more of them${instead}.`;
}

/** The forecast as people read it: the values, what they mean for a threshold, and how far to trust them. */
export function forecastText(made: SeriesForecast, series: FileSeries, command: ForecastCommand): string {
  const { forecast, prepared } = made;
  const seasons = forecast.seasons.length === 0 ? 'no season' : `season ${forecast.seasons.join(' and ')}`;
  return [
    `Forecast of ${command.file}: ${prepared.used} values, ${seasons}, ${forecast.points.length} ahead`,
    '',
    ...table(forecast, series),
    '',
    ...(command.threshold === undefined ? [] : [thresholdText(made, series, command.threshold), '']),
    trustText(forecast),
    madeOf(forecast),
    ...preparedText(prepared),
  ].join('\n');
}

function table({ points, level }: Forecast, { label }: FileSeries): readonly string[] {
  const rows = points.map(({ value, lower, upper }, k) => [label(k + 1), ...[value, lower, upper].map(numberText)]);
  const all = [['when', 'forecast', `${percent(level)} from`, 'to'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map(
    (row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
  );
  if (lines.length <= shownRows + 2) return lines;
  return [
    ...lines.slice(0, shownRows),
    `  … ${lines.length - shownRows - 1} more (--json prints all) …`,
    lines.at(-1) ?? '',
  ];
}

/** When the threshold is reached, as a range. */
export function thresholdText({ forecast, last }: SeriesForecast, { label }: FileSeries, threshold: number): string {
  const named = numberText(threshold);
  if (last >= threshold) return `${named} is reached: the last value is ${numberText(last)}.`;
  const cycle = forecast.seasons.at(-1) ?? 1;
  const mean = (from: number) => {
    const part = forecast.points.slice(from, from + cycle);
    return part.reduce((sum, { value }) => sum + value, 0) / part.length;
  };
  const rises = mean(Math.max(0, forecast.points.length - cycle)) > mean(0);
  const crossing = crossingOf(forecast.points, threshold, rises);
  const horizon = label(forecast.points.length);
  if (crossing === undefined) return `${named} is not reached up to ${horizon}.`;
  const { earliest, expected, latest } = crossing;
  const most = expected === undefined ? 'the forecast itself does not reach it' : `most likely ${label(expected)}`;
  const end = latest === undefined ? `perhaps not before ${horizon} either` : `${label(latest)} at the latest`;
  return `${named} is reached ${label(earliest)} at the earliest, ${most}, ${end}.`;
}

function trustText({ measured, level }: Forecast): string {
  const { origins, error, benchmark, coverage } = measured;
  return `How far to trust it: made ${origins} times in the past of this series it was off by ${numberText(error)} on average, the ${benchmark.name} forecast by ${numberText(benchmark.error)}; its ${percent(level)} intervals held ${percent(coverage)} of what came.`;
}

function madeOf({ models }: Forecast): string {
  const strongest = models.slice(0, 4).map(({ name, weight }) => `${name} ${percent(weight)}`);
  const rest = models.length - strongest.length;
  return `Made of: ${strongest.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
}

function preparedText({ filled, held, dropped, shortened }: SeriesForecast['prepared']): readonly string[] {
  const told = [
    filled > 0 ? `${filled} missing values were filled in between their neighbours` : '',
    held > 0 ? `${held} lone spikes were put back between their neighbours` : '',
    dropped > 0 ? `${dropped} values before a long gap were not used` : '',
    shortened > 0 ? `the oldest ${shortened} values were not used` : '',
  ].filter((text) => text !== '');
  return told.length === 0 ? [] : [`Before: ${told.join('; ')}.`];
}
