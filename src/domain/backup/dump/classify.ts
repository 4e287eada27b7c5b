import { findRoles } from './roles.ts';
import type { Token } from './token.ts';

/** What a statement does, as far as a restore must know. */
export type StatementKind =
  | 'empty'
  /** COPY … FROM stdin: rows follow. */
  | 'copy-in'
  /** Builds an index: needs nothing but its table, so that several can be built at once. */
  | 'index'
  | 'table'
  | 'extension'
  /** COMMENT ON EXTENSION: whoever owns the extension may do it, and the restoring role does not. */
  | 'extension-comment'
  /** OWNER TO, GRANT, REVOKE, ALTER DEFAULT PRIVILEGES: of roles that a throw-away server does not have. */
  | 'ownership'
  /** Needs a superuser: event triggers, casts to the server's own functions, languages. */
  | 'superuser'
  /** Defines a way to another server: foreign servers, subscriptions. */
  | 'link'
  | 'other';

/** What is known of a statement from its tokens. */
export interface StatementFacts {
  readonly kind: StatementKind;
  /** The extension that it creates, or the language of its function. */
  readonly extension?: string;
  readonly language?: string;
  /** The table that it makes or fills, as it is written: `public.blocks`. */
  readonly table?: string;
  /** Roles that it names. */
  readonly roles?: readonly string[];
  /** Why it must not be run at all. */
  readonly refused?: { readonly kind: 'program' | 'unsupported'; readonly says: string };
}

type Words = readonly string[];

const program = (says: string): StatementFacts => ({ kind: 'other', refused: { kind: 'program', says } });

/** Judge a statement by its tokens. */
export function classify(tokens: readonly Token[]): StatementFacts {
  if (tokens.every(({ text, kind }) => kind === 'symbol' && text === ';')) return { kind: 'empty' };
  const words = tokens.map(({ kind, text }) => (kind === 'word' ? text : ''));
  const verb = words[0] ?? '';
  const judge = Object.hasOwn(byVerb, verb) ? byVerb[verb] : undefined;
  return judge?.(words, tokens) ?? { kind: 'other' };
}

const byVerb: Readonly<Record<string, (words: Words, tokens: readonly Token[]) => StatementFacts>> = {
  copy: copyFacts,
  create: createFacts,
  alter: alterFacts,
  comment: (words) => ({ kind: words[2] === 'extension' ? 'extension-comment' : 'other' }),
  grant: ownership,
  revoke: ownership,
  set: setFacts,
  do: () => program('a DO block, which pg_dump never writes'),
  load: () => program('LOAD, which runs a library of the server'),
  security: () => ({ kind: 'superuser' }),
};

function copyFacts(words: Words, tokens: readonly Token[]): StatementFacts {
  const from = tokens.findIndex(({ kind, text, depth }) => depth === 0 && kind === 'word' && text === 'from');
  const source = words[from + 1];
  if (from < 0) return program('COPY … TO, which writes a file or runs a program');
  if (source !== 'stdin') return program(`COPY … FROM ${source === 'program' ? 'PROGRAM' : 'a file'}`);
  return { kind: 'copy-in', table: nameAt(tokens, 1) };
}

function createFacts(words: Words, tokens: readonly Token[]): StatementFacts {
  const at = firstNoun(words);
  const noun = words[at] ?? '';
  const facts = Object.hasOwn(byNoun, noun) ? byNoun[noun] : undefined;
  return facts?.(words, tokens, at) ?? { kind: 'other' };
}

const adjectives = new Set([
  'or',
  'replace',
  'unique',
  'unlogged',
  'trusted',
  'procedural',
  'foreign',
  'event',
  'constraint',
  'global',
  'local',
]);

function firstNoun(words: Words): number {
  let at = 1;
  while (adjectives.has(words[at] ?? '')) at += 1;
  return at;
}

type NounFacts = (words: Words, tokens: readonly Token[], at: number) => StatementFacts;

const functionFacts: NounFacts = (words, tokens) => {
  const at = words.findIndex((word, index) => word === 'language' && tokens[index]?.depth === 0);
  const language = tokens[at + 1]?.text.toLowerCase();
  return at < 0 || language === undefined ? { kind: 'other' } : { kind: 'other', language };
};

const byNoun: Readonly<Record<string, NounFacts>> = {
  function: functionFacts,
  procedure: functionFacts,
  index: () => ({ kind: 'index' }),
  table: (words, tokens, at) => {
    const link = words.slice(0, at).includes('foreign');
    return { kind: link ? 'link' : 'table', table: nameAt(tokens, afterIfNotExists(words, at)) };
  },
  extension: (words, tokens, at) => ({
    kind: 'extension',
    extension: tokens[afterIfNotExists(words, at)]?.text ?? '',
  }),
  language: (_words, tokens, at) => ({ kind: 'superuser', language: tokens[at + 1]?.text.toLowerCase() ?? '' }),
  trigger: (words) => ({ kind: words[1] === 'event' ? 'superuser' : 'other' }),
  cast: () => ({ kind: 'superuser' }),
  transform: () => ({ kind: 'superuser' }),
  access: () => ({ kind: 'superuser' }),
  tablespace: () => ({ kind: 'superuser' }),
  server: () => ({ kind: 'link' }),
  data: () => ({ kind: 'superuser' }),
  user: (words, tokens) => (words[2] === 'mapping' ? { kind: 'link' } : { kind: 'ownership', ...rolesOf(tokens) }),
  subscription: () => ({ kind: 'link' }),
  role: ownership,
  group: ownership,
  database: () => ({
    kind: 'other',
    refused: { kind: 'unsupported', says: 'CREATE DATABASE: made with --create, or by pg_dumpall' },
  }),
  policy: (_words, tokens) => ({ kind: 'other', ...rolesOf(tokens) }),
  schema: (_words, tokens) => ({ kind: 'other', ...rolesOf(tokens) }),
};

const afterIfNotExists = (words: Words, at: number): number => (words[at + 1] === 'if' ? at + 4 : at + 1);

function alterFacts(words: Words, tokens: readonly Token[]): StatementFacts {
  if (words[1] === 'system') return program('ALTER SYSTEM, which changes the server');
  if (words[1] === 'role' || words[1] === 'user' || words[1] === 'group' || words[1] === 'default') {
    return ownership(words, tokens);
  }
  if (words[1] === 'database') return { kind: 'ownership' };
  if (words[1] === 'event' || words[1] === 'extension') return { kind: 'superuser' };
  if (words[1] === 'server' || words[1] === 'subscription' || words[1] === 'foreign') return { kind: 'link' };
  const owner = words.some((word, index) => word === 'owner' && words[index + 1] === 'to');
  if (owner) return ownership(words, tokens);
  return { kind: addsKey(words) ? 'index' : 'other' };
}

/** ALTER TABLE … ADD CONSTRAINT … PRIMARY KEY, UNIQUE or EXCLUDE, which build an index. */
function addsKey(words: Words): boolean {
  const add = words.indexOf('add');
  return (
    words[1] === 'table' &&
    words[add + 1] === 'constraint' &&
    ['primary', 'unique', 'exclude'].includes(words[add + 3] ?? '')
  );
}

function setFacts(words: Words, tokens: readonly Token[]): StatementFacts {
  if (words[1] === 'role' || words[1] === 'session') return { kind: 'ownership', ...rolesOf(tokens) };
  const off = tokens.some(({ text }) => ['off', 'false', '0'].includes(text.toLowerCase()));
  if (words[1] === 'standard_conforming_strings' && off) {
    return {
      kind: 'other',
      refused: { kind: 'unsupported', says: 'standard_conforming_strings is off, as before PostgreSQL 9.1' },
    };
  }
  return { kind: 'other' };
}

function ownership(_words: Words, tokens: readonly Token[]): StatementFacts {
  return { kind: 'ownership', ...rolesOf(tokens) };
}

const rolesOf = (tokens: readonly Token[]): Pick<StatementFacts, 'roles'> => {
  const roles = findRoles(tokens);
  return roles.length === 0 ? {} : { roles };
};

/** A name with its schema, as it is written: `public.blocks`, `archive."Mixed Case"`. */
function nameAt(tokens: readonly Token[], from: number): string {
  const at = tokens[from]?.text === 'only' ? from + 1 : from;
  const part = (token: Token | undefined): string =>
    token?.kind === 'quoted' ? `"${token.text.replaceAll('"', '""')}"` : (token?.text ?? '');
  const dotted = tokens[at + 1]?.text === '.' && tokens[at + 1]?.kind === 'symbol';
  return dotted ? `${part(tokens[at])}.${part(tokens[at + 2])}` : part(tokens[at]);
}
