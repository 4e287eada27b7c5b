import type { InputValues } from '../../domain/task/inputs.ts';

/** The inputs of apply-security-updates. */
export const inputs = {
  'seen-for': {
    kind: 'duration',
    description: 'How long our own record must have known an image that no trusted key has signed.',
    default: '7d',
    min: '1d',
    max: '90d',
  },
  'minimum-age': {
    kind: 'duration',
    description: 'How long our own record must have known an image that is signed.',
    default: '0s',
    min: '0s',
    max: '90d',
  },
  'progress-deadline': {
    kind: 'duration',
    description: 'How long a rollout may go without another pod becoming ready before it has failed.',
    default: '5m',
    min: '10s',
    max: '30m',
  },
  settle: {
    kind: 'duration',
    description: 'How long everything must stay ready after a rollout, without a restart.',
    default: '15s',
    min: '1s',
    max: '10m',
  },
} as const;

/** Their parsed values. */
export type Inputs = InputValues<typeof inputs>;
