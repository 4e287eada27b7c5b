import { randomUUID } from 'node:crypto';
import type { Trigger } from '../domain/conduct/situation.ts';
import { begin } from '../pipeline/conduct/begin.ts';
import { openCatalogue } from './catalogue.ts';
import { systemClock } from './clock.ts';
import { besideApproved } from './gates/ahead.ts';
import { conduct as declaration } from './pipeline-actions.ts';
import { type Process, runWord } from './process.ts';
import { settlingWith } from './settling.ts';
import { readInputs } from './task-inputs.ts';
import { openPlatform } from './wiring/platform.ts';

/** Main of the conductor: decide, hold the Lease, claim, and tell the following steps. Answers the exit status. */
export async function conduct(self: Process): Promise<number> {
  const { environment, stdout } = self;
  const jobStartedAt = systemClock.now();
  const opened = await openCatalogue(self);
  const { tasks: catalogue, configuration } = opened;
  const inputs = readInputs('conduct', declaration.inputs, environment) as unknown as Omit<Trigger, 'kind'>;
  const platform = await openPlatform(self, configuration);
  const word = runWord(environment.run, environment.job);
  const begun = await begin({
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
  const job = await besideApproved(self, opened, platform.maintenance, begun);
  self.handover.writeJob(job);
  for (const note of job.notes) stdout.print(note);
  if (job.refusal !== undefined)
    stdout.annotate('warning', 'refused', `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`);
  environment.output('due', JSON.stringify(job.due));
  environment.output('mode', job.mode);
  environment.output('opening', job.opening ?? '');
  const changes = catalogue.some((task) => task.changesWorkloads && job.due.includes(task.id));
  environment.output('changes-workloads', String(changes));
  environment.output('recover', String(job.recover === true));
  return 0;
}
