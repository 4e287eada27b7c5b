import { targetInput } from '../../domain/target/target.ts';
import type { InputValues } from '../../domain/task/inputs.ts';

/** The inputs of restart-workload. */
export const inputs = {
  target: targetInput,
  'ready-within': {
    kind: 'duration',
    description: 'How long one pod may take to become ready before the restart has failed.',
    default: '5m',
    min: '10s',
    max: '30m',
  },
} as const;

/** Parsed inputs. */
export type Inputs = InputValues<typeof inputs>;
