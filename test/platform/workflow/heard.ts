/** What a person sees of a run: each job and step with its end, and what it said. */

/** One step as it was seen. */
export interface SeenStep {
  readonly ended: 'success' | 'failure' | 'other';
  readonly said: string;
}

/** Jobs by id, steps by `<job>/<name>`. */
export interface Heard {
  readonly jobs: Readonly<Record<string, SeenStep['ended']>>;
  readonly steps: Readonly<Record<string, SeenStep>>;
}

const inJob = /^([\w-]+) │(.*)$/;
const stepBegun = /^ {2}▸ /;
const stepEnded = /^ {2}([✓✗·■]) (.*?)(?: {2}[0-9.]+ s)?$/;
const jobEnded = /^ ([✓✗]) job (?:succeeded|ended with .*)$/;
const marks: Readonly<Record<string, SeenStep['ended']>> = { '✓': 'success', '✗': 'failure' };

/** Reads the lines that a run prints. */
export function heardIn(lines: readonly string[]): Heard {
  const byJob = Map.groupBy(lines, (line) => inJob.exec(line)?.[1] ?? '');
  byJob.delete('');
  const heard = [...byJob].map(([job, said]) =>
    heardOf(
      job,
      said.map((line) => inJob.exec(line)?.[2] ?? ''),
    ),
  );
  return {
    jobs: Object.assign({}, ...heard.map(({ jobs }) => jobs)),
    steps: Object.assign({}, ...heard.map(({ steps }) => steps)),
  };
}

function heardOf(id: string, lines: readonly string[]): Heard {
  const end = lines.map((line) => jobEnded.exec(line)?.[1]).findLast((mark) => mark !== undefined);
  const steps: Record<string, SeenStep> = {};
  let begun = 0;
  for (const [index, line] of lines.entries()) {
    const [, mark = '', name = ''] = stepEnded.exec(line) ?? [];
    if (stepBegun.test(line)) begun = index + 1;
    if (mark === '') continue;
    const said = lines.slice(begun, index).map((text) => text.trim());
    steps[`${id}/${name}`] = { ended: marks[mark] ?? 'other', said: said.join('\n') };
  }
  return { jobs: end === undefined ? {} : { [id]: marks[end] ?? 'other' }, steps };
}
