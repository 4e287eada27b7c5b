import type { InputDeclarations, InputValues } from '../../domain/task/inputs.ts';

/** The inputs of check-health. */
export const inputs = {
  'area-timeout': {
    kind: 'duration',
    description:
      'How long looking at one area may take; beyond it the area is unknown, and the others are not affected.',
    default: '60s',
    min: '1s',
    max: '10m',
  },
  'height-lag-warning': {
    kind: 'integer',
    description: 'A blockchain node that is more blocks behind the highest is worth a warning.',
    default: 10,
    min: 1,
    max: 1_000_000,
    unit: 'blocks',
  },
  'height-lag-critical': {
    kind: 'integer',
    description: 'A blockchain node that is more blocks behind the highest is a failure.',
    default: 100,
    min: 1,
    max: 1_000_000,
    unit: 'blocks',
  },
  'replication-lag': {
    kind: 'duration',
    description: 'A standby of the database that is further behind its primary is worth a warning.',
    default: '10s',
    min: '100ms',
    max: '24h',
  },
  'connections-warning': {
    kind: 'share',
    description: 'Share of the connections of the database in use that is worth a warning.',
    default: 0.8,
    min: 0.1,
    max: 1,
  },
  'connections-critical': {
    kind: 'share',
    description: 'Share of the connections of the database in use that is a failure.',
    default: 0.95,
    min: 0.1,
    max: 1,
  },
} as const satisfies InputDeclarations;

/** Their parsed values. */
export type Inputs = InputValues<typeof inputs>;
