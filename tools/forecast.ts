/**
 * `npm run forecast -- FILE.csv --season M --horizon H [--json]`: forecast anybody's series, by the code that analyze-capacity
 * uses. Ends with 0; with 1 where there is too little to go by; with 2 where file or command line are wrong.
 */
import { readFileSync } from 'node:fs';
import { forecastSeries } from '../src/domain/forecast/forecast-series.ts';
import { increases } from '../src/domain/forecast/grid.ts';
import { ForecastInputError, forecastCommand } from './forecast/arguments.ts';
import { readSeries } from './forecast/read-series.ts';
import { forecastText, refusalText } from './forecast/words.ts';

function contentOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code = 'no code' } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `it cannot be read (${code})`;
    throw new ForecastInputError(`${file}: ${why}.`);
  }
}

function main(words: readonly string[]): number {
  const command = forecastCommand(words);
  const series = readSeries(contentOf(command.file), command.file);
  const values = command.counter ? increases(series.values) : series.values;
  const { season, horizon, level } = command;
  const made = forecastSeries(values, { season, horizon, level });
  if ('refusal' in made) {
    const why = refusalText(made, command, values.filter((value) => value !== undefined).length);
    if (command.json) console.log(JSON.stringify({ refusal: why }));
    else console.error(why);
    return 1;
  }
  if (!command.json) {
    console.log(forecastText(made, series, command));
    return 0;
  }
  const { points, ...rest } = made.forecast;
  const named = points.map((point, k) => ({ at: series.label(k + 1), ...point }));
  console.log(JSON.stringify({ points: named, ...rest, prepared: made.prepared, last: made.last }));
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ForecastInputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
