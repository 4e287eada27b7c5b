import type { Platform } from '../../src/domain/configuration/platform.ts';
import type { ArgumentPattern } from '../../src/domain/task/permissions.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import type { Call } from '../fakes/cluster/fake-cluster.ts';

/** The commands among these calls that the declaration does not have: the admission policy would deny them. */
export function commandsOutside(
  calls: readonly Call[],
  task: AnyTask,
  platform: Platform,
  changes: boolean,
): readonly string[] {
  const declared = task.commands
    .filter((command) => changes || !command.changes)
    .flatMap((command) => command.argv(platform));
  return calls
    .flatMap(({ command }) => (command === undefined ? [] : [command]))
    .filter((command) => !declared.some((argv) => fits(argv, command)))
    .map((command) => command.join(' '));
}

function fits(argv: readonly ArgumentPattern[], command: readonly string[]): boolean {
  const one = (pattern: ArgumentPattern, word: string | undefined) =>
    word !== undefined &&
    (typeof pattern === 'string' ? pattern === word : new RegExp(`^(?:${pattern.matches})$`).test(word));
  return argv.length === command.length && argv.every((pattern, index) => one(pattern, command[index]));
}
