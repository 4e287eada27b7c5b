/** One part's process: started, watched, restarted, its output kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Part, PartContext } from '../parts/part.ts';
import { files } from './state.ts';

/** What a part is doing. */
export type PartState = 'waiting' | 'absent' | 'starting' | 'ready' | 'done' | 'failed' | 'stopped';

/** A part as `status` shows it. */
export interface PartStatus {
  readonly name: string;
  readonly title: string;
  readonly kind: Part['kind'];
  readonly state: PartState;
  /** The process inside the sandbox, while there is one. */
  readonly pid?: number;
  /** How often it was restarted because it died. */
  readonly restarts: number;
  /** How long it took from the start to being ready, or done. */
  readonly startMs?: number;
  /** Why it is absent or failed. */
  readonly reason?: string;
  readonly log: string;
}

const POLL_MS = 100;
const STOP_WITHIN_MS = 5000;
const RESTART_FIRST_MS = 500;
const RESTART_LAST_MS = 10_000;
/** A process that lived this long is restarted at once, as if it had never died before. */
const HEALTHY_AFTER_MS = 30_000;
const TAIL_BYTES = 4000;
const TAIL_LINES = 12;

/** A part under supervision. `changed` is called whenever its status is another one. */
export class Supervised {
  readonly part: Part;
  readonly #context: PartContext;
  readonly #changed: (status: PartStatus) => void;
  #state: PartState = 'waiting';
  #child: ChildProcess | undefined;
  #wanted = false;
  #restarts = 0;
  #delay = RESTART_FIRST_MS;
  #startMs: number | undefined;
  #reason: string | undefined;

  constructor(part: Part, context: PartContext, changed: (status: PartStatus) => void) {
    this.part = part;
    this.#context = context;
    this.#changed = changed;
  }

  get status(): PartStatus {
    const { name, title, kind } = this.part;
    return {
      name,
      title,
      kind,
      state: this.#state,
      ...(this.#child?.pid === undefined ? {} : { pid: this.#child.pid }),
      restarts: this.#restarts,
      ...(this.#startMs === undefined ? {} : { startMs: this.#startMs }),
      ...(this.#reason === undefined ? {} : { reason: this.#reason }),
      log: this.#log,
    };
  }

  get #log(): string {
    return files.log(this.#context.directory, this.part.name);
  }

  /** Says that this part will not run, and why. */
  setAbsent(reason: string): void {
    this.#set('absent', reason);
  }

  /** Starts the part and resolves when it is ready (a task: done); rejects with the reason when it does not get there. */
  async start(): Promise<void> {
    if (this.#wanted && (this.#state === 'ready' || this.#state === 'starting')) return;
    this.#wanted = true;
    this.#delay = RESTART_FIRST_MS;
    const begun = performance.now();
    this.#set('starting');
    try {
      const child = await this.#spawn();
      if (this.part.kind === 'task') await this.#finish(child);
      else await this.#becomeReady();
    } catch (error) {
      this.#wanted = false;
      this.#child?.kill('SIGKILL');
      const reason = error instanceof Error ? error.message : String(error);
      this.#set('failed', `${reason}${this.#tail()}`);
      throw new Error(`${this.part.title} did not start: ${this.#reason}`);
    }
    this.#startMs = Math.round(performance.now() - begun);
    this.#set(this.part.kind === 'task' ? 'done' : 'ready');
  }

  /** Stops the part and keeps it stopped until it is started again. */
  async stop(): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (child) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await gone;
      clearTimeout(hard);
    }
    if (this.#state !== 'absent') this.#set('stopped');
  }

  async #spawn(): Promise<ChildProcess> {
    const { argv, env } = await this.part.command(this.#context);
    const [command, ...args] = argv;
    appendFileSync(this.#log, `--- ${new Date().toISOString()} started\n`);
    const log = openSync(this.#log, 'a');
    const child = spawn(command, args, { stdio: ['ignore', log, log], env: { ...process.env, ...env } });
    closeSync(log);
    this.#child = child;
    child.once('error', (error) => {
      appendFileSync(this.#log, `--- could not be run: ${error.message}\n`);
      if (child.pid === undefined) this.#ended(child, error.message);
    });
    child.once('exit', (code, signal) => {
      const how = signal ? `was ended by ${signal}` : `ended with status ${code}`;
      appendFileSync(this.#log, `--- ${new Date().toISOString()} ${how}\n`);
      this.#ended(child, how);
    });
    return child;
  }

  #ended(child: ChildProcess, how: string): void {
    if (this.#child === child) this.#child = undefined;
    // Tasks end by themselves; a service that ends before it was ready is noticed by whoever waits for it.
    if (this.part.kind === 'task' || !this.#wanted || this.#state !== 'ready') return;
    this.#restarts++;
    this.#set('starting', how);
    void this.#restart();
  }

  async #restart(): Promise<void> {
    while (this.#wanted) {
      await sleep(this.#delay);
      if (!this.#wanted) return;
      const begun = performance.now();
      try {
        const child = await this.#spawn();
        await this.#becomeReady();
        this.#set('ready');
        child.once('exit', () => {
          const lived = performance.now() - begun;
          this.#delay = lived > HEALTHY_AFTER_MS ? RESTART_FIRST_MS : Math.min(this.#delay * 2, RESTART_LAST_MS);
        });
        return;
      } catch (error) {
        this.#child?.kill('SIGKILL');
        this.#delay = Math.min(this.#delay * 2, RESTART_LAST_MS);
        this.#set('starting', error instanceof Error ? error.message : String(error));
      }
    }
  }

  async #becomeReady(): Promise<void> {
    const until = performance.now() + this.part.withinMs;
    for (;;) {
      if (!this.#wanted) throw new Error('it was stopped');
      if (!this.#child) throw new Error('its process ended before it was ready');
      try {
        await this.part.ready?.(this.#context);
        // It may have answered and died since.
        if (this.#child) return;
      } catch (error) {
        if (performance.now() > until) {
          throw new Error(`not ready after ${this.part.withinMs / 1000} s: ${(error as Error).message}`);
        }
      }
      await sleep(POLL_MS);
    }
  }

  async #finish(child: ChildProcess): Promise<void> {
    const late = setTimeout(() => child.kill('SIGKILL'), this.part.withinMs);
    const failure = await new Promise<string | undefined>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) =>
        resolve(code === 0 ? undefined : `it ended with ${signal ?? `status ${code}`}`),
      );
    });
    clearTimeout(late);
    if (failure) throw new Error(failure);
  }

  #set(state: PartState, reason?: string): void {
    this.#state = state;
    this.#reason = reason;
    this.#changed(this.status);
  }

  /** The last lines of the log, ready to follow a reason. */
  #tail(): string {
    try {
      const lines = readFileSync(this.#log, 'utf8').slice(-TAIL_BYTES).trimEnd().split('\n').slice(-TAIL_LINES);
      return `\n  Its last lines (${this.#log}):\n${lines.map((line) => `    ${line}`).join('\n')}`;
    } catch {
      return '';
    }
  }
}
