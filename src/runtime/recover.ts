import { randomUUID } from 'node:crypto';
import type { Configuration } from '../domain/configuration/configuration.ts';
import type { Job } from '../domain/job/job.ts';
import { atLeast } from '../domain/verdict.ts';
import { finish } from '../pipeline/publish/finish.ts';
import { type Recovery, recover } from '../pipeline/recover/recover.ts';
import { openCatalogue } from './catalogue.ts';
import { systemClock } from './clock.ts';
import { recover as declaration } from './pipeline-actions.ts';
import { type Process, runWord } from './process.ts';
import { publishReport } from './publish.ts';
import { settlingWith } from './settling.ts';
import { readInputs } from './task-inputs.ts';
import { openPlatform } from './wiring/platform.ts';

/** The recovery job: put back what a run that is over left half-way, and report it. Answers the exit status. */
export async function recoverAction(self: Process): Promise<number> {
  const { configuration, describe } = await openCatalogue(self);
  const { patience } = readInputs('recover', declaration.inputs, self.environment) as unknown as { patience: number };
  const platform = await openPlatform(self, configuration);
  const run = runWord(self.environment.run, self.environment.job);
  const startedAt = new Date(systemClock.now()).toISOString();
  const recovery = await recover({
    maintenance: platform.maintenance,
    run,
    holder: `${run} ${randomUUID()}`,
    closing: await settlingWith(self, configuration, platform),
    patienceMs: patience,
    describe,
    progress: (text) => self.stdout.print(text),
  });
  self.stdout.print(recovery.note);
  const job = {
    ...jobOf(self, configuration, recovery, startedAt, await platform.describe()),
    ...(platform.advisory === undefined ? {} : { advisory: platform.advisory }),
  };
  const outcomes = recovery.outcome === undefined ? [] : [recovery.outcome];
  const { state } = platform.maintenance;
  const finished = await finish({
    kind: 'task',
    id: 'recover',
    job,
    outcomes,
    describe,
    state,
    clock: systemClock,
    runWord: run,
  });
  for (const trouble of finished.notRemembered) self.stdout.annotate('warning', 'not remembered', trouble);
  const published = await publishReport(self, finished.report, outcomes.length > 0);
  for (const trouble of await finished.told()) self.stdout.annotate('warning', 'not remembered', trouble);
  self.environment.output('recovered', recovery.kind);
  self.environment.output('verdict', finished.report.verdict);
  self.environment.output('report', published.json);
  return recovery.kind === 'left-open' || atLeast(finished.report.verdict, configuration.failOn) ? 1 : 0;
}

function jobOf(
  self: Process,
  { failOn }: Configuration,
  recovery: Recovery,
  startedAt: string,
  platform: Job['platform'],
): Job {
  const waiting = recovery.kind === 'not-allowed-yet';
  return {
    mode: 'apply',
    run: self.environment.run,
    platform,
    window: undefined,
    absorbs: [],
    continues: false,
    due: [],
    lookOnly: [],
    notDue: waiting ? [{ id: 'recover', status: 'deferred', verdict: 'warn', cause: recovery.note }] : [],
    notes: [recovery.note],
    findings: [],
    earlier: {},
    startedAt,
    closesAt: startedAt,
    failOn,
  };
}
