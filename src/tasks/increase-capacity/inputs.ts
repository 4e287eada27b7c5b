import { targetInput } from '../../domain/target/target.ts';
import type { InputValues } from '../../domain/task/inputs.ts';

const quantity = (description: string, pattern: string) =>
  ({
    kind: 'text',
    description: `${description} Empty: it stays as it is.`,
    default: '',
    pattern,
    maxLength: 20,
  }) as const;

const cpu = '([0-9]{1,5}(\\.[0-9]{1,3})?|[0-9]{1,7}m)?';
const bytes = '([0-9]{1,6}(\\.[0-9]{1,3})?(Ki|Mi|Gi|Ti|k|M|G|T))?';

/** The inputs of increase-capacity: what is to be more, and of which workload. */
export const inputs = {
  target: targetInput,
  replicas: {
    kind: 'integer',
    description: 'How many pods there are to be. 0: as many as now.',
    default: 0,
    min: 0,
    max: 1000,
    unit: 'pods',
  },
  container: {
    kind: 'text',
    description: 'The container whose requests and limits are raised. Empty: the only one.',
    default: '',
    pattern: '([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?',
  },
  'cpu-request': quantity('Processor that it asks for, such as 250m.', cpu),
  'cpu-limit': quantity('Processor that it may have, such as 1.', cpu),
  'memory-request': quantity('Memory that it asks for, such as 256Mi.', bytes),
  'memory-limit': quantity('Memory that it may have, such as 512Mi.', bytes),
  volume: {
    kind: 'text',
    description: "The volume of its pods that is to grow, by its name in the template. Empty: the only claim's.",
    default: '',
    pattern: '([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)?',
  },
  'volume-size': quantity('How large each claim of that volume is to be, such as 20Gi.', bytes),
  'ready-within': {
    kind: 'duration',
    description: 'How long one pod may take to become ready; then what was changed is put back.',
    default: '5m',
    min: '10s',
    max: '30m',
  },
  'resized-within': {
    kind: 'duration',
    description: 'How long a claim may take to have its new size.',
    default: '10m',
    min: '10s',
    max: '1h',
  },
  'usage-window': {
    kind: 'duration',
    description: 'How far back its use is looked at.',
    default: '7d',
    min: '1m',
    max: '90d',
  },
} as const;

/** Parsed inputs. */
export type Inputs = InputValues<typeof inputs>;
