import { orderTasks } from '../../../src/domain/conduct/order.ts';
import { type TaskDeclaration, type WindowName, windowNames } from '../../../src/domain/task/declaration.ts';
import { checkoutStep, type Flavour, loginStep, recoverJob } from './parts.ts';

interface Schedule {
  readonly crons: readonly string[];
  readonly said: string;
}

/** Off the hour, several times: GitHub starts scheduled runs late or not at all, most of all on the hour. */
const schedules: Readonly<Record<WindowName, Schedule>> = {
  daily: {
    crons: ['7 2 * * *', '27 2 * * *', '47 2 * * *', '17 3 * * *'],
    said: 'the daily window, 02:00-04:00 UTC',
  },
  weekly: {
    crons: ['9 2 * * 0', '29 2 * * 0', '49 2 * * 0', '19 3 * * 0', '19 4 * * 0'],
    said: 'the weekly window, Sunday 02:00-06:00 UTC',
  },
  monthly: {
    crons: ['11 2 * * 0', '31 2 * * 0', '51 2 * * 0', '21 4 * * 0'],
    said: 'the monthly window, first Sunday 02:00-08:00 UTC (the calendar decides which Sunday)',
  },
  quarterly: {
    crons: ['13 * * * 6,0'],
    said: 'the quarterly window (the calendar decides which weekend)',
  },
};

const taskStep = (task: TaskDeclaration, flavour: Flavour, changed: boolean): string => `      - name: ${task.title}
        id: ${task.id}
        if: contains(fromJSON(steps.conduct.outputs.due), '${task.id}')
        # A task that fails never stops its neighbours; the last step decides the result.
        continue-on-error: true
        uses: ${flavour.uses(`actions/${task.id}`)}${changed && task.after === 'all' ? phase('after') : ''}`;

const phase = (name: 'before' | 'after'): string => `
        with:
          phase: ${name}`;

/** Health as it is before anything that changes workloads: what is found after the changes is compared with it. */
const lookBefore = (task: TaskDeclaration, flavour: Flavour): string => `      - name: ${task.title} before the changes
        id: ${task.id}-before
        if: steps.conduct.outputs.changes-workloads == 'true'
        continue-on-error: true
        uses: ${flavour.uses(`actions/${task.id}`)}${phase('before')}`;

/** Whether a task runs in a window: its own, or one that this window absorbs. */
function isIn(task: TaskDeclaration, window: WindowName): boolean {
  const within = windowNames.slice(0, windowNames.indexOf(window) + 1);
  return task.windows.some((own) => within.includes(own));
}

/** The workflow of a window: one job, every task of it and of the windows that it may absorb a step, the last step decides. */
export function windowWorkflow(window: WindowName, tasks: readonly TaskDeclaration[], flavour: Flavour): string {
  const schedule = schedules[window];
  const title = `${window[0]?.toUpperCase()}${window.slice(1)}`;
  const ordered = orderTasks(tasks.filter((task) => isIn(task, window) && task.type === 'preventive'));
  const changed = ordered.some((task) => task.changesWorkloads);
  const last = ordered.filter((task) => changed && task.after === 'all');
  const steps = [
    ...last.map((task) => lookBefore(task, flavour)),
    ...ordered.map((task) => taskStep(task, flavour, changed)),
  ];
  return `${flavour.banner}
name: ${title} maintenance

on:
  schedule:
    # ${title}: ${schedule.said}. Several ticks off the hour, since GitHub may start one late or never;
    # the first that claims the opening runs it, the others end in seconds. Ticks are in UTC: where .github/maintenance.yml
    # opens the window at another time or in another zone, move them, so that several fall into it in summer and in winter.
${schedule.crons.map((cron) => `    - cron: '${cron}'`).join('\n')}
  workflow_dispatch:
    inputs:
      mode:
        description: 'plan looks and changes nothing; apply does it'
        type: choice
        options: [plan, apply]
        default: plan
      reason:
        description: 'Why by hand (needed outside the window; shown in the report)'
        type: string
        required: false

# Nothing by default; each job says what it needs and why.
permissions: {}

concurrency:
  # Ticks of one window wait for each other; what keeps two repositories apart is the Lease in the cluster.
  group: maintenance-${window}-\${{ github.event_name }}
  cancel-in-progress: false

jobs:
  window:
    name: ${title} window
    runs-on: ${flavour.runsOn}
    # Longer than any job that the conductor reckons with (330 min, or until the window closes).
    timeout-minutes: 350
    # A dry run gets credentials that cannot change the platform.
    environment: \${{ inputs.mode == 'plan' && 'maintenance-plan' || 'maintenance-preventive' }}
    outputs:
      recover: \${{ steps.conduct.outputs.recover }}
    permissions:
      contents: read # the checkout: configuration and actions
      actions: write # plans that were approved for this opening; with the issue as gate they are started (else read is enough)
      issues: read # with the issue as gate: who has approved
    steps:
${checkoutStep}

${loginStep}

      - name: Conduct
        id: conduct
        uses: ${flavour.uses('')}
        with:
          window: ${window}
          mode: \${{ inputs.mode || 'apply' }}
          reason: \${{ inputs.reason }}
          github-token: \${{ github.token }}

${steps.join('\n\n')}

      - name: Close
        # Whatever happened before, this step alone decides whether the job is red.
        if: always()
        uses: ${flavour.uses('actions/close')}

${recoverJob(flavour, { needs: 'window', when: "needs.window.outputs.recover == 'true'" })}
`;
}
