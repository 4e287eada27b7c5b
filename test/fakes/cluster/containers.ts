import type { ExecResult, ExecTarget } from '../../../src/ports/cluster.ts';
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
