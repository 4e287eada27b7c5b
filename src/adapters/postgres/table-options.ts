import type { TableOptions, TableOptionsChange, TableOptionsOutcome } from '../../ports/database.ts';
import { codeOf } from './errors.ts';
import { readBlockers } from './lock-queue.ts';
import type { Session } from './session.ts';

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
 * reads and writes go on) and then compares what is there. Option names and values are checked by whoever calls, and once
 * more here: nothing but words and numbers becomes part of a statement.
 */
export async function setTableOptions(session: Session, change: TableOptionsChange): Promise<TableOptionsOutcome> {
  const before = await readTable(session, change);
  if (before === undefined) return { outcome: 'gone' };
  await session.query('begin');
  let outcome: Changed;
  try {
    outcome = await changed(session, change, before.name);
  } catch (error) {
    const known = failures[codeOf(error) ?? ''];
    if (!session.ended) await session.query('rollback');
    if (known === undefined) throw error;
    if (known !== 'locked') return { outcome: known };
    return { outcome: known, blockers: await readBlockers(session, change) };
  }
  await session.query(outcome === 'done' ? 'commit' : 'rollback');
  return { outcome };
}

type Changed = 'done' | 'moved' | 'gone';

async function changed(session: Session, change: TableOptionsChange, name: string): Promise<Changed> {
  await session.query(`select set_config('lock_timeout', $1, true)`, [`${change.lockTimeoutMs}ms`]);
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
