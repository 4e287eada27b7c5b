import { defaultConfiguration } from '../../src/domain/configuration/read.ts';
import { calendarOf } from '../../src/domain/configuration/windows.ts';
import type { Changing, Environment } from '../../src/pipeline/carry-out/environment.ts';
import type { Closing } from '../../src/pipeline/conduct/close-journal.ts';
import { approvedForge } from '../pipeline/approve/scene.ts';
import { testNow } from '../tasks/environment.ts';
import { beforeChange } from './before-change.ts';
import type { Defects } from './defects.ts';
import { toggleProtection } from './gate.ts';
import { inMemory, type MakeGround } from './ground.ts';
import { Broken, type Known } from './known.ts';
import { maintenanceOf } from './maintenance.ts';
import { approvedDocument } from './plans.ts';
import { executorsOf, type Watcher } from './platform.ts';
import { type Fates, Process, type Surroundings } from './process.ts';
import { Tape } from './tape.ts';
import { VirtualTime } from './virtual-time.ts';

/** The configuration of every world. */
export const configuration = defaultConfiguration({});
/** When the approved plans may run no longer, epoch ms. */
export const closesAt = testNow + 100 * 60_000;
/** The guard's second reading may be so old when the approval is used, ms. */
const readingMs = 5 * 60_000;

/** A whole world: platform, cluster, an approved document, and the processes that act on it. */
export class World {
  readonly time = new VirtualTime(testNow);
  readonly tape: Tape;
  readonly trace: string[] = [];
  /** What must never happen and did. */
  readonly broken: string[] = [];
  readonly known: Known;
  readonly defects: Defects;
  readonly #around: Surroundings;

  constructor(numbers: readonly number[], defects: Defects, groundAt: MakeGround = inMemory) {
    this.tape = new Tape(numbers);
    this.defects = defects;
    const { cluster, platform } = groundAt(this.time);
    const document = approvedDocument(this.tape, platform, closesAt);
    for (const name of ['table-x', 'table-y', 'log-x', 'log-y']) platform.values.set(name, 0);
    this.known = {
      time: this.time,
      cluster,
      platform,
      document,
      forge: approvedForge(document),
      marks: { renewals: new Map(), journalAt: 0 },
      observed: new Map(),
      runs: new Map(),
      reports: [],
      finalTaken: new Map(),
      spentBy: new Set(),
      unprotectedSince: undefined,
      unguarded: new Set(),
    };
    this.#around = { time: this.time, tape: this.tape, trace: this.trace, person: () => this.#person() };
  }

  /** Somebody scales a workload of the document, or switches the protection of the environment off or on again. */
  async #person(): Promise<void> {
    if (this.tape.chance(150)) {
      const now = toggleProtection(this.known.forge);
      this.known.unprotectedSince = now === 'off' ? this.time.now : undefined;
      this.trace.push(`person: switches the environment's protection ${now}`);
      return;
    }
    const workloads = [...this.known.platform.values.keys()].filter((name) => name.startsWith('workload'));
    const object = workloads[this.tape.between(0, workloads.length - 1)];
    if (object === undefined) return;
    await this.known.platform.meddle(object);
    this.trace.push(`person: sets ${object} to ${this.known.platform.values.get(object)}`);
  }

  /** A process of a run. `sameJobAs`: another process of that process's job, which has its run word and Lease. */
  process(name: string, fates: Fates, sameJobAs?: Process): Process {
    const process = new Process(name, this.#around, fates, sameJobAs?.host);
    const shared = sameJobAs && this.known.runs.get(sameJobAs.name);
    this.known.runs.set(name, shared ?? { run: `run of ${name}`, holder: `run of ${name} token` });
    return process;
  }

  wordsOf(process: Process): { readonly run: string; readonly holder: string } {
    const words = this.known.runs.get(process.name);
    if (words === undefined) throw new Error(`${process.name} has no run`);
    return words;
  }

  settling(process: Process): Pick<Closing, 'executor' | 'context' | 'clock'> {
    const executor = this.#executors(process);
    const clock = process.clock();
    return {
      clock,
      executor: async (step) => executor(step.kind),
      context: {
        ports: { database: { endDeadRun: async () => 0 } } as never,
        platform: configuration.platform,
        thresholds: configuration.thresholds,
        calendar: calendarOf(configuration),
        now: clock.now(),
        signal: process.abort.signal,
        pause: (ms) => clock.sleep(ms, process.abort.signal),
        progress: () => undefined,
      },
    };
  }

  #executors(process: Process) {
    // our own code takes errors for failures of the platform: what is broken is kept here as well
    const watch: Watcher = (who, step, object, late) =>
      beforeChange(this.known, { process: who, step, object, late }).catch((error: unknown) => {
        if (error instanceof Broken) this.broken.push(error.message);
        throw error;
      });
    return executorsOf(process, this.known.platform, watch, this.defects);
  }

  environment(process: Process, changing: Changing): Environment {
    const { context, clock } = this.settling(process);
    return {
      ports: context.ports,
      platform: configuration.platform,
      thresholds: configuration.thresholds,
      calendar: calendarOf(configuration),
      clock,
      signal: process.abort.signal,
      progress: () => undefined,
      executor: this.#executors(process) as unknown as Environment['executor'],
      changing,
    };
  }

  maintenance(process: Process) {
    return maintenanceOf(process, this.known.cluster, this.known.marks, this.defects);
  }

  /** The guard's second reading may be a few requests old when the approval is used, not more. */
  used(run: string): void {
    const { spentBy, unguarded, unprotectedSince } = this.known;
    spentBy.add(run);
    if (unprotectedSince !== undefined && this.time.now - unprotectedSince > readingMs) unguarded.add(run);
  }
}
