import { type Fit, judgeFit } from '../../domain/capacity/fit.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { Draft, Refusal } from '../../domain/plan/plan.ts';
import { imageObstacles, rolloutObstacles, workloadObstacles } from '../../domain/target/obstacles.ts';
import { podChangeOf } from '../../domain/target/pod-change.ts';
import { rolloutShape } from '../../domain/target/rollout-shape.ts';
import { useFindings } from '../../observation/usage/read-use.ts';
import type { PlanContext } from '../contract.ts';
import { databaseCost } from './database-cost.ts';
import type { inputs } from './inputs.ts';
import type { Part } from './part.ts';
import { planReplicas } from './replicas.ts';
import { planResources } from './resources.ts';
import { reviewOf } from './review.ts';
import type { Around, Seen } from './seen.ts';
import { storageRefusals } from './storage-bounds.ts';
import { planVolumes } from './volumes.ts';

/** Pure: all of what was asked for, if all of it may be and fits; else why not, and no step at all. */
export function plan({ measurements }: Seen, { inputs: given, platform }: PlanContext<typeof inputs>): Draft {
  if ('refusal' in measurements) return drafted({ refusals: [measurements.refusal] });
  const { around } = measurements;
  const parts = [planVolumes, planResources, planReplicas].map((part) => part(around, given, platform));
  const [whole, subject] = [joined(parts), workloadWord(around.target.kind, around.target.workload.metadata.name)];
  const findings = useFindings(around.use, around.target, 'any use');
  if (whole.steps.length + whole.refusals.length + whole.already.length === 0) {
    return drafted({ refusals: [nothingAsked(subject)], findings });
  }
  const { refusals, fit } = checked(around, whole);
  if (refusals.length > 0) return drafted({ refusals, findings });
  if (whole.steps.length === 0) {
    return drafted({ findings, result: `nothing to do: ${subject} has ${whole.already.join(', ')}` });
  }
  const cost = databaseCost(around, whole.replicas ?? 0);
  return drafted({
    steps: whole.steps,
    findings: [...findings, ...cost.findings],
    result: `${subject}: ${whole.changes.join(', ')}`,
    review: reviewOf(around, whole, fit, cost, platform),
  });
}

const drafted = (parts: Partial<Draft>): Draft => ({
  steps: [],
  refusals: [],
  notChecked: [],
  findings: [],
  measurements: [],
  result: parts.refusals === undefined ? '' : `refused: ${parts.refusals.map(({ rule }) => rule).join('; ')}`,
  ...parts,
});

/** The parts as one; only one of them says how many pods there are to be, and one what they ask for. */
function joined(parts: readonly Part[]): Part {
  const replicas = parts.find((part) => part.replicas !== undefined)?.replicas;
  const fields = parts.find((part) => part.fields !== undefined)?.fields;
  const grown = parts.find((part) => part.grown !== undefined)?.grown;
  return {
    steps: parts.flatMap(({ steps }) => steps),
    refusals: parts.flatMap(({ refusals }) => refusals),
    changes: parts.flatMap(({ changes }) => changes),
    already: parts.flatMap(({ already }) => already),
    ...(replicas === undefined ? {} : { replicas }),
    ...(fields === undefined ? {} : { fields }),
    ...(grown === undefined ? {} : { grown }),
  };
}

function nothingAsked(subject: string): Refusal {
  return {
    subject,
    rule: 'an increase says what is to be more',
    state: 'neither replicas nor requests, limits or a volume size were given',
    next: 'give at least one of replicas, cpu-request, cpu-limit, memory-request, memory-limit, volume-size',
  };
}

/** Every reason against what was asked for, besides what the parts have found themselves. */
function checked(around: Around, whole: Part): { readonly refusals: readonly Refusal[]; readonly fit?: Fit } {
  const { target, surroundings } = around;
  if (whole.refusals.length > 0) return { refusals: whole.refusals };
  const storage = storageRefusals(around, whole);
  if (whole.replicas === undefined && whole.fields === undefined) return { refusals: storage };
  const change = podChangeOf(target, whole);
  const shape = rolloutShape(target.kind, target.workload, change.from);
  const rolls = whole.fields === undefined ? [] : rolloutObstacles(target, shape, target.budgets);
  const obstacles = [...workloadObstacles(target), ...imageObstacles(target, target.start), ...rolls];
  const fit = judgeFit(change, surroundings);
  const misfits = fit.misfits.map(({ rule, state, at }) => ({
    subject: workloadWord(target.kind, target.workload.metadata.name),
    rule,
    state,
    next:
      at === 'nodes' ? 'add or uncordon nodes, or ask for less' : `ask for less, or let whoever owns ${at} change it`,
  }));
  return { refusals: [...obstacles, ...misfits, ...storage], fit };
}
