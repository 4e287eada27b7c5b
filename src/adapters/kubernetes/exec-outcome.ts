import type { ExecResult, ExecTarget } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import { streamSubject } from './refusal.ts';

/** The status that the kubelet sends when a command has ended (channel 3). */
export interface ExecStatus {
  readonly status?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { readonly reason?: string; readonly message?: string }[] };
}

/** What a command left behind, before it is judged. */
export interface ExecEnd {
  readonly status: ExecStatus;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** By a monotonic clock, ms. */
  readonly tookMs: number;
}

/** What was to be run. */
export interface ExecAsked {
  readonly target: ExecTarget;
  /** Without the `timeout` in front. */
  readonly command: readonly string[];
  readonly timeoutMs: number;
}

/** How container runtimes, `timeout` and shells say that a program is not there; the first group is its name. */
const missingPatterns: readonly RegExp[] = [
  /exec: \\?"([^"\\]{1,200})\\?": (?:executable file not found|stat [^:]{0,200}: no such file)/,
  /unable to start container process: (?:error during container init: )?exec: \\?"([^"\\]{1,200})\\?"/,
  /executable file [`'"]([^`'"]{1,200})[`'"] not found/,
  /failed to run command [‘'"`]([^’'"`]{1,200})[’'"]: No such file/,
  /can't execute '([^']{1,200})': No such file/,
  /(?:^|\n|: )([\w./+-]{1,100}): (?:command )?not found/,
  /([\w./+-]{1,100}): No such file or directory/,
];

const saysMissing = /not found|no such file/i;

/** The program that a text calls missing; a text from a container is hostile, so anything unlike a name is not passed on. */
export function missingProgram(text: string, command: readonly string[]): string | undefined {
  if (!saysMissing.test(text)) return undefined;
  for (const pattern of missingPatterns) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined && /^[\w./+-]{1,100}$/.test(name)) return name;
  }
  return command[0] ?? '';
}

function missingTool({ target }: ExecAsked, program: string): PortError {
  return new PortError({
    code: 'missing-tool',
    subject: streamSubject(target),
    message: `The container has no program ${program}`,
    next: `Use an image that contains ${program}, or exclude this workload in the configuration`,
  });
}

const failed = (asked: ExecAsked, message: string, next?: string): PortError =>
  new PortError({
    code: 'failed',
    subject: streamSubject(asked.target),
    message,
    ...(next === undefined ? {} : { next }),
  });

/** The error for a command that did not end in time. */
export function execTimeout({ target, command, timeoutMs }: ExecAsked): PortError {
  return new PortError({
    code: 'timeout',
    subject: streamSubject(target),
    message: `${command[0] ?? 'The command'} did not end within ${Math.ceil(timeoutMs / 1000)} s and was ended`,
    next: 'See what keeps it: the pod’s node may be overloaded, or a file system may hang',
  });
}

/** The exit code that a status holds: 0 for success, undefined when the command did not get to run. */
export function exitCodeOf({ status, reason, details }: ExecStatus): number | undefined {
  if (status === 'Success') return 0;
  if (reason !== 'NonZeroExitCode') return undefined;
  const code = Number(details?.causes?.find((cause) => cause.reason === 'ExitCode')?.message);
  return Number.isInteger(code) ? code : undefined;
}

/** `timeout` of coreutils ends with 124; the one of BusyBox with the signal that it sent (128 + SIGTERM). */
function wasEndedByTimeout(code: number, tookMs: number, timeoutMs: number): boolean {
  return code === 124 || (code === 143 && tookMs >= timeoutMs);
}

/**
 * What came of a command. An exit code of its own is a result; not being able to run it (no such program, no `timeout`,
 * the runtime's own failure) or to end in time is a PortError.
 */
export function execOutcome(asked: ExecAsked, end: ExecEnd): ExecResult {
  const { stdout, stderr, status, tookMs } = end;
  const code = exitCodeOf(status);
  if (code === undefined) {
    const program = missingProgram(status.message ?? '', ['timeout']);
    throw program === undefined
      ? failed(
          asked,
          'The container runtime could not run the command',
          'See the events of the pod and the kubelet’s log',
        )
      : missingTool(asked, program);
  }
  if (wasEndedByTimeout(code, tookMs, asked.timeoutMs)) throw execTimeout(asked);
  if (code === 126 || code === 127) {
    // Some runtimes report their own failure on stdout.
    const text = `${decode(stderr)}\n${decode(stdout)}`;
    const program = missingProgram(text, asked.command);
    if (program !== undefined) throw missingTool(asked, program);
  }
  if (code === 125) throw failed(asked, 'timeout could not start the command (exit status 125)');
  return { exitCode: code, stdout, stderr, truncated: false };
}

const decode = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 4096)).toString('utf8');
