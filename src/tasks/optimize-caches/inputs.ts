import type { InputValues } from '../../domain/task/inputs.ts';

/** What an adopter may change about optimize-caches. */
export const inputs = {
  'stale-share': {
    kind: 'share',
    description:
      'Keys are swept from this share of expired keys on (`expired_stale_perc`); Redis itself aims below 10 %.',
    default: 0.1,
    min: 0,
    max: 1,
  },
  'page-size': {
    kind: 'integer',
    description: 'How many keys are looked at in one request.',
    default: 500,
    min: 10,
    max: 10_000,
    unit: 'keys',
  },
  'latency-limit': {
    kind: 'duration',
    description: 'The sweep stops when requests beside it take longer than before by more than this.',
    default: '50ms',
    min: '1ms',
    max: '10s',
  },
  'time-limit': {
    kind: 'duration',
    description: 'How long the sweep of one database may take.',
    default: '10m',
    min: '1s',
    max: '2h',
  },
  fragmentation: {
    kind: 'number',
    description: 'Memory is given back from this ratio of resident to used memory on.',
    default: 1.5,
    min: 1,
    max: 100,
    unit: 'ratio',
  },
  reclaimable: {
    kind: 'number',
    description: 'Memory is given back only where the allocator holds at least this much without use.',
    default: 10,
    min: 0,
    max: 1_000_000,
    unit: 'MB',
  },
} as const;

/** The parsed inputs. */
export type Inputs = InputValues<typeof inputs>;

/** From when on memory is given back. */
export function purgeBounds(inputs: Inputs): { readonly fragmentation: number; readonly reclaimableBytes: number } {
  return { fragmentation: inputs.fragmentation, reclaimableBytes: inputs.reclaimable * 1_000_000 };
}
