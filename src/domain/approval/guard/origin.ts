import type { CommonEvidence, EnvironmentEvidence } from './evidence.ts';
import { jobsNaming } from './jobs-naming.ts';
import { type Denial, denied } from './judgement.ts';

const runOf = ({ run }: CommonEvidence): string => `run ${run.id}`;

/** A re-run of any kind (all jobs, the failed ones, this one) plans again: an approval of before must not carry it. */
export function isFirstAttempt(evidence: CommonEvidence): Denial | undefined {
  const { identity, run } = evidence;
  const attempt = Math.max(identity.attempt, run.attempt);
  if (attempt === 1) return undefined;
  return denied('first-attempt', runOf(evidence), {
    rule: 'a run that is started again plans again',
    state: `this is attempt ${attempt}`,
    next: 'nothing was changed; start a new run instead of this one again',
  });
}

/** What the token says of run, repository and commit is what the forge says of the run. */
export function isItself(evidence: CommonEvidence): Denial | undefined {
  const { identity, run, repository } = evidence;
  const compared: readonly (readonly [string, string | number, string | number])[] = [
    ['run', identity.runId, run.id],
    ['repository', identity.repositoryId, repository.id],
    ['repository of the run', run.repositoryId, repository.id],
    ['commit', identity.commit, run.commit],
    ['repository of the commit', run.headRepositoryId ?? 'unknown', repository.id],
  ];
  const other = compared.find(([, one, another]) => one !== another);
  if (other === undefined) return undefined;
  const [what, said, known] = other;
  return denied('own-identity', runOf(evidence), {
    rule: 'what the job’s own token says is what the forge says of the run',
    state: `${what}: ${said} here, ${known} there`,
  });
}

const workflowRef = /^[^/]+\/[^/]+\/(\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml)@(refs\/heads\/.+)$/;

/** Path and ref of a workflow reference; undefined for one of another form. */
export function parseWorkflowRef(text: string): { readonly path: string; readonly ref: string } | undefined {
  const [, path, ref] = workflowRef.exec(text) ?? [];
  return path === undefined || ref === undefined ? undefined : { path, ref };
}

/** Job, workflow and commit are of the default branch: what somebody writes elsewhere asks for nothing here. */
export function isOnDefaultBranch(evidence: CommonEvidence): Denial | undefined {
  const { identity, run, repository } = evidence;
  const wanted = `refs/heads/${repository.defaultBranch}`;
  const workflow = parseWorkflowRef(identity.workflowRef);
  const job = parseWorkflowRef(identity.jobWorkflowRef);
  const refs = [identity.ref, workflow?.ref, job?.ref, `refs/heads/${run.branch}`];
  const other = refs.find((ref) => ref !== wanted);
  if (refs.every((ref) => ref === wanted) && workflow?.path === run.path) return undefined;
  return denied('default-branch', runOf(evidence), {
    rule: 'gated jobs are of the default branch',
    state:
      workflow?.path === run.path
        ? `${other ?? 'no ref'} instead of ${wanted}`
        : `the job is of ${workflow?.path ?? 'an unknown workflow'}, the run of ${run.path}`,
    next: `nothing was changed; dispatch on ${repository.defaultBranch}`,
  });
}

/** One click on "approve" lets every waiting job of an environment go: so one job alone may name it. */
export function isOnlyGatedJob({ identity, workflow, run }: EnvironmentEvidence): Denial | undefined {
  const { environment } = identity;
  if (environment === undefined) {
    return denied('own-identity', `run ${run.id}`, {
      rule: 'a gated job names its environment',
      state: 'the job’s own token names none',
      next: 'nothing was changed; take the workflow as it is generated (npm run sync)',
    });
  }
  let naming: readonly string[];
  try {
    naming = jobsNaming(workflow, environment);
  } catch {
    naming = [];
  }
  if (naming.length === 1) return undefined;
  return denied('one-gated-job', environment, {
    rule: 'one job of a workflow names a gated environment, literally',
    state: naming.length === 0 ? 'the workflow file names it nowhere' : `these may: ${naming.join(', ')}`,
    next: 'nothing was changed; take the workflow as it is generated (npm run sync)',
  });
}
