/** The command line that runs as root: as it is where we are root, else through a sudo that asks for no password. */
export function asRoot(argv: readonly string[]): [string, ...string[]] {
  const [command = '', ...args] = argv;
  return process.getuid?.() === 0 ? [command, ...args] : ['sudo', '-n', '--', command, ...args];
}
