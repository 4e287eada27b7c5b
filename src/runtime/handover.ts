import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Job } from '../domain/job/job.ts';
import type { TaskOutcome } from '../domain/report/outcome.ts';
import type { Redactor } from './redactor.ts';

/**
 * How the actions of one job tell each other what they need to know: files in the runner's temporary folder, written
 * whole or not at all, without secrets. Across jobs the claim in the cluster does it.
 */
export class Handover {
  readonly #folder: string;
  readonly #redactor: Redactor;

  constructor(folder: string, redactor: Redactor) {
    this.#folder = folder;
    this.#redactor = redactor;
  }

  /** What the conductor decided, or undefined when no conductor ran in this job. */
  job(): Job | undefined {
    const file = join(this.#folder, 'job.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Job) : undefined;
  }

  writeJob(job: Job): void {
    this.#write('job.json', job);
  }

  /** Whether this job shows verdicts and counts only; undefined until it was decided. */
  withheld(): boolean | undefined {
    const file = join(this.#folder, 'withheld.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as boolean) : undefined;
  }

  writeWithheld(withheld: boolean): void {
    this.#write('withheld.json', withheld);
  }

  /** What the tasks left so far, in the order in which they ended. */
  outcomes(): readonly TaskOutcome[] {
    const folder = join(this.#folder, 'outcomes');
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as TaskOutcome);
  }

  writeOutcome(outcome: TaskOutcome): void {
    const number = String(this.outcomes().length + 1).padStart(3, '0');
    this.#write(join('outcomes', `${number}-${outcome.entry.phase}-${outcome.entry.id}.json`), outcome);
  }

  #write(name: string, value: unknown): void {
    const file = join(this.#folder, name);
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    const temporary = `${file}.part`;
    const descriptor = openSync(temporary, 'w', 0o600);
    writeSync(descriptor, JSON.stringify(this.#redactor.cleanJson(value)));
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(temporary, file);
  }
}
