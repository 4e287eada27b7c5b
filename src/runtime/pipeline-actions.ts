import { windowNames } from '../domain/task/declaration.ts';
import type { InputDeclarations } from '../domain/task/inputs.ts';
import { apply, approve, githubToken, merge, plan, rollBack, watch } from './gates/actions.ts';
import type { PipelineAction } from './pipeline-action.ts';

export type { PipelineAction } from './pipeline-action.ts';

/** Inputs that every task has besides its own. */
export const taskInputs = {
  mode: {
    kind: 'choice',
    description:
      'plan: look, change nothing, and say what would be done. apply: do it. In a window the conductor decides.',
    values: ['', 'plan', 'apply'],
    default: '',
  },
  phase: {
    kind: 'choice',
    description: 'Where in the window it stands; health is looked at before and after changes.',
    values: ['main', 'before', 'after'],
    default: 'main',
  },
  reason: {
    kind: 'text',
    description: 'Why it is applied outside every window. Not used in a window.',
    default: '',
    maxLength: 500,
  },
} as const satisfies InputDeclarations;

/** Outputs that every task has besides its own. */
export const taskOutputs: Readonly<Record<string, string>> = {
  verdict: 'pass, warn, fail, unknown or not-applicable.',
  status: 'done, nothing-to-do, planned, refused, failed, skipped, deferred or cancelled.',
  result: 'One line: what came of it.',
  report: 'Path of report.json; only when the task runs by itself, outside a window.',
};

/** The conductor: first of our steps in a job, and its `post` the last. */
export const conduct: PipelineAction = {
  id: 'conduct',
  folder: '',
  title: 'Maintenance conductor',
  description:
    'Decides from .github/maintenance.yml, the event and the clock which window is open and which tasks are due in which order. Holds the Lease for the job; its post publishes the report.',
  inputs: {
    window: {
      kind: 'choice',
      description: 'The window that this workflow is for.',
      values: windowNames,
      default: 'daily',
    },
    mode: {
      kind: 'choice',
      description: 'plan: look, change nothing, and say what would be done. apply: do it.',
      values: ['plan', 'apply'],
      default: 'plan',
    },
    reason: {
      kind: 'text',
      description: 'Why it is started by hand; needed outside every window, and shown in the report.',
      default: '',
      maxLength: 500,
    },
    ...githubToken,
  },
  outputs: {
    due: 'JSON list of the ids of the tasks that are due now, in order.',
    mode: 'plan or apply.',
    opening: 'The opening that this run claimed, or empty.',
    'changes-workloads': 'true when a task that changes workloads is due: health is looked at before and after.',
    recover: 'true when an open journal has to be recovered first: job recover comes next.',
  },
  post: true,
};

/** The last step of a job: decides alone whether the job is red. */
export const close: PipelineAction = {
  id: 'close',
  folder: 'actions/close',
  title: 'Close a maintenance job',
  description:
    'Last step of a maintenance job: merges the results of its tasks and alone decides whether the job is red.',
  inputs: {},
  outputs: { verdict: 'The worst verdict of the tasks.' },
  post: false,
};

/** Puts back what a run that is over left half-way. */
export const recover: PipelineAction = {
  id: 'recover',
  folder: 'actions/recover',
  title: 'Recover from a run that was cut off',
  description:
    'Waits until the Lease of a run that is over may be taken over, puts back what it left half-way, proves it, and closes its journal. What somebody has changed since is left as it is and reported. Needs the rights of maintenance-recovery.',
  inputs: {
    patience: {
      kind: 'duration',
      description:
        'How long it waits for the Lease of a run that is alive. That of a run which is over is waited for as long as its last step may take.',
      default: '20m',
      min: '0s',
      max: '5h',
    },
  },
  outputs: {
    recovered: 'none, closed, left-open or not-allowed-yet.',
    verdict: 'warn when everything is as before, fail when something was left as it is or is still open.',
    report: 'Path of report.json.',
  },
  post: false,
};

/** All of them. */
export const pipelineActions: readonly PipelineAction[] = [
  conduct,
  close,
  recover,
  plan,
  rollBack,
  apply,
  approve,
  merge,
  watch,
];
