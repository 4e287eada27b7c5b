import type { StatementFacts } from '../../domain/backup/dump/classify.ts';
import type { RawSession } from './wire.ts';

interface Build {
  readonly bytes: Uint8Array;
  readonly label: string;
}

/** Deadlock detected: two builds wanted each other's table. */
const deadlock = '40P01';

/** Builds indexes in several sessions at once. What they refuse is told when they are waited for. */
export class IndexBuilders {
  readonly #jobs: number;
  readonly #connect: () => Promise<RawSession>;
  readonly #refuse: (label: string, code: string) => void;
  readonly #sessions: RawSession[] = [];
  readonly #queue: Build[] = [];
  readonly #last: Build[] = [];
  readonly #refused: { readonly build: Build; readonly code: string }[] = [];
  #workers: Promise<void>[] = [];
  #working = 0;
  #trouble: unknown;

  constructor(jobs: number, connect: () => Promise<RawSession>, refuse: (label: string, code: string) => void) {
    this.#jobs = jobs;
    this.#connect = connect;
    this.#refuse = refuse;
  }

  /** Build this one as soon as a session is free. */
  add(bytes: Uint8Array, { label }: StatementFacts): void {
    this.#queue.push({ bytes, label });
    if (this.#working < this.#jobs) this.#workers.push(this.#work(this.#working++));
  }

  /** Run this one when those before it are built. */
  addLast(bytes: Uint8Array, { label }: StatementFacts): void {
    this.#last.push({ bytes, label });
  }

  /** Until everything so far is built. Throws what kept a session from working. */
  async wait(): Promise<void> {
    await Promise.all(this.#workers);
    this.#workers = [];
    if (this.#trouble !== undefined) throw this.#trouble;
    const again = this.#refused.filter(({ code }) => code === deadlock).map(({ build }) => build);
    const refused = this.#refused.filter(({ code }) => code !== deadlock);
    this.#refused.length = 0;
    for (const { build, code } of refused) this.#refuse(build.label, code);
    for (const build of [...again, ...this.#last.splice(0)]) await this.#alone(build);
  }

  /** End the sessions. */
  async close(): Promise<void> {
    this.#queue.length = 0;
    await Promise.all(this.#sessions.map((session) => session.client.end().catch(() => undefined)));
  }

  async #alone(build: Build): Promise<void> {
    this.#sessions[0] ??= await this.#connect();
    const answer = await this.#sessions[0].run(build.bytes);
    if ('refused' in answer) this.#refuse(build.label, answer.refused);
  }

  async #work(number: number): Promise<void> {
    try {
      const session = this.#sessions[number] ?? (await this.#connect());
      this.#sessions[number] = session;
      for (let build = this.#queue.shift(); build !== undefined; build = this.#queue.shift()) {
        const answer = await session.run(build.bytes);
        if ('refused' in answer) this.#refused.push({ build, code: answer.refused });
      }
    } catch (error) {
      this.#trouble = error;
    } finally {
      this.#working -= 1;
    }
  }
}
