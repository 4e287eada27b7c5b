import type { Draft, Plan } from '../plan/plan.ts';
import { isPreventive } from '../step/step.ts';
import type { MaintenanceType } from '../task/declaration.ts';
import { type PlanDocument, planDocumentVersion } from './document.ts';

/** A plan that was made, and whose it is. */
export interface MadePlan {
  readonly title: string;
  readonly type: MaintenanceType;
  readonly undoMs: number;
  readonly plan: Plan;
  readonly draft: Draft;
}

/** What the documents of a planning job have in common. */
export type Common = Omit<PlanDocument, 'schemaVersion' | 'planId' | 'type' | 'environment' | 'plans'>;

/**
 * The documents of a planning job, one for each gate that a plan with steps goes through. Whether a plan is preventive is
 * derived from its steps: a preventive task's other steps are refused before this, and the type of every other task is
 * its declaration's. `ahead`: planned for a coming window, whose environments hold a wait timer as well.
 */
export function makeDocuments(
  made: readonly MadePlan[],
  common: Common,
  { planId, ahead }: { readonly planId: (type: MaintenanceType) => string; readonly ahead: boolean },
): readonly PlanDocument[] {
  const types = [...new Set(made.filter(({ plan }) => plan.steps.length > 0).map(({ type }) => type))];
  return types.map((type) => ({
    ...common,
    schemaVersion: planDocumentVersion,
    planId: planId(type),
    type,
    environment: `maintenance-${type}${ahead && type !== 'preventive' ? '-window' : ''}`,
    plans: made.filter((each) => each.type === type && each.plan.steps.length > 0).map(planPart),
  }));
}

function planPart({ title, undoMs, plan, draft }: MadePlan): PlanDocument['plans'][number] {
  const { steps: _steps, refusals: _refusals, ...shown } = draft;
  return {
    title,
    undoMs,
    plan: plan as unknown as PlanDocument['plans'][number]['plan'],
    shown: JSON.parse(JSON.stringify(shown)) as PlanDocument['plans'][number]['shown'],
  };
}

/** A preventive document holds preventive steps alone; undefined when it does, else the step that is not. */
export function notPreventive({ type, plans }: PlanDocument): string | undefined {
  if (type !== 'preventive') return undefined;
  const steps = plans.flatMap(({ plan }) => (plan as unknown as Plan).steps);
  return steps.find((step) => !isPreventive(step))?.id;
}

/** The draft that a document's plan was made from, as the report needs it. */
export function draftIn({ plan, shown }: PlanDocument['plans'][number]): Draft {
  const { steps, refusals } = plan as unknown as Plan;
  return { ...(shown as unknown as Omit<Draft, 'steps' | 'refusals'>), steps, refusals };
}
