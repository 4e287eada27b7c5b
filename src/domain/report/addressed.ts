import { inContext } from '../kubernetes/kubectl.ts';
import type { Report } from './schema.ts';

interface WithNext {
  readonly next: string;
}

/** A report whose commands for people name the context by which its readers reach the cluster, where one is known. */
export function addressed(report: Report): Report {
  const { context } = report.platform;
  if (context === undefined) return report;
  const told = <T extends WithNext>(said: T): T => ({ ...said, next: inContext(said.next, context) });
  return {
    ...report,
    ...(report.refusal === undefined ? {} : { refusal: told(report.refusal) }),
    findings: report.findings.map(told),
    tasks: report.tasks.map((task) =>
      task.plan === undefined ? task : { ...task, plan: { ...task.plan, refusals: task.plan.refusals.map(told) } },
    ),
  };
}
