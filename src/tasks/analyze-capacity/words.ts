import type { DaysUntil, Outlook, PlacedForecast } from '../../domain/forecast/outlook.ts';
import type { Unit } from '../../domain/measurement.ts';
import { counted, formatShare } from '../../domain/quantities.ts';
import { withUnit } from '../../domain/with-unit.ts';
import { metricOf } from './capacity-metrics.ts';
import type { Judged } from './judged.ts';

const whole = (days: number): number => Math.max(0, Math.round(days));

/** `in 6 to 19 days, most likely 11`; an end that lies beyond the forecast is said to. */
export function rangeText({ earliest, expected, latest }: DaysUntil, reachDays: number): string {
  const first = whole(earliest);
  const end = latest === undefined ? `later than ${whole(reachDays)}` : String(whole(latest));
  const range = latest !== undefined && whole(latest) === first ? `in ${first} days` : `in ${first} to ${end} days`;
  return expected === undefined ? range : `${range}, most likely ${whole(expected)}`;
}

/** What the forecast is made of, and how far it was off when it was tried. */
export function trustText({ forecast }: PlacedForecast, unit: Unit): string {
  const { models, measured } = forecast;
  const strongest = models[0]?.name ?? 'nothing';
  const made = models.length === 1 ? strongest : `${counted(models.length, 'model')}, ${strongest} first`;
  const { error, benchmark, origins, coverage } = measured;
  const off = withUnit(error, unit);
  return `forecast by ${made}: off by ${off} on average in ${origins} back-tests (${benchmark.name} ${withUnit(benchmark.error, unit)}), its intervals held ${formatShare(coverage)}`;
}

/** How a series moves, if that can be told from chance. */
export function trendText({ trend }: Outlook, unit: Unit): string {
  if (trend === undefined) return '';
  if (!trend.significant || trend.perDay === 0) return `; no trend over ${whole(trend.days)} days`;
  const weekly = trend.perDay * 7;
  const sign = weekly > 0 ? '+' : '−';
  const amount = unit === 'share' ? `${(Math.abs(weekly) * 100).toFixed(1)} points` : withUnit(Math.abs(weekly), unit);
  return `; ${sign}${amount} a week over ${whole(trend.days)} days`;
}

/** Where a series stands, how it moves, and where it is at the end of the forecast. */
export function courseText({ seen, outlook }: Judged): string {
  const { title, unit } = metricOf(seen.code);
  const format = (value: number) => withUnit(value, unit);
  const present = format(outlook?.present ?? seen.points.at(-1)?.[1] ?? 0);
  const facts = seen.facts === undefined ? '' : ` (${seen.facts})`;
  const start = `${title} of ${seen.subject} ${present}${facts}`;
  if (outlook === undefined) return `${start}, no history yet`;
  if ('refusal' in outlook.ahead) return `${start}, ${outlook.ahead.refusal}`;
  const end = outlook.ahead.forecast.points.at(-1);
  if (end === undefined) return start;
  const move = trendText(outlook, unit).replace('; ', ', ');
  return `${start}${move}, in ${whole(outlook.ahead.reachDays)} days ${format(end.value)} (${format(end.lower)} to ${format(end.upper)})`;
}
