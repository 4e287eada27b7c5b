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

/** The checkout, by the full commit of its release. */
export const checkoutStep = `      - name: Check out
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false`;

/** The login that an environment's secrets give. */
export const loginStep = `      # Replace the kubeconfig by your cloud's login where there is one; a runner that has a kubeconfig needs none. The
      # journal's key (openssl rand -hex 32) is the same in every maintenance environment.
      - name: Log in to the cluster
        env:
          MAINTENANCE_KUBECONFIG: \${{ secrets.MAINTENANCE_KUBECONFIG }}
          MAINTENANCE_JOURNAL_KEY: \${{ secrets.MAINTENANCE_JOURNAL_KEY }}
        run: |
          umask 077
          if [ -n "\${MAINTENANCE_KUBECONFIG}" ]; then
            printf '%s' "\${MAINTENANCE_KUBECONFIG}" > "\${RUNNER_TEMP}/maintenance-kubeconfig"
            echo "KUBECONFIG=\${RUNNER_TEMP}/maintenance-kubeconfig" >> "\${GITHUB_ENV}"
          fi
          if [ -n "\${MAINTENANCE_JOURNAL_KEY}" ]; then
            printf '%s' "\${MAINTENANCE_JOURNAL_KEY}" > "\${RUNNER_TEMP}/maintenance-journal-key"
            echo "MAINTENANCE_JOURNAL_KEY_FILE=\${RUNNER_TEMP}/maintenance-journal-key" >> "\${GITHUB_ENV}"
          fi`;

/** Job `recover`: puts back what a run that is over left half-way, before anything else is changed. */
export function recoverJob(
  flavour: Flavour,
  { needs, when }: { readonly needs: string; readonly when: string },
): string {
  return `  recover:
    name: Recover
    needs: ${needs}
    # Only when an open journal has something to be put back; the next tick goes on with the window.
    if: \${{ !cancelled() && ${when} }}
    runs-on: ${flavour.runsOn}
    # A Lease is taken over when its last step can no longer be at work, and a step may take two hours.
    timeout-minutes: 350
    # The inverses of every reversible step, and nothing else.
    environment: maintenance-recovery
    permissions:
      contents: read # the checkout: configuration and actions
    steps:
${checkoutStep}

${loginStep}

      - name: Recover
        uses: ${flavour.uses('actions/recover')}`;
}

const gateNotes: Readonly<Record<(typeof gates)[number], string>> = {
  preventive: '# No approval: whether the plan is preventive is derived from its steps, and any other step is refused.',
  corrective: '# GitHub holds this job until a reviewer of the environment has approved exactly this plan.',
  adaptive: '# GitHub holds this job until a reviewer of the environment has approved exactly this plan.',
  perfective: '# GitHub holds this job until a reviewer of the environment has approved exactly this plan.',
};

/** The types of plan that a job applies, each through its own environment. */
export const gates = ['preventive', 'corrective', 'adaptive', 'perfective'] as const;

/** The artifact that the planning job handed over. */
const handedArtifact =
  (needs: string) =>
  (type: string): readonly string[] => [`artifact: \${{ needs.${needs}.outputs.${type}-artifact }}`];

/** A job that applies the plan of one gate: the environment is literal, and nothing is queued while it waits. */
export function gateJob(
  flavour: Flavour,
  type: (typeof gates)[number],
  {
    needs,
    environment,
    inputs = handedArtifact(needs),
    permissions = [],
  }: {
    readonly needs: string;
    readonly environment: string;
    readonly inputs?: (type: string) => readonly string[];
    /** Besides those that every gate needs: `issues: read # why`. */
    readonly permissions?: readonly string[];
  },
): string {
  return `  ${type}:
    name: Apply (${type})
    needs: ${needs}
    if: \${{ !cancelled() && needs.${needs}.outputs.${type} != '' }}
    runs-on: ${flavour.runsOn}
    timeout-minutes: 350
    ${gateNotes[type]}
    environment: ${environment}
    permissions:
      contents: read # the checkout: configuration and actions
      actions: read # the plan's artifact, the approvals of this run, the environment's protection
      id-token: write # environment, run, attempt and commit come from this job's own token
      pull-requests: read # author and merger of the last change to configuration and workflow are requesters
${permissions.map((line) => `      ${line}\n`).join('')}    steps:
${checkoutStep}

${loginStep}

      - name: Apply
        uses: ${flavour.uses('actions/apply')}
        env:
          # Only where teams are among the reviewers: a job's own token may not read who is in them.
          MAINTENANCE_TEAM_TOKEN: \${{ secrets.MAINTENANCE_TEAM_TOKEN }}
        with:
          type: ${type}
          digest: \${{ needs.${needs}.outputs.${type} }}
${[...inputs(type), `github-token: \${{ github.token }}`].map((line) => `          ${line}`).join('\n')}`;
}

/** The outputs of a planning job, taken from the first of its steps that has them. */
export function planOutputLines(
  steps: readonly string[],
  names: readonly string[] = gates.flatMap((type) => [type, `${type}-artifact`]),
): string {
  return names
    .map((name) => `      ${name}: \${{ ${steps.map((step) => `steps.${step}.outputs.${name}`).join(' || ')} }}`)
    .join('\n');
}

/** The last job of a run that plans and applies: the merged report, and the word to the pull request. */
export function closeJob(
  flavour: Flavour,
  needs: readonly string[],
  inputs: readonly string[] = [],
  permissions: readonly string[] = [],
): string {
  return `  close:
    name: Close
    needs: [${needs.join(', ')}]
    # Whatever happened before: the merged report is always written.
    if: always()
    runs-on: ${flavour.runsOn}
    timeout-minutes: 15
    permissions:
      contents: read # the checkout: configuration and actions
      actions: read # the reports of this run's jobs
      pull-requests: write # the one comment of ours on the pull request that was named
${permissions.map((line) => `      ${line}\n`).join('')}    steps:
${checkoutStep}

      - name: Merge the reports
        uses: ${flavour.uses('actions/merge')}
        with:
${[...inputs, `github-token: \${{ github.token }}`].map((line) => `          ${line}`).join('\n')}`;
}
