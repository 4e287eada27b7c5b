import { gatedTypes } from '../../../src/domain/approval/document.ts';
import { windowNames } from '../../../src/domain/task/declaration.ts';
import { checkoutStep, closeJob, type Flavour, gateJob, loginStep, planOutputLines } from './parts.ts';

/** The gated tasks of a window, planned one lead time ahead, approved in the light, and applied when it opens. */
export function prepareWorkflow(flavour: Flavour): string {
  return `${flavour.banner}
name: Prepare maintenance

on:
  schedule:
    # One lead time (48 h) before windows that open at 02:00 UTC, several ticks; a run that finds nothing to plan, or a
    # plan of an earlier tick, ends in seconds.
    - cron: '8 2 * * *'
    - cron: '28 2 * * *'
    - cron: '48 2 * * *'
  workflow_dispatch:
    inputs:
      window:
        description: 'The window to plan for; any: the next that opens within the lead time'
        type: choice
        options: [any, ${windowNames.join(', ')}]
        default: any
      reason:
        description: 'Why by hand'
        type: string
        required: false

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
${planOutputLines(['plan'])}
      refused: \${{ steps.plan.outputs.refused }}
    permissions:
      contents: read # the checkout: configuration and actions
      actions: read # protection of the gates' environments, and what earlier ticks have planned
      issues: write # the issue that is the gate where no environment can hold a job
    steps:
${checkoutStep}

${loginStep}

      - name: Plan
        id: plan
        uses: ${flavour.uses('actions/plan')}
        with:
          window: \${{ inputs.window || 'any' }}
          mode: apply
          reason: \${{ inputs.reason || 'the window that comes' }}
          github-token: \${{ github.token }}

${gatedTypes.map((type) => gateJob(flavour, type, { needs: 'plan', environment: `maintenance-${type}-window` })).join('\n\n')}

  refused:
    name: Refused beside others
    needs: plan
    # The plan of one gate was refused and that of another waits: job Plan has to succeed, or no gate would take what waits.
    if: \${{ !cancelled() && needs.plan.outputs.refused != '' }}
    runs-on: ${flavour.runsOn}
    timeout-minutes: 5
    permissions: {}
    steps:
      - name: Say what was refused
        env:
          REFUSED: \${{ needs.plan.outputs.refused }}
        run: |
          echo "::error title=refused::Refused: \${REFUSED}. Job Plan and its report say why. What waits at the other gates can be approved."
          exit 1

${closeJob(flavour, ['plan', ...gatedTypes])}
`;
}
