import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import type { Step } from '../../src/domain/step/step.ts';
import { type Unit, unitsOf } from '../../src/domain/step/units.ts';
import { Broken, type Known } from './known.ts';

/** When everything has ended and recovery has run in calm: every unit is as before, as planned, or named in a report. */
export async function atTheEnd(known: Known): Promise<void> {
  const { document, spentBy } = known;
  const open = await openMaintenance(known.cluster, known.time.clock()).journal.read();
  if (open !== undefined) throw new Broken(`the journal of ${open.run} is still open`);
  if (spentBy.size > 1) throw new Broken(`the approval was used by ${[...spentBy].join(' and ')}`);
  for (const { plan } of document.plans) {
    for (const unit of unitsOf((plan as unknown as Plan).steps)) endOf(known, plan.task, unit);
  }
}

function endOf({ platform, reports }: Known, task: string, { name, steps }: Unit): void {
  const theirs = new Set(platform.changes.filter(({ by }) => by === 'person').map(({ object }) => object));
  const workloads = steps.filter(({ kind }) => kind === 'scale-workload');
  const left = workloads.filter((step) => !theirs.has(objectOf(step)));
  const is = (step: Step) => platform.values.get(objectOf(step));
  const state = workloads.map((step) => `${objectOf(step)}=${is(step)}`).join(', ');
  const named = reports.some((report) => namesLeft(report, steps));
  if (!named && new Set(left.map(is)).size > 1) {
    throw new Broken(`${task} ${name} is half-way, and no report says so: ${state}`);
  }
  const ill = left.find((step) => platform.sick.has(objectOf(step)) && is(step) === step.to);
  if (!named && ill !== undefined) throw new Broken(`${objectOf(ill)} is left sick, and no report says so: ${state}`);
  const untold = left.find((step) => is(step) === step.to && !reports.some((report) => tells(report, step)));
  if (untold !== undefined) throw new Broken(`${objectOf(untold)} was changed, and no report says so: ${state}`);
}

const objectOf = (step: Step): string => (step.kind === 'scale-workload' ? step.parameters.name : step.subject);

/** A report says of a step of the unit that it was left as it is. */
function namesLeft({ tasks, findings }: Report, steps: readonly Step[]): boolean {
  const ids = new Set(steps.map(({ id }) => id));
  return (
    tasks.some(({ undone }) =>
      undone.some(({ step, outcome }) => ids.has(step) && (outcome === 'frozen' || outcome === 'held')),
    ) ||
    findings.some(({ code, evidence }) => code === 'left-as-it-is' && steps.some(({ id }) => evidence.includes(id)))
  );
}

/** A report says that the step was taken. */
function tells({ tasks, findings }: Report, { id }: Step): boolean {
  return (
    tasks.some(({ applied, undone }) => [...applied, ...undone].some(({ step }) => step === id)) ||
    findings.some(({ evidence }) => evidence.includes(id))
  );
}
