import type { Finding } from '../../domain/finding/finding.ts';
import { counted, formatBytes, formatCount, formatSpan } from '../../domain/quantities.ts';
import { endPrepared, endSession, isPasteable, quoteLiteral, sessionText } from '../../observation/database/wording.ts';
import type { HorizonHolder } from '../../ports/database.ts';
import type { Inputs } from './inputs.ts';
import type { Trouble } from './observe.ts';

/** How many dead rows of which database are kept (or will be), in how many tables. */
export interface Held {
  readonly database: string;
  readonly tables: number;
  readonly rows: number;
}

/** A transaction younger than this is ordinary work, and gone before the vacuum comes to the table. */
const ordinaryMs = 60_000;
/** A slot or standby that is in use holds a little all the time; this many transactions behind is more than that. */
const farBehind = 10_000_000;

/**
 * One finding for each holder that is old in itself, or that keeps dead rows now. `proved`: a vacuum has just shown that the
 * rows stay: then whoever is the oldest keeps them, however young; the others would, once that one is gone, and are named
 * unless they are ordinary work. Before the vacuum it is a forecast.
 */
export function horizonFindings(
  holders: readonly HorizonHolder[],
  held: readonly Held[],
  inputs: Inputs,
  proved: boolean,
): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const holder of holders) {
    const keeps = held.filter((entry) => concerns(holder, entry.database));
    const oldest = proved && keeps.some((entry) => holders.find((other) => concerns(other, entry.database)) === holder);
    if (!isOld(holder, inputs) && !(keeps.length > 0 && (oldest || !isOrdinary(holder)))) continue;
    const finding = findingOf(holder, keeps, inputs, proved);
    // holders come oldest first: of several sessions of one application the oldest is shown
    if (!findings.has(finding.subject)) findings.set(finding.subject, finding);
  }
  return [...findings.values()];
}

/** Whether a holder can keep rows of that database's tables (since version 14 a transaction of another one cannot). */
function concerns(holder: HorizonHolder, database: string): boolean {
  switch (holder.kind) {
    case 'transaction':
    case 'prepared-transaction':
      return holder.database === undefined || holder.database === database;
    case 'replication-slot':
      return holder.holds === 'everything';
    case 'standby-feedback':
      return true;
  }
}

function isOld(holder: HorizonHolder, inputs: Inputs): boolean {
  switch (holder.kind) {
    case 'transaction':
      return (holder.transactionMs ?? 0) >= inputs['old-transaction'];
    case 'prepared-transaction':
      return holder.preparedMs >= inputs['old-transaction'];
    case 'replication-slot':
      return !holder.active || holder.age >= farBehind;
    case 'standby-feedback':
      return holder.age >= farBehind;
  }
}

const isOrdinary = (holder: HorizonHolder): boolean =>
  (holder.kind === 'transaction' && (holder.transactionMs ?? 0) < ordinaryMs) ||
  (holder.kind === 'standby-feedback' && holder.age < 1000) ||
  (holder.kind === 'prepared-transaction' && holder.preparedMs < ordinaryMs);

function findingOf(holder: HorizonHolder, keeps: readonly Held[], inputs: Inputs, proved: boolean): Finding {
  const { subject, what, evidence, next } = describe(holder, inputs);
  const rows = keeps.reduce((sum, entry) => sum + entry.rows, 0);
  const tables = keeps.reduce((sum, entry) => sum + entry.tables, 0);
  const kept =
    keeps.length === 0
      ? ''
      : `; ${proved ? 'keeps' : 'may keep'} ${counted(rows, 'dead row')} in ${counted(tables, 'table')}`;
  return {
    code: 'horizon-held',
    severity: 'warn',
    subject,
    title: keeps.length > 0 && proved ? `vacuum is held back by ${what}` : `${what} can hold vacuum back`,
    evidence: `${evidence}${kept}`,
    next,
  };
}

interface Description {
  /** Stable from run to run: no pid, no time. */
  readonly subject: string;
  readonly what: string;
  readonly evidence: string;
  readonly next: string;
}

function describe(holder: HorizonHolder, inputs: Inputs): Description {
  const behind = `${counted(holder.age, 'transaction')} behind`;
  const bound = `warns from ${formatSpan(inputs['old-transaction'])}`;
  switch (holder.kind) {
    case 'transaction': {
      const who = holder.application || holder.user || `pid ${holder.pid}`;
      return {
        subject: `transaction of ${who} in database ${holder.database ?? '(none)'}`,
        what: `a transaction open for ${formatSpan(holder.transactionMs ?? 0)}`,
        evidence: `${sessionText(holder)}; ${behind} (${bound})`,
        next: endSession(holder),
      };
    }
    case 'prepared-transaction':
      return {
        subject: `prepared transaction ${holder.id}`,
        what: 'a prepared transaction that nobody has ended',
        evidence: `prepared ${formatSpan(holder.preparedMs)} ago by ${holder.owner} in database ${holder.database}; ${behind} (${bound})`,
        next: endPrepared(holder.id),
      };
    case 'replication-slot':
      return slot(holder, behind);
    case 'standby-feedback':
      return {
        subject: `standby ${holder.application}`,
        what: 'queries on a standby (hot_standby_feedback)',
        evidence: `standby ${holder.application} at ${holder.address}; ${behind} (warns from ${formatCount(farBehind)})`,
        next: 'on that standby: `select pid, application_name, xact_start from pg_stat_activity order by xact_start limit 5`',
      };
  }
}

function slot(holder: Extract<HorizonHolder, { kind: 'replication-slot' }>, behind: string): Description {
  const drop = isPasteable(holder.name)
    ? `\`select pg_drop_replication_slot(${quoteLiteral(holder.name)})\` if nobody reads it any more`
    : 'drop the slot (`select * from pg_replication_slots`) if nobody reads it any more';
  const use = holder.active ? 'in use' : 'read by nobody';
  const scope = holder.holds === 'catalogues' ? 'keeps rows of system catalogues' : 'keeps rows of every table';
  return {
    subject: `replication slot ${holder.name}`,
    what: holder.active ? 'a replication slot that is far behind' : 'a replication slot that nobody reads',
    evidence: `${holder.type} slot, ${use}, ${behind}, ${scope} and ${formatBytes(holder.retainedBytes)} of write-ahead log`,
    next: holder.active ? 'look at the consumer of the slot: it does not keep up' : drop,
  };
}

/** Who holds the horizon cannot be seen. */
export function horizonUnseen(
  server: string,
  user: string,
  trouble: Trouble | undefined,
  readsStatistics: boolean,
): readonly Finding[] {
  if (trouble === undefined && readsStatistics) return [];
  return [
    {
      code: 'horizon-not-seen',
      severity: 'unknown',
      subject: server,
      title: 'who keeps dead rows from being removed cannot be seen',
      evidence: trouble?.cause ?? `role ${user} is no member of pg_read_all_stats`,
      next:
        trouble?.next ??
        '`grant pg_read_all_stats to maintenance;` (deploy/postgres/maintenance-role.sql does all of it)',
    },
  ];
}
