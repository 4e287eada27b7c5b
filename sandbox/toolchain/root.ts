/** Root access: being root, or a sudo that asks for no password. */
import { spawnSync } from 'node:child_process';

/** How this process can act as root: undefined means not at all. */
export type RootAccess = 'root' | 'sudo' | undefined;

let known: { access: RootAccess } | undefined;

/** Whether and how this process can act as root. Asked once. */
export function rootAccess(): RootAccess {
  known ??= { access: findAccess() };
  return known.access;
}

function findAccess(): RootAccess {
  if (process.getuid?.() === 0) return 'root';
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? 'sudo' : undefined;
}

/** `argv` so that it runs as root; unchanged when this process is root already. */
export function asRoot(argv: readonly string[], access: RootAccess = rootAccess()): [string, ...string[]] {
  const [command, ...args] = argv;
  if (command === undefined) throw new Error('asRoot needs a command');
  return access === 'sudo' ? ['sudo', '-n', '--', command, ...args] : [command, ...args];
}
