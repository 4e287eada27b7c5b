import pg from 'pg';
import { restoredDatabase, restorer, type Server } from './server.ts';

/**
 * Create a listed extension as the superuser. The statement is made of its two names, never of the dump's own text, and
 * sent in the protocol that takes a single statement. What it brings for others to use is opened to the restoring role.
 */
export async function createExtension(
  server: Server,
  name: string,
  schema: string | undefined,
): Promise<'created' | 'not-installed'> {
  const client = await server.asWarden(restoredDatabase);
  try {
    const there = await client.query('SELECT 1 FROM pg_available_extensions WHERE name = $1', [name]);
    if (there.rowCount === 0) return 'not-installed';
    const into = schema === undefined ? '' : ` WITH SCHEMA ${pg.escapeIdentifier(schema)}`;
    const text = `CREATE EXTENSION IF NOT EXISTS ${pg.escapeIdentifier(name)}${into} CASCADE`;
    await client.query({ text, queryMode: 'extended' } as pg.QueryConfig);
    await openTo(client, name);
    return 'created';
  } catch {
    return 'not-installed';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Rows of an extension's own tables are in the dump; foreign data wrappers are used by servers in it. */
async function openTo(client: pg.Client, extension: string): Promise<void> {
  const members = await client.query<{ name: string; kind: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name, 'TABLE' AS kind FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
       JOIN pg_class c ON c.oid = d.objid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
         AND c.relkind IN ('r', 'p') AND e.extname = $1
     UNION ALL SELECT quote_ident(w.fdwname), 'FOREIGN DATA WRAPPER' FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
       JOIN pg_foreign_data_wrapper w ON w.oid = d.objid
       WHERE d.classid = 'pg_foreign_data_wrapper'::regclass AND d.refclassid = 'pg_extension'::regclass AND e.extname = $1`,
    [extension],
  );
  for (const { name, kind } of members.rows) {
    const right = kind === 'TABLE' ? 'SELECT, INSERT' : 'USAGE';
    await client.query(`GRANT ${right} ON ${kind} ${name} TO ${restorer}`);
  }
}
