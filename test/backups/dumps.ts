import { createHash } from 'node:crypto';
import type { BackupFile } from '../../src/ports/drill.ts';

/** What a dump of a test holds: rows of each table, as COPY writes them. */
export interface DumpParts {
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Statements behind the tables. */
  readonly statements?: readonly string[];
  readonly version?: string;
}

/** A small platform: two tables, an index, an owner. */
export const smallDump: DumpParts = {
  tables: {
    'public.sensors': ['1\tnorth', '2\tsouth', '3\t\\N'],
    'public.blocks': Array.from({ length: 40 }, (_, height) => `${height}\tblock \\\\ ${height}`),
  },
  statements: [
    'CREATE INDEX sensors_name ON public.sensors USING btree (name);',
    'ALTER TABLE public.sensors OWNER TO phoenix_owner;',
  ],
};

/** A plain dump as pg_dump of 2026 writes it, `\restrict` and all. */
export function plainDump({ tables, statements = [], version = '15.20' }: DumpParts = smallDump): Buffer {
  const creates = Object.keys(tables).map(
    (table) => `CREATE TABLE ${table} (\n    id integer NOT NULL,\n    name text\n);\n`,
  );
  const copies = Object.entries(tables).map(
    ([table, rows]) => `COPY ${table} (id, name) FROM stdin;\n${rows.map((row) => `${row}\n`).join('')}\\.\n`,
  );
  return Buffer.from(
    `--
-- PostgreSQL database dump
--

\\restrict AbC123xyz

-- Dumped from database version ${version} (Debian ${version}-0+deb12u1)
-- Dumped by pg_dump version ${version} (Debian ${version}-0+deb12u1)

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

${creates.join('\n')}
${copies.join('\n')}
${statements.join('\n')}

--
-- PostgreSQL database dump complete
--

\\unrestrict AbC123xyz

`,
  );
}

/** Bytes as a file of the bucket; they come in pieces of an odd size. */
export function fileOf(name: string, content: Uint8Array, listed = content.length): BackupFile {
  return {
    name,
    bytes: listed,
    open: async () => ({ bytes: content.length, chunks: pieces(content) }),
  };
}

async function* pieces(content: Uint8Array, size = 4099): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}

export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
