import { isReversible, type Step } from './step.ts';

/** Steps that stand or fall together, in the order of the plan. */
export interface Unit {
  readonly name: string | undefined;
  readonly steps: readonly Step[];
  /** Whether a failure in it is undone: it holds at least one reversible step. */
  readonly undoable: boolean;
  /** Whether the plan goes on after a failure in it that left nothing half-way. */
  readonly independent: boolean;
}

/** A plan's steps as runs of consecutive ones of the same unit. */
export function unitsOf(steps: readonly Step[]): readonly Unit[] {
  const units: { name: string | undefined; steps: Step[] }[] = [];
  for (const step of steps) {
    const last = units.at(-1);
    if (last !== undefined && last.name === step.unit) last.steps.push(step);
    else units.push({ name: step.unit, steps: [step] });
  }
  return units.map((unit) => ({
    ...unit,
    undoable: unit.steps.some(isReversible),
    independent: unit.steps.every(({ independent }) => independent === true),
  }));
}
