import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownDigest } from '../../domain/approval/digest.ts';
import type { PlanDocument } from '../../domain/approval/document.ts';
import { approvalLabel } from '../../domain/approval/issue-reference.ts';
import { planArtifactName, reviewArtifactName } from '../../domain/approval/plan-artifact.ts';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import type { Issue } from '../../domain/forge/discussions.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import { planFile } from '../../pipeline/approve/asking.ts';
import type { Sealed } from '../../pipeline/prepare/prepare.ts';
import type { Handing } from '../../pipeline/prepare/refused-beside.ts';
import type { Artifacts } from '../../ports/artifacts.ts';
import type { Forge } from '../../ports/forge.ts';
import { renderApproval } from '../../render/plan/approval.ts';
import type { Process } from '../process.ts';
import { InputError } from '../task-inputs.ts';
import { openForge } from '../wiring/forge.ts';
import { obstacleTo, secretIn } from './obstacle.ts';

/** The plan as a reviewer reads it, beside the file that is applied. */
const reviewFile = 'plan.md';

/** Why a plan could not be handed over, or where it waits, when that is not in this run. */
export type HandedOver = Handing & { readonly waits?: string };

/** Through what a plan is handed over: by default the forge and the artifacts of this job. */
export interface HandingOver {
  readonly forge: Forge;
  readonly artifacts: Artifacts;
}

/**
 * Hand a plan to its gate: kept as an artifact, shown whole, and either named by its digest to the job that the
 * environment holds, or asked about in an issue. Refused when the gate would not hold it, or when somebody would read it who
 * must not.
 */
export async function handOver(
  self: Process,
  configuration: Configuration,
  { document, digest }: Sealed,
  through?: HandingOver,
): Promise<HandedOver> {
  const { forge, artifacts } = through ?? (await openGates(self));
  const { gate } = configuration.approval;
  const gated = document.type !== 'preventive';
  const shown = renderApproval(document);
  const obstacle =
    startedAgain(self, document) ??
    (await obstacleTo(forge, configuration, document)) ??
    secretIn(self.redactor, document, shown);
  if (obstacle !== undefined) return { refusal: obstacle };
  if (gated && shown === undefined) return { refusal: tooLong(document) };
  if (shown !== undefined) self.environment.summary(shown);
  if (gated && gate === 'issue') {
    // The plan's file names the issue, so the issue comes first; what it shows is the plan without that number.
    const issue = await ask(self, forge, configuration, document, shown ?? '');
    const named = JSON.stringify({ ...document, issue: issue.number });
    await keep(self, artifacts, { name: planArtifactName(document), file: planFile, text: named });
    const { number } = issue;
    return {
      issue: number,
      waits: `the ${document.type} plan waits for an approval in issue #${number}: ${issue.url}`,
    };
  }
  const text = JSON.stringify(document);
  const artifact = await keep(self, artifacts, { name: planArtifactName(document), file: planFile, text });
  if (shown !== undefined) {
    await keep(self, artifacts, { name: reviewArtifactName(document), file: reviewFile, text: shown });
  }
  self.environment.output(document.type, digest);
  self.environment.output(`${document.type}-artifact`, String(artifact));
  self.stdout.print(
    `The ${document.type} plan is artifact ${artifact}; an approval of it signs ${shownDigest(digest)}.`,
  );
  return {};
}

/** No gate takes what a later attempt planned (the reviews of the first one still count), so nobody is asked about it. */
function startedAgain({ environment }: Process, document: PlanDocument): Refusal | undefined {
  const { attempt, url } = environment.run;
  if (attempt === 1) return undefined;
  return {
    subject: document.environment,
    rule: 'a plan is handed to its gate in the first attempt of its run',
    state: `${url} is at attempt ${attempt}`,
    next: 'start a new run instead of this one again',
  };
}

const tooLong = ({ environment, plans }: PlanDocument): Refusal => ({
  subject: environment,
  rule: 'a plan is shown whole to whoever approves it',
  state: `a plan of ${counted(
    plans.reduce((sum, { plan }) => sum + plan.steps.length, 0),
    'step',
  )} does not fit into what the forge shows`,
  next: 'split it: plan for fewer objects at a time',
});

async function openGates(self: Process): Promise<HandingOver> {
  const { createArtifacts } = await import('../../adapters/github/artifacts.ts');
  return { forge: await openForge(self), artifacts: createArtifacts() };
}

interface Kept {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Keep one file as an artifact of its own: what is believed is read as exactly one file. */
async function keep(self: Process, artifacts: Artifacts, { name, file, text }: Kept): Promise<number> {
  const folder = join(self.environment.jobFolder, 'plans', name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, file), text, { mode: 0o600 });
  const { id } = await artifacts.upload(name, folder, [file]);
  if (id === undefined) throw new InputError(`plan: artifact ${name} has no number`);
  return id;
}

/** Open the issue in which the plan is approved. */
async function ask(
  self: Process,
  forge: Forge,
  { notify }: Configuration,
  document: PlanDocument,
  body: string,
): Promise<Issue> {
  const tasks = document.plans.map(({ title }) => title).join(', ');
  const issue = await forge.openIssue({
    title: `Approve? ${tasks} (${document.type})`,
    body,
    labels: [approvalLabel],
    assignees: notify.assignees,
  });
  self.stdout.print(`The ${document.type} plan waits for an approval in issue ${issue.number}: ${issue.url}`);
  return issue;
}
