/** The command lines of `npm run window` and `npm run task`. */
import { parseArgs } from 'node:util';
import { type WindowName, windowNames } from '../../src/domain/task/declaration.ts';
import { known, UsageError } from './usage.ts';

/** `npm run window -- <window> [--mode plan|apply] [--event schedule|dispatch] [--reason text] [--template]` */
export interface WindowCommand {
  readonly window: WindowName;
  readonly event: 'schedule' | 'dispatch';
  readonly mode: 'plan' | 'apply';
  readonly reason: string | undefined;
  readonly template: boolean;
}

/** `npm run task -- <id> [--mode plan|apply] [--here] [name=value …]` */
export interface TaskCommand {
  readonly id: string;
  /** By name as given; the action's declaration says which there are. */
  readonly inputs: Readonly<Record<string, string>>;
  /** On the platform that KUBECONFIG names, not on the sandbox. */
  readonly here: boolean;
}

/** How `npm run window` is called. */
export const windowUsage =
  'usage: npm run window -- <window> [--mode plan|apply] [--event schedule|dispatch] [--reason <text>] [--template]';
/** How `npm run task` is called. */
export const taskUsage = 'usage: npm run task -- <task> [--mode plan|apply] [--here] [name=value …]';

const modes = ['plan', 'apply'] as const;
const events = ['schedule', 'dispatch'] as const;

function parsed<Parsed>(usage: string, parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}\n${usage}`);
  }
}

/** @throws UsageError for anything but one known window and options that go together. */
export function windowCommand(words: readonly string[]): WindowCommand {
  const options = {
    mode: { type: 'string' },
    event: { type: 'string' },
    reason: { type: 'string' },
    template: { type: 'boolean' },
  } as const;
  const { values, positionals } = parsed(windowUsage, () =>
    parseArgs({ args: [...words], options, allowPositionals: true }),
  );
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new UsageError(`Name one window: ${windowNames.join(', ')}.\n${windowUsage}`);
  const window = known('window', name, windowNames);
  const mode = known('mode', values.mode ?? 'apply', modes);
  const asked = values.mode !== undefined || values.reason !== undefined;
  const event = known('event', values.event ?? (asked ? 'dispatch' : 'schedule'), events);
  if (event === 'schedule' && (mode === 'plan' || values.reason !== undefined)) {
    throw new UsageError(`A schedule has neither mode nor reason: it applies. Say --event dispatch.\n${windowUsage}`);
  }
  return { window, mode, event, reason: values.reason, template: values.template ?? false };
}

/** @throws UsageError for anything but one known task, and inputs that are not `name=value`. */
export function taskCommand(words: readonly string[], tasks: readonly string[]): TaskCommand {
  const options = { mode: { type: 'string' }, here: { type: 'boolean' } } as const;
  const { values, positionals } = parsed(taskUsage, () =>
    parseArgs({ args: [...words], options, allowPositionals: true }),
  );
  const [name, ...pairs] = positionals;
  if (name === undefined)
    throw new UsageError(`Name a task: ${tasks.join(', ') || 'none is built; run "npm run build"'}.\n${taskUsage}`);
  const id = known('task', name, tasks);
  const inputs = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`"${pair}" is no input: write name=value.\n${taskUsage}`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  if (values.mode !== undefined) inputs.push(['mode', known('mode', values.mode, modes)]);
  return { id, inputs: Object.fromEntries(inputs), here: values.here ?? false };
}
