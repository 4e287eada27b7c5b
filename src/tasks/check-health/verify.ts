import { verdictOf } from '../../domain/finding/finding.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Done, Verification } from '../contract.ts';
import { type AreaVerdict, judgeAreas, summaryOf, verdictsOf } from './areas.ts';
import type { HealthContext } from './check.ts';
import type { Inputs } from './inputs.ts';
import type { HealthObservation } from './observe.ts';
import { probedAreas } from './plan.ts';

/** Add what the probes showed to what was seen. Their findings come from the steps themselves. */
export async function verify(
  context: HealthContext,
  { observation, draft, applied }: Done<HealthObservation>,
  inputs: Inputs,
): Promise<Verification> {
  const areas = judgeAreas(observation, { ...context, inputs });
  const probed = Object.entries(probedAreas).map(([kind, area]): AreaVerdict => {
    return { area, verdict: probeVerdict(applied.find(({ step }) => step.kind === kind)) };
  });
  const looked = new Set<string>(
    applied.flatMap(({ step }) =>
      step.kind in probedAreas ? [probedAreas[step.kind as keyof typeof probedAreas]] : [],
    ),
  );
  return {
    findings: draft.findings,
    measurements: draft.measurements,
    result: summaryOf([...verdictsOf(areas), ...probed]),
    notChecked: draft.notChecked.filter(({ subject }) => !looked.has(subject)),
  };
}

/** A probe that was not taken, or did not come to its end, has shown nothing. */
function probeVerdict(applied: AppliedStep | undefined): Verdict {
  if (applied?.outcome !== 'done') return 'unknown';
  return verdictOf(applied.effect?.findings ?? []);
}
