import { decide } from '../../domain/conduct/decide.ts';
import { openJournalOf } from '../../domain/conduct/open-journal.ts';
import type { CatalogueTask, Decision, Due, OpenJournal, Trigger } from '../../domain/conduct/situation.ts';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import type { Job } from '../../domain/job/job.ts';
import { takeClaim } from '../../domain/state/claims.ts';
import type { StateDocuments } from '../../domain/state/documents.ts';

import type { Clock } from '../../ports/clock.ts';
import { causeOf, unknownFinding } from '../carry-out/trouble.ts';
import { graceBy, outlasting } from '../lease-patience.ts';
import type { Maintenance } from '../maintenance.ts';
import { byHandPatienceMs, waitForJournal } from './behind-journal.ts';
import { type Closing, closeOpenJournal } from './close-journal.ts';

/** What the conductor works from. */
export interface Beginning {
  readonly trigger: Trigger;
  readonly configuration: Configuration;
  readonly catalogue: readonly CatalogueTask[];
  readonly maintenance: Maintenance;
  readonly clock: Clock;
  readonly run: Job['run'];
  readonly platform: Job['platform'];
  /** What credentials do not enforce here. */
  readonly advisory?: string;
  /** URL, attempt and job: as claims and the journal name this run. */
  readonly runWord: string;
  /** {@link runWord} and a random token: who holds the Lease. */
  readonly holder: string;
  /** When the job began, epoch ms. */
  readonly jobStartedAt: number;
  readonly closing: Pick<Closing, 'executor' | 'context'>;
  readonly progress: (text: string) => void;
}

/** How long a run waits at least for another one's Lease, ms. */
const leasePatienceMs = 8 * 60_000;

interface Seen {
  readonly state: Pick<StateDocuments, 'claims' | 'durations'> | undefined;
  readonly journal: OpenJournal | undefined;
  readonly findings: readonly Finding[];
}

const nothingSeen: Seen = { state: { claims: [], durations: {} }, journal: undefined, findings: [] };

/**
 * Decide what is due, and in apply mode take the Lease, close a dead run's journal, and claim the opening. Outside every
 * opening the cluster is not even asked. Nothing of the platform itself is changed here. Never rejects on what the cluster
 * answers: what could not be read is in the job.
 */
export async function begin(beginning: Beginning): Promise<Job> {
  const calendarOnly = decide(situationOf(beginning, nothingSeen));
  if (calendarOnly.kind === 'nothing-due' && calendarOnly.window.opensAt === undefined) {
    return jobOf(beginning, calendarOnly, []);
  }
  const seen = await lookPatiently(beginning);
  const decision = decide(situationOf(beginning, seen));
  if (decision.kind !== 'due' || decision.mode === 'plan' || decision.due.length === decision.lookOnly.length) {
    const job = jobOf(beginning, decision, seen.findings);
    const waits = beginning.trigger.mode === 'apply' && seen.journal?.reversible === true;
    return waits ? { ...job, recover: true } : job;
  }
  return underLease(beginning, decision, seen);
}

/** Under the Lease what the state says can no longer change: look and decide again, then claim. */
async function underLease(beginning: Beginning, first: Due, before: Seen): Promise<Job> {
  beginning.progress('taking the Lease');
  const { lease, journal } = beginning.maintenance;
  const grace = graceBy(journal);
  let taken: Awaited<ReturnType<typeof lease.take>>;
  try {
    const patienceMs = Math.max(leasePatienceMs, outlasting(await grace()));
    taken = await lease.take(beginning.holder, { patienceMs, grace });
  } catch (error) {
    const finding = unknownFinding(
      'lease-not-taken',
      'lease/maintenance',
      'the Lease could not be taken, so nothing was changed',
      error,
    );
    return nothingChanged(beginning, first, [...before.findings, finding], causeOf(error));
  }
  if (!taken.taken)
    return nothingChanged(beginning, first, before.findings, `another run holds the Lease (${taken.holder})`);
  return afterLease(beginning, first, before, taken.after);
}

/** The Lease is held: `after` whom, where somebody had it when we asked. */
async function afterLease(beginning: Beginning, first: Due, before: Seen, after: string | undefined): Promise<Job> {
  const job = await settledAndClaimed(beginning, first, before);
  return after === undefined ? job : { ...job, notes: [...job.notes, `waited for the Lease, which ${after} held`] };
}

async function settledAndClaimed(beginning: Beginning, first: Due, before: Seen): Promise<Job> {
  const { lease } = beginning.maintenance;
  const closed = await settleJournal(beginning);
  if (closed.kind === 'left-open') {
    await lease.release(beginning.holder);
    const findings = [...before.findings, ...(closed.finding ? [closed.finding] : [])];
    return { ...nothingChanged(beginning, first, findings, 'an open journal waits for recovery'), recover: true };
  }
  const seen = await look(beginning);
  const decision = decide(situationOf(beginning, seen));
  const findings = [...seen.findings, ...(closed.finding ? [closed.finding] : [])];
  if (decision.kind !== 'due' || decision.due.length === 0) {
    await lease.release(beginning.holder);
    return jobOf(beginning, decision, findings);
  }
  return claimed(beginning, decision, findings);
}

async function claimed(beginning: Beginning, decision: Due, findings: readonly Finding[]): Promise<Job> {
  const { maintenance, clock, runWord } = beginning;
  const { claim } = decision;
  const job = jobOf(beginning, decision, findings);
  if (claim === undefined) return { ...job, leaseHolder: beginning.holder };
  const at = new Date(clock.now()).toISOString();
  const requests = [claim, ...decision.absorbs].map((opening) => ({
    opening,
    window: opening.split('@')[0] ?? opening,
    run: runWord,
    at,
  }));
  try {
    await maintenance.state.update('claims', (claims) => requests.reduce(takeClaim, claims));
    return { ...job, opening: claim, leaseHolder: beginning.holder };
  } catch (error) {
    const finding = unknownFinding(
      'not-claimed',
      claim,
      'the opening could not be claimed, so nothing was changed',
      error,
    );
    await maintenance.lease.release(beginning.holder).catch(() => undefined);
    return nothingChanged(beginning, decision, [...findings, finding], causeOf(error));
  }
}

type SettledJournal = { readonly kind: 'none' | 'closed' | 'left-open'; readonly finding?: Finding };

async function settleJournal(beginning: Beginning): Promise<SettledJournal> {
  const { maintenance, runWord, closing, clock } = beginning;
  try {
    return await closeOpenJournal({ journal: maintenance.journal, run: runWord, clock, ...closing });
  } catch (error) {
    return {
      kind: 'left-open',
      finding: unknownFinding('journal-not-closed', 'journal', 'an open journal could not be closed', error),
    };
  }
}

/** As {@link look}; who plans by hand while another run is at work is not sent away at once. */
async function lookPatiently(beginning: Beginning): Promise<Seen> {
  const seen = await look(beginning);
  const { trigger, maintenance, clock, progress } = beginning;
  if (trigger.mode !== 'plan' || trigger.kind !== 'dispatch' || seen.journal === undefined) return seen;
  const { journal } = maintenance;
  const { signal } = beginning.closing.context;
  const waiting = { journal, clock, patienceMs: byHandPatienceMs, signal, progress };
  await waitForJournal(waiting).catch(() => undefined);
  return look(beginning);
}

/** Read claims, durations and the journal. Not being able to is a finding, and nothing that changes anything is due then. */
async function look({ maintenance }: Beginning): Promise<Seen> {
  try {
    const [claims, durations, open] = await Promise.all([
      maintenance.state.read('claims'),
      maintenance.state.read('durations'),
      maintenance.journal.read(),
    ]);
    return {
      state: { claims, durations },
      journal: open && openJournalOf(open),
      findings: [],
    };
  } catch (error) {
    const finding = unknownFinding(
      'state-not-read',
      'state',
      'what earlier runs left could not be read, so nothing is changed',
      error,
    );
    return { state: undefined, journal: undefined, findings: [finding] };
  }
}

const situationOf = (beginning: Beginning, seen: Seen) => ({
  configuration: beginning.configuration,
  catalogue: beginning.catalogue,
  trigger: beginning.trigger,
  now: beginning.clock.now(),
  jobStartedAt: beginning.jobStartedAt,
  run: beginning.runWord,
  state: seen.state,
  ...(seen.journal === undefined ? {} : { openJournal: seen.journal }),
});

function jobOf(beginning: Beginning, decision: Decision, findings: readonly Finding[]): Job {
  const due = decision.kind === 'due' ? decision : undefined;
  return {
    mode: due?.mode ?? beginning.trigger.mode,
    run: { ...beginning.run, ...(beginning.trigger.reason ? { reason: beginning.trigger.reason } : {}) },
    platform: beginning.platform,
    window: decision.window,
    absorbs: due?.absorbs ?? [],
    continues: due?.continues ?? false,
    due: due?.due ?? [],
    lookOnly: due?.lookOnly ?? [],
    notDue: due?.notDue ?? [],
    notes: decision.notes,
    findings,
    ...(decision.kind === 'refused' ? { refusal: decision.refusal } : {}),
    ...(beginning.advisory !== undefined && (due?.mode ?? beginning.trigger.mode) === 'apply'
      ? { advisory: beginning.advisory }
      : {}),
    earlier: due?.earlier ?? {},
    startedAt: new Date(beginning.jobStartedAt).toISOString(),
    closesAt: new Date(due?.closesAt ?? beginning.clock.now()).toISOString(),
    failOn: beginning.configuration.failOn,
  };
}

/** What was due is deferred, with the cause; nothing is claimed and nothing held. */
function nothingChanged(beginning: Beginning, decision: Due, findings: readonly Finding[], cause: string): Job {
  const deferred = decision.due.map((id) => ({ id, status: 'deferred' as const, verdict: 'warn' as const, cause }));
  const job = jobOf(beginning, decision, findings);
  return {
    ...job,
    due: [],
    lookOnly: [],
    notDue: [...job.notDue, ...deferred],
    notes: [...job.notes, `nothing was changed: ${cause}`],
  };
}
