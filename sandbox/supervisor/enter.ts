/** Running commands inside the sandbox: in its network, its process table and its mounts. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { rootAccess } from '../toolchain/root.ts';
import { networkOf, type SandboxState, sandboxState } from './state.ts';

export { NoSandboxError, type SandboxState, sandboxState } from './state.ts';

/**
 * The command line that runs `argv` inside the sandbox, with the working directory kept (the file tree is the same
 * inside). Where this process is inside already, that is `argv` itself. It is to be started with the environment `env`:
 * under sudo the command line names the variables to keep, so that no value of theirs shows in a list of processes.
 */
export function enterArgv(
  argv: readonly string[],
  state: SandboxState = sandboxState(),
  env: NodeJS.ProcessEnv = process.env,
): [string, ...string[]] {
  const [command, ...args] = argv;
  if (command === undefined) throw new Error('enterArgv needs a command to run inside the sandbox.');
  if (networkOf('self') === state.network) return [command, ...args];
  const namespaces = ['--target', String(state.innerPid), '--net', '--mount', '--pid', '--ipc', '--uts'];
  const entered = ['nsenter', ...namespaces, `--wdns=${process.cwd()}`, '--', ...argv] as const;
  return rootAccess() === 'sudo' ? sudoArgv(entered, env) : ['nsenter', ...entered.slice(1)];
}

/** sudo has a PATH of its own, which nothing but a further `env` changes. */
function sudoArgv(argv: readonly string[], env: NodeJS.ProcessEnv): [string, ...string[]] {
  const kept = Object.keys(env).filter((name) => /^[A-Za-z_]\w*$/.test(name) && !/^(PATH|SUDO_.*)$/.test(name));
  const names = kept.length > 0 ? [`--preserve-env=${kept.join(',')}`] : [];
  return ['sudo', '-n', ...names, '--', 'env', `PATH=${env.PATH ?? ''}`, ...argv];
}

/** Starts `argv` inside the sandbox. `KUBECONFIG` is the administrator's unless `options.env` says otherwise. */
export function enter(argv: readonly string[], options: SpawnOptions = {}, state = sandboxState()): ChildProcess {
  const env = { ...(options.env ?? { ...process.env, KUBECONFIG: state.kubeconfig }) };
  const [command, ...args] = enterArgv(argv, state, env);
  return spawn(command, args, { ...options, env });
}
