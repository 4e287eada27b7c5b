import type { Configuration } from '../domain/configuration/configuration.ts';
import type { Job } from '../domain/job/job.ts';
import type { TaskOutcome } from '../domain/report/outcome.ts';
import { finish, isIdle } from '../pipeline/publish/finish.ts';
import { type OwnUndo, undoOwn, withUndone } from '../pipeline/recover/undo-own.ts';
import { PortError } from '../ports/port-error.ts';
import { openCatalogue } from './catalogue.ts';
import { systemClock } from './clock.ts';
import { type Process, runWord } from './process.ts';
import { publishReport } from './publish.ts';
import { settlingWith } from './settling.ts';
import { type OpenPlatform, openPlatform } from './wiring/platform.ts';

/**
 * The post of whatever began a job (the conductor, or the application of a plan), after every other: what is half-way put
 * back, report, state, artifact, and the Lease given back. Answers the exit status.
 */
export async function endJob(self: Process): Promise<number> {
  const job = self.handover.job();
  if (job === undefined) return 0;
  const { configuration, describe } = await openCatalogue(self);
  const platform = await openPlatform(self, configuration);
  try {
    const late = await putBack(self, configuration, platform, job, describe);
    const finished = await finish({
      ...(job.about ?? { kind: 'window', id: job.window?.name ?? 'window' }),
      job,
      outcomes: withUndone(self.handover.outcomes(), late),
      describe,
      state: platform.maintenance.state,
      clock: systemClock,
      runWord: runWord(self.environment.run, self.environment.job),
    });
    for (const trouble of finished.notRemembered) self.stdout.annotate('warning', 'not remembered', trouble);
    await publishReport(self, finished.report, !isIdle(job), job.ofRun);
    for (const trouble of await finished.told()) self.stdout.annotate('warning', 'not remembered', trouble);
  } finally {
    if (job.leaseHolder !== undefined)
      await platform.maintenance.lease
        .release(job.leaseHolder)
        .catch(() => self.stdout.print('The Lease could not be given back; it expires by itself.'));
  }
  return 0;
}

/** What this job left half-way is put back before the report is written, so that the report is true after it as well. */
async function putBack(
  self: Process,
  configuration: Configuration,
  platform: OpenPlatform,
  { leaseHolder }: Job,
  describe: OwnUndo['describe'],
): Promise<TaskOutcome | undefined> {
  if (leaseHolder === undefined) return undefined;
  const run = runWord(self.environment.run, self.environment.job);
  const { maintenance } = platform;
  try {
    const closing = await settlingWith(self, configuration, platform);
    return await undoOwn({ maintenance, run, holder: leaseHolder, closing, describe });
  } catch (error) {
    const why = error instanceof PortError ? error.message : 'a defect in this program';
    self.stdout.annotate('warning', 'not looked at', `Whether this job left something half-way is not known: ${why}`);
    return undefined;
  }
}
