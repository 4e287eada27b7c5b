import { formatSpan } from '../../domain/quantities.ts';
import type { BlockingSession, SessionEntry } from '../../ports/database.ts';

/** Words that PostgreSQL reserves (appendix C): as a name they need quotes. */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
  current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having
  ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not
  notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar
  some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window
  with`.split(/\s+/),
);

/** A name as SQL takes it. */
export function quoteIdentifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL takes it (with `standard_conforming_strings`, the default since 9.1). */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Whether a name can stand in a command that somebody pastes: no control characters, no backticks, nothing of a shell. */
export function isPasteable(name: string): boolean {
  return /^[\p{L}\p{N}_ .@:+-]+$/u.test(name);
}

/** `pid 4711, application reporting, user bi, idle in transaction for 7 h 12 min, last command SELECT (query id 42)` */
export function sessionText(session: SessionEntry): string {
  const parts = [`pid ${session.pid}`];
  if (session.application !== '') parts.push(`application ${session.application}`);
  if (session.user !== '') parts.push(`user ${session.user}`);
  const span = session.transactionMs === undefined ? '' : `, transaction open for ${formatSpan(session.transactionMs)}`;
  parts.push(`${session.state}${span}`);
  const query = session.queryId === undefined || session.queryId === '0' ? '' : ` (query id ${session.queryId})`;
  parts.push(`last command ${session.command}${query}`);
  return parts.join(', ');
}

/** `pid 4711, …, holds ACCESS SHARE`, or `…, waits for ACCESS EXCLUSIVE behind pid 4711`. */
export function blockerText(blocker: BlockingSession): string {
  if (blocker.kind === 'prepared-transaction') return `prepared transaction ${blocker.id}, holds ${blocker.lock}`;
  const { granted, lock, waitsFor } = blocker;
  const behind = waitsFor.slice(0, 3).map((pid) => (pid === 0 ? 'a prepared transaction' : `pid ${pid}`));
  const waits = granted ? ', waits itself' : '';
  const queue = behind.length === 0 ? '' : `${waits} behind ${behind.join(' and ')}`;
  return `${sessionText(blocker)}, ${granted ? 'holds' : 'waits for'} ${lock}${queue}`;
}

/** How a session is ended, by whoever may decide that. */
export function endSession(session: SessionEntry): string {
  return `\`select pg_terminate_backend(${session.pid})\` after asking its owner`;
}

/** How a prepared transaction is ended, by whoever may decide that. */
export function endPrepared(id: string): string {
  return isPasteable(id)
    ? `\`commit prepared ${quoteLiteral(id)}\` or \`rollback prepared ${quoteLiteral(id)}\` after asking its owner`
    : 'commit or roll back the prepared transaction of that id after asking its owner (`select * from pg_prepared_xacts`)';
}
