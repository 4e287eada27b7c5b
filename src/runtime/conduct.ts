import { randomUUID } from 'node:crypto';
import type { Trigger } from '../domain/conduct/situation.ts';
import { calendarOf } from '../domain/configuration/windows.ts';
import { begin } from '../pipeline/conduct/begin.ts';
import { finish, isIdle } from '../pipeline/publish/finish.ts';
import { loadStep } from '../steps/registry.ts';
import { loadAllTasks } from '../tasks/registry.ts';
import { systemClock } from './clock.ts';
import { loadConfiguration } from './configuration-file.ts';
import { conduct as declaration } from './pipeline-actions.ts';
import { type Process, runWord } from './process.ts';
import { publishReport } from './publish.ts';
import { readInputs } from './task-inputs.ts';
import { openPlatform } from './wiring/platform.ts';

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
    runWord: word,
    holder: `${word} ${randomUUID()}`,
    jobStartedAt,
    closing: {
      executor: async (step) => (await loadStep(step.kind)) as unknown as never,
      context: {
        ports: await platform.allPorts(),
        platform: configuration.platform,
        thresholds: configuration.thresholds,
        calendar: calendarOf(configuration),
        now: jobStartedAt,
        signal: self.signal,
        pause: (ms) => systemClock.sleep(ms, self.signal),
        progress: (text) => stdout.print(text),
      },
    },
    progress: (text) => stdout.print(text),
  });
  self.handover.writeJob(job);
  for (const note of job.notes) stdout.print(note);
  if (job.refusal !== undefined)
    stdout.annotate('warning', 'refused', `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`);
  environment.output('due', JSON.stringify(job.due));
  environment.output('mode', job.mode);
  environment.output('opening', job.opening ?? '');
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
  try {
    const finished = await finish({
      kind: 'window',
      id: job.window?.name ?? 'window',
      job,
      outcomes: self.handover.outcomes(),
      describe: (id) => {
        const task = catalogue.find((known) => known.id === id);
        return { title: task?.title ?? id, type: task?.type ?? 'preventive' };
      },
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
