import { besideAhead } from '../../domain/conduct/beside-ahead.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import type { Job } from '../../domain/job/job.ts';
import { type AskingAhead, plansAhead } from '../../pipeline/ahead/plans-ahead.ts';
import { startApproved } from '../../pipeline/ahead/start-approved.ts';
import { causeOf } from '../../pipeline/carry-out/trouble.ts';
import type { Maintenance } from '../../pipeline/maintenance.ts';
import type { Catalogue } from '../catalogue.ts';
import { systemClock } from '../clock.ts';
import type { Process } from '../process.ts';
import { InputError } from '../task-inputs.ts';
import { openForge } from '../wiring/forge.ts';

/** Plans are made a lead time ahead; a run that is late by so much still belongs to its opening, ms. */
const slackMs = 3_600_000;

/**
 * The job beside the plans that were approved for its opening; with the issue as gate, those are started now. Asks the
 * forge only where the opening has tasks that need approval at all.
 */
export async function besideApproved(
  self: Process,
  { tasks, configuration }: Catalogue,
  maintenance: Pick<Maintenance, 'state' | 'spent'>,
  job: Job,
): Promise<Job> {
  if (job.opening === undefined || job.mode === 'plan') return job;
  const openings = [job.opening, ...job.absorbs];
  const windows = openings.map((opening) => opening.split('@')[0]);
  const gated = tasks.some(
    ({ type, windows: own }) => type !== 'preventive' && own.some((name: string) => windows.includes(name)),
  );
  if (!gated) return job;
  const { gate, approvers } = configuration.approval;
  const opensAt = Date.parse(job.window?.opensAt ?? job.startedAt);
  try {
    const asking: AskingAhead = {
      forge: await openForge(self),
      clock: systemClock,
      maintenance,
      gate,
      ...(approvers === undefined ? {} : { approvers }),
      openings,
      since: new Date(opensAt - configuration.leadTime - slackMs).toISOString(),
    };
    const { notes, cut } = await startApproved(asking);
    for (const note of notes) self.stdout.print(note);
    const seen = { ...job, findings: [...job.findings, ...cut.map(notAllRead)] };
    return besideAhead(seen, await plansAhead(asking), tasks);
  } catch (error) {
    const unknown = error instanceof InputError ? error.message : causeOf(error);
    return besideAhead(job, { unknown }, tasks);
  }
}

/** Somebody may have approved there whom no run has answered, and nobody has seen it. */
const notAllRead = (issue: number): Finding => ({
  code: 'comments-not-read',
  severity: 'warn',
  subject: `issue #${issue}`,
  title: 'not every comment was read: there are too many',
  evidence: 'the newest 1,000 were read, and none of them was accepted; what is accepted is remembered beside them',
  next: 'whoever wants to approve the plan comments once more; lock the conversation against strangers',
});
