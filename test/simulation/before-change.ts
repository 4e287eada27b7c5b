import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { type JournalContent, type JournalRecord, progressOf } from '../../src/domain/state/journal.ts';
import type { Step } from '../../src/domain/step/step.ts';
import { Broken, type Known } from './known.ts';
import type { Process } from './process.ts';

/** A request on its way may take so long, ms. */
const onItsWayMs = 15_000;
/** A holder stops at two thirds of the Lease's five minutes; what it does then may take two requests, ms. */
const trustedMs = 200_000 + 2 * onItsWayMs;

/** A change that is about to take effect. */
export interface Coming {
  readonly process: Process;
  readonly step: Step;
  readonly object: string;
  /** Nobody waits for it any more. */
  readonly late: boolean;
}

/** Before a change takes effect: Lease, journal, deadline, approval, observation, and once for what is never taken twice. */
export async function beforeChange(known: Known, coming: Coming): Promise<void> {
  const { process, step, object } = coming;
  const { time, marks } = known;
  const says = (what: string) => new Broken(`${process.name} changes ${object} ${what}`);
  const { run, holder } = known.runs.get(process.name) ?? {};
  const renewed = marks.renewals.get(holder ?? '');
  if (renewed === undefined || time.now - renewed > trustedMs) throw says('without the Lease');
  const open = await openMaintenance(known.cluster, time.clock()).journal.read();
  if (open === undefined) throw says('while the journal is closed');
  if (open.run !== run && !coming.late) throw says(`while the journal is that of ${open.run}`);
  const record = recordOf(open, coming);
  if (record === undefined) {
    throw says(`and "${step.id}" is not in the journal (${progressOf(open).get(step.id) ?? 'nothing'})`);
  }
  if (time.now > marks.journalAt + step.deadlineMs + onItsWayMs) throw says(`after the deadline of "${step.id}"`);
  const undoing = record.progress === 'undoing';
  if (undoing && !open.records.some((each) => each.step === step.id && each.progress === 'begun')) {
    throw says(`to put "${step.id}" back, which was never begun`);
  }
  if (!undoing) beforeStep(known, coming, open, record);
  notOverwritten(known, step, object, undoing);
}

/** The step's last record, if it announces a change. What is late may come after its failure was written, not after it was settled. */
function recordOf({ records }: JournalContent, { step, late }: Coming): JournalRecord | undefined {
  const record = records.findLast((each) => each.step === step.id);
  const announcing = late ? ['begun', 'failed', 'undoing'] : ['begun', 'undoing'];
  return record !== undefined && announcing.includes(record.progress) ? record : undefined;
}

function beforeStep(known: Known, { process, step, late }: Coming, open: JournalContent, { at }: JournalRecord): void {
  if (step.kind === 'rotate-logs') {
    const key = `${open.id} ${step.id}`;
    const count = (known.finalTaken.get(key) ?? 0) + 1;
    known.finalTaken.set(key, count);
    if (count > 1) throw new Broken(`"${step.id}" is taken twice`);
    return;
  }
  const approved = known.document.plans.find(({ plan: each }) => each.task === open.plan.task)?.plan;
  if (approved === undefined) return;
  const takes = (how: string) => new Broken(`${process.name} takes "${step.id}" ${how}`);
  const same = approved.steps.some(({ id, from, to }) => id === step.id && from === step.from && to === step.to);
  if (!same) throw takes('which nobody has approved');
  if (Date.parse(at) + step.deadlineMs > Date.parse(known.document.notAfter)) throw takes('after the window');
  const { run = '' } = known.runs.get(process.name) ?? {};
  if (!known.spentBy.has(run)) throw takes('without having used the approval');
  if (known.unguarded.has(run)) throw takes('long after the protection of its environment was switched off');
  const seen = known.observed.get(process.name);
  if (!late && !sameBasis(seen?.basis, open.plan)) {
    throw takes('without having seen that the platform is as it was approved');
  }
}

const sameBasis = (basis: unknown, plan: Plan): boolean => JSON.stringify(basis) === JSON.stringify(plan.basis);

/** What a person has set stays. */
function notOverwritten({ platform }: Known, step: Step, object: string, undoing: boolean): void {
  if (step.kind !== 'scale-workload') return;
  const value = platform.values.get(object);
  const ours = undoing ? step.to : step.from;
  if (value !== ours && value !== step.from && value !== step.to)
    throw new Broken(`a person's ${value} in ${object} is overwritten`);
}
