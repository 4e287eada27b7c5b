/** act's log, read line by line: what a person sees of it, and how each job and step came out. */
import type { Conclusion } from '../github/state.ts';

/** What one line of act's log tells. */
export interface LogEntry {
  /** The job's id, or undefined where act speaks for itself. */
  readonly job?: string;
  /** What a person reads; empty when there is nothing to say. */
  readonly text: string;
  /** Set when a step has ended. */
  readonly step?: { readonly name: string; readonly conclusion: Conclusion };
  /** Set when the job has ended. */
  readonly jobConclusion?: Conclusion;
}

interface ActRecord {
  jobID?: string;
  level?: string;
  msg?: string;
  raw_output?: boolean;
  command?: string;
  kvPairs?: Record<string, string>;
  stage?: 'Pre' | 'Main' | 'Post';
  step?: string;
  stepResult?: string;
  jobResult?: string;
  executionTime?: number;
}

const conclusions: Readonly<Record<string, Conclusion>> = {
  success: 'success',
  failure: 'failure',
  skipped: 'skipped',
  cancelled: 'cancelled',
};
const marks: Readonly<Record<Conclusion, string>> = { success: '✓', failure: '✗', skipped: '·', cancelled: '■' };

/** Steps of act's own that every job has: they say nothing unless they fail. */
const frame = new Set(['Set up job', 'Complete job']);

/** What act says on every machine without Docker, which is how it is run here, and after every failed step. */
const expected = /Couldn't get a valid docker connection|^exit status \d+$/;

/** Text without terminal sequences and control characters: what a program prints must not drive the reader's terminal. */
export function harmless(text: string): string {
  return text
    .replace(/\x1b\[[0-9;?]*[ -/]*[@-~]/g, '')
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

function seconds(nanoseconds: number): string {
  return `${(nanoseconds / 1e9).toFixed(1)} s`;
}

function stepName({ stage, step = '' }: ActRecord): string {
  const action = /^\.\/actions\/([a-z0-9-]+)$|^actions\/(checkout)@/.exec(step);
  const name = action?.[1] ?? action?.[2] ?? step;
  return stage === undefined || stage === 'Main' ? name : `${stage} ${name}`;
}

function commandText({ command, msg = '', kvPairs }: ActRecord): string {
  // `msg` alone is masked by act; `arg` and `raw` beside it are not.
  const said = msg.replace(/^[^:]*::[^:]*::/, '').trimEnd();
  if (command === 'group') return `    ▼ ${said}`;
  if (command === 'error' || command === 'warning' || command === 'notice') {
    const title = kvPairs?.title === undefined ? '' : `${kvPairs.title}: `;
    return `    ${command}: ${title}${said}`;
  }
  return '';
}

function jobText(jobResult: string): string {
  return jobResult === 'success' ? '✓ job succeeded' : `✗ job ended with ${jobResult}`;
}

function endedStep(record: ActRecord, conclusion: Conclusion): LogEntry {
  const name = stepName(record);
  const time = record.executionTime === undefined ? '' : `  ${seconds(record.executionTime)}`;
  const silent = frame.has(name) && conclusion === 'success';
  return { text: silent ? '' : `  ${marks[conclusion]} ${name}${time}`, step: { name, conclusion } };
}

function entryOf(record: ActRecord): LogEntry {
  const { msg = '', jobResult, stepResult, level, raw_output: raw } = record;
  if (jobResult !== undefined) return { text: jobText(jobResult), jobConclusion: conclusions[jobResult] ?? 'failure' };
  const conclusion = conclusions[stepResult ?? ''];
  if (conclusion !== undefined) return endedStep(record, conclusion);
  if (raw === true) return { text: `    ${msg.trimEnd()}` };
  if (record.command !== undefined) return { text: commandText(record) };
  if (msg.startsWith('⭐ Run ')) {
    const name = stepName(record);
    return { text: frame.has(name) ? '' : `  ▸ ${name}` };
  }
  const worthSaying = level === 'warning' || level === 'error';
  return { text: worthSaying && !expected.test(msg) ? `  ${level}: ${msg.trimEnd()}` : '' };
}

/** Reads one line of `act --json`. A line that is no JSON is act's own last word and is passed on. */
export function readLogLine(line: string): LogEntry {
  let record: ActRecord;
  try {
    record = JSON.parse(line) as ActRecord;
  } catch {
    return { text: harmless(line) };
  }
  const entry = entryOf(record);
  return {
    ...entry,
    text: harmless(entry.text),
    ...(record.jobID === undefined ? {} : { job: record.jobID }),
  };
}
