import { counted, formatSpan } from '../domain/quantities.ts';
import type { Report, TaskEntry } from '../domain/report/schema.ts';
import { code, plain, table } from './markdown.ts';

/** How many steps a summary shows of a task that nobody has to approve; report.json holds all. */
const mostSteps = 100;

/** What a task would do (dry run) or did, step by step; folded. Empty when there is nothing to show. */
export function tableOfSteps(task: TaskEntry, mode: Report['mode']): string {
  const { plan } = task;
  if (plan === undefined || plan.steps.length === 0) return '';
  const rows = mode === 'plan' ? plan.steps.map(plannedRow) : plan.steps.map((step) => takenRow(step, task));
  const head =
    mode === 'plan' ? ['step', 'why', 'could go wrong', 'undo'] : ['step', 'outcome', 'what happened', 'took'];
  const shown = rows.slice(0, mostSteps);
  const rest = rows.length > shown.length ? `\n\n${rows.length - shown.length} more are in report.json.` : '';
  const kept = task.applied.flatMap((applied) => applied.kept ?? []).map(keptWords);
  const title = `${task.id}: ${counted(plan.steps.length, 'step')}${mode === 'plan' ? ' planned' : ''}`;
  return `<details><summary>${title}</summary>\n\n${[`${table(head, shown)}${rest}`, ...kept].join('\n\n')}\n\nPlan ${code(plan.digest)}\n\n</details>`;
}

type PlannedStep = NonNullable<TaskEntry['plan']>['steps'][number];

const plannedRow = (step: PlannedStep): readonly string[] => [
  `${code(step.id)}<br>${code(shortJson(step.from))} → ${code(shortJson(step.to))}`,
  plain(step.why),
  plain(step.risk),
  plain(step.undo),
];

function takenRow(step: PlannedStep, task: TaskEntry): readonly string[] {
  const applied = task.applied.find((one) => one.step === step.id);
  if (applied === undefined) return [code(step.id), 'not taken', '', '–'];
  return [
    code(step.id),
    applied.outcome,
    plain([applied.text, applied.cause].filter((text) => text !== undefined).join('; ')),
    formatSpan(applied.durationMs),
  ];
}

/** How many lines of a log a summary shows; report.json holds all that were kept. */
const mostKeptLines = 15;

/** What was kept of a trouble: the last lines, each as it is. */
function keptWords({ what, lines }: NonNullable<TaskEntry['applied'][number]['kept']>[number]): string {
  const shown = lines.slice(-mostKeptLines).map((line) => code(line, 300));
  return `${plain(`Kept: ${what}`)}<br>\n${shown.length === 0 ? 'nothing was printed' : shown.join('<br>\n')}`;
}

const shortJson = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};
