import type { Finding } from '../domain/finding/finding.ts';
import { counted, formatSpan } from '../domain/quantities.ts';
import type { Effect } from '../domain/step/effect.ts';
import type { StepOf } from '../domain/step/step.ts';
import { lockedTable } from '../observation/database/locked-table.ts';
import { sessionText } from '../observation/database/wording.ts';
import type { VacuumOutcome } from '../ports/database.ts';
import { defineStep } from './executor.ts';

type VacuumStep = StepOf<'vacuum-table'>;

/** Vacuum or analyze one table. Forward: what the server did is told by its statistics, a locked table is skipped. */
export default defineStep({
  kind: 'vacuum-table',
  ports: ['database'],
  provedBy: 'settle',
  precondition: async ({ ports }, { parameters }) => {
    const instance = await ports.database.instance(parameters.server);
    return instance.role === 'primary'
      ? { holds: true }
      : { holds: false, moved: `${parameters.server} is a standby now` };
  },
  apply: async ({ ports, signal }, step) => {
    const { server, ...request } = step.parameters;
    return effectOf(step, await ports.database.vacuum(server, request, signal));
  },
  settle: async ({ ports }, step) => {
    const { server, database, oid, vacuum } = step.parameters;
    const { tables } = await ports.database.tables(server, database);
    const table = tables.find((entry) => entry.oid === oid);
    if (table === undefined) return 'moved';
    const before = (step.from as { readonly lastDone?: string | null }).lastDone ?? null;
    const after = vacuum ? table.lastVacuum : table.lastAnalyze;
    // while it still runs on the server the statistics do not show it
    return after !== undefined && new Date(after).toISOString() !== before ? 'done' : 'cannot-tell';
  },
});

function effectOf(step: VacuumStep, outcome: VacuumOutcome): Effect {
  const said = outcomeOf(step, outcome);
  return { text: said.text, measurements: said.measurements ?? [], findings: said.finding ? [said.finding] : [] };
}

interface Said extends Partial<Pick<Effect, 'measurements'>> {
  readonly text: string;
  readonly finding?: Finding;
}

function outcomeOf(step: VacuumStep, outcome: VacuumOutcome): Said {
  const { parameters, subject } = step;
  switch (outcome.outcome) {
    case 'done':
      return doneText(step, outcome);
    case 'gone':
      return { text: 'skipped: the table is gone, or another has taken its place' };
    case 'locked':
      return {
        text: 'skipped: locked',
        finding: lockedTable(subject, 'not vacuumed: the table is locked', parameters.lockTimeoutMs, outcome.blockers),
      };
    case 'yielded':
      return {
        text: 'given up: another session waited behind it',
        finding: {
          code: 'vacuum-gave-way',
          severity: 'warn',
          subject,
          title: 'the vacuum gave way to a session that waited for the table',
          evidence: outcome.waiting.map(sessionText).slice(0, 3).join('; '),
          next: 'the next opening tries again; keep migrations out of the window',
        },
      };
    case 'timed-out':
      return {
        text: `ended after ${formatSpan(outcome.afterMs)}`,
        finding: {
          code: 'vacuum-timed-out',
          severity: 'warn',
          subject,
          title: 'the vacuum did not come to its end in the time it had',
          evidence: `ended after ${formatSpan(outcome.afterMs)} (bound ${formatSpan(parameters.statementTimeoutMs)})`,
          next: 'raise `table-timeout`, or let autovacuum work more often on this table (autovacuum_vacuum_scale_factor)',
        },
      };
    case 'not-permitted':
      return {
        text: 'skipped: not permitted',
        finding: {
          code: 'vacuum-not-permitted',
          severity: 'warn',
          subject,
          title: 'the server skipped the table: our role may not vacuum it',
          evidence: 'only a warning and no error; the statistics show no vacuum',
          next: 'make our role a member of the role that owns the table (before version 17), or grant it MAINTAIN',
        },
      };
    case 'without-effect':
      return {
        text: 'without effect',
        finding: {
          code: 'vacuum-without-effect',
          severity: 'fail',
          subject,
          title: 'the vacuum ended without an error, but the statistics show none',
          evidence: `${parameters.vacuum ? 'last_vacuum' : 'last_analyze'} has not moved`,
          next: 'look at the server log, and whether `track_counts` is on',
        },
      };
  }
}

function doneText(step: VacuumStep, outcome: Extract<VacuumOutcome, { outcome: 'done' }>): Said {
  if (!step.parameters.vacuum) return { text: 'statistics collected' };
  const removed = outcome.removed ?? Math.max(0, outcome.deadBefore - outcome.deadAfter);
  const kept = outcome.notYetRemovable ?? outcome.deadAfter;
  const keptText = kept > 0 ? `, ${counted(kept, 'dead row')} not yet removable` : '';
  return {
    text: `${counted(removed, 'dead row')} removed${keptText}`,
    measurements: [
      {
        name: 'dead-rows-removed',
        subject: step.subject,
        value: removed,
        unit: 'count',
        comparedWith: { what: 'dead rows before', value: outcome.deadBefore },
      },
    ],
  };
}
