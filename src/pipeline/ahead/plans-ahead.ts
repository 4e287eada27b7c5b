import { type GatedType, gatedTypes, type PlanDocument } from '../../domain/approval/document.ts';
import { planArtifactName } from '../../domain/approval/plan-artifact.ts';
import { readDocument } from '../../domain/approval/read-document.ts';
import type { PlanAhead, PlansAhead } from '../../domain/conduct/beside-ahead.ts';
import type { WorkflowRun } from '../../domain/forge/runs.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Forge } from '../../ports/forge.ts';
import { PortError } from '../../ports/port-error.ts';
import { planFile } from '../approve/asking.ts';
import { type AskingIssue, issueState } from './issue-approval.ts';

/** What is asked of the forge about plans that were made ahead. */
export interface AskingAhead extends AskingIssue {
  readonly forge: Forge;
  readonly clock: Clock;
  readonly gate: 'environment' | 'issue';
  /** Logins that the configuration names as approvers on issues; absent: whoever may write. */
  readonly approvers?: readonly string[];
  /** The opening, and those that it absorbs. */
  readonly openings: readonly string[];
  /** No plan for them was made before this, ISO 8601. */
  readonly since: string;
}

/** A plan that was made ahead, by the run that made it first. */
export interface Found {
  readonly document: PlanDocument;
  readonly run: WorkflowRun;
}

/** The file of the workflow that plans ahead. */
const prepareFile = 'prepare.yml';

/** The plans that were made ahead for openings: one a gate, and of several the one of the lowest run. Rejects with a PortError. */
export async function findAhead({
  forge,
  openings,
  since,
}: Pick<AskingAhead, 'forge' | 'openings' | 'since'>): Promise<readonly Found[]> {
  const { defaultBranch } = await forge.repository();
  const runs = await forge.runs({ workflow: prepareFile, branch: defaultBranch, since });
  const found: Found[] = [];
  for (const run of [...runs].sort((a, b) => a.id - b.id)) {
    for (const opening of openings) {
      for (const type of gatedTypes) {
        if (found.some(({ document }) => document.opening === opening && document.type === type)) continue;
        const document = await documentOf(forge, run, opening, type);
        if (document !== undefined) found.push({ document, run });
      }
    }
  }
  return found;
}

async function documentOf(
  forge: Forge,
  run: WorkflowRun,
  opening: string,
  type: GatedType,
): Promise<PlanDocument | undefined> {
  const [artifact] = await forge.artifacts(run.id, planArtifactName({ opening, type }));
  if (artifact === undefined || artifact.expired) return undefined;
  const document = readDocument((await forge.artifactFile(artifact.id, planFile)).text);
  return 'unreadable' in document || document.run.id !== run.id ? undefined : document;
}

/** The approved ones among them, as the window's conductor works beside them. Never rejects. */
export async function plansAhead(asking: AskingAhead): Promise<PlansAhead> {
  try {
    const found = await findAhead(asking);
    const states = await Promise.all(found.map((each) => stateOf(asking, each)));
    return found.flatMap((each, index): readonly PlanAhead[] => {
      const state = states[index];
      if (state === undefined) return [];
      const steps = each.document.plans.flatMap(({ plan }) => plan.steps);
      return [
        {
          run: each.run.url,
          tasks: each.document.plans.map(({ plan }) => plan.task),
          subjects: [...new Set(steps.map(({ subject }) => subject))],
          ended: state === 'ended',
        },
      ];
    });
  } catch (error) {
    return { unknown: error instanceof PortError ? error.message : 'a defect in this program' };
  }
}

/** Whether somebody has approved it, and whether its job has ended; undefined: nobody has, or somebody rejected it. */
async function stateOf(asking: AskingAhead, found: Found): Promise<'open' | 'ended' | undefined> {
  const { forge, gate, clock } = asking;
  if (gate === 'environment') {
    const reviews = (await forge.reviews(found.run.id)).filter(({ environments }) =>
      environments.some(({ name }) => name === found.document.environment),
    );
    const approved = reviews.length > 0 && reviews.every(({ state }) => state === 'approved');
    if (!approved) return undefined;
    return found.run.status === 'completed' ? 'ended' : 'open';
  }
  return issueState(asking, found, clock.now());
}
