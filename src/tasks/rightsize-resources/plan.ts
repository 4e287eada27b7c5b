import type { Draft } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import { useFindings } from '../../observation/usage/read-use.ts';
import type { PlanContext } from '../contract.ts';
import type { inputs } from './inputs.ts';
import { reviewOf } from './review.ts';
import { savedBy, savedWords } from './saved.ts';
import type { Seen } from './seen.ts';
import { type Sized, sizeWorkload } from './size-workload.ts';

/** Pure: a step for each workload whose sizes do not fit what it used, and why not for the others. */
export function plan({ measurements }: Seen, { inputs: given, platform }: PlanContext<typeof inputs>): Draft {
  if ('refusal' in measurements) {
    const { rule } = measurements.refusal;
    return { ...nothing, refusals: [measurements.refusal], result: `refused: ${rule}` };
  }
  const { around } = measurements;
  const sized = around.workloads.map((seen) => sizeWorkload(seen, around, given, platform));
  const changed = sized.filter((one) => one.step !== undefined);
  const saved = savedBy(changed);
  const findings = around.workloads.flatMap(({ use, target }) => useFindings(use, target, 'use over time'));
  return {
    ...nothing,
    steps: changed.flatMap(({ step }) => step ?? []),
    refusals: sized.flatMap(({ refusals }) => refusals),
    findings,
    measurements:
      changed.length === 0
        ? []
        : [
            { name: 'cpu-given-back', subject: 'requests', value: saved.cpu, unit: 'cores' },
            { name: 'memory-given-back', subject: 'requests', value: saved.memory, unit: 'bytes' },
          ],
    result: resultOf(sized, changed),
    ...(changed.length === 0 ? {} : { review: reviewOf(around, changed, given, platform) }),
  };
}

const nothing: Draft = { steps: [], refusals: [], notChecked: [], findings: [], measurements: [], result: '' };

function resultOf(sized: readonly Sized[], changed: readonly Sized[]): string {
  const fitting = sized.filter(({ step, refusals }) => step === undefined && refusals.length === 0);
  if (changed.length > 0) return `${counted(changed.length, 'workload')} to be sized: ${savedWords(savedBy(changed))}`;
  if (fitting.length > 0)
    return `nothing to do: ${counted(fitting.length, 'workload')} sized by what they used already`;
  return `refused: ${[...new Set(sized.flatMap(({ refusals }) => refusals.map(({ rule }) => rule)))].join('; ')}`;
}
