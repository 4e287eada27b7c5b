import type { ExecResult, ExecTarget, LogQuery } from '../../../src/ports/cluster.ts';
import { PortError } from '../../../src/ports/port-error.ts';

/**
 * Answers a command that runs in a container; undefined: not mine. `argv` is the command as the task wrote it, without
 * the `timeout` that the real adapter puts in front.
 */
export type Program = (
  target: ExecTarget,
  argv: readonly string[],
  stdin: Uint8Array | undefined,
) => ExecResult | PortError | undefined | Promise<ExecResult | PortError | undefined>;

/** What a container has printed; undefined: not mine. */
export type Printer = (target: ExecTarget, query: LogQuery) => readonly string[] | PortError | undefined;

/** Answers a forward with the local port to use; undefined: not mine. */
export type Listener = (namespace: string, pod: string, port: number) => number | PortError | undefined;

const bytes = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text) : text);

/** The result of a command that printed this and ended with 0, or with what `more` says. */
export function printed(
  stdout: string | Uint8Array,
  more: { readonly stderr?: string; readonly exitCode?: number; readonly truncated?: boolean } = {},
): ExecResult {
  return {
    exitCode: more.exitCode ?? 0,
    stdout: bytes(stdout),
    stderr: bytes(more.stderr ?? ''),
    truncated: more.truncated ?? false,
  };
}

/** The error of the real adapter for a program that the container does not have. */
export function missingTool(target: ExecTarget, program: string): PortError {
  return new PortError({
    code: 'missing-tool',
    subject: `container ${target.container} of pods/${target.pod} in ${target.namespace}`,
    message: `The container has no program ${program}`,
    next: `Use an image that contains ${program}, or exclude this workload in the configuration`,
  });
}

/** What runs in the containers of a fake cluster: those that a test registered last are asked first. */
export class Containers {
  readonly #programs: Program[] = [];
  readonly #printers: Printer[] = [];
  readonly #listeners: Listener[] = [];

  addProgram(program: Program): void {
    this.#programs.unshift(program);
  }

  addPrinter(printer: Printer): void {
    this.#printers.unshift(printer);
  }

  addListener(listener: Listener): void {
    this.#listeners.unshift(listener);
  }

  /** What a command did; without any program that answers, it is missing. */
  async run(target: ExecTarget, command: readonly string[], stdin: Uint8Array | undefined): Promise<ExecResult> {
    for (const program of this.#programs) {
      const answer = await program(target, command, stdin);
      if (answer instanceof PortError) throw answer;
      if (answer !== undefined) return answer;
    }
    throw missingTool(target, command[0] ?? '');
  }

  /** The last lines that a container has printed. */
  print(target: ExecTarget, query: LogQuery): readonly string[] {
    const answer = this.#printers.map((printer) => printer(target, query)).find((it) => it !== undefined) ?? [];
    if (answer instanceof PortError) throw answer;
    return answer.slice(-query.lines);
  }

  /** The local port that stands for a pod's. */
  listen(namespace: string, pod: string, port: number): number {
    const answer = this.#listeners.map((listener) => listener(namespace, pod, port)).find((it) => it !== undefined);
    if (answer instanceof PortError) throw answer;
    if (answer !== undefined) return answer;
    throw new PortError({
      code: 'unreachable',
      subject: `port ${port} of pods/${pod} in ${namespace}`,
      message: `Nothing listens on port ${port} in the pod`,
    });
  }
}
