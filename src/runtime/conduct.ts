import { randomUUID } from 'node:crypto';
import type { Trigger } from '../domain/conduct/situation.ts';
import type { Configuration } from '../domain/configuration/configuration.ts';
import type { Job } from '../domain/job/job.ts';
import type { TaskOutcome } from '../domain/report/outcome.ts';
import { begin } from '../pipeline/conduct/begin.ts';
import { finish, isIdle } from '../pipeline/publish/finish.ts';
import { type OwnUndo, undoOwn, withUndone } from '../pipeline/recover/undo-own.ts';
import { PortError } from '../ports/port-error.ts';
import { loadAllTasks } from '../tasks/registry.ts';
import { systemClock } from './clock.ts';
import { loadConfiguration } from './configuration-file.ts';
import { conduct as declaration } from './pipeline-actions.ts';
import { type Process, runWord } from './process.ts';
import { publishReport } from './publish.ts';
import { settlingWith } from './settling.ts';
import { readInputs } from './task-inputs.ts';
import { type OpenPlatform, openPlatform } from './wiring/platform.ts';

/** Main of the conductor: decide, hold the Lease, claim, and tell the following steps. Answers the exit status. */
export async function conduct(self: Process): Promise<number> {
  const { environment, stdout } = self;
  const jobStartedAt = systemClock.now();
  const catalogue = await loadAllTasks();
  const configuration = loadConfiguration(
    environment.workspace,
    Object.fromEntries(catalogue.map((task) => [task.id, task.inputs])),
  );
  const inputs = readInputs('conduct', declaration.inputs, environment) as unknown as Omit<Trigger, 'kind'>;
  const platform = await openPlatform(self, configuration);
  const word = runWord(environment.run, environment.job);
  const job = await begin({
    trigger: { ...inputs, kind: environment.run.event === 'schedule' ? 'schedule' : 'dispatch' },
    configuration,
    catalogue,
    maintenance: platform.maintenance,
    clock: systemClock,
    run: environment.run,
    platform: await platform.describe(),
    ...(platform.advisory === undefined ? {} : { advisory: platform.advisory }),
    runWord: word,
    holder: `${word} ${randomUUID()}`,
    jobStartedAt,
    closing: await settlingWith(self, configuration, platform),
    progress: (text) => stdout.print(text),
  });
  self.handover.writeJob(job);
  for (const note of job.notes) stdout.print(note);
  if (job.refusal !== undefined)
    stdout.annotate('warning', 'refused', `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`);
  environment.output('due', JSON.stringify(job.due));
  environment.output('mode', job.mode);
  environment.output('opening', job.opening ?? '');
  environment.output('recover', String(job.recover === true));
  return 0;
}

/** Post of the conductor, the last of all: report, state, artifact, and the Lease given back. */
export async function publish(self: Process): Promise<number> {
  const job = self.handover.job();
  if (job === undefined) return 0;
  const catalogue = await loadAllTasks();
  const configuration = loadConfiguration(
    self.environment.workspace,
    Object.fromEntries(catalogue.map((task) => [task.id, task.inputs])),
  );
  const platform = await openPlatform(self, configuration);
  const describe = (id: string) => {
    const task = catalogue.find((known) => known.id === id);
    return { title: task?.title ?? id, type: task?.type ?? ('preventive' as const) };
  };
  try {
    const late = await putBack(self, configuration, platform, job, describe);
    const finished = await finish({
      kind: 'window',
      id: job.window?.name ?? 'window',
      job,
      outcomes: withUndone(self.handover.outcomes(), late),
      describe,
      state: platform.maintenance.state,
      clock: systemClock,
      runWord: runWord(self.environment.run, self.environment.job),
    });
    for (const trouble of finished.notRemembered) self.stdout.annotate('warning', 'not remembered', trouble);
    await publishReport(self, finished.report, !isIdle(job));
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
