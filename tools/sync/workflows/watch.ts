import { checkoutStep, type Flavour, loginStep, recoverJob } from './parts.ts';

/** Looks after the others: recovers what was cut off, says when a window passed unused, keeps schedules alive. */
export function watchWorkflow(flavour: Flavour): string {
  return `${flavour.banner}
name: Watch maintenance

on:
  workflow_run:
    workflows: [Daily maintenance, Weekly maintenance, Maintenance by hand, Prepare maintenance, Approve maintenance]
    types: [completed]
  schedule:
    # The backstop: whatever GitHub did not tell.
    - cron: '4,19,34,49 * * * *'
  workflow_dispatch:

# Nothing by default; each job says what it needs and why.
permissions: {}

concurrency:
  # One look at a time; a newer one takes the place of one that waits.
  group: maintenance-watch
  cancel-in-progress: false

jobs:
  watch:
    name: Watch
    runs-on: ${flavour.runsOn}
    timeout-minutes: 15
    # Looks and changes nothing on the platform.
    environment: maintenance-plan
    outputs:
      recover: \${{ steps.watch.outputs.recover }}
    permissions:
      contents: read # the checkout: configuration and actions
      actions: write # re-enables a workflow whose schedule GitHub has switched off after 60 idle days, and starts approve.yml again
      issues: write # one issue for a window that passed unused, and for a journal that stays open; the word on plans' issues
    steps:
${checkoutStep}

${loginStep}

      - name: Watch
        id: watch
        uses: ${flavour.uses('actions/watch')}
        with:
          github-token: \${{ github.token }}

${recoverJob(flavour, { needs: 'watch', when: "needs.watch.outputs.recover == 'true'" })}
`;
}
