import { targetInput } from '../../domain/target/target.ts';
import type { InputValues } from '../../domain/task/inputs.ts';

/** The inputs of rightsize-resources: whose sizes, and by which rules. */
export const inputs = {
  target: { ...targetInput, description: `${targetInput.description} Empty: every one that it names.` },
  margin: {
    kind: 'share',
    description: 'So much more than what was used is given.',
    default: 0.2,
    min: 0.05,
    max: 2,
  },
  'cpu-percentile': {
    kind: 'choice',
    description:
      'By which percentile of use a request of processor is raised. It is lowered by the peak, as memory always is.',
    values: ['p95', 'p99'],
    default: 'p95',
  },
  'least-change': {
    kind: 'share',
    description: 'A value that would change by less stays as it is.',
    default: 0.1,
    min: 0,
    max: 1,
  },
  'usage-window': {
    kind: 'duration',
    description: 'How far back use is looked at.',
    default: '14d',
    min: '1m',
    max: '90d',
  },
  'minimum-history': {
    kind: 'duration',
    description: 'Less history than this is too little to size by.',
    default: '7d',
    min: '30s',
    max: '90d',
  },
  'minimum-samples': {
    kind: 'integer',
    description: 'Fewer samples than this are too few to size by.',
    default: 100,
    min: 10,
    max: 10_000,
    unit: 'samples',
  },
  'ready-within': {
    kind: 'duration',
    description: 'How long one pod may take to become ready; then what was changed is put back.',
    default: '5m',
    min: '10s',
    max: '30m',
  },
} as const;

/** Parsed inputs. */
export type Inputs = InputValues<typeof inputs>;
