/** Running commands inside the sandbox: in its network, its process table and its mounts. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { asRoot } from '../toolchain/root.ts';
import { networkOf, type SandboxState, sandboxState } from './state.ts';

export { NoSandboxError, type SandboxState, sandboxState } from './state.ts';

/**
 * The command line that runs `argv` inside the sandbox. Where this process is inside already, that is `argv` itself.
 * The environment passes through (under sudo, the variables that `keep` names do).
 */
export function enterArgv(
  argv: readonly string[],
  state: SandboxState = sandboxState(),
  keep: readonly string[] = ['PATH', 'HOME', 'KUBECONFIG'],
): [string, ...string[]] {
  const [command, ...args] = argv;
  if (command === undefined) throw new Error('enterArgv needs a command to run inside the sandbox.');
  if (networkOf('self') === state.network) return [command, ...args];
  const entered = [
    'nsenter',
    '--target',
    String(state.innerPid),
    '--net',
    '--mount',
    '--pid',
    '--ipc',
    `--wdns=${process.cwd()}`,
    '--',
    ...argv,
  ];
  const plain = asRoot(entered);
  if (plain[0] !== 'sudo') return plain;
  const variables = keep.flatMap((name) => (process.env[name] === undefined ? [] : [`${name}=${process.env[name]}`]));
  return asRoot(['env', ...variables, ...entered]);
}

/**
 * Starts `argv` inside the sandbox with the working directory kept (the file tree is the same inside). `KUBECONFIG` is
 * the administrator's unless `options.env` says otherwise.
 */
export function enter(argv: readonly string[], options: SpawnOptions = {}, state = sandboxState()): ChildProcess {
  const env = { ...(options.env ?? { ...process.env, KUBECONFIG: state.kubeconfig }) };
  const [command, ...args] = enterArgv(argv, state);
  return spawn(command, args, { ...options, env });
}
