import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DumpEvent, DumpReader } from '../../../src/domain/backup/dump/dump-reader.ts';
import { plainDump, smallDump } from '../../backups/dumps.ts';
import { holds } from '../../property.ts';

interface Read {
  readonly statements: readonly string[];
  readonly rows: string;
  readonly kinds: readonly string[];
  readonly fault: DumpReader['fault'];
}

/** Read a text in pieces that end at these places. */
function readInPieces(content: Buffer, ends: readonly number[]): Read {
  const reader = new DumpReader();
  const statements: string[] = [];
  const kinds: string[] = [];
  let rows = '';
  const take = (event: DumpEvent): void => {
    if (event.kind === 'rows') rows += Buffer.from(event.bytes).toString('latin1');
    else if (event.kind === 'rows-end') rows += '<end>';
    else {
      statements.push(Buffer.from(event.bytes).toString('utf8').trim());
      kinds.push(event.facts.kind);
    }
  };
  let from = 0;
  for (const end of [...ends].sort((a, b) => a - b)) {
    // a copy, which is spoilt afterwards: the reader may keep nothing of it
    const piece = Buffer.from(content.subarray(from, end));
    reader.push(piece).forEach(take);
    piece.fill(0xff);
    from = end;
  }
  reader.push(Buffer.from(content.subarray(from))).forEach(take);
  reader.finish().forEach(take);
  return { statements, rows, kinds, fault: reader.fault };
}

const read = (content: Buffer): Read => readInPieces(content, []);
const withStatements = (...statements: readonly string[]): Buffer => plainDump({ ...smallDump, statements });
/** What stands between the tables and the end. */
const own = (...statements: readonly string[]): readonly string[] =>
  read(withStatements(...statements)).statements.slice(7);

describe('reader of plain dumps', () => {
  test('finds statements, rows and their ends, and the versions at the head', () => {
    const reader = new DumpReader();
    reader.push(plainDump());
    expect(reader.head).toEqual({ server: '15.20 (Debian 15.20-0+deb12u1)', dump: '15.20 (Debian 15.20-0+deb12u1)' });
    const { kinds, rows, fault } = read(plainDump());
    expect(fault).toBeUndefined();
    expect(kinds).toEqual([
      'setting',
      'setting',
      'setting',
      'table',
      'table',
      'copy-in',
      'copy-in',
      'index',
      'ownership',
    ]);
    expect(rows.match(/<end>/g)).toHaveLength(2);
    expect(rows).toContain('3\t\\N\n<end>');
  });

  test('how the bytes are cut makes no difference', () => {
    const content = withStatements(
      "CREATE FUNCTION public.f() RETURNS text LANGUAGE plpgsql AS $_a$ BEGIN RETURN 'x;$$'; END; $_a$;",
      "COMMENT ON TABLE public.sensors IS E'it\\'s; \\\\';",
      'CREATE TABLE public."odd;""name" (a int /* not; /* nested */ here */ DEFAULT 1); -- done;',
      "SELECT 'é\u20ac';",
    );
    const whole = read(content);
    expect(whole.fault).toBeUndefined();
    holds(
      fc.property(fc.array(fc.integer({ min: 0, max: content.length }), { maxLength: 60 }), (ends) => {
        expect(readInPieces(content, ends)).toEqual(whole);
      }),
      { numRuns: 150 },
    );
    const every = Array.from({ length: content.length }, (_, index) => index);
    expect(readInPieces(content, every)).toEqual(whole);
  });

  test.each<[string, string]>([
    ['a string with a semicolon', "SELECT 'a;b';"],
    ['a doubled quote', "SELECT 'it''s;';"],
    ['a backslash in a plain string', "SELECT 'a\\';"],
    ['a string with escapes', "SELECT E'a\\';b';"],
    ['an escape of an escape', "SELECT E'a\\\\';"],
    ['a quoted identifier', 'SELECT 1 AS "a;""b";'],
    ['a dollar quote', 'SELECT $$a;b$$;'],
    ['a dollar quote with a tag, and another within', 'SELECT $x$a;$y$b;$y$ $x$;'],
    ['a dollar in a name', 'SELECT a$b$c FROM public.t;'],
    ['a parameter', 'PREPARE p AS SELECT $1;'],
    ['a nested comment', 'SELECT /* a; /* b; */ c; */ 1;'],
    ['a comment to the end of the line', 'SELECT 1 -- a;\n;'],
    ['a semicolon in parentheses', 'CREATE RULE r AS ON INSERT TO public.t DO ALSO (SELECT 1; SELECT 2);'],
    [
      'a body of SQL itself',
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;',
    ],
    ['the same, replaced', 'CREATE OR REPLACE PROCEDURE f() LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;'],
  ])('one statement: %s', (_, statement) => {
    const { fault } = read(withStatements(statement));
    expect(fault).toBeUndefined();
    expect(own(statement)).toEqual([statement]);
  });

  test.each<[string, string]>([
    ['a shell', '\\! id'],
    ['a shell, indented', '  \\! id'],
    ['a shell behind a statement', 'SELECT 1; \\! id'],
    ['a shell within a statement', 'SELECT 1\n\\! id\n;'],
    ['a copy through a program', "\\copy public.sensors from program 'id'"],
    ['output to a program', '\\o |id'],
    ['another file', '\\i /etc/passwd'],
    ['another database', '\\connect other'],
    ['a variable from a program', '\\set x `id`'],
    ['the end of the restriction, by a program', '\\unrestrict `id`'],
    ['the end of the restriction, by another word', '\\unrestrict Other'],
    ['the restriction twice', '\\restrict Again'],
    ['gexec', 'SELECT 1 \\gexec'],
    ['a statement behind rows that looks like their end', '\\.'],
  ])('%s is a program of psql', (_, line) => {
    expect(read(withStatements(line)).fault?.kind).toBe('program');
  });

  test('what looks like a command is data between COPY and its end, and in quotes', () => {
    const rows = ['1\t\\\\! id', '2\t\\.x', '3\t\\\\.', '\\\\copy\tx'];
    const content = plainDump({
      tables: { 'public.t': rows },
      statements: ["SELECT '\n\\! id\n';", 'SELECT $$\n\\o |id\n$$;'],
    });
    expect(read(content).fault).toBeUndefined();
  });

  test.each<[string, (dump: string) => string, string, RegExp]>([
    ['nothing', () => '', 'incomplete', /nothing/],
    ['no completion marker', (dump) => dump.replace('dump complete', 'dump'), 'incomplete', /completion marker/],
    ['no \\unrestrict', (dump) => dump.replace(/\\unrestrict.*/, ''), 'incomplete', /unrestrict/],
    ['an end within rows', (dump) => dump.slice(0, dump.indexOf('2\tsouth')), 'incomplete', /rows/],
    ['an end within a statement', (dump) => dump.slice(0, dump.indexOf('name text')), 'incomplete', /statement/],
    ['an end within a string', (dump) => dump.slice(0, dump.indexOf("UTF8'")), 'incomplete', /string/],
    ['a byte of zero', (dump) => dump.replace('south', 'so\0th'), 'damaged', /zero/],
    ['a statement behind the marker', (dump) => `${dump}SELECT 1;\n`, 'damaged', /follow/],
    ['two dumps in one', (dump) => dump + dump, 'damaged', /follow|twice/],
    [
      'COPY with something behind it',
      (dump) => dump.replace('FROM stdin;\n1', 'FROM stdin; SELECT 1;\n1'),
      'damaged',
      /behind a COPY/,
    ],
    [
      'backslashes in every string',
      (dump) => dump.replace('strings = on', 'strings = off'),
      'unsupported',
      /standard_conforming/,
    ],
    [
      'a database of its own',
      (dump) => dump.replace('SET client', 'CREATE DATABASE x;\nSET client'),
      'unsupported',
      /CREATE DATABASE/,
    ],
  ])('%s', (_, change, kind, says) => {
    const { fault } = read(Buffer.from(change(plainDump().toString())));
    expect(fault).toMatchObject({ kind, says: expect.stringMatching(says) });
  });

  test('any cut leaves a dump that is not whole', () => {
    const content = plainDump();
    // the two last line feeds may be missing
    for (let end = 0; end < content.length - 2; end += 1) {
      expect([end, read(content.subarray(0, end)).fault?.kind]).toEqual([
        end,
        expect.stringMatching(/incomplete|program/),
      ]);
    }
  });
});
