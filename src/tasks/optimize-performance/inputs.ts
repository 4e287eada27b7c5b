import type { InputValues } from '../../domain/task/inputs.ts';

/** From which figures on optimize-performance changes or recommends something. */
export const inputs = {
  'changed-rows': {
    kind: 'integer',
    description: 'Autovacuum is to begin on a table when so many of its rows have changed, at the latest.',
    default: 100_000,
    min: 1_000,
    max: 1_000_000_000,
    unit: 'rows',
  },
  'lock-timeout': {
    kind: 'duration',
    description: 'How long a change of a table waits for its lock (reads and writes go on under it).',
    default: '2s',
    min: '100ms',
    max: '30s',
  },
  'unused-after': {
    kind: 'duration',
    description: 'An index that was not used for so long, on no server, is named.',
    default: '30d',
    min: '1h',
    max: '365d',
  },
  'least-size': {
    kind: 'integer',
    description: 'Indexes and bloat smaller than this are not worth a line.',
    default: 10,
    min: 0,
    max: 1_000_000,
    unit: 'MiB',
  },
  'bloat-share': {
    kind: 'share',
    description: 'A table or index is named when so much of it is estimated to be empty.',
    default: 0.4,
    min: 0.1,
    max: 0.95,
  },
  'sequence-warn': {
    kind: 'share',
    description: 'A sequence that has given so much of its numbers is a warning.',
    default: 0.75,
    min: 0.1,
    max: 1,
  },
  'sequence-fail': {
    kind: 'share',
    description: 'A sequence that has given so much of its numbers is a failure.',
    default: 0.9,
    min: 0.1,
    max: 1,
  },
  'hit-share': {
    kind: 'share',
    description: 'A cache, or the buffers of the database, that find less than this are named.',
    default: 0.9,
    min: 0,
    max: 1,
  },
  'usage-window': {
    kind: 'duration',
    description: 'How far back the use of containers is looked at.',
    default: '7d',
    min: '1m',
    max: '90d',
  },
  'minimum-history': {
    kind: 'duration',
    description: 'With less history than this, requests are not compared with use.',
    default: '1d',
    min: '30s',
    max: '90d',
  },
} as const;

/** Parsed inputs. */
export type Inputs = InputValues<typeof inputs>;
