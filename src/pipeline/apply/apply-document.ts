import type { PlanDocument } from '../../domain/approval/document.ts';
import { foundIn } from '../../domain/approval/found.ts';
import { draftIn, notPreventive } from '../../domain/approval/make-documents.ts';
import { timeNeededMs } from '../../domain/approval/time-needed.ts';
import { untilBlackout } from '../../domain/calendar/blackouts.ts';
import type { Calendar } from '../../domain/calendar/window.ts';
import { verdictOf } from '../../domain/finding/finding.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Plan, Refusal } from '../../domain/plan/plan.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { TaskEntry } from '../../domain/report/schema.ts';
import { worst } from '../../domain/verdict.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import { carryOut } from '../carry-out/carry-out.ts';
import type { Changing, Environment, LastWord } from '../carry-out/environment.ts';
import { causeOf } from '../carry-out/trouble.ts';
import { LeaseKeeper } from '../lease-keeper.ts';
import { graceBy, outlasting } from '../lease-patience.ts';
import type { Maintenance } from '../maintenance.ts';

/** What applying a document works from. */
export interface ApplyingDocument {
  readonly document: PlanDocument;
  readonly task: (plan: Plan) => Promise<AnyTask | undefined>;
  readonly environment: (task: AnyTask, changing: Changing) => Promise<Environment>;
  readonly maintenance: Maintenance;
  readonly clock: Clock;
  /** Nothing goes on into a blackout of it. */
  readonly calendar: Calendar;
  /** URL, attempt and job. */
  readonly run: string;
  /** {@link run} and a random token. */
  readonly holder: string;
  /** When the job ends at the latest, epoch ms. */
  readonly jobEndsAt: number;
  /** The guard's second reading, and the approval spent: asked under the Lease, immediately before the very first step. */
  readonly lastWord: () => Promise<Refusal | undefined>;
  readonly closeJournal: () => Promise<'none' | 'closed' | 'left-open'>;
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
}

/** How often an occupied Lease or an open journal is looked at again, ms. */
const lookAgainMs = 15_000;

/**
 * Apply the plans of a document, exactly as they were approved: wait for the Lease (holding nothing) until estimate and
 * undo no longer fit, then observe again, compare, and take the steps. Nothing is spent when it comes to nothing. The Lease
 * stays held: the job's end gives it back, after undoing what is half-way.
 */
export async function applyDocument(applying: ApplyingDocument): Promise<readonly TaskOutcome[]> {
  const { document } = applying;
  const refused = notPreventive(document);
  if (refused !== undefined) {
    return all(
      document,
      'refused',
      `${refused} is not preventive: environment ${document.environment} may not take it`,
    );
  }
  const waited = await waitForLease(applying);
  if (waited !== undefined) return all(document, 'deferred', waited);
  const keeper = new LeaseKeeper(applying.maintenance.lease, applying.holder, applying.clock);
  const ended = new AbortController();
  void keeper.keep(ended.signal);
  const outcomes: TaskOutcome[] = [];
  try {
    let readAt: number | undefined;
    const beforeFirstStep = async (): Promise<LastWord> => {
      const now = applying.clock.monotonic();
      // one reading stands for all plans, and ages until the very first step is taken
      if (readAt !== undefined)
        return { readAt: outcomes.some(({ entry }) => entry.applied.length > 0) ? now : readAt };
      const refused = await applying.lastWord();
      if (refused !== undefined) return { refused };
      readAt = now;
      return { readAt };
    };
    for (const [index] of document.plans.entries()) {
      outcomes.push(await applyOne(applying, index, { keeper, beforeFirstStep }));
    }
  } finally {
    ended.abort();
  }
  return outcomes;
}

interface Holding {
  readonly keeper: LeaseKeeper;
  readonly beforeFirstStep: () => Promise<LastWord>;
}

async function applyOne(applying: ApplyingDocument, index: number, holding: Holding): Promise<TaskOutcome> {
  const { document, clock, maintenance, run } = applying;
  const entry = document.plans[index];
  if (entry === undefined) throw new RangeError(`the document has no plan ${index}`);
  const plan = entry.plan as unknown as Plan;
  const task = await applying.task(plan);
  if (task === undefined) return without(document, index, 'refused', `there is no task ${plan.task}`);
  if (task.type !== document.type) {
    return without(
      document,
      index,
      'refused',
      `${plan.task} is ${task.type}, and this is the gate of ${document.type} tasks`,
    );
  }
  const changing: Changing = {
    mode: 'apply',
    journal: maintenance.journal,
    run,
    planId: `${document.planId}/${plan.task}`,
    holdsLease: () => holding.keeper.holds(),
    closesAt: latestEnd(applying) - entry.undoMs,
    beforeFirstStep: holding.beforeFirstStep,
  };
  applying.progress(`${task.title}: applying plan ${plan.digest}, at ${new Date(clock.now()).toISOString()}`);
  const environment = await applying.environment(task, changing);
  const request = {
    inputs: plan.inputs as JsonObject,
    phase: 'main',
    prepared: { plan, draft: draftIn(entry) },
  } as const;
  return carryOut(task, request, environment);
}

/** Nothing of it may be under way after this, epoch ms: the end of its validity, of the job, or the next blackout. */
function latestEnd({ document, jobEndsAt, calendar, clock }: ApplyingDocument): number {
  const until = Math.min(Date.parse(document.notAfter), jobEndsAt);
  return untilBlackout(calendar, { from: clock.now(), until }, document.window?.name);
}

/** Take the Lease, also that of a holder which is dead, with no journal open; else why the time for it has run out. */
async function waitForLease(applying: ApplyingDocument): Promise<string | undefined> {
  const { document, clock, maintenance, holder, signal } = applying;
  const needed = document.plans.reduce((sum, each) => sum + timeNeededMs(each), 0);
  const latest = latestEnd(applying) - needed;
  const grace = graceBy(maintenance.journal);
  let occupied = 'there was no time left';
  while (clock.now() <= latest && !signal.aborted) {
    try {
      const patienceMs = Math.min(outlasting(await grace()), latest - clock.now());
      const taken = await maintenance.lease.take(holder, { patienceMs, grace, signal });
      if (taken.taken) {
        if ((await applying.closeJournal()) !== 'left-open') return undefined;
        occupied = 'an open journal waits for recovery';
        await maintenance.lease.release(holder);
      } else occupied = `another run holds the Lease (${taken.holder})`;
    } catch (error) {
      occupied = `the Lease could not be taken: ${causeOf(error)}`;
    }
    applying.progress(`waiting: ${occupied}`);
    await clock.sleep(lookAgainMs, signal).catch(() => undefined);
  }
  if (signal.aborted) return 'the run was cancelled while it waited';
  const end = new Date(latestEnd(applying)).toISOString();
  return `${occupied}; it takes up to ${formatSpan(needed)} with its undo, and must end by ${end}; a new plan is needed`;
}

const all = (document: PlanDocument, status: 'refused' | 'deferred', cause: string): readonly TaskOutcome[] =>
  document.plans.map((_, index) => without(document, index, status, cause));

/** A plan of which nothing was applied: what was found when it was made still stands, since nobody has looked since. */
function without(document: PlanDocument, index: number, status: 'refused' | 'deferred', cause: string): TaskOutcome {
  const entry = document.plans[index];
  if (entry === undefined) throw new RangeError(`the document has no plan ${index}`);
  const { plan } = entry;
  const { task, digest, steps, refusals } = plan as unknown as Plan;
  const { findings, notChecked } = foundIn(entry);
  const told: TaskEntry = {
    id: task,
    title: entry.title,
    type: document.type,
    verdict: worst([verdictOf(findings), 'warn']),
    phase: 'main',
    status,
    cause,
    result: 'nothing was changed',
    notChecked: [...notChecked],
    plan: { digest, steps: steps.map((step) => ({ ...step })), refusals: [...refusals] },
    applied: [],
    undone: [],
    measurements: [],
    durationMs: 0,
  };
  return { entry: told, findings };
}

/** The outcomes of a document that the guard refused: each with the rule, and nothing changed. */
export function refusedDocument(document: PlanDocument, refusal: Refusal): readonly TaskOutcome[] {
  return document.plans.map((_, index) => {
    const outcome = without(document, index, 'refused', `${refusal.rule}: ${refusal.state}`);
    const { plan } = outcome.entry;
    return plan === undefined
      ? outcome
      : { ...outcome, entry: { ...outcome.entry, plan: { ...plan, refusals: [...plan.refusals, refusal] } } };
  });
}
