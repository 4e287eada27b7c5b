/** One running instance of a container: its process, commands in it, its probes, and its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type HealthListener, watchHealth } from './health.ts';
import type { Container } from './objects.ts';
import type { Command, ContainerSpec, Outcome, PodInit, Process } from './pod-init.ts';
import { ask, type ProbeTarget } from './probes.ts';

const LONGEST_OUTPUT = 4096;

/** Starts the container and runs its postStart hook. Rejects with a `StartError`. */
export async function startInstance(
  podInit: PodInit,
  container: Container,
  address: string,
  spec: ContainerSpec,
): Promise<RunningInstance> {
  const process_ = await podInit.run(spec);
  return new RunningInstance(podInit, container, address, spec, process_);
}

/** A container that was started. */
export class RunningInstance {
  readonly startedAt = new Date().toISOString();
  readonly #podInit: PodInit;
  readonly #container: Container;
  readonly #address: string;
  readonly #spec: ContainerSpec;
  readonly #process: Process;
  readonly #ended = new AbortController();
  #stopping: Promise<void> | undefined;

  constructor(podInit: PodInit, container: Container, address: string, spec: ContainerSpec, process_: Process) {
    this.#podInit = podInit;
    this.#container = container;
    this.#address = address;
    this.#spec = spec;
    this.#process = process_;
  }

  /** The number of the container's first process in the kubelet's process table. */
  get pid(): number {
    return this.#process.pid;
  }

  /** Probes the container and resolves when it has ended. */
  async watch(listener: HealthListener): Promise<Outcome> {
    const { postStart } = this.#container.lifecycle ?? {};
    const health = new AbortController();
    const begin = async (): Promise<void> => {
      if (postStart) await ask(postStart, this.#target(), 60_000);
      await watchHealth(this.#container, this.#target(), listener, health.signal);
    };
    void begin();
    const outcome = await this.#process.ended;
    health.abort();
    this.#ended.abort();
    return outcome;
  }

  /** Starts a command with the container's environment, folder and rights. Rejects with a `StartError`. */
  enter(argv: readonly string[]): Promise<Command> {
    const { env, cwd, identity } = this.#spec;
    return this.#podInit.enter({ pid: this.#process.pid, argv, env, cwd, identity });
  }

  /** Stops once, however often it is asked: preStop, SIGTERM, SIGKILL. A later, shorter grace period still counts. */
  async stop(graceSeconds: number): Promise<void> {
    const deadline = sleep(graceSeconds * 1000, 'late' as const, { signal: this.#ended.signal }).catch(() => undefined);
    void deadline.then((late) => late && this.#signal('SIGKILL'));
    if (graceSeconds <= 0) this.#signal('SIGKILL');
    this.#stopping ??= this.#ask(graceSeconds);
    await this.#process.ended;
  }

  async #ask(graceSeconds: number): Promise<void> {
    const { preStop } = this.#container.lifecycle ?? {};
    if (preStop?.sleep) await sleep(Math.min(preStop.sleep.seconds, graceSeconds) * 1000);
    else if (preStop) await ask(preStop, this.#target(), Math.max(1, graceSeconds) * 1000);
    this.#signal('SIGTERM');
  }

  #signal(name: 'SIGTERM' | 'SIGKILL'): void {
    if (this.#ended.signal.aborted) return;
    try {
      process.kill(this.#process.pid, name);
    } catch {
      // It ended by itself a moment ago.
    }
  }

  #target(): ProbeTarget {
    return {
      container: this.#container,
      address: this.#address,
      exec: (command, timeoutMs) => this.#runForProbe(command, timeoutMs),
    };
  }

  async #runForProbe(
    argv: readonly string[],
    timeoutMs: number,
  ): Promise<{ code: number; output: string; timedOut: boolean }> {
    const command = await this.enter(argv);
    let output = '';
    let timedOut = false;
    const keep = (chunk: Buffer): void => {
      if (output.length < LONGEST_OUTPUT) output += chunk.toString('utf8').slice(0, LONGEST_OUTPUT - output.length);
    };
    command.stdin.end();
    command.stdout.on('data', keep);
    command.stderr.on('data', keep);
    const timer = setTimeout(() => {
      timedOut = true;
      command.kill();
    }, timeoutMs);
    const { code } = await command.ended;
    clearTimeout(timer);
    return { code, output, timedOut };
  }
}
