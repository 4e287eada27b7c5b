import type pg from 'pg';
import type { Expectation, Expected, Restoration } from '../../ports/drill.ts';
import type { Cell } from './cell.ts';
import { inside, restoredDatabase, type Server } from './server.ts';

/** How long one count may take, ms. */
const countLimitMs = 600_000;

/** Count what was restored, and look for what must be there. */
export async function examine(
  server: Server,
  expectations: readonly Expectation[],
): Promise<Pick<Restoration, 'tables' | 'databaseBytes' | 'expected'>> {
  const client = await server.asRestorer();
  try {
    await client.query(`SET statement_timeout = ${countLimitMs}`);
    const { rows } = await client.query<{ tables: number; bytes: string }>(
      `SELECT count(*)::int AS tables, pg_database_size(current_database()) AS bytes FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'`,
    );
    const expected: Expected[] = [];
    for (const expectation of expectations) expected.push(await look(client, expectation));
    return { tables: rows[0]?.tables ?? 0, databaseBytes: Number(rows[0]?.bytes ?? 0), expected };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function look(client: pg.Client, { table, atLeast, row }: Expectation): Promise<Expected> {
  try {
    const found = await client.query<{ relation: string | null }>('SELECT to_regclass($1)::text AS relation', [table]);
    const relation = found.rows[0]?.relation;
    if (!relation) return { table, atLeast };
    const counted = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${relation}`);
    const rows = Number(counted.rows[0]?.rows ?? 0);
    return { table, atLeast, rows, ...(row === undefined ? {} : { rowFound: await isThere(client, relation, row) }) };
  } catch {
    return { table, atLeast };
  }
}

async function isThere(client: pg.Client, relation: string, row: NonNullable<Expectation['row']>): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM ${relation} WHERE ${client.escapeIdentifier(row.column)}::text = $1 LIMIT 1`,
    [row.value],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Check every table and B-tree with pg_amcheck (manual, "amcheck"). Exit status 2: corruption; it runs in the cell, and its
 * words stay there.
 */
export async function checkStorage(
  server: Server,
  cell: Cell,
  jobs: number,
): Promise<NonNullable<Restoration['amcheck']>> {
  const client = await server.asWarden(restoredDatabase);
  try {
    const there = await client.query("SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'");
    if (there.rowCount === 0) return { outcome: 'not-possible', says: 'the extension amcheck is not installed' };
    await client.query('CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA pg_catalog');
  } finally {
    await client.end().catch(() => undefined);
  }
  const connection = ['--host', server.socket, '--username', inside, `--jobs=${jobs}`];
  const code = await cell.run(`${server.programs}/pg_amcheck`, [...connection, restoredDatabase]);
  if (code === 0) return { outcome: 'clean', says: 'pg_amcheck found nothing' };
  if (code === 2) return { outcome: 'corrupt', says: 'pg_amcheck found damage in what was restored' };
  return { outcome: 'not-possible', says: `pg_amcheck ended with exit code ${code}` };
}
