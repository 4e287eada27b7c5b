import { calendarOf } from '../../domain/configuration/windows.ts';
import { verdictOf } from '../../domain/finding/finding.ts';
import { windowNames } from '../../domain/task/declaration.ts';
import { atLeast } from '../../domain/verdict.ts';
import { finish } from '../../pipeline/publish/finish.ts';
import { watch } from '../../pipeline/watch/watch.ts';
import { PortError } from '../../ports/port-error.ts';
import { openCatalogue } from '../catalogue.ts';
import { systemClock } from '../clock.ts';
import { type Process, runWord } from '../process.ts';
import { publishReport } from '../publish.ts';
import { openForge } from '../wiring/forge.ts';
import { openPlatform } from '../wiring/platform.ts';

/** Workflows whose schedules are kept alive, those of windows among them; a repository need not have all of them. */
const scheduled = [...windowNames.map((window) => `${window}.yml`), 'prepare.yml', 'watch.yml'];
const heartbeatMs = 10_000;

/** Look after the other workflows. Answers the exit status. */
export async function watchAction(self: Process): Promise<number> {
  const { configuration, describe } = await openCatalogue(self);
  const platform = await openPlatform(self, configuration);
  const startedAt = new Date(systemClock.now()).toISOString();
  const { heartbeat, assignees } = configuration.notify;
  const watched = await watch({
    maintenance: platform.maintenance,
    forge: await openForge(self),
    calendar: calendarOf(configuration),
    clock: systemClock,
    workflows: scheduled,
    assignees,
    ...(heartbeat === undefined ? {} : { heartbeat: () => beat(heartbeat, self.signal) }),
  });
  for (const note of watched.notes) self.stdout.print(note);
  const finished = await finish({
    kind: 'task',
    id: 'watch',
    job: {
      mode: 'plan',
      run: self.environment.run,
      platform: await platform.describe(),
      window: undefined,
      absorbs: [],
      continues: false,
      due: [],
      lookOnly: [],
      notDue: [],
      notes: watched.notes,
      findings: watched.findings,
      earlier: {},
      startedAt,
      closesAt: startedAt,
      failOn: configuration.failOn,
    },
    outcomes: [],
    describe,
    state: platform.maintenance.state,
    clock: systemClock,
    runWord: runWord(self.environment.run, self.environment.job),
  });
  await publishReport(self, finished.report, watched.findings.length > 0);
  self.environment.output('recover', String(watched.recover));
  return watched.findings.length > 0 && atLeast(verdictOf(watched.findings), configuration.failOn) ? 1 : 0;
}

/** Tell whoever listens that schedules still run. The address is the configuration's; nothing of the answer is used. */
async function beat(address: string, signal: AbortSignal): Promise<void> {
  const subject = `heartbeat ${new URL(address).host}`;
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(heartbeatMs)]);
    const answer = await fetch(address, { method: 'GET', redirect: 'error', signal: limit });
    await answer.body?.cancel();
    if (answer.ok) return;
    throw new PortError({ code: 'failed', subject, message: `it answered ${answer.status}` });
  } catch (error) {
    if (error instanceof PortError) throw error;
    throw new PortError({ code: 'unreachable', subject, message: 'it could not be reached' });
  }
}
