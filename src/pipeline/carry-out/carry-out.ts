import { type Finding, verdictOf } from '../../domain/finding/finding.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { movedRefusal } from '../../domain/plan/moved.ts';
import { type Draft, type NotChecked, type Observation, type Plan, sealPlan } from '../../domain/plan/plan.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { Phase, TaskEntry } from '../../domain/report/schema.ts';
import type { TaskStatus } from '../../domain/state/documents.ts';
import { isPreventive } from '../../domain/step/step.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import { undoneEntry } from '../undo/undone-entry.ts';
import type { Environment } from './environment.ts';
import { type Stopped, type Taken, takeSteps } from './take-steps.ts';
import { causeOf, isCancelled, unknownFinding } from './trouble.ts';

/** A plan that was made earlier and is applied as it is. */
export interface Prepared {
  readonly plan: Plan;
  /** What its observation showed then, for the report. */
  readonly draft: Draft;
}

/** What is asked of a task: its parsed inputs, and where in the window it stands. */
export interface Request {
  readonly inputs: JsonObject;
  readonly phase: Phase;
  /** Present when the plan was made, and approved where it must be, before: then nothing is planned again. */
  readonly prepared?: Prepared;
}

/**
 * Carry out one task: observe, plan, and in apply mode take the steps and verify. Never rejects: whatever happens is in
 * the outcome, which says truthfully how far it came.
 */
export async function carryOut(task: AnyTask, request: Request, environment: Environment): Promise<TaskOutcome> {
  const started = environment.clock.monotonic();
  const outcome = await attempt(task, request, environment);
  return outcome(Math.round(environment.clock.monotonic() - started));
}

type Attempt = (durationMs: number) => TaskOutcome;

async function attempt(task: AnyTask, request: Request, environment: Environment): Promise<Attempt> {
  const context = contextOf(task, environment);
  let observation: Observation;
  let draft: Draft;
  try {
    environment.progress(`${task.id}: looking`);
    observation = await task.observe(context, request.inputs as never);
    draft = request.prepared?.draft ?? planOf(task, request, observation, environment, context.now);
  } catch (error) {
    return couldNotLook(task, request, error);
  }
  const plan = request.prepared?.plan ?? sealPlan(task.id, request.inputs, observation.basis, draft);
  const { changing } = environment;
  const forbidden = forbiddenSteps(task, plan) ?? unapproved(task, request, changing.mode);
  if (forbidden !== undefined) return planned(task, request, plan, draft, { status: 'refused', cause: forbidden });
  if (changing.mode === 'plan') return planned(task, request, plan, draft);
  const moved = request.prepared && movedRefusal(task, request.prepared.plan, observation);
  if (moved !== undefined) {
    const refused = { status: 'refused', cause: `${moved.rule}: ${moved.state}` } as const;
    return planned(task, request, { ...plan, refusals: [...plan.refusals, moved] }, draft, refused);
  }
  if (plan.steps.length === 0) return planned(task, request, plan, { ...draft, notChecked: [] });
  const taken = await takeSteps(plan, environment, changing, context);
  return verified(task, request, { plan, draft, observation, taken }, context);
}

function planOf(
  task: AnyTask,
  { inputs }: Request,
  observation: Observation,
  { platform, thresholds, calendar }: Environment,
  now: number,
): Draft {
  return task.plan(observation, { inputs: inputs as never, platform, thresholds, calendar, now });
}

/** A task of a gated type changes nothing by a plan that nobody was asked about. */
function unapproved(task: AnyTask, { prepared }: Request, mode: 'plan' | 'apply'): string | undefined {
  if (task.type === 'preventive' || mode === 'plan' || prepared !== undefined) return undefined;
  return `${task.id} is ${task.type}: it changes something only by an approved plan (dispatch it through dispatch.yml)`;
}

/** The context a task sees: the ports that it declared, and the moment. */
function contextOf(task: AnyTask, environment: Environment): TaskContext {
  const ports = Object.fromEntries(
    task.ports.map((name: keyof typeof environment.ports) => [name, environment.ports[name]]),
  );
  return {
    ports: ports as unknown as TaskContext['ports'],
    platform: environment.platform,
    thresholds: environment.thresholds,
    calendar: environment.calendar,
    now: environment.clock.now(),
    signal: environment.signal,
    pause: (ms) => environment.clock.sleep(ms, environment.signal),
    progress: environment.progress,
  };
}

/** A preventive task plans preventive steps only, and every task only the kinds that it declares: else nothing is taken. */
function forbiddenSteps(task: AnyTask, plan: Plan): string | undefined {
  const undeclared = plan.steps.find((step) => !task.steps.includes(step.kind));
  if (undeclared) return `step kind ${undeclared.kind} is not among those that ${task.id} declares`;
  if (task.type !== 'preventive') return undefined;
  const gated = plan.steps.find((step) => !isPreventive(step));
  return gated && `${gated.id} is not preventive: it needs an approval, and belongs into a task that asks for one`;
}

function couldNotLook(task: AnyTask, request: Request, error: unknown): Attempt {
  const finding = unknownFinding('cannot-observe', task.id, `${task.id} could not look`, error);
  const status: TaskStatus = isCancelled(error) ? 'cancelled' : 'failed';
  const ended = { verdict: 'unknown', status, cause: causeOf(error), result: 'could not look' } as const;
  return (durationMs) => ({ entry: entryOf(task, request, { ...ended, durationMs }), findings: [finding] });
}

/** The outcome when no step was taken: plan mode, nothing to do, or refused. */
function planned(
  task: AnyTask,
  request: Request,
  plan: Plan,
  draft: Draft,
  refused?: { readonly status: 'refused'; readonly cause: string },
): Attempt {
  const onlyRefusals = plan.steps.length === 0 && plan.refusals.length > 0;
  const status: TaskStatus = refused || onlyRefusals ? 'refused' : plan.steps.length > 0 ? 'planned' : 'nothing-to-do';
  const floor: Verdict = refused || plan.refusals.length > 0 ? 'warn' : 'not-applicable';
  const verdict = draft.notApplicable === undefined ? worst([verdictOf(draft.findings), floor]) : 'not-applicable';
  const cause = refused?.cause ?? draft.notApplicable;
  return (durationMs) => ({
    entry: entryOf(task, request, {
      verdict,
      status,
      ...(cause === undefined ? {} : { cause }),
      result: draft.result,
      notChecked: draft.notChecked,
      plan,
      measurements: draft.measurements,
      durationMs,
    }),
    findings: draft.findings,
  });
}

interface Carried {
  readonly plan: Plan;
  readonly draft: Draft;
  readonly observation: Observation;
  readonly taken: Taken;
}

/** The outcome after steps: what the system's own state shows now. */
async function verified(task: AnyTask, request: Request, carried: Carried, context: TaskContext): Promise<Attempt> {
  const { plan, draft, observation, taken } = carried;
  let findings: readonly Finding[] = draft.findings;
  let measurements: readonly Measurement[] = draft.measurements;
  let notChecked: readonly NotChecked[] = [];
  let result = draft.result;
  try {
    const verification = await task.verify(
      context,
      { observation, draft, applied: taken.applied },
      request.inputs as never,
    );
    ({ findings, measurements, result } = verification);
    notChecked = verification.notChecked ?? [];
  } catch (error) {
    findings = [
      ...draft.findings,
      unknownFinding('cannot-verify', task.id, `${task.id} could not prove its effect`, error),
    ];
  }
  const all = uniqueFindings([...findings, ...taken.findings, ...stoppedFinding(task, taken)]);
  const failed = taken.applied.some((applied) => applied.outcome === 'failed');
  const status: TaskStatus = taken.stopped?.status ?? (failed ? 'failed' : 'done');
  const softened = plan.refusals.length > 0 || status === 'deferred' || status === 'refused';
  const floor: Verdict = softened ? 'warn' : 'not-applicable';
  const refusal = taken.stopped?.refusal;
  return (durationMs) => ({
    entry: entryOf(task, request, {
      verdict: worst([verdictOf(all), floor]),
      status,
      ...(taken.stopped ? { cause: taken.stopped.cause } : {}),
      result,
      notChecked,
      plan: refusal === undefined ? plan : { ...plan, refusals: [...plan.refusals, refusal] },
      applied: taken.applied.map((applied) => ({
        step: applied.step.id,
        outcome: applied.outcome,
        ...(applied.effect ? { text: applied.effect.text } : {}),
        ...(applied.cause === undefined ? {} : { cause: applied.cause }),
        durationMs: applied.durationMs,
      })),
      undone: taken.undone.map(undoneEntry),
      measurements: [...measurements, ...taken.applied.flatMap((applied) => applied.effect?.measurements ?? [])],
      durationMs,
    }),
    findings: all,
  });
}

/** What a reader is told of a plan that did not come to its end, by how it ended. */
const endings: Readonly<Record<Stopped['status'], Pick<Finding, 'severity' | 'title' | 'next'>>> = {
  deferred: { severity: 'warn', title: 'not all steps were taken', next: 'the next opening goes on with it' },
  cancelled: {
    severity: 'unknown',
    title: 'not all steps were taken',
    next: 'look at the cause and run the task again',
  },
  failed: { severity: 'unknown', title: 'not all steps were taken', next: 'look at the cause and run the task again' },
  refused: { severity: 'warn', title: 'nothing was changed', next: 'plan again, and have it approved' },
  'rolled-back': {
    severity: 'fail',
    title: 'a step failed, and what was changed is as it was before',
    next: 'look at the cause before the next attempt',
  },
  frozen: {
    severity: 'fail',
    title: 'a step failed, and what was changed was left as it is',
    next: 'decide about the subject by hand; nothing of ours touches it any more',
  },
};

/** Stopping before the end is something a person has to know. */
function stoppedFinding(task: AnyTask, { stopped }: Taken): readonly Finding[] {
  if (!stopped) return [];
  return [{ code: `steps-${stopped.status}`, subject: task.id, evidence: stopped.cause, ...endings[stopped.status] }];
}

/** The first finding of each code and subject. */
function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.subject]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

interface Ended {
  readonly verdict: Verdict;
  readonly status: TaskStatus;
  readonly cause?: string;
  readonly result: string;
  readonly notChecked?: readonly NotChecked[];
  readonly plan?: Plan;
  readonly applied?: TaskEntry['applied'];
  readonly undone?: TaskEntry['undone'];
  readonly measurements?: readonly Measurement[];
  readonly durationMs: number;
}

function entryOf(task: AnyTask, request: Request, ended: Ended): TaskEntry {
  const { plan } = ended;
  return {
    id: task.id,
    title: task.title,
    type: task.type,
    verdict: ended.verdict,
    phase: request.phase,
    status: ended.status,
    ...(ended.cause === undefined ? {} : { cause: ended.cause }),
    result: ended.result,
    notChecked: [...(ended.notChecked ?? [])],
    ...(plan
      ? { plan: { digest: plan.digest, steps: plan.steps.map((step) => ({ ...step })), refusals: [...plan.refusals] } }
      : {}),
    applied: [...(ended.applied ?? [])],
    undone: [...(ended.undone ?? [])],
    measurements: [...(ended.measurements ?? [])],
    durationMs: ended.durationMs,
  };
}
