import type { InputValues } from '../../domain/task/inputs.ts';

/** How far is looked back and ahead; thresholds are the configuration's (`platform.capacity.scaling`). */
export const inputs = {
  'lead-time': {
    kind: 'duration',
    description: 'How long it takes to get more capacity: a threshold that is reached within it is a warning.',
    default: '21d',
    min: '7d',
    max: '180d',
  },
  history: {
    kind: 'duration',
    description: 'How far back Prometheus is asked. Three times the lead time is needed to look that far ahead.',
    default: '90d',
    min: '14d',
    max: '400d',
  },
  'usage-window': {
    kind: 'duration',
    description: 'How far back is looked for what workloads ask for and do not use.',
    default: '14d',
    min: '1d',
    max: '90d',
  },
  'query-timeout': {
    kind: 'duration',
    description: 'How long one query of Prometheus may take.',
    default: '30s',
    min: '1s',
    max: '5m',
  },
} as const;

/** The values of {@link inputs}; durations in ms. */
export type Inputs = InputValues<typeof inputs>;
