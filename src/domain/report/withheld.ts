import { counted } from '../quantities.ts';
import { attentionOf } from './attention.ts';
import type { Report, TaskEntry } from './schema.ts';

const hidden = 'not shown';
/** What to do about it. */
export const withheldNext =
  'set reports.public: true in .github/maintenance.yml to show reports here, or keep maintenance in a private repository';

/**
 * The report as everybody may read it: verdicts and counts (trust.md §6). Nothing of the platform, of what was found, or of
 * what somebody wrote is in it; whatever is added to reports later is left out too, because every part is named here.
 */
export function withholdDetails(report: Report): Report {
  const { schemaVersion, kind, id, mode, window, startedAt, finishedAt, verdict } = report;
  const { url, number, attempt, event, actor, requestedBy } = report.run;
  return {
    schemaVersion,
    kind,
    id,
    mode,
    run: { url, ...(number === undefined ? {} : { number }), attempt, event, actor, requestedBy },
    platform: { name: hidden, cluster: hidden, namespace: hidden },
    ...(window === undefined ? {} : { window }),
    startedAt,
    finishedAt,
    verdict,
    withheld: report.withheld ?? countsOf(report),
    notes: [],
    ...(report.refusal === undefined
      ? {}
      : { refusal: { subject: hidden, rule: hidden, state: hidden, next: withheldNext } }),
    findings: [],
    tasks: report.tasks.map((task) => withoutDetails(task, report)),
    approvals: [],
  };
}

function countsOf(report: Report): NonNullable<Report['withheld']> {
  const open = attentionOf(report);
  const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  return { fail: count('fail'), unknown: count('unknown'), warn: count('warn') };
}

function withoutDetails(task: TaskEntry, report: Report): TaskEntry {
  const { id, title, type, verdict, phase, status, durationMs } = task;
  const findings = attentionOf({ findings: report.findings.filter((finding) => finding.task === id) }).length;
  const done = task.applied.filter(({ outcome }) => outcome === 'done').length;
  const planned = task.plan?.steps.length ?? task.applied.length;
  const words = [
    `${done} of ${counted(planned, 'step')} done`,
    counted(findings, 'finding'),
    `${counted(task.notChecked.length, 'part')} not checked`,
  ];
  return {
    id,
    title,
    type,
    verdict,
    phase,
    status,
    result: report.withheld === undefined ? words.join(', ') : task.result,
    notChecked: [],
    applied: [],
    undone: [],
    measurements: [],
    durationMs,
  };
}
