import { randomUUID } from 'node:crypto';
import type { PlanDocument } from '../../domain/approval/document.ts';
import { JOB_MS, RESERVE_MS } from '../../domain/conduct/scene.ts';
import { calendarOf } from '../../domain/configuration/windows.ts';
import type { Job } from '../../domain/job/job.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { windowVerdict } from '../../domain/report/build.ts';
import { findApplied } from '../../domain/state/applied.ts';
import { atLeast } from '../../domain/verdict.ts';
import { applyDocument, refusedDocument } from '../../pipeline/apply/apply-document.ts';
import { noteOutcomes, noteRefused } from '../../pipeline/approve/note-end.ts';
import { causeOf } from '../../pipeline/carry-out/trouble.ts';
import { closeOpenJournal } from '../../pipeline/conduct/close-journal.ts';
import { rollBackId, rollBackTask } from '../../pipeline/roll-back/roll-back-task.ts';
import { loadStep } from '../../steps/registry.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import { type Catalogue, openCatalogue } from '../catalogue.ts';
import { systemClock } from '../clock.ts';
import { type Process, runWord } from '../process.ts';
import { settlingWith } from '../settling.ts';
import { taskEnvironment } from '../task-environment.ts';
import { readInputs } from '../task-inputs.ts';
import { type OpenPlatform, openPlatform } from '../wiring/platform.ts';
import { apply as declaration } from './actions.ts';
import { type Admission, admit } from './admit.ts';

/**
 * Apply what a gate's job was let through for: guard, Lease, observe again, compare, and exactly the approved steps. The
 * job's post reports it, after undoing what may be half-way. Answers the exit status.
 */
export async function applyAction(self: Process): Promise<number> {
  const catalogue = await openCatalogue(self);
  const platform = await openPlatform(self, catalogue.configuration);
  const admission = await admit(self, catalogue.configuration, platform);
  const word = runWord(self.environment.run, self.environment.job);
  const holder = `${word} ${randomUUID()}`;
  self.handover.writeJob(await jobOf(self, catalogue, platform, admission, holder));
  const comment = commentOf(self);
  const noting = { maintenance: platform.maintenance, comment };
  if ('refusal' in admission) {
    const { refusal, document } = admission;
    if (comment > 0) await said(self, noteRefused(noting, refusal));
    self.stdout.annotate('error', 'refused', `${refusal.rule}; ${refusal.state}. ${refusal.next}`);
    for (const outcome of document === undefined ? [] : refusedDocument(document, refusal)) {
      self.handover.writeOutcome(outcome);
    }
    return 1;
  }
  const { document } = admission;
  const settling = await settlingWith(self, catalogue.configuration, platform);
  const outcomes = await applyDocument({
    document,
    task: (plan) => taskOf(plan, catalogue, platform),
    environment: (task, changing) => taskEnvironment(self, catalogue.configuration, platform, task, changing),
    maintenance: platform.maintenance,
    clock: systemClock,
    calendar: calendarOf(catalogue.configuration),
    run: word,
    holder,
    jobEndsAt: self.startedAt + JOB_MS - RESERVE_MS,
    lastWord: admission.lastWord,
    closeJournal: async () => {
      const { journal } = platform.maintenance;
      return (await closeOpenJournal({ ...settling, journal, run: word })).kind;
    },
    signal: self.signal,
    progress: (text) => self.stdout.print(text),
  });
  for (const outcome of outcomes) self.handover.writeOutcome(outcome);
  if (comment > 0) await said(self, noteOutcomes(noting, document, outcomes));
  const verdict = windowVerdict(outcomes.map(({ entry }) => entry));
  for (const { entry } of outcomes) {
    self.stdout.print(`${entry.id}: ${entry.verdict}, ${entry.status}. ${entry.cause ?? entry.result}`);
  }
  self.environment.output('verdict', verdict);
  // whoever approved it takes a green job for done
  const isRefused = outcomes.some(({ entry }) => entry.status === 'refused');
  return isRefused || atLeast(verdict, catalogue.configuration.failOn) ? 1 : 0;
}

/** The comment that approves, with the issue as gate; else 0. */
const commentOf = ({ environment }: Process): number =>
  Number(readInputs('apply', declaration.inputs, environment).comment ?? 0);

/** What could not be remembered is said: the approval may then be tried again, and is refused for having been used. */
async function said(self: Process, noting: Promise<void>): Promise<void> {
  try {
    await noting;
  } catch (error) {
    self.stdout.print(`what became of the approval could not be remembered: ${causeOf(error)}`);
  }
}

/** The task of a plan; the way back of a finished run is looked up in the cluster's own record, never taken from the file. */
async function taskOf(plan: Plan, catalogue: Catalogue, platform: OpenPlatform): Promise<AnyTask | undefined> {
  if (plan.task !== rollBackId) return catalogue.tasks.find(({ id }) => id === plan.task);
  const digits = typeof plan.inputs.plan === 'string' ? plan.inputs.plan : '';
  const found = findApplied(await platform.maintenance.state.read('applied'), digits);
  return 'found' in found ? await rollBackTask(found.found, loadStep) : undefined;
}

async function jobOf(
  self: Process,
  { configuration }: Catalogue,
  platform: OpenPlatform,
  admission: Admission,
  holder: string,
): Promise<Job> {
  const { document } = admission;
  const refused = 'refusal' in admission ? admission.refusal : undefined;
  const own = 'advisory' in admission ? admission.advisory : undefined;
  const advisories = [platform.advisory, own].filter((text) => text !== undefined);
  return {
    about: { kind: 'task', id: idOf(document) },
    ofRun: true,
    mode: 'apply',
    run: { ...self.environment.run, ...askedFor(document) },
    platform: await platform.describe(),
    window: document?.window === undefined ? undefined : { ...document.window, outside: false },
    absorbs: [],
    continues: false,
    due: document?.plans.map(({ plan }) => plan.task) ?? [],
    lookOnly: [],
    notDue: [],
    notes: document === undefined ? [] : [`planned in ${document.run.url} at ${document.plannedAt}`],
    findings: [],
    ...(refused === undefined ? {} : { refusal: refused }),
    ...(advisories.length === 0 ? {} : { advisory: advisories.join('; ') }),
    approvals: admission.approvals,
    earlier: {},
    startedAt: new Date(self.startedAt).toISOString(),
    closesAt: document?.notAfter ?? new Date(self.startedAt).toISOString(),
    ...(refused === undefined ? { leaseHolder: holder } : {}),
    failOn: configuration.failOn,
  };
}

/** With an issue as gate the run is the approver's, or the window's tick: who asked, and why, is said by the plan. */
const askedFor = (document: PlanDocument | undefined): Partial<Job['run']> =>
  document === undefined ? {} : { requestedBy: document.requestedBy, reason: document.reason };

const idOf = (document: PlanDocument | undefined): string => {
  const tasks = document?.plans.map(({ plan }) => plan.task) ?? [];
  return tasks.length === 1 ? (tasks[0] ?? 'apply') : `apply-${document?.type ?? 'nothing'}`;
};
