import { parseArgs } from 'node:util';

/** What was asked for. */
export interface ForecastCommand {
  readonly file: string;
  readonly season: number;
  readonly horizon: number;
  readonly level: number;
  readonly threshold?: number;
  readonly counter: boolean;
  readonly json: boolean;
}

/** A command line or a file that makes no sense; the message says where, and what to do. */
export class ForecastInputError extends Error {
  override readonly name = 'ForecastInputError';
}

export const usage = `usage: npm run forecast -- FILE.csv --season M --horizon H [--level 0.95] [--threshold X] [--counter] [--json]
  FILE.csv      one value a line, or two columns: time and value; a header is allowed, "-" reads standard input
  --season      values of one season: 24 for hours of a day, 7 for days of a week, 12 for months; 1 if you know of none
  --horizon     how many values ahead
  --level       share of what comes that the intervals shall cover (default 0.95)
  --threshold   say when it is reached
  --counter     the values are readings of a counter: forecast its growth from reading to reading
  --json        print data instead of sentences`;

/** Longest season and farthest horizon, in values. */
const mostValues = 5000;

const options = {
  season: { type: 'string' },
  horizon: { type: 'string' },
  level: { type: 'string' },
  threshold: { type: 'string' },
  counter: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** Read the command line. @throws ForecastInputError */
export function forecastCommand(words: readonly string[]): ForecastCommand {
  const { values, positionals } = parsed(words);
  const [file, ...more] = positionals;
  if (file === undefined) throw new ForecastInputError(`A file is missing.\n${usage}`);
  if (more.length > 0) {
    throw new ForecastInputError(
      `One file at a time: "${more[0]}" is a second one. Quote a name that has blanks in it.`,
    );
  }
  const whole = (name: 'season' | 'horizon', example: string): number => {
    const text = values[name];
    if (text === undefined)
      throw new ForecastInputError(`--${name} is missing, such as --${name} ${example}.\n${usage}`);
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= 1 && number <= mostValues) return number;
    throw new ForecastInputError(`--${name} ${text}: give a whole number from 1 to ${mostValues}, such as ${example}.`);
  };
  const level = values.level === undefined ? 0.95 : Number(values.level);
  if (!(level >= 0.5 && level <= 0.99)) {
    throw new ForecastInputError(`--level ${values.level}: give a share from 0.5 to 0.99, such as 0.95.`);
  }
  const threshold = values.threshold === undefined ? undefined : Number(values.threshold);
  if (threshold !== undefined && !Number.isFinite(threshold)) {
    throw new ForecastInputError(`--threshold ${values.threshold}: give a number in the unit of the values.`);
  }
  return {
    file,
    season: whole('season', '24'),
    horizon: whole('horizon', '48'),
    level,
    ...(threshold === undefined ? {} : { threshold }),
    counter: values.counter,
    json: values.json,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new ForecastInputError(`${(error as Error).message.split('\n')[0]}\n${usage}`);
  }
}
