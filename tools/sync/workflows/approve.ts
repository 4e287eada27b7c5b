import { gatedTypes } from '../../../src/domain/approval/document.ts';
import { checkoutStep, closeJob, type Flavour, gateJob, loginStep, planOutputLines } from './parts.ts';

/** The issue as gate: a comment on the issue of a plan starts the jobs that apply it. */
export function approveWorkflow(flavour: Flavour): string {
  return `${flavour.banner}
name: Approve maintenance

on:
  issue_comment:
    types: [created]
  workflow_dispatch:
    inputs:
      comment:
        description: 'Id of the comment that approves; the tick of a window, and watching, give it'
        type: number
        required: true

# Nothing by default; each job says what it needs and why.
permissions: {}

jobs:
  check:
    name: Check
    # Not on a pull request; everything else about the comment is fetched and judged again.
    if: github.event_name == 'workflow_dispatch' || !github.event.issue.pull_request
    runs-on: ${flavour.runsOn}
    timeout-minutes: 15
    environment: maintenance-plan
    outputs:
${planOutputLines(['check'], gatedTypes)}
    permissions:
      contents: read # the checkout: configuration and actions
      actions: read # the run that made the plan, and its artifact
      issues: write # the answer to whoever commented
      id-token: write # run, attempt and commit come from this job's own token
      pull-requests: read # author and merger of the last change to configuration and workflow are requesters
    steps:
${checkoutStep}

${loginStep}

      - name: Check
        id: check
        uses: ${flavour.uses('actions/approve')}
        with:
          comment: \${{ inputs.comment || github.event.comment.id }}
          github-token: \${{ github.token }}

${gatedTypes
  .map((type) =>
    gateJob(flavour, type, {
      needs: 'check',
      environment: `maintenance-${type}`,
      inputs: () => [`comment: \${{ inputs.comment || github.event.comment.id }}`],
      permissions: ['issues: read # comment and issue, fetched again'],
    }),
  )
  .join('\n\n')}

${closeJob(
  flavour,
  ['check', ...gatedTypes],
  [`comment: \${{ inputs.comment || github.event.comment.id }}`],
  ['issues: write # what became of the plan, on its issue'],
)}
`;
}
