import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forecastSeries } from '../../src/domain/forecast/forecast-series.ts';
import { type M4Series, mase, naive2, readM4, smape } from './m4.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const variable = 'ROOIVALK_FORECAST_DATA';

interface Goal {
  readonly file: string;
  /** Seasonal naive over all series of the frequency, as published. */
  readonly beat: number;
  /** The best of the competition for the frequency. */
  readonly goal: number;
}

const goals: Readonly<Record<string, Goal>> = {
  hourly: { file: 'm4-hourly.jsonl.gz', beat: 0.627, goal: 0.41 },
  weekly: { file: 'm4-weekly.jsonl.gz', beat: 1.0, goal: 0.74 },
};

interface Judged {
  readonly smape: number;
  readonly mase: number;
  readonly smape2: number;
  readonly mase2: number;
  readonly inside: number;
  /** Processor time, ms: on a busy machine the wall clock tells of others. */
  readonly ms: number;
}

/**
 * Forecasts of M4's hourly and weekly series, judged as M4 judged: overall weighted average of sMAPE and MASE against Naive2 (OWA),
 * with the coverage of the 95 % intervals and the time a series takes. The series are read from `ROOIVALK_FORECAST_DATA`
 * or `../shared/data/forecast`; without them there is nothing to measure.
 */
export async function benchForecast(): Promise<readonly string[]> {
  const folder = process.env[variable] ?? join(root, '../shared/data/forecast');
  const present = Object.entries(goals).filter(([, { file }]) => existsSync(join(folder, file)));
  if (present.length === 0) return [`not measured: no M4 series in ${folder} (set ${variable} to where they are)`];
  return present.flatMap(([name, goal]) => frequency(name, goal, readM4(join(folder, goal.file))));
}

function judge({ history, future, horizon, seasonLength: m }: M4Series): Judged {
  const before = process.cpuUsage();
  const made = forecastSeries(history, { season: m, horizon });
  const { user, system } = process.cpuUsage(before);
  if ('refusal' in made) throw new Error(`a series of M4 was refused: ${made.refusal}`);
  const told = made.forecast.points.map(({ value }) => value);
  const benchmark = naive2(history, m, horizon);
  const inside = made.forecast.points.filter(({ lower, upper }, k) => {
    const y = future[k] ?? Number.NaN;
    return y >= lower && y <= upper;
  });
  return {
    smape: smape(future, told),
    mase: mase(history, m, future, told),
    smape2: smape(future, benchmark),
    mase2: mase(history, m, future, benchmark),
    inside: inside.length / horizon,
    ms: (user + system) / 1000,
  };
}

function frequency(name: string, { beat, goal }: Goal, series: readonly M4Series[]): readonly string[] {
  const judged = series.map(judge);
  const mean = (of: (each: Judged) => number) => judged.reduce((sum, each) => sum + of(each), 0) / judged.length;
  const [sMape, mAse] = [mean((each) => each.smape), mean((each) => each.mase)];
  const owa = (sMape / mean((each) => each.smape2) + mAse / mean((each) => each.mase2)) / 2;
  const coverage = mean((each) => each.inside) * 100;
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.ceil(share * times.length) - 1] ?? Number.NaN).toFixed(0);
  const verdict = owa < goal ? 'goal reached' : owa < beat ? 'beaten, goal NOT reached' : 'NOT beaten';
  return [
    `${name}: OWA ${owa.toFixed(3)} over ${judged.length} series (sMAPE ${sMape.toFixed(2)}, MASE ${mAse.toFixed(3)}); to beat ${beat.toFixed(3)}, goal < ${goal.toFixed(2)}: ${verdict}`,
    `${name}: 95 % intervals held ${coverage.toFixed(1)} % of what came (aim 93 to 97: ${coverage >= 93 && coverage <= 97 ? 'reached' : 'NOT reached'})`,
    `${name}: processor time a series ${at(0.5)} ms in the middle, ${at(0.95)} ms at p95, ${at(1)} ms at most (goal < 1,000: ${Number(at(1)) < 1000 ? 'reached' : 'NOT reached'})`,
  ];
}
