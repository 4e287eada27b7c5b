import { orderTasks } from '../../src/domain/conduct/order.ts';
import type { TaskDeclaration, WindowName } from '../../src/domain/task/declaration.ts';

const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';

/** Where a workflow's actions come from, and on what it runs. */
export interface Flavour {
  /** `uses:` of an action in a folder (empty: the conductor at the root). */
  readonly uses: (folder: string) => string;
  readonly runsOn: string;
  readonly banner: string;
}

/** Our own workflows: the actions of the same commit. */
export const own: Flavour = {
  uses: (folder) => `./${folder}`,
  runsOn: 'ubuntu-latest',
  banner: '# Written by `npm run sync` from the declarations of the tasks. Do not edit.',
};

/** The copies for adopters: pinned by commit. */
export const adopters: Flavour = {
  uses: (folder) => `OWNER/REPO${folder === '' ? '' : `/${folder}`}@0000000000000000000000000000000000000000 # v1`,
  runsOn: `\${{ vars.MAINTENANCE_RUNNER || 'ubuntu-latest' }}`,
  banner: [
    '# Copy to .github/workflows/. Replace OWNER/REPO by where these actions live, and the zeros by the commit of a release.',
    '# Written by `npm run sync` from the declarations of the tasks.',
  ].join('\n'),
};

interface Schedule {
  readonly crons: readonly string[];
  readonly said: string;
  readonly timeoutMinutes: number;
}

/** Off the hour, several times: GitHub starts scheduled runs late or not at all, most of all on the hour. */
const schedules: Readonly<Record<WindowName, Schedule>> = {
  daily: {
    crons: ['7 2 * * *', '27 2 * * *', '47 2 * * *', '17 3 * * *'],
    said: 'the daily window, 02:00-04:00 UTC',
    timeoutMinutes: 150,
  },
  weekly: {
    crons: ['9 2 * * 0', '29 2 * * 0', '49 2 * * 0', '19 3 * * 0', '19 4 * * 0'],
    said: 'the weekly window, Sunday 02:00-06:00 UTC',
    timeoutMinutes: 270,
  },
  monthly: {
    crons: ['11 2 * * 0', '31 2 * * 0', '51 2 * * 0', '21 4 * * 0'],
    said: 'the monthly window, first Sunday 02:00-08:00 UTC (the calendar decides which Sunday)',
    timeoutMinutes: 350,
  },
  quarterly: {
    crons: ['13 * * * 6,0'],
    said: 'the quarterly window (the calendar decides which weekend)',
    timeoutMinutes: 350,
  },
};

const taskStep = (task: TaskDeclaration, flavour: Flavour): string => `      - name: ${task.title}
        id: ${task.id}
        if: contains(fromJSON(steps.conduct.outputs.due), '${task.id}')
        # A task that fails never stops its neighbours; the last step decides the result.
        continue-on-error: true
        uses: ${flavour.uses(`actions/${task.id}`)}`;

/** The workflow of a window: one job, every task a step, the last step decides. */
export function windowWorkflow(window: WindowName, tasks: readonly TaskDeclaration[], flavour: Flavour): string {
  const schedule = schedules[window];
  const title = `${window[0]?.toUpperCase()}${window.slice(1)}`;
  const steps = orderTasks(tasks.filter((task) => task.windows.includes(window) && task.type === 'preventive')).map(
    (task) => taskStep(task, flavour),
  );
  return `${flavour.banner}
name: ${title} maintenance

on:
  schedule:
    # ${title}: ${schedule.said}. Several ticks off the hour, since GitHub may start one late or never;
    # the first that claims the opening runs it, the others end in seconds.
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
    timeout-minutes: ${schedule.timeoutMinutes}
    # A dry run gets credentials that cannot change the platform.
    environment: \${{ inputs.mode == 'plan' && 'maintenance-plan' || 'maintenance-preventive' }}
    permissions:
      contents: read # the checkout: configuration and actions
    steps:
      - name: Check out
        uses: ${checkout}
        with:
          persist-credentials: false

      # Replace this step by your cloud's login where there is one; a runner that has a kubeconfig needs none.
      - name: Log in to the cluster
        env:
          MAINTENANCE_KUBECONFIG: \${{ secrets.MAINTENANCE_KUBECONFIG }}
        run: |
          if [ -n "\${MAINTENANCE_KUBECONFIG}" ]; then
            umask 077
            printf '%s' "\${MAINTENANCE_KUBECONFIG}" > "\${RUNNER_TEMP}/maintenance-kubeconfig"
            echo "KUBECONFIG=\${RUNNER_TEMP}/maintenance-kubeconfig" >> "\${GITHUB_ENV}"
          fi

      - name: Conduct
        id: conduct
        uses: ${flavour.uses('')}
        with:
          window: ${window}
          mode: \${{ inputs.mode || 'apply' }}
          reason: \${{ inputs.reason }}

${steps.join('\n\n')}

      - name: Close
        # Whatever happened before, this step alone decides whether the job is red.
        if: always()
        uses: ${flavour.uses('actions/close')}
`;
}
