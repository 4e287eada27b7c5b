import { windowNames } from '../../domain/task/declaration.ts';
import type { InputDeclarations } from '../../domain/task/inputs.ts';
import type { PipelineAction } from '../pipeline-action.ts';

/** The token of the job, for actions that ask the forge. */
export const githubToken = {
  'github-token': {
    kind: 'text',
    description: 'The token of the job, with the permissions that its workflow lists.',
    default: '',
    maxLength: 4000,
  },
} as const satisfies InputDeclarations;

const requestInputs = {
  ...githubToken,
  mode: {
    kind: 'choice',
    description: 'plan: only show it. apply: hand it to the job of its gate.',
    values: ['plan', 'apply'],
    default: 'plan',
  },
  reason: {
    kind: 'text',
    description: 'Why; shown to the reviewer and in the report, and bound by the approval.',
    default: '',
    maxLength: 500,
  },
  'pull-request': {
    kind: 'integer',
    description: 'Number of the pull request that hears of the result; 0 for none.',
    default: 0,
    min: 0,
    max: 1_000_000_000,
    unit: 'number',
  },
} as const satisfies InputDeclarations;

const planOutputs = {
  preventive: 'Digest of the preventive plan, for the job that applies it; empty when there is none.',
  corrective: 'The same for what environment maintenance-corrective holds.',
  adaptive: 'The same for what environment maintenance-adaptive holds.',
  perfective: 'The same for what environment maintenance-perfective holds.',
  'preventive-artifact': 'Id of the artifact that holds the preventive plan.',
  'corrective-artifact': 'Id of the artifact that holds the corrective plan.',
  'adaptive-artifact': 'Id of the artifact that holds the adaptive plan.',
  'perfective-artifact': 'Id of the artifact that holds the perfective plan.',
  refused:
    'Environments whose plans were refused while others wait at their gates, separated by blanks; empty when there is none.',
  verdict: 'The worst verdict of what was looked at.',
};

/** Makes the plan of a task by hand, or of a window's gated tasks ahead of it, for another job to apply. */
export const plan: PipelineAction = {
  id: 'plan',
  folder: 'actions/plan',
  title: 'Plan maintenance',
  description:
    'Makes plans with credentials that cannot change the platform, shows the reviewer what would change, and hands each to the job of its gate by digest and artifact.',
  inputs: {
    task: {
      kind: 'text',
      description: 'The task to plan; empty when a window is planned ahead.',
      default: '',
      pattern: '[a-z-]*',
      maxLength: 60,
    },
    window: {
      kind: 'choice',
      description: 'The window whose gated tasks are planned ahead; any: the next; empty when a task is planned.',
      values: ['', 'any', ...windowNames],
      default: '',
    },
    target: {
      kind: 'text',
      description: 'What the task is about, for tasks that have an input target: deployment/api-gateway.',
      default: '',
      maxLength: 300,
    },
    inputs: {
      kind: 'text',
      description: "The task's other inputs, one name=value a line.",
      default: '',
      maxLength: 4000,
    },
    ...requestInputs,
  },
  outputs: planOutputs,
  post: false,
};

/** Makes the plan that puts back what a finished run changed. */
export const rollBack: PipelineAction = {
  id: 'roll-back',
  folder: 'actions/roll-back',
  title: 'Plan the way back of a finished run',
  description:
    'Makes the plan that puts back what an applied plan changed, whole or not at all; it goes through the same gate as the plan that it puts back.',
  inputs: {
    plan: {
      kind: 'text',
      description:
        'The first digits of the digest of the applied plan (at least 12), as its report shows them, or the number of the run that applied it.',
      default: '',
      maxLength: 71,
    },
    ...requestInputs,
  },
  outputs: planOutputs,
  post: false,
};

/** Applies the plan of one gate, exactly as it was approved. */
export const apply: PipelineAction = {
  id: 'apply',
  folder: 'actions/apply',
  title: 'Apply an approved plan',
  description:
    'Judges the approval by what it reads itself, waits for the Lease, observes again, and takes exactly the steps that were approved, or none. Its post undoes what is half-way and publishes the report.',
  inputs: {
    type: {
      kind: 'choice',
      description: 'Whose gate the job stands for.',
      values: ['preventive', 'corrective', 'adaptive', 'perfective'],
      default: 'preventive',
    },
    digest: {
      kind: 'text',
      description: 'The digest that the planning job handed over.',
      default: '',
      maxLength: 200,
    },
    artifact: {
      kind: 'text',
      description: 'The number of the artifact that holds the plan.',
      default: '',
      maxLength: 40,
    },
    comment: {
      kind: 'integer',
      description: 'With the issue as gate: the number of the comment that approves; else 0.',
      default: 0,
      min: 0,
      max: 9_007_199_254_740_991,
      unit: 'number',
    },
    ...githubToken,
  },
  outputs: { verdict: 'The worst verdict of what was applied.' },
  post: true,
};

/** Looks after the other workflows. */
export const watch: PipelineAction = {
  id: 'watch',
  folder: 'actions/watch',
  title: 'Watch over maintenance',
  description:
    'Says whether a run that is over left something half-way, keeps an issue open while that stays so or when a window passed unused, starts again what was approved on an issue and not applied, keeps schedules alive, and sends the heartbeat. Changes nothing on the platform.',
  inputs: { ...githubToken },
  outputs: { recover: 'true when job recover comes next.' },
  post: false,
};

/** Looks at a comment that may approve a plan: the issue as gate. */
export const approve: PipelineAction = {
  id: 'approve',
  folder: 'actions/approve',
  title: 'Check an approving comment',
  description:
    'Looks at a comment on the issue of a plan, answers it, and starts the job of its gate when the plan may be applied now. Applies nothing itself.',
  inputs: {
    comment: {
      kind: 'integer',
      description: 'The number of the comment.',
      default: 0,
      min: 0,
      max: 9_007_199_254_740_991,
      unit: 'number',
    },
    ...githubToken,
  },
  outputs: {
    corrective: 'Digest of the corrective plan that may be applied now; empty when there is none.',
    adaptive: 'The same of an adaptive plan.',
    perfective: 'The same of a perfective plan.',
  },
  post: false,
};

/** Merges the reports of a run's jobs. */
export const merge: PipelineAction = {
  id: 'merge',
  folder: 'actions/merge',
  title: 'Merge the reports of a run',
  description:
    'Last job of a run that plans and applies: one report of all its jobs, and one comment of ours on the pull request that was named.',
  inputs: {
    'pull-request': {
      kind: 'integer',
      description: 'Number of the pull request that hears of the result; 0 for none.',
      default: 0,
      min: 0,
      max: 1_000_000_000,
      unit: 'number',
    },
    comment: {
      kind: 'integer',
      description: 'With the issue as gate: the comment whose issue hears what became of the plan; else 0.',
      default: 0,
      min: 0,
      max: 9_007_199_254_740_991,
      unit: 'number',
    },
    ...githubToken,
  },
  outputs: { verdict: 'The worst verdict of the jobs.', report: 'Path of report.json.' },
  post: false,
};
