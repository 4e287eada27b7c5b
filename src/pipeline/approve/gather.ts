import type { PlanDocument } from '../../domain/approval/document.ts';
import type { CommonEvidence, EnvironmentEvidence, Found } from '../../domain/approval/guard/evidence.ts';
import { parseWorkflowRef } from '../../domain/approval/guard/origin.ts';
import type { Here } from '../../domain/approval/here.ts';
import { readDocument, type UnreadableDocument } from '../../domain/approval/read-document.ts';
import type { Environment } from '../../domain/forge/environments.ts';
import type { Account } from '../../domain/forge/people.ts';
import type { JobIdentity, LastChange, WorkflowRun } from '../../domain/forge/runs.ts';
import { PortError } from '../../ports/port-error.ts';
import { type Asking, configurationFile, planFile } from './asking.ts';

/** What was handed over by the job that planned. */
export interface Handed {
  /** The digest in the planning job's outputs, as text. */
  readonly digest: string;
  /** The artifact's number, as text. */
  readonly artifact: string;
  /** The name of the job that planned, as people see it. */
  readonly planJob: string;
}

type ArtifactEvidence = Pick<CommonEvidence, 'artifact' | 'document' | 'here'>;

/** A run that must be there. */
export async function existingRun({ forge }: Asking, id: number): Promise<WorkflowRun> {
  const run = await forge.run(id);
  if (run !== undefined) return run;
  throw new PortError({ code: 'not-found', subject: `run ${id}`, message: `run ${id} does not exist` });
}

/** The last changes of configuration and workflow up to the commit of the plan. */
export async function lastChanges({ forge }: Asking, { path, commit }: WorkflowRun): Promise<readonly LastChange[]> {
  const changes = await Promise.all([configurationFile, path].map((file) => forge.lastChange(file, commit)));
  return changes.filter((change) => change !== undefined);
}

const nowhere: Here = {
  repositoryId: 0,
  commit: '',
  build: 'sha256:',
  configuration: 'sha256:',
  cluster: '',
  databases: {},
};

/** A plan file by its artifact's number, and where it would be applied. What cannot be read is said, not thrown. */
export async function planEvidence(asking: Asking, identity: JobIdentity, artifact: string): Promise<ArtifactEvidence> {
  const { forge } = asking;
  if (!/^\d{1,16}$/.test(artifact)) {
    const why = `no number of an artifact was handed over: ${JSON.stringify(artifact.slice(0, 80))}`;
    return { artifact: { unread: why }, document: { unreadable: why }, here: nowhere };
  }
  let text: string;
  let found: CommonEvidence['artifact'];
  try {
    const file = await forge.artifactFile(Number(artifact), planFile);
    const { facts } = file;
    const namesakes = (await forge.artifacts(facts.runId, facts.name)).length;
    ({ text } = file);
    found = { facts, namesakes };
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    return { artifact: { unread: error.message }, document: { unreadable: error.message }, here: nowhere };
  }
  const document = readDocument(text);
  return { artifact: found, document, here: await hereOf(asking, identity, document) };
}

async function hereOf(
  asking: Asking,
  { repositoryId, commit }: JobIdentity,
  document: PlanDocument | UnreadableDocument,
): Promise<Here> {
  if ('unreadable' in document) return nowhere;
  return { ...(await asking.here(document)), repositoryId, commit };
}

async function listedIn({ forge }: Asking, environment: Environment | undefined): Promise<Found<readonly Account[]>> {
  const reviewers = environment?.reviewers ?? [];
  try {
    const lists = reviewers.map((reviewer) =>
      reviewer.kind === 'person' ? [reviewer.account] : forge.teamMembers(reviewer.organization, reviewer.slug),
    );
    return (await Promise.all(lists)).flat();
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    return { unread: error.message };
  }
}

/**
 * Everything that the guard of an environment judges by, read in the order of trust.md §3. The first question, who the job
 * is, may be held until somebody has reviewed. Rejects with a PortError for what can be neither read nor judged without.
 */
export async function gatherEnvironment(asking: Asking, handed: Handed): Promise<EnvironmentEvidence> {
  const { forge, progress } = asking;
  progress('asking who this job is');
  const identity = await forge.identity(asking.job);
  const [repository, run] = [await forge.repository(), await existingRun(asking, identity.runId)];
  const environment = identity.environment === undefined ? undefined : await forge.environment(identity.environment);
  const listed = await listedIn(asking, environment);
  const changes = await lastChanges(asking, run);
  const reviews = await forge.reviews(run.id);
  const planJobs = await forge.jobs(run.id, identity.attempt);
  const plan = await planEvidence(asking, identity, handed.artifact);
  return {
    now: asking.clock.now(),
    repository,
    identity,
    run,
    planRun: run,
    changes,
    ...plan,
    calendar: asking.calendar,
    digestInComment: asking.digestInComment,
    workflow: workflowOf(asking, identity),
    planJobs,
    planJob: handed.planJob,
    handedDigest: handed.digest,
    environment,
    listed,
    reviews,
  };
}

/** The text of the file that the job is written in; empty when it cannot be read, which no rule accepts. */
function workflowOf({ file }: Asking, { jobWorkflowRef }: JobIdentity): string {
  const path = parseWorkflowRef(jobWorkflowRef)?.path;
  try {
    return path === undefined ? '' : file(path);
  } catch {
    return '';
  }
}
