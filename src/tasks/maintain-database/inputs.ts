import type { InputValues } from '../../domain/task/inputs.ts';

/** What an adopter may change about maintain-database. */
export const inputs = {
  'dead-share': {
    kind: 'share',
    description: 'A table is vacuumed when at least this share of its rows is dead, and at least `dead-rows` of them.',
    default: 0.1,
    min: 0,
    max: 1,
  },
  'dead-rows': {
    kind: 'integer',
    description: 'A table with fewer dead rows (for statistics: changed rows) than this is left alone.',
    default: 1000,
    min: 1,
    max: 1_000_000_000,
    unit: 'rows',
  },
  'changed-share': {
    kind: 'share',
    description: 'Statistics of a table are collected again when at least this share of its rows has changed since.',
    default: 0.1,
    min: 0,
    max: 1,
  },
  'statistics-age': {
    kind: 'duration',
    description:
      'Statistics of a partitioned table, which nothing collects by itself, are collected again after this long.',
    default: '7d',
    min: '1h',
    max: '365d',
  },
  'freeze-share': {
    kind: 'share',
    description:
      'A table is frozen when its oldest row has used up this share of `autovacuum_freeze_max_age`: in the window, before autovacuum does it at any hour.',
    default: 0.75,
    min: 0.0001,
    max: 1,
  },
  'wraparound-warn': {
    kind: 'share',
    description:
      'A database that has used up this share of its transaction numbers is a warning: autovacuum, which freezes at 9 % (19 % for multixacts) unless told otherwise, does not keep up.',
    default: 0.25,
    min: 0.000001,
    max: 1,
  },
  'wraparound-fail': {
    kind: 'share',
    description: 'A database that has used up this share of its transaction numbers is a failure.',
    default: 0.5,
    min: 0.000001,
    max: 1,
  },
  'old-transaction': {
    kind: 'duration',
    description:
      'A transaction (also a prepared one) that is open for longer is a warning, even if it holds nothing back yet.',
    default: '1h',
    min: '1m',
    max: '30d',
  },
  'lock-timeout': {
    kind: 'duration',
    description: 'How long to wait for the lock on a table before it is skipped.',
    default: '5s',
    min: '100ms',
    max: '60s',
  },
  'table-timeout': {
    kind: 'duration',
    description: 'How long the vacuum of one table may take.',
    default: '15m',
    min: '1s',
    max: '4h',
  },
  'time-box': {
    kind: 'duration',
    description:
      'How long all of them may take by their sizes, at most what is left of the window; what does not fit is left for the next opening.',
    default: '45m',
    min: '1s',
    max: '10h',
  },
} as const;

/** The parsed inputs. */
export type Inputs = InputValues<typeof inputs>;
