import type { PlanDocument } from '../../src/domain/approval/document.ts';
import { type Plan, sealPlan } from '../../src/domain/plan/plan.ts';
import type { Step } from '../../src/domain/step/step.ts';
import { type AnyTask, defineTask } from '../../src/tasks/contract.ts';
import { documentOf } from '../domain/approval/plan-document.ts';
import { scale, vacuum } from '../pipeline/scaled-world.ts';
import type { Defects } from './defects.ts';
import type { Platform } from './platform.ts';
import type { Process } from './process.ts';
import type { Tape } from './tape.ts';

const deadlineMs = 120_000;

/** Steps over some workloads and tables, in units, as the tape has them. */
function stepsOf(tape: Tape, prefix: string): readonly Step[] {
  const steps: Step[] = [];
  const units = tape.between(1, 3);
  for (let unit = 0; unit < units; unit += 1) {
    const count = tape.between(1, 3);
    for (let index = 0; index < count; index += 1) {
      const name = `workload-${prefix}${unit}${index}`;
      const hold = tape.chance(60) ? { hold: 'its migrations only go forward' } : {};
      steps.push(scale(name, { unit: `unit ${unit}`, deadlineMs, ...hold }));
    }
    if (tape.chance(300)) {
      steps.push(vacuum(`table-${prefix}${unit}`, { unit: `unit ${unit}`, deadlineMs }));
    }
  }
  return steps;
}

/** The approved plans of one gate, on a platform that is laid for them. */
export function approvedDocument(tape: Tape, platform: Platform, closesAt: number): PlanDocument {
  const plans = ['a', 'b'].slice(0, tape.between(1, 2)).map((prefix) => ({ prefix, steps: stepsOf(tape, prefix) }));
  for (const step of plans.flatMap(({ steps }) => steps)) {
    if (step.kind === 'scale-workload') {
      platform.values.set(step.parameters.name, 1);
      if (tape.chance(150)) platform.sick.add(step.parameters.name);
    } else if (step.kind === 'vacuum-table') platform.values.set(step.parameters.table, 0);
  }
  return documentOf({
    notAfter: new Date(closesAt).toISOString(),
    plans: plans.map(({ prefix, steps }) => {
      const plan = sealPlan(`increase-${prefix}`, {}, laidFor(platform, prefix), { steps, refusals: [] });
      const shown = { notChecked: [], findings: [], measurements: [], result: 'planned' };
      return { title: prefix, undoMs: 60_000, plan: JSON.parse(JSON.stringify(plan)), shown };
    }),
  });
}

const laidFor = ({ values }: Platform, prefix: string): Record<string, number> =>
  Object.fromEntries([...values].filter(([name]) => name.startsWith(`workload-${prefix}`)));

/** What is seen of the platform by which process, and when. */
export type Observed = Map<string, { readonly at: number; readonly basis: Record<string, number> }>;

/** The task of an approved plan, as a process runs it. */
export function gatedTask(
  plan: Plan,
  process: Process,
  platform: Platform,
  observed: Observed,
  defects: Defects,
): AnyTask {
  return defineTask({
    id: plan.task,
    title: plan.task,
    type: 'adaptive',
    ports: [],
    steps: ['scale-workload', 'vacuum-table'],
    observe: async () => {
      // the defect: what was seen when the plan was made
      if (defects.has('stale-observation')) return { basis: plan.basis, measurements: null };
      const basis = await process.call(`observe for ${plan.task}`, () => platform.basis(plan.task.slice(-1)));
      observed.set(process.name, { at: process.clock().now(), basis });
      return { basis, measurements: null };
    },
    plan: () => {
      throw new Error('planned again');
    },
    verify: async () => ({ findings: [], measurements: [], result: 'verified' }),
  } as unknown as AnyTask);
}

/** An ungated task of the window, whose steps have no way back: forward or final. */
export function plainTask(
  id: string,
  kind: 'vacuum-table' | 'rotate-logs',
  objects: readonly string[],
  process: Process,
): AnyTask {
  const step = (object: string): Step =>
    kind === 'vacuum-table'
      ? vacuum(object, { deadlineMs })
      : ({ ...vacuum(object, { deadlineMs }), id: `rotate-logs ${object}`, kind, subject: object } as unknown as Step);
  return defineTask({
    id,
    title: id,
    description: '',
    guide: [],
    windows: ['daily'],
    type: 'preventive',
    priority: 'medium',
    estimateMs: 60_000,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: false,
    ports: [],
    inputs: {},
    outputs: {},
    permissions: { observe: [], change: [] },
    commands: [],
    forwards: [],
    verdicts: {},
    steps: [kind],
    observe: async () => process.call(`observe for ${id}`, async () => ({ basis: objects, measurements: null })),
    plan: () => ({
      steps: objects.map(step),
      refusals: [],
      notChecked: [],
      findings: [],
      measurements: [],
      result: 'planned',
    }),
    verify: async () => ({ findings: [], measurements: [], result: 'verified' }),
  } as unknown as AnyTask);
}
