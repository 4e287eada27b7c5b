import type { Clock } from '../../ports/clock.ts';
import type { TableOptions, TableOptionsChange, TableOptionsOutcome } from '../../ports/database.ts';
import { codeOf } from './errors.ts';
import { readBlockers } from './lock-queue.ts';
import type { Session } from './session.ts';
import { type WatchedSessions, watchOver } from './watch.ts';

type Which = Pick<TableOptionsChange, 'oid' | 'schema' | 'table'>;

/** Options of a table by oid and name; names are compared as they are carried, at most 300 characters long. */
export async function readTableOptions(session: Session, which: Which): Promise<TableOptions | undefined> {
  return (await readTable(session, which))?.options;
}

async function readTable(
  session: Session,
  { oid, schema, table }: Which,
): Promise<{ readonly name: string; readonly options: TableOptions } | undefined> {
  const [row] = await session.query<{ name: string; options: TableOptions }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            coalesce((select jsonb_object_agg(o.option_name, o.option_value)
                        from pg_options_to_table(c.reloptions) o), '{}'::jsonb) as options
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.oid = $1 and left(n.nspname::text, 300) = $2 and left(c.relname::text, 300) = $3`,
    [oid, schema, table],
  );
  return row;
}

const failures: Readonly<Record<string, TableOptionsOutcome['outcome']>> = {
  '55P03': 'locked',
  '42501': 'not-permitted',
  '42P01': 'gone',
};

/**
 * Set and reset options in one transaction that first takes the lock which the change itself takes (SHARE UPDATE EXCLUSIVE:
 * reads and writes go on) and then compares what is there. Who is in the way is seen from outside while it waits. Option names
 * and values are checked by whoever calls, and once more here: nothing but words and numbers becomes part of a statement.
 */
export async function setTableOptions(
  { worker, watcher }: WatchedSessions,
  change: TableOptionsChange,
  clock: Clock,
): Promise<TableOptionsOutcome> {
  const before = await readTable(worker, change);
  if (before === undefined) return { outcome: 'gone' };
  await worker.query('begin');
  const { lockTimeoutMs } = change;
  const watch = watchOver(
    { pid: worker.pid, table: change, lockTimeoutMs },
    watcher,
    clock,
    new AbortController().signal,
  );
  const came = await changed(worker, change, before.name).catch((error: unknown) => ({ error }));
  const { ahead, behind } = await watch.end();
  if (typeof came === 'string') {
    await worker.query(came === 'done' ? 'commit' : 'rollback');
    return { outcome: came };
  }
  // the watch cancels it for somebody who waits behind it
  const known = behind.length > 0 ? 'locked' : failures[codeOf(came.error) ?? ''];
  if (!worker.ended) await worker.query('rollback');
  if (known === undefined) throw came.error;
  if (known !== 'locked') return { outcome: known };
  return { outcome: known, blockers: ahead.length > 0 ? ahead : await readBlockers(watcher, change) };
}

type Changed = 'done' | 'moved' | 'gone';

async function changed(session: Session, change: TableOptionsChange, name: string): Promise<Changed> {
  await session.query(`lock table only ${name} in share update exclusive mode`);
  const now = await readTable(session, change);
  if (now === undefined) return 'gone';
  if (Object.entries(change.from).some(([option, value]) => (now.options[option] ?? null) !== value)) return 'moved';
  const set = Object.entries(change.to).flatMap(([option, value]) =>
    value === null ? [] : [`${word(option)} = ${number(value)}`],
  );
  const reset = Object.entries(change.to).flatMap(([option, value]) => (value === null ? [word(option)] : []));
  if (set.length > 0) await session.query(`alter table only ${name} set (${set.join(', ')})`);
  if (reset.length > 0) await session.query(`alter table only ${name} reset (${reset.join(', ')})`);
  return 'done';
}

function word(option: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(option)) throw new TypeError('an option of a table that is no word');
  return option;
}

function number(value: string): string {
  if (!/^\d{1,10}(\.\d{1,6})?$/.test(value)) throw new TypeError('an option of a table whose value is no number');
  return value;
}
