import type { InputValues } from '../../domain/task/inputs.ts';

/** What an adopter may change about validate-backups. */
export const inputs = {
  days: {
    kind: 'integer',
    description: 'How many days back sizes are compared and gaps are looked for.',
    default: 14,
    min: 2,
    max: 366,
    unit: 'days',
  },
  'size-tolerance': {
    kind: 'share',
    description:
      'How far a size may be from the median of the earlier ones: 0.5 means from half as large to twice as large.',
    default: 0.5,
    min: 0.01,
    max: 0.99,
  },
  restore: {
    kind: 'boolean',
    description:
      'Restore database backups into a throw-away PostgreSQL on the runner; else they are only read to their end.',
    default: true,
  },
  amcheck: {
    kind: 'boolean',
    description: 'Check what was restored with pg_amcheck.',
    default: true,
  },
  jobs: {
    kind: 'integer',
    description: 'Sessions that build indexes at once during a restore.',
    default: 2,
    min: 1,
    max: 16,
    unit: 'sessions',
  },
  extensions: {
    kind: 'text',
    description: 'Extensions that a dump may create, separated by commas; others are a finding.',
    default:
      'pg_stat_statements,pgcrypto,uuid-ossp,pg_trgm,btree_gin,btree_gist,citext,hstore,ltree,unaccent,tablefunc,fuzzystrmatch,intarray,cube,earthdistance,tsm_system_rows,postgis',
    pattern: '|[A-Za-z0-9_-]{1,63}( *, *[A-Za-z0-9_-]{1,63}){0,99}',
    maxLength: 4000,
  },
  languages: {
    kind: 'text',
    description:
      'Languages besides SQL and PL/pgSQL that functions of a dump may be in, separated by commas; others fail it.',
    default: '',
    pattern: '|[a-z0-9_]{1,63}( *, *[a-z0-9_]{1,63}){0,19}',
  },
  'most-data': {
    kind: 'number',
    description: 'A backup that decompresses to more than this fails.',
    default: 500,
    min: 0.001,
    max: 100_000,
    unit: 'GB',
  },
  'most-ratio': {
    kind: 'number',
    description: 'A backup that decompresses to more than so many bytes for each stored one fails.',
    default: 200,
    min: 2,
    max: 10_000,
    unit: 'bytes',
  },
  'most-disk': {
    kind: 'number',
    description: 'What the throw-away server may fill, in memory or on the disk of the runner.',
    default: 50,
    min: 0.1,
    max: 100_000,
    unit: 'GB',
  },
  'drill-limit': {
    kind: 'duration',
    description: 'How long reading or restoring one backup may take.',
    default: '90m',
    min: '1m',
    max: '2h',
  },
} as const;

/** The parsed inputs. */
export type Inputs = InputValues<typeof inputs>;

/** `a, b,c` */
export function namesOf(list: string): readonly string[] {
  return list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}
