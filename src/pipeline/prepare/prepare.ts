import { approvalDigest } from '../../domain/approval/digest.ts';
import type { PlanDocument } from '../../domain/approval/document.ts';
import { type Common, type MadePlan, makeDocuments } from '../../domain/approval/make-documents.ts';
import { outlastsItsValidity, timeNeededMs } from '../../domain/approval/time-needed.ts';
import type { Validity } from '../../domain/approval/validity.ts';
import type { Digest, JsonObject } from '../../domain/json.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { MaintenanceType } from '../../domain/task/declaration.ts';
import { worst } from '../../domain/verdict.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import { makePlan } from '../carry-out/carry-out.ts';
import type { Environment } from '../carry-out/environment.ts';

/** A task that is to be planned, with its parsed inputs. */
export interface Asked {
  readonly task: AnyTask;
  readonly inputs: JsonObject;
}

/** What planning works from. */
export interface Preparing {
  readonly asked: readonly Asked[];
  readonly environment: (task: AnyTask) => Promise<Environment>;
  /** What the documents have in common; called once the plans are there, with those that have steps. */
  readonly common: (made: readonly MadePlan[]) => Promise<Common>;
  readonly planId: (type: MaintenanceType) => string;
  readonly ahead: boolean;
  /** When the plans are to be applied, and until when they may be. */
  readonly validity: Validity;
  readonly clock: Pick<Clock, 'now'>;
}

/** One gate's document with the digest that an approval of it signs. */
export interface Sealed {
  readonly document: PlanDocument;
  readonly digest: Digest;
}

/** What planning gives: an outcome for each task, and a document for each gate that has something to approve. */
export interface Planned {
  readonly outcomes: readonly TaskOutcome[];
  readonly sealed: readonly Sealed[];
}

/**
 * Make the plans of tasks with credentials that cannot change the platform, and seal them gate by gate. A subject that two
 * plans name is kept in the first alone: two plans of one opening must not stand on each other's feet. A plan that could not
 * be applied and undone before its validity ends is refused here, and nobody is asked about it.
 */
export async function prepare(preparing: Preparing): Promise<Planned> {
  const outcomes: TaskOutcome[] = [];
  const made: MadePlan[] = [];
  const taken = new Map<string, string>();
  for (const { task, inputs } of preparing.asked) {
    const environment = await preparing.environment(task);
    const { outcome, prepared } = await makePlan(task, { inputs, phase: 'main' }, environment);
    const shared = prepared?.plan.steps.find(({ subject }) => taken.has(subject));
    if (shared !== undefined) {
      outcomes.push(deferredBy(outcome, shared.subject, taken.get(shared.subject) ?? ''));
      continue;
    }
    if (prepared === undefined || prepared.plan.steps.length === 0) {
      outcomes.push(outcome);
      continue;
    }
    const plan: MadePlan = { title: task.title, type: task.type, undoMs: task.undoMs, ...prepared };
    const refusal = outlasting(preparing, task, plan, made);
    outcomes.push(refusal === undefined ? outcome : refusedBy(outcome, refusal));
    if (refusal !== undefined) continue;
    for (const { subject } of prepared.plan.steps) taken.set(subject, task.id);
    made.push(plan);
  }
  if (made.length === 0) return { outcomes, sealed: [] };
  const documents = makeDocuments(made, await preparing.common(made), preparing);
  return { outcomes, sealed: documents.map((document) => ({ document, digest: approvalDigest(document) })) };
}

/** Plans of one gate are applied in one job, one after the other. */
function outlasting(
  { validity, clock }: Preparing,
  { id }: AnyTask,
  plan: MadePlan,
  made: readonly MadePlan[],
): Refusal | undefined {
  const before = made.filter(({ type }) => type === plan.type);
  const beforeMs = before.reduce((sum, each) => sum + timeNeededMs(each), 0);
  return outlastsItsValidity(plan, { task: id, beforeMs, validity, now: clock.now() });
}

/** A plan that is shown, and handed to nobody. */
function refusedBy({ entry, findings }: TaskOutcome, refusal: Refusal): TaskOutcome {
  const plan = entry.plan && { ...entry.plan, refusals: [...entry.plan.refusals, refusal] };
  const cause = `${refusal.rule}: ${refusal.state}`;
  const verdict = worst([entry.verdict, 'warn']);
  return { entry: { ...entry, verdict, status: 'refused', cause, ...(plan === undefined ? {} : { plan }) }, findings };
}

/** Nothing was left to hand to a gate because it was refused: whoever asked for it to be applied has not got it. */
export const isRefusedWhole = ({ outcomes, sealed }: Planned): boolean =>
  sealed.length === 0 && outcomes.some(({ entry }) => entry.status === 'refused');

/** A task whose subject another plan of the same opening names already. */
function deferredBy({ entry, findings }: TaskOutcome, subject: string, other: string): TaskOutcome {
  const refusal: Refusal = {
    subject,
    rule: 'two plans of one opening do not share a subject',
    state: `${other} plans to change ${subject} as well`,
    next: `let ${other} be applied, and plan this again`,
  };
  const plan = entry.plan && { ...entry.plan, refusals: [...entry.plan.refusals, refusal] };
  return {
    entry: { ...entry, status: 'deferred', cause: refusal.state, ...(plan === undefined ? {} : { plan }) },
    findings,
  };
}
