import { expect, test } from '@jest/globals';
import { type ExecStatus, execOutcome } from '../../../src/adapters/kubernetes/exec-outcome.ts';
import { PortError } from '../../../src/ports/port-error.ts';

const target = { namespace: 'shop', pod: 'web-0', container: 'main' };
const exit = (code: number): ExecStatus => ({
  status: 'Failure',
  reason: 'NonZeroExitCode',
  details: { causes: [{ reason: 'ExitCode', message: String(code) }] },
});
const runtimeFailure = (message: string): ExecStatus => ({ status: 'Failure', reason: 'InternalError', message });

interface Case {
  readonly name: string;
  readonly status: ExecStatus;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly tookMs?: number;
  readonly expected: number | readonly [code: string, text: string];
}

const notFound =
  'OCI runtime exec failed: exec failed: unable to start container process: exec: "timeout": executable file not found in $PATH: unknown';

test.each<Case>([
  { name: 'success', status: { status: 'Success' }, expected: 0 },
  { name: 'an exit code of its own', status: exit(42), expected: 42 },
  {
    name: 'not found by coreutils',
    status: exit(127),
    stderr: 'timeout: failed to run command ‘logrotate’: No such file or directory\n',
    expected: ['missing-tool', 'logrotate'],
  },
  {
    name: 'not found by coreutils, C locale',
    status: exit(127),
    stderr: "timeout: failed to run command 'logrotate': No such file or directory\n",
    expected: ['missing-tool', 'logrotate'],
  },
  {
    name: 'not found by BusyBox',
    status: exit(127),
    stderr: "timeout: can't execute 'logrotate': No such file or directory\n",
    expected: ['missing-tool', 'logrotate'],
  },
  {
    name: 'not found by a shell',
    status: exit(127),
    stderr: 'sh: 1: logrotate: not found\n',
    expected: ['missing-tool', 'logrotate'],
  },
  {
    name: 'not found by bash',
    status: exit(127),
    stderr: 'bash: line 1: logrotate: command not found\n',
    expected: ['missing-tool', 'logrotate'],
  },
  {
    name: 'not found, said on stdout by the runtime',
    status: exit(126),
    stdout: `${notFound}\r\n`,
    expected: ['missing-tool', 'timeout'],
  },
  {
    name: 'no timeout in the container',
    status: runtimeFailure(`Internal error occurred: error executing command in container: ${notFound}`),
    expected: ['missing-tool', 'timeout'],
  },
  {
    name: 'no timeout, quoted by JSON',
    status: runtimeFailure('exec: \\"timeout\\": executable file not found in $PATH'),
    expected: ['missing-tool', 'timeout'],
  },
  {
    name: 'no timeout, by crun',
    status: runtimeFailure('executable file `timeout` not found in $PATH: No such file or directory'),
    expected: ['missing-tool', 'timeout'],
  },
  {
    name: 'a hostile name',
    status: exit(127),
    stderr: 'sh: ::error::x\u001b[31m: not found',
    expected: ['missing-tool', 'rotate'],
  },
  { name: '127 that says nothing of the kind', status: exit(127), stderr: 'my own meaning', expected: 127 },
  {
    name: 'may not be executed',
    status: exit(126),
    stderr: 'timeout: failed to run command ‘x’: Permission denied',
    expected: 126,
  },
  {
    name: 'timeout itself failed',
    status: exit(125),
    stderr: 'timeout: invalid time interval',
    expected: ['failed', 'exit status 125'],
  },
  { name: 'ended by coreutils', status: exit(124), expected: ['timeout', 'rotate did not end within 5 s'] },
  {
    name: 'ended by BusyBox',
    status: exit(143),
    tookMs: 5_010,
    expected: ['timeout', 'rotate did not end within 5 s'],
  },
  { name: 'terminated by somebody else', status: exit(143), tookMs: 900, expected: 143 },
  { name: 'the runtime failed', status: runtimeFailure('password=hunter2'), expected: ['failed', 'could not run'] },
  { name: 'a status that says nothing', status: {}, expected: ['failed', 'could not run'] },
  {
    name: 'an exit code that is none',
    status: { reason: 'NonZeroExitCode', details: { causes: [{ reason: 'ExitCode', message: 'x' }] } },
    expected: ['failed', 'could not run'],
  },
])('$name', ({ status, stdout = '', stderr = '', tookMs = 100, expected }) => {
  const asked = { target, command: ['rotate', '--all'], timeoutMs: 5_000 };
  const end = { status, tookMs, stdout: Buffer.from(stdout), stderr: Buffer.from(stderr) };
  if (typeof expected === 'number') {
    expect(execOutcome(asked, end)).toEqual({
      exitCode: expected,
      stdout: end.stdout,
      stderr: end.stderr,
      truncated: false,
    });
    return;
  }
  let error: unknown;
  try {
    execOutcome(asked, end);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(PortError);
  expect(error).toMatchObject({ code: expected[0], subject: 'container main of pods/web-0 in shop' });
  expect((error as PortError).message).toContain(expected[1]);
  expect((error as PortError).message).not.toMatch(/hunter2|::/);
});
