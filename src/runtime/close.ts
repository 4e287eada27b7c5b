import { jobVerdict } from '../domain/report/build.ts';
import { atLeast } from '../domain/verdict.ts';
import type { Process } from './process.ts';

/** The last step of a job: the merged verdict, and whether the job is red. The report itself is published by the conductor's post. */
export async function close(self: Process): Promise<number> {
  if (self.handover.withheld() === true) self.stdout.withhold();
  const job = self.handover.job();
  if (job === undefined) {
    self.stdout.print('No conductor decided anything in this job: nothing was done, and nothing is known.');
    self.environment.output('verdict', 'unknown');
    return 1;
  }
  const outcomes = self.handover.outcomes();
  // looking before the changes does not stand for looking after them
  const ran = new Set(outcomes.filter(({ entry }) => entry.phase !== 'before').map(({ entry }) => entry.id));
  const lost = job.due
    .filter((id) => !ran.has(id))
    .map((id) => ({ id, phase: 'main' as const, status: 'cancelled' as const, verdict: 'unknown' as const }));
  const notDue = job.notDue.map((entry) => ({ ...entry, phase: 'main' as const }));
  const verdict = jobVerdict(job, [...outcomes.map(({ entry }) => entry), ...lost, ...notDue]);
  for (const { entry } of outcomes)
    self.stdout.print(`${entry.verdict.padEnd(14)} ${entry.id}: ${entry.result || entry.cause || entry.status}`);
  self.environment.output('verdict', verdict);
  for (const { severity, subject, title } of job.findings)
    self.stdout.print(`${severity.padEnd(14)} ${subject}: ${title}`);
  if (job.refusal !== undefined)
    self.stdout.print(`${'warn'.padEnd(14)} ${job.refusal.subject}: refused, ${job.refusal.rule}`);
  const red = atLeast(verdict, job.failOn);
  self.stdout.print(
    `${job.window?.name ?? 'job'}: ${verdict}; the job is ${red ? 'red' : 'green'} (red from ${job.failOn} on).`,
  );
  return red ? 1 : 0;
}
