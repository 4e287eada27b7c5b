import type { Control } from '../github/control.ts';
import type { Conclusion } from '../github/state.ts';
import type { LogEntry } from './log.ts';

/** Tells the stand-in how far each job has come, one call after the other. */
export class JobBook {
  readonly #control: Control;
  readonly #runId: number;
  readonly #steps = new Map<string, { name: string; conclusion: Conclusion; completedAt: string }[]>();
  /** How each job that has ended came out. */
  readonly conclusions = new Map<string, Conclusion>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(control: Control, runId: number) {
    this.#control = control;
    this.#runId = runId;
  }

  #tell(job: string, change: Parameters<Control['recordJob']>[2]): void {
    this.#last = this.#last.then(() => this.#control.recordJob(this.#runId, job, change));
    this.#last.catch(() => {});
  }

  /** Takes note of what a line of act's log tells about a job. */
  hear({ job, step, jobConclusion }: LogEntry): void {
    if (job === undefined) return;
    this.#begin(job);
    if (step !== undefined) this.#step(job, step.name, step.conclusion);
    if (jobConclusion !== undefined) this.#end(job, jobConclusion);
  }

  #begin(job: string): void {
    if (this.#steps.has(job)) return;
    this.#steps.set(job, []);
    this.#tell(job, { status: 'in_progress' });
  }

  #step(job: string, name: string, conclusion: Conclusion): void {
    const steps = this.#steps.get(job) ?? [];
    steps.push({ name, conclusion, completedAt: `${new Date().toISOString().slice(0, 19)}Z` });
    this.#tell(job, { steps: [...steps] });
  }

  #end(job: string, conclusion: Conclusion): void {
    this.conclusions.set(job, conclusion);
    this.#tell(job, { status: 'completed', conclusion });
  }

  /** Resolves when everything has been told. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
