import type { Draft } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import { imagesOf } from '../../domain/rollout/images-of.ts';
import type { Step } from '../../domain/step/step.ts';
import { imageFindings } from './image-findings.ts';
import { type Context, choicesOf, type JudgedWorkload, judgeWorkload } from './judge.ts';
import type { Seen, UpdatesObservation } from './observation.ts';
import { recordStep, setImageStep } from './steps.ts';
import { imageRefusals, readingFindings } from './workload-findings.ts';

/** One step for each workload that has a patch and nothing in its way, dependents last; before them, what is to be recorded. */
export function plan({ measurements: seen }: UpdatesObservation, context: Context): Draft {
  const choices = choicesOf(seen, context);
  const judged = seen.workloads.flatMap((workload) =>
    'target' in workload ? [judgeWorkload(workload.subject, workload.target, choices, context)] : [],
  );
  const due = judged.filter(({ to, refusal }) => Object.keys(to).length > 0 && refusal === undefined);
  const record = recordStep(seen);
  const steps: readonly Step[] = [
    ...(record === undefined ? [] : [record]),
    ...due.map((workload) => setImageStep(workload, context)),
  ];
  return {
    steps,
    refusals: [...judged.flatMap(({ refusal }) => refusal ?? []), ...imageRefusals(seen, choices)],
    notChecked: [],
    findings: [...readingFindings(seen, context), ...imageFindings(seen, choices, context)],
    measurements: measurementsOf(judged, due),
    result: resultOf(seen, judged, due),
  };
}

const changes = (workloads: readonly JudgedWorkload[]): number =>
  workloads.reduce((sum, { to }) => sum + Object.keys(to).length, 0);

function measurementsOf(judged: readonly JudgedWorkload[], due: readonly JudgedWorkload[]): Draft['measurements'] {
  const all = judged.reduce((sum, { target }) => sum + containersOf(target.workload.spec.template.spec), 0);
  return [
    {
      name: 'images-behind',
      value: changes(judged),
      unit: 'count',
      comparedWith: { what: 'containers', value: all },
    },
    { name: 'images-to-update', value: changes(due), unit: 'count' },
  ];
}

const containersOf = (spec: Parameters<typeof imagesOf>[0]): number => Object.keys(imagesOf(spec)).length;

function resultOf(seen: Seen, judged: readonly JudgedWorkload[], due: readonly JudgedWorkload[]): string {
  const images = counted(Object.keys(seen.images).length, 'image');
  if (due.length > 0) return `${counted(due.length, 'workload')} of ${judged.length} to update; ${images} looked up`;
  const behind = changes(judged);
  if (behind > 0) return `nothing updated: ${counted(behind, 'patch', 'patches')} refused; ${images} looked up`;
  return `nothing to do: no newer patch that may go out for ${images} of ${counted(judged.length, 'workload')}`;
}
