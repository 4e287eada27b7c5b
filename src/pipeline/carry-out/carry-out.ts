import { type Finding, verdictOf } from '../../domain/finding/finding.ts';
import { mergeFindings } from '../../domain/finding/merge.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { movedRefusal } from '../../domain/plan/moved.ts';
import { type Draft, type NotChecked, type Observation, type Plan, sealPlan } from '../../domain/plan/plan.ts';
import { withoutReserved } from '../../domain/plan/reserved.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { TaskStatus } from '../../domain/state/documents.ts';
import { isPreventive } from '../../domain/step/step.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import { undoneEntry } from '../undo/undone-entry.ts';
import { stoppedFinding } from './endings.ts';
import { entryOf } from './entry.ts';
import type { Environment } from './environment.ts';
import type { Prepared, Request } from './request.ts';
import { type Taken, takeSteps } from './take-steps.ts';
import { causeOf, isCancelled, unknownFinding } from './trouble.ts';

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

/** What planning alone gives: the outcome of a dry run, and the plan itself unless it is refused as a whole. */
export interface Made {
  readonly outcome: TaskOutcome;
  readonly prepared?: Prepared;
}

/** Observe and plan, and change nothing; the plan can be applied later, as it is. Never rejects. */
export async function makePlan(task: AnyTask, request: Request, environment: Environment): Promise<Made> {
  const started = environment.clock.monotonic();
  const looked = await look(task, request, environment);
  const durationMs = Math.round(environment.clock.monotonic() - started);
  if ('ended' in looked) return { outcome: looked.ended(durationMs) };
  const { plan, draft } = looked;
  return { outcome: planned(task, request, plan, draft)(durationMs), prepared: { plan, draft } };
}

async function attempt(task: AnyTask, request: Request, environment: Environment): Promise<Attempt> {
  const looked = await look(task, request, environment);
  if ('ended' in looked) return looked.ended;
  const { context, observation, plan, draft } = looked;
  const { changing } = environment;
  if (changing.mode === 'plan') return planned(task, request, plan, draft);
  const unasked = unapproved(task, request);
  if (unasked !== undefined) return planned(task, request, plan, draft, { status: 'refused', cause: unasked });
  const moved = request.prepared && movedRefusal(task, request.prepared.plan, observation);
  if (moved !== undefined) {
    const refused = { status: 'refused', cause: `${moved.rule}: ${moved.state}` } as const;
    return planned(task, request, { ...plan, refusals: [...plan.refusals, moved] }, draft, refused);
  }
  if (plan.steps.length === 0) return planned(task, request, plan, { ...draft, notChecked: [] });
  const taken = await takeSteps(plan, environment, changing, context);
  return verified(task, request, { plan, draft, observation, taken }, context);
}

interface Looked {
  readonly context: TaskContext;
  readonly observation: Observation;
  readonly plan: Plan;
  readonly draft: Draft;
}

/** Observe, and take the prepared plan or make one. `ended`: there is none, or none that may be taken. */
async function look(
  task: AnyTask,
  request: Request,
  environment: Environment,
): Promise<Looked | { readonly ended: Attempt }> {
  const context = contextOf(task, environment);
  let observation: Observation;
  let draft: Draft;
  let plan: Plan;
  try {
    environment.progress(`${task.id}: looking`);
    observation = await task.observe(context, request.inputs as never);
    draft = request.prepared?.draft ?? planOf(task, request, observation, environment, context.now);
    plan = request.prepared?.plan ?? sealPlan(task.id, request.inputs, observation.basis, draft);
  } catch (error) {
    return { ended: couldNotLook(task, request, error) };
  }
  const forbidden = forbiddenSteps(task, plan);
  if (forbidden === undefined) return { context, observation, plan, draft };
  return { ended: planned(task, request, plan, draft, { status: 'refused', cause: forbidden }) };
}

function planOf(
  task: AnyTask,
  { inputs }: Request,
  observation: Observation,
  { platform, thresholds, calendar, changing, reserved = [] }: Environment,
  now: number,
): Draft {
  const until = changing.mode === 'apply' ? { closesAt: changing.closesAt } : {};
  const draft = task.plan(observation, { inputs: inputs as never, platform, thresholds, calendar, now, ...until });
  return withoutReserved(draft, reserved);
}

/** A task of a gated type changes nothing by a plan that nobody was asked about. */
function unapproved(task: AnyTask, { prepared }: Request): string | undefined {
  if (task.type === 'preventive' || prepared !== undefined) return undefined;
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
  const status = refused || onlyRefusals ? 'refused' : plan.steps.length > 0 ? 'planned' : nothingTaken(draft);
  const floor: Verdict = refused || plan.refusals.length > 0 || status === 'deferred' ? 'warn' : 'not-applicable';
  const verdict = draft.notApplicable === undefined ? worst([verdictOf(draft.findings), floor]) : 'not-applicable';
  const cause = refused?.cause ?? draft.notApplicable ?? draft.deferred;
  return (durationMs) => ({
    entry: entryOf(task, request, {
      verdict,
      status,
      ...(cause === undefined ? {} : { cause }),
      result: draft.result,
      notChecked: draft.notChecked,
      plan,
      measurements: draft.measurements,
      ...(draft.forecasts === undefined ? {} : { forecasts: draft.forecasts }),
      durationMs,
    }),
    findings: draft.findings,
    ...sightingsOf(draft),
  });
}

/** What a plan without a step, and without a refusal, amounts to. */
const nothingTaken = ({ deferred }: Draft): TaskStatus => (deferred === undefined ? 'nothing-to-do' : 'deferred');

const sightingsOf = ({ sightings }: Draft) => (sightings === undefined ? {} : { sightings });

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
  const all = mergeFindings([...findings, ...taken.findings, ...stoppedFinding(task, taken)]);
  const failed = taken.applied.some((applied) => applied.outcome === 'failed');
  const left = draft.deferred === undefined ? 'done' : 'deferred';
  const status: TaskStatus = taken.stopped?.status ?? (failed ? 'failed' : left);
  const cause = taken.stopped?.cause ?? (status === 'deferred' ? draft.deferred : undefined);
  const softened = plan.refusals.length > 0 || status === 'deferred' || status === 'refused';
  const floor: Verdict = softened ? 'warn' : 'not-applicable';
  const refusal = taken.stopped?.refusal;
  return (durationMs) => ({
    entry: entryOf(task, request, {
      verdict: worst([verdictOf(all), floor]),
      status,
      ...(cause === undefined ? {} : { cause }),
      result,
      notChecked,
      plan: refusal === undefined ? plan : { ...plan, refusals: [...plan.refusals, refusal] },
      applied: taken.applied.map((applied) => ({
        step: applied.step.id,
        outcome: applied.outcome,
        ...(applied.effect ? { text: applied.effect.text } : {}),
        ...(applied.cause === undefined ? {} : { cause: applied.cause }),
        ...(applied.kept === undefined
          ? {}
          : { kept: applied.kept.map(({ what, lines }) => ({ what, lines: [...lines] })) }),
        durationMs: applied.durationMs,
      })),
      undone: taken.undone.map(undoneEntry),
      measurements: [...measurements, ...taken.applied.flatMap((applied) => applied.effect?.measurements ?? [])],
      durationMs,
    }),
    findings: all,
    ...sightingsOf(draft),
  });
}
