import type { PlanDocument } from '../../domain/approval/document.ts';
import type { ActionEnvironment } from '../action-environment.ts';
import { InputError } from '../task-inputs.ts';

/** The run that this process belongs to, as a plan names it. Throws an InputError outside a run of GitHub Actions. */
export function repositoryOf({ variables, run }: ActionEnvironment): PlanDocument['run'] {
  const id = Number(variables.GITHUB_RUN_ID);
  const repositoryId = Number(variables.GITHUB_REPOSITORY_ID);
  const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '' } = variables;
  if (!Number.isInteger(id) || !Number.isInteger(repositoryId) || repository === '' || commit === '') {
    throw new InputError(
      'plans for a gate are made in a run of GitHub Actions: GITHUB_RUN_ID and the like are not set',
    );
  }
  return { id, url: run.url, repository, repositoryId, commit };
}
