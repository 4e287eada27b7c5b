import type { TaskDeclaration } from '../../../src/domain/task/declaration.ts';
import { rollBackId } from '../../../src/pipeline/roll-back/roll-back-task.ts';
import { checkoutStep, closeJob, type Flavour, gateJob, gates, loginStep, planOutputLines } from './parts.ts';

/** A task by hand: plan, gate, apply, report, in one run. */
export function dispatchWorkflow(tasks: readonly TaskDeclaration[], flavour: Flavour): string {
  const ids = tasks.map(({ id }) => id).sort();
  return `${flavour.banner}
name: Maintenance by hand

on:
  workflow_dispatch:
    inputs:
      task:
        description: 'What to do'
        type: choice
        options: [${[...ids, rollBackId].join(', ')}]
        required: true
      mode:
        description: 'plan only shows it; apply hands it to its gate'
        type: choice
        options: [plan, apply]
        default: plan
      reason:
        description: 'Why; the reviewer reads it'
        type: string
        required: true
      target:
        description: 'What it is about (deployment/api-gateway); for roll-back the first digits of the plan'
        type: string
        required: false
      inputs:
        description: 'Other inputs of the task: name=value; name=value'
        type: string
        required: false
      pull-request:
        description: 'Number of the pull request that hears of it'
        type: number
        default: 0

# Nothing by default; each job says what it needs and why.
permissions: {}

jobs:
  plan:
    name: Plan
    runs-on: ${flavour.runsOn}
    timeout-minutes: 60
    # Credentials that cannot change the platform.
    environment: maintenance-plan
    outputs:
${planOutputLines(['plan', 'roll-back'])}
    permissions:
      contents: read # the checkout: configuration and actions
      actions: read # whether the environment of the gate is protected, before any job names it
      issues: write # the issue that is the gate where no environment can hold a job
    steps:
${checkoutStep}

${loginStep}

      - name: Plan
        id: plan
        if: inputs.task != '${rollBackId}'
        uses: ${flavour.uses('actions/plan')}
        with:
          task: \${{ inputs.task }}
          mode: \${{ inputs.mode }}
          reason: \${{ inputs.reason }}
          target: \${{ inputs.target }}
          inputs: \${{ inputs.inputs }}
          pull-request: \${{ inputs.pull-request }}
          github-token: \${{ github.token }}

      - name: Plan the way back
        id: roll-back
        if: inputs.task == '${rollBackId}'
        uses: ${flavour.uses('actions/roll-back')}
        with:
          plan: \${{ inputs.target }}
          mode: \${{ inputs.mode }}
          reason: \${{ inputs.reason }}
          pull-request: \${{ inputs.pull-request }}
          github-token: \${{ github.token }}

${gates.map((type) => gateJob(flavour, type, { needs: 'plan', environment: `maintenance-${type}` })).join('\n\n')}

${closeJob(flavour, ['plan', ...gates], [`pull-request: \${{ inputs.pull-request }}`])}
`;
}
