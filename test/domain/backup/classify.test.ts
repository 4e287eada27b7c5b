import { describe, expect, test } from '@jest/globals';
import { classify } from '../../../src/domain/backup/dump/classify.ts';
import { StatementLexer } from '../../../src/domain/backup/dump/statement-lexer.ts';

function factsOf(statement: string) {
  const lexer = new StatementLexer();
  lexer.read(Buffer.from(statement), 0, true);
  return classify(lexer.tokens);
}

describe('what a statement of a dump does', () => {
  test.each<[string, object]>([
    [';', { kind: 'empty' }],
    ['SET search_path = x;', { kind: 'setting' }],
    ['SET statement_timeout = 0;', { kind: 'empty' }],
    ["SET default_tablespace = '';", { kind: 'empty' }],
    ["SELECT pg_catalog.set_config('search_path', '', false);", { kind: 'setting' }],
    ["SELECT pg_catalog.setval('public.s', 7, true);", { kind: 'other' }],
    ['BEGIN;', { kind: 'transaction' }],
    ['COPY public.t (a, b) FROM stdin;', { kind: 'copy-in', table: 'public.t' }],
    ['COPY "My"."odd ""t" FROM stdin WITH (FORMAT csv);', { kind: 'copy-in', table: '"My"."odd ""t"' }],
    ['CREATE TABLE public.t (a int);', { kind: 'table', table: 'public.t' }],
    ['CREATE UNLOGGED TABLE IF NOT EXISTS t (a int);', { kind: 'table', table: 't' }],
    ['CREATE FOREIGN TABLE public.t (a int) SERVER s;', { kind: 'other', link: true }],
    ['CREATE SERVER s FOREIGN DATA WRAPPER w;', { kind: 'other', link: true }],
    ["CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p;", { kind: 'superuser', link: true }],
    ['CREATE USER MAPPING FOR u SERVER s;', { kind: 'superuser', link: true }],
    ['CREATE UNIQUE INDEX i ON public.t USING btree (a);', { kind: 'index' }],
    ['ALTER TABLE ONLY public.t ADD CONSTRAINT k PRIMARY KEY (a);', { kind: 'index' }],
    ['ALTER TABLE ONLY public.t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES public.u(a);', { kind: 'other' }],
    [
      'CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;',
      { kind: 'extension', extension: 'uuid-ossp', schema: 'public' },
    ],
    ['CREATE EXTENSION pgcrypto;', { kind: 'extension', extension: 'pgcrypto' }],
    ["COMMENT ON EXTENSION pgcrypto IS 'x';", { kind: 'extension-comment' }],
    ["COMMENT ON TABLE public.t IS 'x';", { kind: 'comment' }],
    ['ALTER TABLE public.t OWNER TO phoenix;', { kind: 'ownership', roles: ['phoenix'] }],
    ['ALTER FUNCTION public.f(a integer, b text) OWNER TO "Odd Role";', { kind: 'ownership', roles: ['Odd Role'] }],
    ['GRANT SELECT, INSERT ON TABLE public.t TO a, b WITH GRANT OPTION;', { kind: 'ownership', roles: ['a', 'b'] }],
    ['REVOKE ALL ON TABLE public.t FROM PUBLIC;', { kind: 'ownership' }],
    [
      'ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s GRANT SELECT ON TABLES TO b;',
      { kind: 'ownership', roles: ['a', 'b'] },
    ],
    ['CREATE POLICY p ON public.t TO a, b USING (true);', { kind: 'other', roles: ['a', 'b'] }],
    ['CREATE SCHEMA s AUTHORIZATION a;', { kind: 'other', roles: ['a'] }],
    ['CREATE ROLE a;', { kind: 'ownership', roles: ['a'] }],
    ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$select 1$$;', { kind: 'other', language: 'sql' }],
    ["CREATE FUNCTION f(language int) RETURNS int AS 'x', 'y' LANGUAGE C STRICT;", { kind: 'other', language: 'c' }],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE 'PLPython3u' AS 'x';", { kind: 'other', language: 'plpython3u' }],
    ['CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f();', { kind: 'superuser' }],
    ['CREATE TRIGGER e BEFORE INSERT ON t EXECUTE FUNCTION f();', { kind: 'other' }],
    ['CREATE TRUSTED PROCEDURAL LANGUAGE plperl;', { kind: 'superuser', language: 'plperl' }],
  ])('%s', (statement, facts) => {
    expect(factsOf(statement)).toMatchObject(facts);
    expect(factsOf(statement).refused).toBeUndefined();
  });

  test.each([
    "COPY t FROM PROGRAM 'id';",
    "COPY t FROM '/etc/passwd';",
    "COPY t TO PROGRAM 'id';",
    'COPY (SELECT 1 FROM stdin) TO STDOUT;',
    'DO $$ BEGIN END $$;',
    'DO LANGUAGE plpgsql $$ BEGIN END $$;',
    "ALTER SYSTEM SET archive_command TO 'id';",
    "LOAD 'x';",
  ])('%s is refused as a program', (statement) => {
    expect(factsOf(statement).refused?.kind).toBe('program');
  });

  test('a label has no values', () => {
    expect(factsOf("ALTER ROLE a WITH PASSWORD 'planted-secret';").label).toBe('alter role a with password');
    expect(factsOf("INSERT INTO public.t VALUES (1, 'planted-secret');").label).toBe('insert into public.t values');
    expect(factsOf("SELECT set_config('x', 'planted-secret', true);").label).toBe('select set_config');
  });
});
