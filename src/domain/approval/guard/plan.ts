import type { JobResult } from '../../forge/runs.ts';
import { approvalDigest } from '../digest.ts';
import type { PlanDocument } from '../document.ts';
import { elsewhere } from '../here.ts';
import { type CommonEvidence, type EnvironmentEvidence, wasRead } from './evidence.ts';
import { type Denial, denied } from './judgement.ts';

const fullDigest = /^sha256:[0-9a-f]{64}$/;

/**
 * The job that planned has come to a good end, in the one attempt of its run. The run as a whole says nothing of a plan: it
 * is at work while the plan waits, and fails when the plan of another gate was refused.
 */
export function hasPlanned({ planJobs, planJob, planRun }: CommonEvidence): Denial | undefined {
  const found = planJobs.filter(({ name }) => name === planJob);
  const [job] = found;
  if (found.length === 1 && job?.conclusion === 'success') return undefined;
  return denied('plan-run', `run ${planRun.id}`, {
    rule: 'the job that planned has succeeded, in the run of the plan',
    state: stateOf(job, found.length, planJob),
  });
}

function stateOf(job: JobResult | undefined, count: number, planJob: string): string {
  if (job === undefined) return `there is no job "${planJob}"`;
  return count > 1 ? `there are ${count} jobs "${planJob}"` : `it is ${job.conclusion ?? job.status}`;
}

/** The file is the one that the plan run kept: of this repository, once, and not of a fork. */
export function isOwnFile({ artifact, planRun, repository }: CommonEvidence): Denial | undefined {
  const refuse = (state: string): Denial =>
    denied('plan-file', `plan of run ${planRun.id}`, {
      rule: 'a plan comes as one file, by its number, from the run that made it',
      state,
    });
  if (!wasRead(artifact)) return refuse(artifact.unread);
  const { facts, namesakes } = artifact;
  if (facts.expired) return refuse(`artifact ${facts.id} has expired`);
  if (facts.runId !== planRun.id) return refuse(`artifact ${facts.id} is of run ${facts.runId}`);
  if (facts.headRepositoryId !== repository.id) return refuse(`artifact ${facts.id} comes from a fork`);
  if (namesakes !== 1) return refuse(`the run has ${namesakes} artifacts called ${facts.name}`);
  return undefined;
}

/** The file is of the form that a planning job writes. */
export function isReadable({ document, planRun }: CommonEvidence): Denial | undefined {
  if (!('unreadable' in document)) return undefined;
  return denied('plan-file', `plan of run ${planRun.id}`, {
    rule: 'a plan is believed only in exactly the form that a planning job writes',
    state: document.unreadable,
  });
}

/** The approval digest over the file is the one that the planning job handed over; nothing on both sides is no agreement. */
export function hasHandedDigest({ document, handedDigest, planRun }: EnvironmentEvidence): Denial | undefined {
  if ('unreadable' in document) return undefined;
  const found = approvalDigest(document);
  if (fullDigest.test(handedDigest) && handedDigest === found) return undefined;
  return denied('plan-digest', `plan of run ${planRun.id}`, {
    rule: 'the plan has the digest that the planning job handed over',
    state: fullDigest.test(handedDigest)
      ? `handed over ${handedDigest}, found ${found}`
      : `handed over is no digest: ${JSON.stringify(handedDigest.slice(0, 80))}`,
  });
}

/** The plan is for this environment and this run, for this place, and made by this code. */
export function isForHere(evidence: CommonEvidence): Denial | undefined {
  const { document, here, planRun } = evidence;
  if ('unreadable' in document) return undefined;
  const other = elsewhere(document, here);
  if (other !== undefined) return { name: 'plan-here', ...other };
  if (document.run.id === planRun.id) return undefined;
  return denied('plan-here', `plan of run ${planRun.id}`, {
    rule: 'a plan is applied for the run that made it',
    state: `it was made in run ${document.run.id}`,
  });
}

/** The one environment whose jobs nobody approves. */
const ungatedEnvironment = 'maintenance-preventive';

/**
 * What nobody approves is a preventive plan, in the environment of preventive plans, by the job's own token: what an input
 * calls the job carries no plan past its gate.
 */
export function needsNoGate({ document, identity }: EnvironmentEvidence): Denial | undefined {
  const refuse = (state: string): Denial =>
    denied('ungated', `environment ${identity.environment ?? 'none'}`, {
      rule: `without an approval, preventive plans alone are applied, in ${ungatedEnvironment} alone`,
      state,
      next: 'nothing was changed; take the workflow as it is generated (npm run sync)',
    });
  if (identity.environment !== ungatedEnvironment) {
    return refuse(`the job’s own token names ${identity.environment ?? 'no environment'}`);
  }
  if ('unreadable' in document || document.type === 'preventive') return undefined;
  return refuse(`the plan is ${document.type}`);
}

/** The environment that a plan names is the job's own. */
export function isForEnvironment({ document, identity }: EnvironmentEvidence): Denial | undefined {
  if ('unreadable' in document || document.environment === identity.environment) return undefined;
  return denied('plan-here', `environment ${identity.environment}`, {
    rule: 'a plan is applied in the environment that it names',
    state: `it names ${document.environment}`,
  });
}

/** The plan, when it could be read. */
export function readable(evidence: CommonEvidence): PlanDocument | undefined {
  return 'unreadable' in evidence.document ? undefined : evidence.document;
}
