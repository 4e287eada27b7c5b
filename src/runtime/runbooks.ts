import type { Links } from '../render/summary.ts';

/**
 * The folder of the runbooks that belong to the code that runs: the action's own repository at the ref that the workflow
 * names (GITHUB_ACTION_REPOSITORY, GITHUB_ACTION_REF); for an action of the checkout, which has neither, the run's own
 * repository at its commit. Nothing outside of a run.
 */
export function runbooksOf(variables: Readonly<Record<string, string | undefined>>): Pick<Links, 'runbooks'> {
  const server = variables.GITHUB_SERVER_URL ?? '';
  const [repository, ref] =
    variables.GITHUB_ACTION_REPOSITORY && variables.GITHUB_ACTION_REF
      ? [variables.GITHUB_ACTION_REPOSITORY, variables.GITHUB_ACTION_REF]
      : [variables.GITHUB_REPOSITORY, variables.GITHUB_SHA];
  if (!/^https?:\/\/[\w.:-]+$/.test(server) || !repository || !ref || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return {};
  const path = ref
    .replace(/^refs\/(?:heads|tags)\//, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return { runbooks: `${server}/${repository}/blob/${path}/docs/runbooks` };
}
