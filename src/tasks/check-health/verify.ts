import { verdictOf } from '../../domain/finding/finding.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Done, Verification } from '../contract.ts';
import { type AreaVerdict, judgeAreas, summaryOf, verdictsOf } from './areas.ts';
import type { HealthContext } from './check.ts';
import type { Inputs } from './inputs.ts';
import type { HealthObservation } from './observe.ts';
import { type ProbedArea, probedAreas } from './probed-areas.ts';

/** Add what the probes showed to what was seen. Their findings come from the steps themselves. */
export async function verify(
  context: HealthContext,
  { observation, draft, applied }: Done<HealthObservation>,
  inputs: Inputs,
): Promise<Verification> {
  const areas = judgeAreas(observation, { ...context, inputs });
  const probes = probedAreas(context);
  const probed = probes.map(({ area, kind, concerns }): AreaVerdict => {
    const taken = applied.find(({ step }) => step.kind === kind);
    return { area, verdict: probeVerdict(taken, concerns) };
  });
  const looked = new Set(
    probes.filter(({ kind }) => applied.some(({ step }) => step.kind === kind)).map(({ area }) => area),
  );
  return {
    findings: draft.findings,
    measurements: draft.measurements,
    result: summaryOf([...verdictsOf(areas), ...probed]),
    notChecked: draft.notChecked.filter(({ subject }) => !looked.has(subject)),
  };
}

/** A probe that was not taken, or did not come to its end, has shown nothing. */
function probeVerdict(applied: AppliedStep | undefined, concerns: ProbedArea['concerns']): Verdict {
  if (applied?.outcome !== 'done') return 'unknown';
  return verdictOf((applied.effect?.findings ?? []).filter(concerns));
}
