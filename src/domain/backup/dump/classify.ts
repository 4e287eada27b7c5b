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
  /** COMMENT ON: nothing depends on it. */
  | 'comment'
  /** SET and set_config: each session of the restore needs it. */
  | 'setting'
  /** BEGIN and COMMIT, around large objects. */
  | 'transaction'
  | 'extension'
  /** COMMENT ON EXTENSION: whoever owns the extension may do it, and the restoring role does not. */
  | 'extension-comment'
  /** OWNER TO, GRANT, REVOKE, ALTER DEFAULT PRIVILEGES: of roles that a throw-away server does not have. */
  | 'ownership'
  /** Needs a superuser, or holds a password for another server: event triggers, languages, subscriptions, user mappings. */
  | 'superuser'
  | 'other';

/** What is known of a statement from its tokens. */
export interface StatementFacts {
  readonly kind: StatementKind;
  /** Its first words and what it is about, without values: `create index detections_at on public.detections`. */
  readonly label: string;
  /** The extension that it creates, or the language of its function. */
  readonly extension?: string;
  readonly language?: string;
  /** The table that it makes or fills, as it is written: `public.blocks`. */
  readonly table?: string;
  /** Whether it defines a way to another server: a foreign server or table, a subscription. */
  readonly link?: true;
  /** The schema that an extension is put into. */
  readonly schema?: string;
  /** Roles that it names. */
  readonly roles?: readonly string[];
  /** Why it must not be run at all. */
  readonly refused?: { readonly kind: 'program' | 'unsupported'; readonly says: string };
}

type Words = readonly string[];
type Judged = Omit<StatementFacts, 'label'>;

const program = (says: string): Judged => ({ kind: 'other', refused: { kind: 'program', says } });

/** Judge a statement by its tokens. */
export function classify(tokens: readonly Token[]): StatementFacts {
  return { ...judged(tokens), label: labelOf(tokens) };
}

function judged(tokens: readonly Token[]): Judged {
  if (tokens.every(({ text, kind }) => kind === 'symbol' && text === ';')) return { kind: 'empty' };
  const words = tokens.map(({ kind, text }) => (kind === 'word' ? text : ''));
  const verb = words[0] ?? '';
  const judge = Object.hasOwn(byVerb, verb) ? byVerb[verb] : undefined;
  return judge?.(words, tokens) ?? { kind: 'other' };
}

const byVerb: Readonly<Record<string, (words: Words, tokens: readonly Token[]) => Judged>> = {
  copy: copyFacts,
  create: createFacts,
  alter: alterFacts,
  comment: (words) => ({ kind: words[2] === 'extension' ? 'extension-comment' : 'comment' }),
  select: (_words, tokens) => ({ kind: isSetConfig(tokens) ? 'setting' : 'other' }),
  begin: () => ({ kind: 'transaction' }),
  commit: () => ({ kind: 'transaction' }),
  start: () => ({ kind: 'transaction' }),
  end: () => ({ kind: 'transaction' }),
  rollback: () => ({ kind: 'transaction' }),
  savepoint: () => ({ kind: 'transaction' }),
  release: () => ({ kind: 'transaction' }),
  abort: () => ({ kind: 'transaction' }),
  prepare: (words) => (words[1] === 'transaction' ? { kind: 'transaction' } : { kind: 'other' }),
  grant: ownership,
  revoke: ownership,
  set: setFacts,
  do: () => program('a DO block, which pg_dump never writes'),
  load: () => program('LOAD, which runs a library of the server'),
  security: () => ({ kind: 'superuser' }),
};

function copyFacts(words: Words, tokens: readonly Token[]): Judged {
  const from = tokens.findIndex(({ kind, text, depth }) => depth === 0 && kind === 'word' && text === 'from');
  const source = words[from + 1];
  if (from < 0) return program('COPY … TO, which writes a file or runs a program');
  if (source !== 'stdin') return program(`COPY … FROM ${source === 'program' ? 'PROGRAM' : 'a file'}`);
  return { kind: 'copy-in', table: nameAt(tokens, 1) };
}

function createFacts(words: Words, tokens: readonly Token[]): Judged {
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

type NounFacts = (words: Words, tokens: readonly Token[], at: number) => Judged;

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
    const table = nameAt(tokens, afterIfNotExists(words, at));
    return link ? { kind: 'other', link: true } : { kind: 'table', table };
  },
  extension: (words, tokens, at) => {
    const schema = tokens[words.indexOf('schema', at) + 1]?.text;
    const extension = tokens[afterIfNotExists(words, at)]?.text ?? '';
    return { kind: 'extension', extension, ...(words.includes('schema') && schema !== undefined ? { schema } : {}) };
  },
  language: (_words, tokens, at) => ({ kind: 'superuser', language: tokens[at + 1]?.text.toLowerCase() ?? '' }),
  trigger: (words) => ({ kind: words[1] === 'event' ? 'superuser' : 'other' }),
  cast: () => ({ kind: 'superuser' }),
  transform: () => ({ kind: 'superuser' }),
  access: () => ({ kind: 'superuser' }),
  tablespace: () => ({ kind: 'superuser' }),
  server: () => ({ kind: 'other', link: true }),
  data: () => ({ kind: 'superuser' }),
  user: (words, tokens) =>
    words[2] === 'mapping' ? { kind: 'superuser', link: true } : { kind: 'ownership', ...rolesOf(tokens) },
  subscription: () => ({ kind: 'superuser', link: true }),
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

function alterFacts(words: Words, tokens: readonly Token[]): Judged {
  if (words[1] === 'system') return program('ALTER SYSTEM, which changes the server');
  if (words[1] === 'role' || words[1] === 'user' || words[1] === 'group' || words[1] === 'default') {
    return ownership(words, tokens);
  }
  if (words[1] === 'database') return { kind: 'ownership' };
  if (words[1] === 'event' || words[1] === 'extension') return { kind: 'superuser' };
  if (words[1] === 'subscription') return { kind: 'superuser', link: true };
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

function setFacts(words: Words, tokens: readonly Token[]): Judged {
  if (words[1] === 'role' || words[1] === 'session') return { kind: 'ownership', ...rolesOf(tokens) };
  const off = tokens.some(({ text }) => ['off', 'false', '0'].includes(text.toLowerCase()));
  if (words[1] === 'standard_conforming_strings' && off) {
    return {
      kind: 'other',
      refused: { kind: 'unsupported', says: 'standard_conforming_strings is off, as before PostgreSQL 9.1' },
    };
  }
  return { kind: isOwnSetting(words[1] ?? '') ? 'empty' : 'setting' };
}

/** Settings that are the drill's own: how long things may take, and where files are. */
const isOwnSetting = (name: string): boolean => name.endsWith('timeout') || name === 'default_tablespace';

const isSetConfig = (tokens: readonly Token[]): boolean =>
  tokens.slice(1, 4).some(({ kind, text }) => kind === 'word' && text === 'set_config');

function ownership(_words: Words, tokens: readonly Token[]): Judged {
  return { kind: 'ownership', ...rolesOf(tokens) };
}

const rolesOf = (tokens: readonly Token[]): Pick<StatementFacts, 'roles'> => {
  const roles = findRoles(tokens);
  return roles.length === 0 ? {} : { roles };
};

/** Up to the first parenthesis or value, eight words at most. */
function labelOf(tokens: readonly Token[]): string {
  const end = tokens.findIndex(({ kind, text }) => kind === 'string' || ['(', ';', '='].includes(text));
  const words = tokens.slice(0, Math.min(end < 0 ? tokens.length : end, 10)).map(({ text }) => text);
  return words.join(' ').replaceAll(' . ', '.').slice(0, 120);
}

/** A name with its schema, as it is written: `public.blocks`, `archive."Mixed Case"`. */
function nameAt(tokens: readonly Token[], from: number): string {
  const at = tokens[from]?.text === 'only' ? from + 1 : from;
  const part = (token: Token | undefined): string =>
    token?.kind === 'quoted' ? `"${token.text.replaceAll('"', '""')}"` : (token?.text ?? '');
  const dotted = tokens[at + 1]?.text === '.' && tokens[at + 1]?.kind === 'symbol';
  return dotted ? `${part(tokens[at])}.${part(tokens[at + 2])}` : part(tokens[at]);
}
