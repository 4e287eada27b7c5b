import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { PlanDocument } from '../../src/domain/approval/document.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import { progressOf } from '../../src/domain/state/journal.ts';
import type { Step } from '../../src/domain/step/step.ts';
import { unitsOf } from '../../src/domain/step/units.ts';
import type { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import type { Renewals } from './maintenance.ts';
import type { Observed } from './plans.ts';
import type { Platform } from './platform.ts';
import type { Process } from './process.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A holder stops at two thirds of the Lease's five minutes; a request on its way may take a little longer, ms. */
const trustedMs = 200_000 + 45_000;

/** Something that must never happen has happened. */
export class Broken extends Error {}

/** What is known of a world while it runs. */
export interface Known {
  readonly time: VirtualTime;
  readonly fake: FakeCluster;
  readonly platform: Platform;
  readonly document: PlanDocument;
  readonly renewals: Renewals;
  readonly observed: Observed;
  /** Run word and holder of each process. */
  readonly runs: Map<string, { readonly run: string; readonly holder: string }>;
  readonly reports: Report[];
  readonly finalTaken: Map<string, number>;
  /** Runs that used the approval. */
  readonly spentBy: Set<string>;
}

/** Before a change takes effect: Lease, journal, deadline, observation, and once for what is never taken twice. */
export async function beforeChange(known: Known, process: Process, step: Step, object: string): Promise<void> {
  const { time, renewals, runs } = known;
  const self = runs.get(process.name);
  if (self === undefined) throw new Broken(`${process.name} is nobody`);
  const renewed = renewals.get(self.holder);
  if (renewed === undefined || time.now - renewed > trustedMs) {
    throw new Broken(`${process.name} changes ${object} without the Lease`);
  }
  const open = await openMaintenance(known.fake, time.clock()).journal.read();
  if (open === undefined || open.run !== self.run) {
    throw new Broken(
      `${process.name} changes ${object} while the journal is ${open === undefined ? 'closed' : `that of ${open.run}`}`,
    );
  }
  const record = open.records.findLast((each) => each.step === step.id);
  if (record === undefined || !['begun', 'undoing'].includes(record.progress)) {
    throw new Broken(
      `${process.name} changes ${object}: "${step.id}" is not in the journal (${progressOf(open).get(step.id) ?? 'nothing'})`,
    );
  }
  if (time.now > Date.parse(record.at) + step.deadlineMs) {
    throw new Broken(`${process.name} changes ${object} after the deadline of "${step.id}"`);
  }
  if (record.progress === 'begun') beforeStep(known, process, step, open.plan, open.id);
  notOverwritten(known, step, object, record.progress === 'undoing');
}

function beforeStep(known: Known, process: Process, step: Step, plan: Plan, id: string): void {
  if (step.kind === 'rotate-logs') {
    const key = `${id} ${step.id}`;
    const count = (known.finalTaken.get(key) ?? 0) + 1;
    known.finalTaken.set(key, count);
    if (count > 1) throw new Broken(`"${step.id}" is taken twice`);
    return;
  }
  const approved = known.document.plans.find(({ plan: each }) => each.task === plan.task)?.plan;
  if (approved === undefined) return;
  const same = approved.steps.some(
    ({ id: known, from, to }) => known === step.id && from === step.from && to === step.to,
  );
  if (!same) throw new Broken(`${process.name} takes "${step.id}", which nobody has approved`);
  const seen = known.observed.get(process.name);
  if (seen === undefined || JSON.stringify(seen.basis) !== JSON.stringify(plan.basis)) {
    throw new Broken(`${process.name} takes "${step.id}" without having seen that the platform is as it was approved`);
  }
}

/** What a person has set stays. */
function notOverwritten({ platform }: Known, step: Step, object: string, undoing: boolean): void {
  if (step.kind !== 'scale-workload') return;
  const value = platform.values.get(object);
  const ours = undoing ? step.to : step.from;
  if (value !== ours && value !== step.from && value !== step.to)
    throw new Broken(`a person's ${value} in ${object} is overwritten`);
}

/** When everything has ended and recovery has run in calm: every unit is as before, as planned, or named in a report. */
export async function atTheEnd(known: Known): Promise<void> {
  const { platform, document, spentBy } = known;
  const open = await openMaintenance(known.fake, known.time.clock()).journal.read();
  if (open !== undefined) throw new Broken(`the journal of ${open.run} is still open`);
  if (spentBy.size > 1) throw new Broken(`the approval was used by ${[...spentBy].join(' and ')}`);
  const theirs = new Set(platform.changes.filter(({ by }) => by === 'person').map(({ object }) => object));
  for (const { plan } of document.plans) {
    for (const { name, steps } of unitsOf((plan as unknown as Plan).steps)) {
      const workloads = steps.filter(({ kind }) => kind === 'scale-workload');
      const left = workloads.filter((step) => !theirs.has(objectOf(step)));
      const values = new Set(left.map((step) => platform.values.get(objectOf(step))));
      if (values.size > 1 && !named(known, steps)) {
        const state = workloads.map((step) => `${objectOf(step)}=${platform.values.get(objectOf(step))}`).join(', ');
        throw new Broken(`${plan.task} ${name} is half-way, and no report says so: ${state}`);
      }
    }
  }
}

const objectOf = (step: Step): string => (step.kind === 'scale-workload' ? step.parameters.name : step.subject);

/** A report says of a step of the unit that it was left as it is. */
function named({ reports }: Known, steps: readonly Step[]): boolean {
  const ids = new Set(steps.map(({ id }) => id));
  return reports.some(
    ({ tasks, findings }) =>
      tasks.some(({ undone }) =>
        undone.some(({ step, outcome }) => ids.has(step) && (outcome === 'frozen' || outcome === 'held')),
      ) ||
      findings.some(({ code, evidence }) => code === 'left-as-it-is' && steps.some(({ id }) => evidence.includes(id))),
  );
}
