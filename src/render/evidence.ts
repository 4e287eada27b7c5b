import type { Report } from '../domain/report/schema.ts';
import { stepsToPutBack } from '../domain/state/applied.ts';
import { code, plain, prose, table } from './markdown.ts';

/** What was asked for and is not done, written for the person who is annoyed by it; empty when nothing was refused. */
export function refusalSection({ refusal }: Report): string {
  if (refusal === undefined) return '';
  const { subject, rule, state, next } = refusal;
  return `## Refused\n\n${code(subject)}: ${plain(rule)}.\n\n${plain(state)}.\n\nHow to go on: ${prose(next)}`;
}

/** How many refusals a summary shows; report.json holds all. */
const mostRefusals = 30;

/** What tasks would not do, each written for the person who is annoyed by it; empty when nothing was refused. */
export function refusalsSection({ tasks }: Report): string {
  const all = tasks.flatMap(({ id, plan }) => (plan?.refusals ?? []).map((refusal) => ({ id, ...refusal })));
  if (all.length === 0) return '';
  const rows = all
    .slice(0, mostRefusals)
    .map(({ id, subject, rule, state, next }) => [
      `${code(subject)}<br>${code(id)}`,
      `${plain(state)}<br>Rule: ${plain(rule)}`,
      prose(next),
    ]);
  const rest = all.length > rows.length ? `\n\n${all.length - rows.length} more are in report.json.` : '';
  return `## Not done, and why\n\n${table(['what', 'why not', 'how to go on'], rows)}${rest}`;
}

/** Who accepted what was applied and who had asked for it, as an auditor wants it; empty when nobody had to. */
export function approvalsSection(report: Report): string {
  if (report.approvals.length === 0) return '';
  const rows = report.approvals.map(({ environment, by, comment, digest, requesters = [] }) => [
    code(by),
    requesters.map(({ login, as }) => `${code(login)} (${plain(as)})`).join('<br>'),
    code(environment),
    code(digest.slice('sha256:'.length, 'sha256:'.length + 20)),
    plain(comment),
  ]);
  return `## Approved\n\n${table(['by', 'asked for by', 'through', 'plan', 'comment'], rows)}`;
}

const outcomes: Readonly<Record<string, string>> = {
  done: 'put back',
  'not-needed': 'had not taken effect',
  stays: 'stays: it has no way back',
  held: '**kept**: it must not be rolled back',
  frozen: '**left as it is**: somebody has changed it since',
  failed: '**could not be put back**',
};

/** What was put back, and what was not; empty when nothing had to be. */
export function undoneSection(report: Report): string {
  const rows = report.tasks.flatMap((task) =>
    task.undone.map(({ step, outcome, text, cause }) => [
      code(step),
      outcomes[outcome] ?? outcome,
      plain([text, cause].filter((part) => part !== undefined).join('; ')),
    ]),
  );
  return rows.length === 0 ? '' : `## Put back\n\n${table(['step', 'what became of it', 'details'], rows)}`;
}

/** How a later run puts back what this one changed, for each plan that has a way back; empty when none has. */
export function wayBackSection(report: Report): string {
  const rows = report.tasks.flatMap((task) => {
    const steps = stepsToPutBack(task);
    if (task.plan === undefined || steps.length === 0) return [];
    const digits = task.plan.digest.slice('sha256:'.length, 'sha256:'.length + 20);
    const command = `gh workflow run dispatch.yml -f task=roll-back -f mode=apply -f target=${digits} -f reason=…`;
    return [[code(task.id), plain(steps.map(({ subject }) => subject).join(', ')), code(command)]];
  });
  return rows.length === 0 ? '' : `## To put it back\n\n${table(['task', 'what', 'through the same gate'], rows)}`;
}
