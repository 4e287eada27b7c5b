import { besideAhead } from '../../domain/conduct/beside-ahead.ts';
import type { Job } from '../../domain/job/job.ts';
import { type AskingAhead, plansAhead, startApproved } from '../../pipeline/ahead/plans-ahead.ts';
import { causeOf } from '../../pipeline/carry-out/trouble.ts';
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
export async function besideApproved(self: Process, { tasks, configuration }: Catalogue, job: Job): Promise<Job> {
  if (job.opening === undefined || job.mode === 'plan') return job;
  const openings = [job.opening, ...job.absorbs];
  const windows = openings.map((opening) => opening.split('@')[0]);
  const gated = tasks.some(
    ({ type, windows: own }) => type !== 'preventive' && own.some((name: string) => windows.includes(name)),
  );
  if (!gated) return job;
  const opensAt = Date.parse(job.window?.opensAt ?? job.startedAt);
  try {
    const asking: AskingAhead = {
      forge: await openForge(self),
      clock: systemClock,
      gate: configuration.approval.gate,
      openings,
      since: new Date(opensAt - configuration.leadTime - slackMs).toISOString(),
    };
    for (const note of await startApproved(asking)) self.stdout.print(note);
    return besideAhead(job, await plansAhead(asking), tasks);
  } catch (error) {
    const unknown = error instanceof InputError ? error.message : causeOf(error);
    return besideAhead(job, { unknown }, tasks);
  }
}
