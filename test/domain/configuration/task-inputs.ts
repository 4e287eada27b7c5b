import type { TaskInputs } from '../../../src/domain/configuration/configuration.ts';

/** Inputs of every kind, as tasks declare them. */
export const taskInputs: TaskInputs = {
  'clean-temporary-files': {
    'older-than': {
      kind: 'duration',
      default: '24h',
      min: '1h',
      max: '720h',
      description: 'Age from which on a file goes.',
    },
    'max-share': { kind: 'share', default: 0.5, min: 0, max: 1, description: 'Largest share removed in one run.' },
    keep: { kind: 'text', default: '', pattern: '[a-z.]*', description: 'Names to keep.' },
  },
  'maintain-database': {
    tables: { kind: 'integer', default: 20, min: 1, max: 500, unit: 'tables', description: 'How many in one run.' },
    'scale-factor': { kind: 'number', default: 0.2, min: 0, max: 10, unit: 'of live rows', description: 'Dead rows.' },
    analyze: { kind: 'boolean', default: true, description: 'Refresh statistics.' },
    order: { kind: 'choice', values: ['worst-first', 'smallest-first'], default: 'worst-first', description: 'Order.' },
  },
};
