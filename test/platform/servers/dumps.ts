import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../../../sandbox/toolchain/index.ts';
import { startPostgres } from './postgres.ts';

/** One database, dumped by the real pg_dump in each format. */
export interface RealDumps {
  readonly plain: Buffer;
  readonly inserts: Buffer;
  readonly custom: Buffer;
  /** The first is one with rows. */
  /** pg_dump's own tar format, and the directory as tar(1) puts it together. */
  readonly tar: Buffer;
  readonly directoryTar: Buffer;
  readonly directory: readonly { readonly name: string; readonly content: Buffer }[];
  readonly tables: number;
  /** That COPY brings. */
  readonly rows: number;
}

/** What a platform has that a reader of dumps can stumble over. */
const statements = [
  'CREATE ROLE phoenix_owner',
  'GRANT CREATE ON SCHEMA public TO phoenix_owner',
  'CREATE EXTENSION citext',
  `CREATE TABLE sensors (id int PRIMARY KEY, name citext, note text DEFAULT 'a;b''c')`,
  `INSERT INTO sensors SELECT n, 'sensor ' || n, CASE n % 4 WHEN 0 THEN NULL WHEN 1 THEN E'tab\\t and \\\\ and\\nline' ELSE '\\.' END FROM generate_series(1, 5000) n`,
  'ALTER TABLE sensors OWNER TO phoenix_owner',
  `CREATE TABLE "it's ""odd""; -- table" (id int, "col;umn" text)`,
  `INSERT INTO "it's ""odd""; -- table" VALUES (1, E'\\\\.'), (2, '$$; DROP')`,
  'CREATE TABLE days (at date, n int) PARTITION BY RANGE (at)',
  `CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')`,
  `INSERT INTO days VALUES ('2026-01-05', 7)`,
  'CREATE INDEX days_n ON days (n)',
  'CREATE INDEX sensors_name ON sensors (name)',
  `COMMENT ON INDEX sensors_name IS 'for; the "name" \\ $x$'`,
  `CREATE FUNCTION plus(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN a > 0 THEN a + 1 ELSE 0 END; END`,
  `CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.note := 'x;'; RETURN NEW; END $body$`,
  'CREATE TRIGGER stamp BEFORE UPDATE ON sensors FOR EACH ROW EXECUTE FUNCTION stamp()',
  'CREATE VIEW named AS SELECT name FROM sensors',
  'CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM sensors',
  'CREATE TABLE notes (sensor int REFERENCES sensors (id), note text)',
  `SELECT lo_from_bytea(0, repeat('large object ', 9000)::bytea)`,
];

/** Make the database and its dumps; takes some seconds. */
export async function makeDumps(): Promise<RealDumps> {
  const server = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-dumps-'));
  try {
    await server.run(['CREATE DATABASE source']);
    await server.run(statements, 'source');
    const connection = ['-h', '127.0.0.1', '-p', `${server.port}`, '-U', 'postgres', '-d', 'source'];
    const env = { PGPASSWORD: 'superuser-of-a-test', PATH: '/usr/bin:/bin' };
    const program = join(tool('pg_restore'), '..', 'pg_dump');
    const dump = (...options: string[]) =>
      execFileSync(program, [...connection, ...options], { env, maxBuffer: 2 ** 28 });
    dump('--format=directory', '--file', join(folder, 'directory'));
    const directory = readdirSync(join(folder, 'directory')).map((name) => ({
      name,
      content: readFileSync(join(folder, 'directory', name)),
    }));
    directory.sort(
      (a, b) => Number(/^\d/.test(b.name)) - Number(/^\d/.test(a.name)) || b.content.length - a.content.length,
    );
    return {
      plain: dump('--format=plain'),
      inserts: dump('--format=plain', '--inserts'),
      custom: dump('--format=custom'),
      tar: dump('--format=tar'),
      directoryTar: execFileSync('tar', ['-C', join(folder, 'directory'), '-cf', '-', '.'], { maxBuffer: 2 ** 28 }),
      directory,
      tables: 5,
      rows: 5003,
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
