/** The command lines of `npm run window` and `npm run task`. */
import { parseArgs } from 'node:util';
import { type WindowName, windowNames } from '../../src/domain/task/declaration.ts';
import { cast, type Part } from '../github/cast.ts';
import { reviewScripts } from '../github/script.ts';
import { known, UsageError } from './usage.ts';

/** `npm run window -- <window> [--mode plan|apply] [--event schedule|dispatch] [--reason text] [--template]` */
export interface WindowCommand {
  readonly window: WindowName;
  readonly event: 'schedule' | 'dispatch';
  readonly mode: 'plan' | 'apply';
  readonly reason: string | undefined;
  readonly template: boolean;
  /** What the scripted reviewer does with the gates of this run. */
  readonly review: string;
}

/** `npm run dispatch -- <workflow> [--by person] [--review script] [--window name] [name=value …]` */
export interface DispatchCommand {
  /** The file's name without its ending: `dispatch`. */
  readonly workflow: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Who asks. */
  readonly by: Part;
  readonly review: string;
  /** The window that opens now, with the smaller ones. */
  readonly window: WindowName;
  /** How changes that need approval get it. */
  readonly gate: 'environment' | 'issue';
  /** The comment that starts the workflow, instead of a dispatch: by its number, or as it is to be written on an issue. */
  readonly comment: number | { readonly issue: number; readonly text: string } | undefined;
  /** The run that is started again, instead of a new one. */
  readonly rerunOf: number | undefined;
  /** On the commit of the run before, which a comment and a re-run always are. */
  readonly again: boolean;
}

/** `npm run task -- <id> [--mode plan|apply] [--here] [name=value …]` */
export interface TaskCommand {
  readonly id: string;
  /** By name as given; the action's declaration says which there are. */
  readonly inputs: Readonly<Record<string, string>>;
  /** On the platform that KUBECONFIG names, not on the sandbox. */
  readonly here: boolean;
  readonly review: string;
}

/** How `npm run window` is called. */
export const windowUsage =
  'usage: npm run window -- <window> [--mode plan|apply] [--event schedule|dispatch] [--reason <text>] [--review <script>] [--template]';
/** How `npm run task` is called. */
export const taskUsage =
  'usage: npm run task -- <task> [--mode plan|apply] [--review <script>] [--here] [name=value …]';
/** How `npm run dispatch` is called. */
export const dispatchUsage = `usage: npm run dispatch -- <workflow> [--by <person>] [--review <script>] [--window <window>] [--gate environment|issue] [--comment <id> | --issue <number> --say <text>] [--rerun <run id>] [--again] [name=value …]

Runs .github/workflows/<workflow>.yml on the sandbox, as if <person> had started it there; with --again on the commit of the run before.
In <text>, {digits} stands for those that the issue shows.
<person> is one of: ${Object.keys(cast).join(', ')}.
<script> says what happens at the gates:
${Object.values(reviewScripts)
  .map(({ name, says }) => `  ${name.padEnd(18)} ${says}`)
  .join('\n')}`;

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
    review: { type: 'string' },
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
  const review = reviewOf(values.review);
  return { window, mode, event, reason: values.reason, template: values.template ?? false, review };
}

/** The name of a script; approval unless another one is named. */
function reviewOf(name = 'approve'): string {
  return known('script', name, Object.keys(reviewScripts));
}

function inputsOf(pairs: readonly string[], usage: string): [string, string][] {
  return pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`"${pair}" is no input: write name=value.\n${usage}`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function numbered(option: string, text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError(`--${option} takes a number.\n${dispatchUsage}`);
}

function commentOf(values: { comment?: string; issue?: string; say?: string }): DispatchCommand['comment'] {
  const { say: text } = values;
  if (text === undefined) return numbered('comment', values.comment);
  const issue = numbered('issue', values.issue);
  if (issue === undefined) throw new UsageError(`--say needs --issue.\n${dispatchUsage}`);
  return { issue, text };
}

/** @throws UsageError for anything but one known workflow, and options and inputs that make sense. */
export function dispatchCommand(words: readonly string[], workflows: readonly string[]): DispatchCommand {
  const option = { type: 'string' } as const;
  const again = { type: 'boolean' } as const;
  const options = {
    by: option,
    review: option,
    window: option,
    gate: option,
    comment: option,
    issue: option,
    say: option,
    rerun: option,
    again,
  };
  const { values, positionals } = parsed(dispatchUsage, () =>
    parseArgs({ args: [...words], options, allowPositionals: true }),
  );
  const [name, ...pairs] = positionals;
  if (name === undefined) throw new UsageError(dispatchUsage);
  return {
    workflow: known('workflow', name, workflows),
    inputs: Object.fromEntries(inputsOf(pairs, dispatchUsage)),
    by: known('person', values.by ?? 'requester', Object.keys(cast) as Part[]),
    review: reviewOf(values.review),
    window: known('window', values.window ?? 'daily', windowNames),
    gate: known('gate', values.gate ?? 'environment', ['environment', 'issue'] as const),
    comment: commentOf(values),
    rerunOf: numbered('rerun', values.rerun),
    again: [values.comment, values.say, values.rerun].some((value) => value !== undefined) || (values.again ?? false),
  };
}

/** @throws UsageError for anything but one known task, and inputs that are not `name=value`. */
export function taskCommand(words: readonly string[], tasks: readonly string[]): TaskCommand {
  const options = { mode: { type: 'string' }, review: { type: 'string' }, here: { type: 'boolean' } } as const;
  const { values, positionals } = parsed(taskUsage, () =>
    parseArgs({ args: [...words], options, allowPositionals: true }),
  );
  const [name, ...pairs] = positionals;
  if (name === undefined)
    throw new UsageError(`Name a task: ${tasks.join(', ') || 'none is built; run "npm run build"'}.\n${taskUsage}`);
  const id = known('task', name, tasks);
  const inputs = inputsOf(pairs, taskUsage);
  if (values.mode !== undefined) inputs.push(['mode', known('mode', values.mode, modes)]);
  return { id, inputs: Object.fromEntries(inputs), here: values.here ?? false, review: reviewOf(values.review) };
}
