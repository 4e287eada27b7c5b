/** The command line of the sandbox. */

/** What was asked for. */
export type SandboxCommand =
  | { readonly name: 'up' | 'reset'; readonly core: boolean }
  | { readonly name: 'down' | 'faults' | 'help' }
  | { readonly name: 'status'; readonly json: boolean }
  | { readonly name: 'break' | 'mend' | 'start' | 'stop'; readonly subject: string };

/** A command line that makes no sense; the message says what does. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `usage: node sandbox/cli.ts <command>
  up [--core]       bring the sandbox up (or complete it); --core: without the nodes and the platform
  down              end it; nothing is left running
  reset [--core]    down, forget everything of it, up
  status [--json]   what runs, and how to reach every part
  faults            the faults that can be brought about
  break <fault>     bring a fault about
  mend <fault>      undo it
  stop <part>       stop one part (the names are those of "status")
  start <part>      start it again`;

/** The flags that each command knows. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  up: ['--core'],
  reset: ['--core'],
  down: [],
  status: ['--json'],
  faults: [],
  break: [],
  mend: [],
  stop: [],
  start: [],
  help: [],
};

/** The command that lists what each of these takes. */
const LISTED_BY: Readonly<Record<string, string>> = {
  break: 'faults',
  mend: 'faults',
  start: 'status',
  stop: 'status',
};

/** Parses the words after the program's name. */
export function parseArguments(words: readonly string[]): SandboxCommand {
  const [first, ...rest] = words;
  if (first === undefined) throw new UsageError(`A command is missing.\n${USAGE}`);
  const name = first === '--help' || first === '-h' ? 'help' : first;
  const known = Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
  if (!known) {
    const near = nearest(name, Object.keys(FLAGS));
    throw new UsageError(`There is no command "${name}"${near ? `; did you mean "${near}"?` : '.'}\n${USAGE}`);
  }
  return parseRest(name as SandboxCommand['name'], rest, known);
}

function parseRest(name: SandboxCommand['name'], rest: readonly string[], known: readonly string[]): SandboxCommand {
  const flags = rest.filter((word) => word.startsWith('-'));
  const unknown = flags.find((flag) => !known.includes(flag));
  if (unknown) throw new UsageError(`"${name}" knows no ${unknown}.\n${USAGE}`);
  const values = rest.filter((word) => !word.startsWith('-'));
  if (name === 'break' || name === 'mend' || name === 'start' || name === 'stop') {
    const [subject] = values;
    if (subject !== undefined && values.length === 1) return { name, subject };
    throw new UsageError(`"${name}" takes one name; "${LISTED_BY[name]}" lists them.\n${USAGE}`);
  }
  if (values.length > 0) throw new UsageError(`"${name}" takes no "${values[0]}".\n${USAGE}`);
  if (name === 'up' || name === 'reset') return { name, core: flags.includes('--core') };
  if (name === 'status') return { name, json: flags.includes('--json') };
  return { name };
}

/** The word of `words` that is at most a third of its letters away from `word`, or undefined. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words.map((candidate) => ({ candidate, distance: distance(word, candidate) }));
  ranked.sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.ceil(best.candidate.length / 3)) ? best.candidate : undefined;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
