import { z } from 'zod';
import { section } from '../section.ts';
import { objectName, plainName, sentence } from '../values.ts';
import { workloadKind } from './workload-kind.ts';

const named = (description: string, most: number) =>
  z
    .array(
      section('A workload, and why.', {
        kind: workloadKind().default('Deployment'),
        name: objectName('Name of the workload.'),
        reason: sentence('Why, for whoever reads the report.'),
      }),
    )
    .max(most)
    .describe(description)
    .default([]);

/** Exceptions of single workloads, each with its reason, and what changes to workloads need to know. */
export const workloadRules = {
  hold: named(
    'Workloads that must not be rolled back (forward-only migrations): when an update fails, everything is kept as it is and reported.',
    100,
  ),
  'owned-override': named(
    'Workloads that are changed although somebody else (Argo CD, Flux, Helm, an operator, an autoscaler) owns them.',
    100,
  ),
  'field-managers': z
    .array(plainName('A field manager, as `kubectl get -o yaml --show-managed-fields` shows it.'))
    .max(50)
    .describe('Field managers that are people or pipelines and do not put their values back by themselves.')
    .default([]),
  order: z
    .array(
      section('A workload.', {
        kind: workloadKind().default('Deployment'),
        name: objectName('Name of the workload.'),
      }),
    )
    .max(200)
    .describe(
      'In which order workloads are changed, dependents last. Default: database, cache, blockchain, the others by name, and the gateway last. Those not listed come before those that are.',
    )
    .default([]),
  secrets: z
    .array(objectName('Name of a Secret.'))
    .max(200)
    .describe(
      'Further Secrets that workloads refer to: their version is part of every plan that starts pods (their values are not read into it).',
    )
    .default([]),
};
